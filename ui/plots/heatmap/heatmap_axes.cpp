// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/heatmap/heatmap_axes.h"

#include "ui/base/colours.h"
#include "ui/plots/heatmap/color_map.h"
#include "ui/plots/heatmap/heatmap_plan.h"
#include "ui/plots/paint/axis_painter.h"

#include <QPainter>
#include <QWidget>

namespace rotascope {
namespace {

constexpr int gap = HeatmapPlan::gap;

// Every row, every second, fourth, ... of them where there is no room for all.
std::vector<Tick> rowTicks(const HeatmapPlan& plan, const QWidget& widget)
{
    int step = 1;
    while (step * plan.plot.height() / static_cast<double>(plan.rows) < 1.3 * QFontMetrics(tickFont(widget)).height()) {
        step *= 2;
    }
    std::vector<Tick> ticks;
    for (int row = 0; row < plan.rows; row += step) {
        ticks.push_back({plan.topOf(row) + 0.5 * plan.rowHeight(), QString::number(row)});
    }
    return ticks;
}

// `low` ... `high` is the width of `area`.
std::vector<Tick> ticksAlong(const QRect& area, const std::vector<HeatmapTick>& ticks, double low, double high)
{
    std::vector<Tick> result;
    result.reserve(ticks.size());
    for (const HeatmapTick& tick : ticks) {
        result.push_back({area.left() + (tick.at - low) / (high - low) * area.width(), tick.label, tick.isImportant});
    }
    return result;
}

} // namespace

void paintHeatmapAxes(QPainter& painter, const HeatmapPlan& plan, const HeatmapAxis& axis, const QWidget& widget)
{
    const AxisPainter axes(painter, plan.plot, widget);
    axes.paintLeftTicks(rowTicks(plan, widget), {.mark = 0, .distance = HeatmapPlan::markerWidth + 2});
    axes.paintBottomTicks(
        ticksAlong(plan.plot, axis.columnTicks, 0.0, plan.columns), {.mark = 3, .distance = gap, .spacing = 8, .edge = 2});
    axes.paintBottomTitle(axis.columnTitle, plan.plot.y() + plan.plot.height() + gap + QFontMetrics(tickFont(widget)).height());
    axes.paintLeftTitle(axis.rowTitle, 0);
}

void paintColorBar(QPainter& painter, const HeatmapPlan& plan, const HeatmapScale& scale, const ColorMap& colors, const QWidget& widget)
{
    painter.drawImage(QRectF(plan.bar), colors.bar());
    painter.setPen(withAlpha(widget.palette().color(QPalette::WindowText), 0.35));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(plan.bar).adjusted(0, 0, -1, -1));
    AxisPainter(painter, plan.bar, widget)
        .paintBottomTicks(
            ticksAlong(plan.bar, scale.ticks, scale.low, scale.high), {.mark = 2, .distance = gap - 1, .spacing = 6, .edge = 1});
}

} // namespace rotascope
