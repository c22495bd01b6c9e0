// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/track_pyramid.h"

#include "core/angle/recorded_angle.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <numeric>

namespace rotascope {
namespace {

constexpr auto mostTilePlaces = std::int64_t{1} << 31; // a count of 32 bits holds one for each place
constexpr unsigned mostBits = 31;
// From so many places a tile on, angles are counted aside before they are added.
constexpr std::int64_t fewPlaces = 32;
constexpr std::int64_t rowsReadAtATime = 65536;

std::int64_t dividedUp(std::int64_t value, std::int64_t by)
{
    return value / by + (value % by != 0 ? 1 : 0);
}

void addTo(DirectionCounts& sum, std::span<const std::uint32_t, trackDirections> counts)
{
    for (std::size_t k = 0; k < trackDirections; ++k) {
        sum[k] += counts[k];
    }
}

// Adds what comes one after the other and lies in the same tile at a time.
class TileCounts {
public:
    TileCounts(TrackPyramid& pyramid, std::size_t dimension) : m_pyramid(pyramid), m_dimension(dimension) { }
    TileCounts(const TileCounts&) = delete;
    TileCounts& operator=(const TileCounts&) = delete;
    ~TileCounts() { flush(); }

    void add(std::int64_t place, std::size_t direction)
    {
        if (m_pyramid.tilePlaces(0) < fewPlaces) {
            m_pyramid.add(m_dimension, place, direction);
            return;
        }
        if (place < m_first || place >= m_end) {
            flush();
            m_first = place - place % m_pyramid.tilePlaces(0);
            m_end = m_first + m_pyramid.tilePlaces(0);
        }
        ++m_counts[direction];
    }

private:
    void flush()
    {
        for (std::size_t k = 0; k < trackDirections; ++k) {
            if (m_counts[k] != 0) {
                m_pyramid.add(m_dimension, m_first, k, m_counts[k]);
                m_counts[k] = 0;
            }
        }
    }

    TrackPyramid& m_pyramid;
    std::size_t m_dimension;
    std::int64_t m_first = 0;
    std::int64_t m_end = 0;
    std::array<std::uint32_t, trackDirections> m_counts{};
};

tl::unexpected<Error> noPlaceError(const RecordedRows& recorded, const Track& track, const RowTile& tile, std::size_t row)
{
    const auto axes = static_cast<std::size_t>(recorded.axes());
    return inputError(recorded.name() + ": "
        + Sentence::of("row {1} has position {2}; expected 0 to {3}", tile.range.firstRow + static_cast<std::int64_t>(row),
            tile.positions[row * axes + static_cast<std::size_t>(*track.axis)], track.places - 1));
}

// Adds one dimension of a tile of rows.
Expected<void> addTile(TrackPyramid& pyramid, const RecordedRows& recorded, const Track& track, std::size_t index, const RowTile& tile)
{
    const std::size_t column = track.dimensions[index] - tile.range.firstDimension;
    const auto axes = static_cast<std::size_t>(recorded.axes());
    TileCounts counts(pyramid, index);
    for (std::size_t row = 0; row < static_cast<std::size_t>(tile.range.rows); ++row) {
        const float angle = tile.angles[row * tile.range.dimensions + column];
        if (!isAngle(angle)) {
            return noAngleError(recorded, tile, row, column);
        }
        const std::int64_t place = track.axis ? tile.positions[row * axes + static_cast<std::size_t>(*track.axis)]
                                              : tile.range.firstRow + static_cast<std::int64_t>(row);
        if (place < 0 || place >= track.places) {
            return noPlaceError(recorded, track, tile, row);
        }
        counts.add(place, directionOf(angle));
    }
    return {};
}

Expected<void> countRows(
    const RecordedRows& recorded, std::size_t dimension, const PlaceRange& range, const std::stop_token& stop, DirectionCounts& counts)
{
    for (std::int64_t row = range.first; row < range.end; row += rowsReadAtATime) {
        const auto values = recorded.read({row, std::min(rowsReadAtATime, range.end - row), dimension, 1}, stop);
        if (!values) {
            return tl::unexpected(values.error());
        }
        for (std::size_t i = 0; i < values->angles.size(); ++i) {
            if (!isAngle(values->angles[i])) {
                return noAngleError(recorded, {values->range, values->positions, values->angles}, i, 0);
            }
            ++counts[directionOf(values->angles[i])];
        }
    }
    return {};
}

} // namespace

std::size_t directionOf(float angle)
{
    constexpr auto directions = static_cast<std::int32_t>(trackDirections);
    return static_cast<std::size_t>(intervalOfAngle(angle, intervalsPerRadian(trackDirections), directions));
}

std::uint64_t totalOf(const DirectionCounts& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

double differingShare(const DirectionCounts& one, const DirectionCounts& other)
{
    const auto oneTotal = static_cast<double>(totalOf(one));
    const auto otherTotal = static_cast<double>(totalOf(other));
    double sum = 0.0;
    for (std::size_t k = 0; k < trackDirections && oneTotal > 0.0 && otherTotal > 0.0; ++k) {
        sum += std::abs(static_cast<double>(one[k]) / oneTotal - static_cast<double>(other[k]) / otherTotal);
    }
    return 0.5 * sum;
}

TrackPyramid::TrackPyramid(std::int64_t places, std::size_t dimensions, std::size_t mostBytes) : m_places(places), m_dimensions(dimensions)
{
    const std::size_t tileBytes = dimensions * trackDirections * sizeof(Count);
    const auto tiles = [this] { return m_levels.back().firstTile + m_levels.back().tiles; };
    m_levels = levelsOf(places, m_baseBits);
    while (m_baseBits < mostBits && tiles() > mostBytes / std::max<std::size_t>(tileBytes, 1)) {
        m_levels = levelsOf(places, ++m_baseBits);
    }
    m_counts.resize(tiles() * dimensions * trackDirections);
}

std::vector<TrackPyramid::Level> TrackPyramid::levelsOf(std::int64_t places, unsigned baseBits)
{
    std::vector<Level> levels;
    std::size_t first = 0;
    for (std::int64_t tilePlaces = std::int64_t{1} << baseBits;; tilePlaces *= 2) {
        const Level level{.firstTile = first, .tiles = static_cast<std::size_t>(dividedUp(places, tilePlaces))};
        levels.push_back(level);
        if (level.tiles <= 1 || tilePlaces == mostTilePlaces) {
            return levels;
        }
        first += level.tiles;
    }
}

void TrackPyramid::add(std::size_t dimension, std::int64_t place, std::size_t direction, std::uint32_t angles)
{
    const auto tile = static_cast<std::size_t>(place >> m_baseBits);
    std::atomic_ref(m_counts[offsetOf(0, dimension, tile) + direction]).fetch_add(angles, std::memory_order_relaxed);
}

void TrackPyramid::sumUp()
{
    for (std::size_t level = 1; level < levels(); ++level) {
        for (std::size_t below = 0; below < tiles(level - 1); ++below) {
            Count* const sum = &m_counts[offsetOf(level, 0, below / 2)];
            const Count* const part = &m_counts[offsetOf(level - 1, 0, below)];
            for (std::size_t i = 0; i < m_dimensions * trackDirections; ++i) {
                sum[i] += part[i];
            }
        }
    }
}

// Two tiles or fewer of each level.
DirectionCounts TrackPyramid::beginningIn(std::size_t dimension, const PlaceRange& range) const
{
    DirectionCounts sum{};
    auto first = static_cast<std::size_t>(dividedUp(std::clamp<std::int64_t>(range.first, 0, m_places), tilePlaces(0)));
    auto end = static_cast<std::size_t>(dividedUp(std::clamp<std::int64_t>(range.end, 0, m_places), tilePlaces(0)));
    for (std::size_t level = 0; first < end; ++level) {
        const bool isTop = level + 1 == levels();
        while (first < end && (isTop || first % 2 == 1)) {
            addTo(sum, tile(level, dimension, first++));
        }
        if (first < end && end % 2 == 1) {
            addTo(sum, tile(level, dimension, --end));
        }
        first /= 2;
        end /= 2;
    }
    return sum;
}

PlaceRange TrackPyramid::ofWholeTiles(const PlaceRange& range) const
{
    const std::int64_t first = std::clamp<std::int64_t>(range.first, 0, m_places);
    const std::int64_t end = std::clamp<std::int64_t>(range.end, first, m_places);
    return {first - first % tilePlaces(0), std::min(dividedUp(end, tilePlaces(0)) * tilePlaces(0), m_places)};
}

Expected<std::shared_ptr<const TrackPyramid>> measureTrack(
    const RecordedRows& recorded, const Track& track, const std::stop_token& stop, const RowProgress& progress)
{
    constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
    if (track.axis && recorded.rows() > most) {
        return inputError(
            recorded.name() + ": " + Sentence::of("has {1} rows; expected at most {2} along positions", recorded.rows(), most));
    }
    const auto pyramid = std::make_shared<TrackPyramid>(track.places, track.dimensions.size());
    const auto take = [&](unsigned /*thread*/, const RowTile& tile) -> Expected<void> {
        for (std::size_t i = 0; i < track.dimensions.size(); ++i) {
            const std::size_t dimension = track.dimensions[i];
            if (dimension >= tile.range.firstDimension && dimension - tile.range.firstDimension < tile.range.dimensions) {
                if (auto added = addTile(*pyramid, recorded, track, i, tile); !added) {
                    return added;
                }
            }
        }
        return {};
    };
    const RowScan scan{.threads = recorded.scanThreads(0), .dimensions = track.dimensions, .withPositions = track.axis.has_value()};
    return recorded.scan(scan, take, stop, progress).map([&] {
        pyramid->sumUp();
        return std::shared_ptr<const TrackPyramid>(pyramid);
    });
}

Expected<DirectionCounts> countDirections(const RecordedRows& recorded, const Track& track, const TrackPyramid& pyramid, std::size_t index,
    const PlaceRange& range, const std::stop_token& stop)
{
    if (track.axis) {
        return pyramid.beginningIn(index, pyramid.ofWholeTiles(range));
    }
    // The whole tiles within, and the rows before and behind them.
    const std::int64_t tilePlaces = pyramid.tilePlaces(0);
    const std::int64_t last = range.end == pyramid.places() ? range.end : range.end - range.end % tilePlaces;
    const PlaceRange whole{std::min(dividedUp(range.first, tilePlaces) * tilePlaces, range.end), std::max(last, range.first)};
    if (whole.first >= whole.end) {
        DirectionCounts counts{};
        return countRows(recorded, track.dimensions[index], range, stop, counts).map([&] { return counts; });
    }
    DirectionCounts counts = pyramid.beginningIn(index, whole);
    return countRows(recorded, track.dimensions[index], {range.first, whole.first}, stop, counts)
        .and_then([&] {
            return countRows(recorded, track.dimensions[index], {whole.end, range.end}, stop, counts);
        })
        .map([&] { return counts; });
}

} // namespace rotascope
