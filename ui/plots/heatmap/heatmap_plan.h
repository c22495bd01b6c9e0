// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRect>

class QWidget;

namespace rotascope {

/// Where everything is in a heatmap's widget, in logical pixels. Rows and columns are asked for only where there are some.
struct HeatmapPlan {
    static constexpr int gap = 4; ///< between things
    static constexpr int markerWidth = 7; ///< of the triangles beside the current row

    HeatmapPlan(const QWidget& widget, bool hasRowTitle, int rowCount, int columnCount);

    [[nodiscard]] double rowHeight() const { return static_cast<double>(plot.height()) / rows; }
    [[nodiscard]] double topOf(int row) const;
    [[nodiscard]] int rowAt(double y) const; ///< the nearest one
    [[nodiscard]] int columnAt(double x) const; ///< the nearest one
    [[nodiscard]] double columnsPerPixel() const { return static_cast<double>(columns) / plot.width(); }
    /// A place in a row; columns are fractional, and what lies outside is at the edge.
    [[nodiscard]] QPointF pointOf(int row, double column) const;
    /// A row with its outline and the triangles beside it; empty if there is no such row.
    [[nodiscard]] QRect rowRect(int row) const;

    int rows;
    int columns;
    QRect plot;
    QRect title;
    QRect bar; ///< the colours of the scale
};

} // namespace rotascope
