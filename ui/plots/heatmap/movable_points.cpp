// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/heatmap/movable_points.h"

#include <algorithm>
#include <cmath>

namespace rotascope {
namespace {

// Logical pixels.
constexpr double reach = 7.0; // from a point within which the mouse takes hold of it
constexpr double snapReach = 5.0; // from where a dragged point stays
constexpr double leastDrag = 3.0; // in a click the mouse is not quite still

} // namespace

double pointColumn(const HeatmapCurve& curve, int row, int columns)
{
    const auto index = static_cast<std::size_t>(row);
    return index < curve.columns.size() ? std::clamp(curve.columns[index], 0.5, columns - 0.5) : 0.5;
}

int pointNear(const QPointF& position, const HeatmapCurve& curve, const HeatmapPlan& plan)
{
    int nearest = -1;
    double least = reach;
    for (int row = plan.rowAt(position.y() - reach); row <= plan.rowAt(position.y() + reach); ++row) {
        const QPointF away = plan.pointOf(row, pointColumn(curve, row, plan.columns)) - position;
        if (const double distance = std::hypot(away.x(), away.y()); distance <= least) {
            least = distance;
            nearest = row;
        }
    }
    return nearest;
}

PointDrag::PointDrag(int row, double column, const QPointF& from, const HeatmapPlan& plan)
    : m_row(row), m_column(column), m_from(from), m_offset(column - (from.x() - plan.plot.left()) * plan.columnsPerPixel())
{
}

bool PointDrag::moveTo(const QPointF& position, const HeatmapPlan& plan, std::span<const double> snaps)
{
    m_hasMoved = m_hasMoved || std::abs(position.x() - m_from.x()) >= leastDrag;
    if (!m_hasMoved) {
        return false;
    }
    const double perPixel = plan.columnsPerPixel();
    m_column = std::clamp((position.x() - plan.plot.left()) * perPixel + m_offset, 0.5, plan.columns - 0.5);
    const auto snap = std::ranges::find_if(snaps, [&](double column) { return std::abs(m_column - column) <= snapReach * perPixel; });
    if (snap != snaps.end()) {
        m_column = *snap;
    }
    return true;
}

} // namespace rotascope
