// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/paint/ticks.h"

#include <QFont>
#include <QRectF>
#include <QString>
#include <utility>
#include <vector>

class QColor;
class QPainter;
class QWidget;

namespace rotascope {

/// How the ticks of one axis look, in logical pixels.
struct TickStyle {
    int mark = 3; ///< the length of the line at each tick; 0: none
    int distance = 6; ///< from the plot to the labels
    int spacing = 4; ///< the least distance between two labels below the plot
    int edge = 1; ///< the least distance between a label below the plot and the edge of the widget
};

/// The font in which the text is `length` logical pixels long at most: smaller than `font`, but not too small to be read; then the text is
/// still longer.
[[nodiscard]] QFont fittingFont(const QFont& font, const QString& text, double length);

/// Paints what stands around a plot: ticks, labels and titles, in the palette and the font of the widget.
class AxisPainter {
public:
    /// `area`: the plot within the widget.
    AxisPainter(QPainter& painter, const QRectF& area, const QWidget& widget) : m_painter(&painter), m_area(area), m_widget(&widget) { }

    /// Below the plot. Important labels come first; one that would touch a label that is there already is left out.
    void paintBottomTicks(const std::vector<Tick>& ticks, const TickStyle& style = {}) const;
    /// To the left of the plot.
    void paintLeftTicks(const std::vector<Tick>& ticks, const TickStyle& style = {}) const;
    /// In the middle below the plot; `top`: where its line begins, in the widget.
    void paintBottomTitle(const QString& title, double top) const;
    /// Turned upwards, to the left of the plot; `left`: where its line begins, in the widget.
    void paintLeftTitle(const QString& title, double left) const;

private:
    void paintBottomTick(const Tick& tick, const TickStyle& style, std::vector<std::pair<double, double>>& taken) const;
    [[nodiscard]] QColor textColor() const;
    [[nodiscard]] QColor markColor() const;

    QPainter* m_painter;
    QRectF m_area;
    const QWidget* m_widget;
};

} // namespace rotascope
