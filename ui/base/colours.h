// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QWidget;

namespace rotascope {

/// What a curve or a bar stands for. The same colour everywhere in the window.
enum class PlotRole { Before, Extrapolation, Interpolation, Chosen };

/// Colours that people who are colour blind can tell apart (after Okabe and Ito), lightened where the window is dark.
QColor colorOf(PlotRole role, const QPalette& palette);
QColor colorOf(PlotRole role, bool onDark);
/// Whether the window's background is dark.
bool isDark(const QPalette& palette);
/// The colour with another opacity, 0 ... 1.
QColor withAlpha(QColor color, double alpha);
/// For texts that warn, and for texts that say what went wrong; legible on the window's background.
QColor warningColor(const QPalette& palette);
QColor errorColor(const QPalette& palette);
/// The font of tick labels: the widget's, a little smaller.
QFont tickFont(const QWidget& widget);

} // namespace rotascope
