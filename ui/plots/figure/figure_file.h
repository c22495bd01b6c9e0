// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/figure/figure.h"

#include <QByteArray>
#include <QImage>

namespace rotascope {

/// The kinds of files that a figure becomes.
enum class FigureFormat { Svg, Pdf, Png, Csv };

/// The kind that a file's name ends with (".svg", ".PDF"); an error that lists the kinds if the name ends with none of them.
Expected<FigureFormat> figureFormatOf(const QString& file);
/// "svg"
QString suffixOf(FigureFormat format);

/// A picture with `scale` pixels for each logical one.
QImage imageOf(const Figure& figure, const QSize& size, double scale);

/// The bytes of such a file. `size`: of the picture, logical pixels; `scale`: of PNG alone. Data has neither.
QByteArray bytesOf(const Figure& figure, FigureFormat format, const QSize& size, double scale);

} // namespace rotascope
