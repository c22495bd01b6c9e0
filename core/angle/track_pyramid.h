// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/recorded_rows.h"
#include "core/angle/zeroed_memory.h"
#include "core/error.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

// Angles as they run along a recording, at any scale: how many of them have each of 16 directions. Least and greatest value would be wrong
// where angles go on from 2 pi to 0.
namespace rotascope {

/// Direction k has the angles in [k / 16, (k + 1) / 16) of a turn.
inline constexpr std::size_t trackDirections = 16;
using DirectionCounts = std::array<std::uint64_t, trackDirections>;
/// The direction of an angle (isAngle()), in rad; that of a full turn is 0.
std::size_t directionOf(float angle);
std::uint64_t totalOf(const DirectionCounts& counts);
/// The share of the angles of one that would have to turn elsewhere to be spread as the other's are: half the sum of the differences, 0 ...
/// 1; 0 if either has none.
double differingShare(const DirectionCounts& one, const DirectionCounts& other);

/// From the first place to the one behind the last. A place is a row or a position.
struct PlaceRange {
    std::int64_t first = 0;
    std::int64_t end = 0;

    [[nodiscard]] std::int64_t places() const { return end - first; }
    /// Part k of as many nearly equal parts. Together they are the whole; one is empty where there are more parts than places.
    [[nodiscard]] PlaceRange part(std::int64_t k, std::int64_t parts) const
    {
        return {first + places() * k / parts, first + places() * (k + 1) / parts};
    }
    friend bool operator==(const PlaceRange&, const PlaceRange&) = default;
};

/// Counts of directions in tiles of a power of two of places, and in tiles of twice as many, and so on to one for all: level 0 has the
/// smallest.
class TrackPyramid {
public:
    static constexpr std::size_t usualBytes = std::size_t{64} << 20;

    /// Of no angles. The tiles of level 0 are the smallest with which all levels together take at most `mostBytes`.
    TrackPyramid(std::int64_t places, std::size_t dimensions, std::size_t mostBytes = usualBytes);

    [[nodiscard]] std::int64_t places() const { return m_places; }
    [[nodiscard]] std::size_t dimensions() const { return m_dimensions; }
    [[nodiscard]] std::size_t levels() const { return m_levels.size(); }
    /// How many places a tile has (the last one may have fewer).
    [[nodiscard]] std::int64_t tilePlaces(std::size_t level) const { return std::int64_t{1} << (m_baseBits + level); }
    [[nodiscard]] std::size_t tiles(std::size_t level) const { return m_levels[level].tiles; }
    [[nodiscard]] std::size_t bytes() const { return m_counts.size() * sizeof(Count); }

    /// Adds angles of one direction at one place. Several threads may add, to the same tile as well; a direction of a tile can have at most
    /// 2^32 - 1 angles.
    void add(std::size_t dimension, std::int64_t place, std::size_t direction, std::uint32_t angles = 1);
    /// Makes the levels above 0 from it, once all is added.
    void sumUp();

    // After sumUp():
    /// Shape [16].
    [[nodiscard]] std::span<const std::uint32_t, trackDirections> tile(std::size_t level, std::size_t dimension, std::size_t tile) const
    {
        return std::span<const std::uint32_t, trackDirections>(&m_counts[offsetOf(level, dimension, tile)], trackDirections);
    }
    /// Of all tiles of level 0 that begin within the range: what neighbouring ranges count together is what the range of both counts.
    [[nodiscard]] DirectionCounts beginningIn(std::size_t dimension, const PlaceRange& range) const;
    /// The least range of whole tiles of level 0 that has this one.
    [[nodiscard]] PlaceRange ofWholeTiles(const PlaceRange& range) const;

private:
    using Count = std::uint32_t;
    struct Level {
        std::size_t firstTile = 0; ///< in m_counts
        std::size_t tiles = 0;
    };

    [[nodiscard]] static std::vector<Level> levelsOf(std::int64_t places, unsigned baseBits);
    [[nodiscard]] std::size_t offsetOf(std::size_t level, std::size_t dimension, std::size_t tile) const
    {
        return ((m_levels[level].firstTile + tile) * m_dimensions + dimension) * trackDirections;
    }

    std::int64_t m_places;
    std::size_t m_dimensions;
    unsigned m_baseBits = 0;
    std::vector<Level> m_levels;
    std::vector<Count, ZeroedMemory<Count>> m_counts; ///< row-major [tiles of all levels, dimensions, 16]
};

/// What is tracked.
struct Track {
    std::vector<std::size_t> dimensions; ///< ascending, at least one
    std::optional<int> axis; ///< along the positions of this axis; none: along the rows
    std::int64_t places = 0; ///< how many rows there are, or one more than the largest position

    friend bool operator==(const Track&, const Track&) = default;
};

/// Reads what is stored of these dimensions once; dimension i of the pyramid is track.dimensions[i]. Fails as RecordedRows::scan(), with
/// the row where an angle is not in [0, 2 pi] or a position is not below track.places, and where there are 2^32 rows or more along
/// positions.
Expected<std::shared_ptr<const TrackPyramid>> measureTrack(
    const RecordedRows& recorded, const Track& track, const std::stop_token& stop, const RowProgress& progress = {});

/// The directions of one dimension in a range of rows, or, along positions, in its whole tiles. Rows beside whole tiles are read again.
/// `index`: of track.dimensions. Fails as RecordedRows::read(), and where an angle is not in [0, 2 pi].
Expected<DirectionCounts> countDirections(const RecordedRows& recorded, const Track& track, const TrackPyramid& pyramid, std::size_t index,
    const PlaceRange& range, const std::stop_token& stop);

} // namespace rotascope
