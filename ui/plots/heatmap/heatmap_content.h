// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/paint/mark.h"

#include <QColor>
#include <QString>
#include <vector>

// What a heatmap is given to show.
namespace rotascope {

/// A label at a place on an axis: in columns, or, at the colour bar, in values.
struct HeatmapTick {
    double at = 0.0;
    QString label;
    bool isImportant = false; ///< labelled before all others, which may then find no room

    friend bool operator==(const HeatmapTick&, const HeatmapTick&) = default;
};

/// A line from row to row over the image, or a mark in each row.
struct HeatmapCurve {
    QString name;
    QColor color;
    double width = 1.5; ///< of the line, logical pixels; 0: marks instead
    bool visible = true;
    std::vector<double> columns; ///< shape [rows], k + 0.5 is the middle of column k; what lies outside is drawn at the edge
    Mark mark = {}; ///< of a line, in some of the rows
};

/// How values become colours.
struct HeatmapScale {
    enum class Map {
        Sequential, ///< dark to bright in even steps to the eye, whatever the eye
        Diverging ///< blue, background, red: for differences
    };
    Map map = Map::Sequential;
    double low = 0.0; ///< values outside low ... high are shown as these
    double high = 1.0;
    std::vector<HeatmapTick> ticks;
};

} // namespace rotascope
