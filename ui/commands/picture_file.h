// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

class QString;
class QWidget;

namespace rotascope {

class Workspace;

/// Writes a picture (PNG) of a widget as every other result is written (core/files/output_file.h), but not in the place of the file that
/// is analysed.
Expected<void> writePicture(QWidget& widget, const Workspace& workspace, const QString& file);

} // namespace rotascope
