// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/heatmap/heatmap_content.h"
#include "ui/plots/heatmap/heatmap_plan.h"

#include <QPointF>
#include <span>

namespace rotascope {

/// The column of a curve's point in a row, within the axis.
double pointColumn(const HeatmapCurve& curve, int row, int columns);

/// The row of the point near enough to take hold of; -1: none is.
int pointNear(const QPointF& position, const HeatmapCurve& curve, const HeatmapPlan& plan);

/// One point while the mouse drags it along its row.
class PointDrag {
public:
    /// The mouse button went down at `from`; the point of `row` was at `column`.
    PointDrag(int row, double column, const QPointF& from, const HeatmapPlan& plan);

    [[nodiscard]] int row() const { return m_row; }
    [[nodiscard]] double column() const { return m_column; } ///< fractional
    /// Whether the point has moved: it stays while the mouse moves no more than in a click. Near one of `snaps` it stays at exactly that.
    bool moveTo(const QPointF& position, const HeatmapPlan& plan, std::span<const double> snaps);

private:
    int m_row;
    double m_column;
    QPointF m_from;
    double m_offset; ///< columns from the mouse to the point
    bool m_hasMoved = false;
};

} // namespace rotascope
