// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

class QString;
class QWidget;

namespace rotascope {

/// Writes a picture (PNG) of a widget as every other result is written (core/files/output_file.h).
Expected<void> writePicture(QWidget& widget, const QString& file);

} // namespace rotascope
