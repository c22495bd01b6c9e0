// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/angle_histogram.h"
#include "core/angle/recorded_angle.h"
#include "core/error.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <stop_token>
#include <vector>

namespace rotascope {

/// Some recorded angles: float32 [rows, dimensions] row-major in rad, of `dimensions` dimensions from `firstDimension` on.
struct AngleTile {
    std::span<const float> angles;
    std::size_t firstDimension = 0;
    std::size_t dimensions = 0;
};
using TakeAngles = std::function<Expected<void>(const AngleTile& tile)>;

/// Who looks on while angles are counted; both are called from the calling thread, and may be empty.
struct CountingWatch {
    /// The intervals of soFar().
    static constexpr std::uint32_t intervals = 90;

    std::function<void(std::int64_t done, std::int64_t total)> progress = {}; ///< rows
    std::function<void(const AngleHistograms& some)> soFar = {}; ///< now and then: what one of the threads has counted
};

/// Angles that a model really applied, in whatever store they are kept: what an analysis asks of a recording.
class RecordedAngles {
public:
    RecordedAngles() = default;
    RecordedAngles(const RecordedAngles&) = delete;
    RecordedAngles& operator=(const RecordedAngles&) = delete;
    virtual ~RecordedAngles() = default;

    [[nodiscard]] virtual std::size_t dimensions() const = 0;
    /// How many angles each dimension has.
    [[nodiscard]] virtual std::int64_t rows() const = 0;

    /// Whether histograms() of so many intervals takes no time to speak of, because the angles were counted before. Then no engine is
    /// asked.
    [[nodiscard]] virtual bool isCounted(std::uint32_t /*intervals*/) const { return false; }

    /// Whether it pays to count fineIntervals in place of so many, and to keep() them: other numbers of intervals follow without a reading.
    [[nodiscard]] virtual bool wantsFineCounts(std::uint32_t /*intervals*/) const { return false; }
    virtual void keep(const AngleHistograms& /*fine*/) const { }

    /// Counts fineIntervals on the CPU, keeps them, and tells `watch` of it: for stores whose wantsFineCounts() may be true and that take
    /// long to read; else nothing. Fails as histograms() does.
    virtual Expected<void> countAhead(const std::stop_token& /*stop*/, const CountingWatch& /*watch*/) const { return {}; }

    /// Hands all angles on in tiles, each once, in any order, by one or several threads at a time: for engines that count
    /// elsewhere than on the CPU. Fails with what take() answered first, with the store's own error, or with ErrorKind::Stopped.
    virtual Expected<void> read(const TakeAngles& take, const std::stop_token& stop) const = 0;

    /// Histograms of all recorded angles, shape [dimensions, intervals], counted on the CPU as suits the store best. Fails with the name of
    /// the file and the row where an angle is not in [0, 2 pi); with ErrorKind::Stopped when asked to stop.
    virtual Expected<AngleHistograms> histograms(std::uint32_t intervals, const std::stop_token& stop) const = 0;
};

/// Counts recorded angles, block after block, in counters of 32 bits: half the memory of the histograms that they are added to at the end,
/// once. (Adding them for each block costs more than the counting where there are many intervals.)
class AngleCounter {
public:
    /// At least one dimension. `mostRows`: what the counters can hold before they are moved on; at least one.
    AngleCounter(std::size_t dimensions, std::uint32_t intervals, std::uint32_t mostRows = std::numeric_limits<std::uint32_t>::max());

    /// Counts a block, float32 [rows, dimensions] row-major in rad. Returns the number of rows that were counted: `rows`, or the first row
    /// that holds a value outside [0, 2 pi] or a NaN (then the counter is of no further use).
    std::size_t add(std::span<const float> angles);

    /// Adds all that was counted to the dimensions of `histograms` from `firstDimension` on; they have as many intervals.
    void addTo(AngleHistograms& histograms, std::size_t firstDimension = 0) const;

private:
    void countFound(const std::int32_t* found, std::size_t rows);
    void moveToSum();
    void addCounts(AngleHistograms& histograms, std::size_t firstDimension) const;

    std::size_t m_dimensions;
    std::uint32_t m_intervals;
    std::uint32_t m_mostRows;
    std::uint32_t m_rows = 0; // in m_counts
    std::vector<std::uint32_t> m_counts; // [dimensions, intervals]
    AngleHistograms m_sum; // of earlier rows; empty where there are none
};

/// Adds one block to `histograms`, as AngleCounter does; what add() returns.
std::size_t addRecordedAngles(std::span<const float> angles, AngleHistograms& histograms);

} // namespace rotascope
