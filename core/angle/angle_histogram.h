// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/instruction_set.h"
#include "core/angle/position_set.h"
#include "core/angle/turn.h"
#include "core/error.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rotascope {

/// How finely the circle may be cut.
inline constexpr std::uint32_t minIntervals = 2;
inline constexpr std::uint32_t maxIntervals = 65536;

/// Angle counts of several dimensions: for each dimension, how many angles fall into each of `intervals` equal parts of the
/// circle (paper eq. 5-7, before the division by the number of angles). Row-major, shape [dimensions, intervals].
class AngleHistograms {
public:
    AngleHistograms() = default;
    AngleHistograms(std::size_t dimensions, std::uint32_t intervals);

    [[nodiscard]] std::size_t dimensions() const { return m_totals.size(); }
    [[nodiscard]] std::uint32_t intervals() const { return m_intervals; }
    /// The counts of one dimension, shape [intervals].
    [[nodiscard]] std::span<const std::uint64_t> counts(std::size_t dimension) const;
    [[nodiscard]] std::span<std::uint64_t> counts(std::size_t dimension);
    /// How many angles a dimension has; the sum of its counts.
    [[nodiscard]] std::uint64_t total(std::size_t dimension) const { return m_totals[dimension]; }
    void setTotal(std::size_t dimension, std::uint64_t total) { m_totals[dimension] = total; }
    /// Adds histograms with the same number of intervals to the dimensions from `firstDimension` on.
    void add(const AngleHistograms& part, std::size_t firstDimension = 0);
    /// Copies a dimension from histograms with the same number of intervals.
    void copyDimension(std::size_t dimension, const AngleHistograms& from, std::size_t fromDimension);

    friend bool operator==(const AngleHistograms&, const AngleHistograms&) = default;

private:
    std::uint32_t m_intervals = 0;
    std::vector<std::uint64_t> m_counts;
    std::vector<std::uint64_t> m_totals;
};

/// Counts the angles of one dimension into `counts` (which is overwritten; its size is the number of intervals) by visiting
/// every position: the reference, and the fastest way for short contexts and the only one for counted positions.
void countByLoop(Turn turn, const PositionSet& positions, std::span<std::uint64_t> counts);

/// The same counts for the positions 0 ... length-1, equal to the bit, by one floor sum for each interval: the time hardly grows with the
/// length. 0 <= length < 2^63.
void countByFloorSum(Turn turn, std::int64_t length, std::span<std::uint64_t> counts, InstructionSet set = instructionSet());

/// The same for the distances of a context: CountingMeasure::over() of a length that fits.
void countByWeightedFloorSum(Turn turn, const CountedRange& range, std::span<std::uint64_t> counts, InstructionSet set = instructionSet());

/// The same counts by whichever of the two costs less.
void countAngles(Turn turn, const PositionSet& positions, std::span<std::uint64_t> counts);

} // namespace rotascope
