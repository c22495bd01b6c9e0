// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/heatmap/heatmap_content.h"

#include <cstddef>

class QPainter;

namespace rotascope {

struct HeatmapPlan;

// What is painted over the image. Dark and bright together stand out from every colour of the map.

/// A line, or a mark in each row. The curve has as many points as the map has rows.
void paintCurve(QPainter& painter, const HeatmapCurve& curve, const HeatmapPlan& plan);

/// The mark of a line, in some rows: of curve `index` of `all` that have marks.
void paintMarksOf(QPainter& painter, const HeatmapCurve& curve, const HeatmapPlan& plan, std::size_t index, std::size_t all);

/// The points by which a curve can be moved: `held`, the one in or under the hand, and `current` are large; -1: none.
void paintPoints(QPainter& painter, const HeatmapCurve& curve, const HeatmapPlan& plan, int current, int held);

/// An outline and triangles of this colour beside it; nothing if there is no such row.
void paintCurrentRow(QPainter& painter, const HeatmapPlan& plan, int row, const QColor& triangles);

} // namespace rotascope
