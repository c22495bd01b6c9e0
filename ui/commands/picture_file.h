// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QSize>

class QString;
class QWidget;

namespace rotascope {

enum class FigureFormat;
struct Figure;
struct Source;
class Workspace;

/// Writes a picture (PNG) of a widget as every other result is written (core/files/output_file.h), but not in the place of the file that
/// is analysed.
Expected<void> writePicture(QWidget& widget, const Workspace& workspace, const QString& file);
/// The same for a figure or its data. `size`: logical pixels; `scale`: of PNG.
Expected<void> writeFigure(
    const Figure& figure, FigureFormat format, const QSize& size, double scale, const Source& source, const QString& file);

} // namespace rotascope
