// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPalette>

class QWidget;

// How figures look: dark on white, in the same sizes on every device. Sizes are in pixels, because those in points depend on the device.
namespace rotascope {

QPalette figurePalette();
QFont figureFont();
QFont figureTitleFont();
QFont figureSmallFont();
/// Gives a widget that paints a figure's plot these colours and this font.
void styleForFigure(QWidget& widget);

} // namespace rotascope
