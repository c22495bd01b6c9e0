// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/heatmap/heatmap_plan.h"

#include "ui/base/colours.h"

#include <QFontMetrics>
#include <QWidget>
#include <algorithm>

namespace rotascope {
namespace {

constexpr int barHeight = 8;

} // namespace

HeatmapPlan::HeatmapPlan(const QWidget& widget, bool hasRowTitle, int rowCount, int columnCount) : rows(rowCount), columns(columnCount)
{
    const QFontMetrics text(widget.font());
    const QFontMetrics ticks(tickFont(widget));
    const int left = (hasRowTitle ? text.height() + gap : 0) + ticks.horizontalAdvance(QStringLiteral("000")) + markerWidth + 2;
    const int right = std::max(markerWidth, ticks.horizontalAdvance(QStringLiteral("360°")) / 2) + 2;
    const int top = text.height() + 2 * gap;
    const int axis = gap + ticks.height() + text.height();
    const int colors = 2 * gap + barHeight + gap + ticks.height();
    plot = {left, top, std::max(1, widget.width() - left - right), std::max(1, widget.height() - top - axis - colors - gap)};
    title = {left, gap, plot.width(), text.height()};
    bar = {left, widget.height() - gap - ticks.height() - gap - barHeight, plot.width(), barHeight};
}

double HeatmapPlan::topOf(int row) const
{
    return plot.top() + static_cast<double>(row) * plot.height() / rows;
}

int HeatmapPlan::rowAt(double y) const
{
    return std::clamp(static_cast<int>((y - plot.top()) / plot.height() * rows), 0, rows - 1);
}

int HeatmapPlan::columnAt(double x) const
{
    return std::clamp(static_cast<int>((x - plot.left()) / plot.width() * columns), 0, columns - 1);
}

QPointF HeatmapPlan::pointOf(int row, double column) const
{
    return {plot.left() + std::clamp(column, 0.0, static_cast<double>(columns)) * plot.width() / columns, topOf(row) + 0.5 * rowHeight()};
}

QRect HeatmapPlan::rowRect(int row) const
{
    if (row < 0 || row >= rows) {
        return {};
    }
    const int middle = static_cast<int>(topOf(row) + 0.5 * rowHeight());
    const int half = std::max(6, plot.height() / rows / 2 + 4); // the triangles beside a thin row are higher than it
    return {plot.left() - markerWidth, middle - half, plot.width() + 2 * markerWidth, 2 * half};
}

} // namespace rotascope
