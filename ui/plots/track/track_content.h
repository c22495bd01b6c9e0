// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <cstdint>
#include <functional>
#include <vector>

// What a track plot is given to show.
namespace rotascope {

/// One strip of the plot.
struct TrackLane {
    QString name;
    QColor color; ///< of single values
};

/// From the first place to the one behind the last.
struct PlaceSpan {
    std::int64_t first = 0;
    std::int64_t end = 0;

    [[nodiscard]] std::int64_t places() const { return end - first; }
    friend bool operator==(const PlaceSpan&, const PlaceSpan&) = default;
};

/// Values on a circle along `places` places. The functions are asked while the plot is painted, and must answer at once; of the same
/// content they answer the same, or more than before.
struct TrackContent {
    std::int64_t places = 0;
    std::vector<TrackLane> lanes = {};
    int directions = 16; ///< equal parts of the circle
    /// The share of each direction in `columns` equal parts of these places: row-major [columns, directions], 0 ... 1, and below 0 where
    /// there is nothing. Empty: not known (yet). At most as many columns as places are asked for.
    std::function<std::vector<float>(int lane, const PlaceSpan& places, int columns)> shares = {};
    /// One value for each of these places, as a share of a turn, below 0 where there is none. Empty: not known (yet), or there is not one
    /// for each place.
    std::function<std::vector<float>(int lane, const PlaceSpan& places)> values = {};
};

/// What stands beside the axes.
struct TrackAxes {
    QString places; ///< title of the x axis
    QString angles; ///< title of the y axis
    std::function<QString(double turns)> angleText = {}; ///< of 0, 1/4 ... 1
};

} // namespace rotascope
