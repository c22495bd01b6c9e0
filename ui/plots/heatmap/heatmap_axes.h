// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/heatmap/heatmap_content.h"

#include <QString>
#include <vector>

class QPainter;
class QWidget;

namespace rotascope {

class ColorMap;
struct HeatmapPlan;

struct HeatmapAxis {
    QString columnTitle;
    std::vector<HeatmapTick> columnTicks;
    QString rowTitle;

    friend bool operator==(const HeatmapAxis&, const HeatmapAxis&) = default;
};

/// The ticks and titles of rows and columns around the plot.
void paintHeatmapAxes(QPainter& painter, const HeatmapPlan& plan, const HeatmapAxis& axis, const QWidget& widget);

/// The colours of a scale with its ticks.
void paintColorBar(QPainter& painter, const HeatmapPlan& plan, const HeatmapScale& scale, const ColorMap& colors, const QWidget& widget);

} // namespace rotascope
