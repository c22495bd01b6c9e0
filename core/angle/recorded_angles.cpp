// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/recorded_angles.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace rotascope {
namespace {

// Angles are taken in blocks of this many: their intervals (4 bytes each) stay in the second-level cache.
constexpr std::size_t blockAngles = 32768;

// So many dimensions are counted together: their counters (4 bytes each, 23 KiB for 360 intervals) stay in the first-level cache.
constexpr std::size_t groupDimensions = 16;

// The interval of each angle; whether all of them are angles, else nothing is found. Two plain loops, and no short-circuit in
// the first, so that the compiler makes vectors of both.
inline __attribute__((always_inline)) bool findIntervals(std::span<const float> angles, std::uint32_t intervals, std::int32_t* result)
{
    int wrong = 0;
    for (const float angle : angles) {
        wrong |= static_cast<int>(!(angle >= 0.0F)) | static_cast<int>(!(angle <= fullTurnAngle));
    }
    if (wrong != 0) {
        return false;
    }
    const double perRadian = intervalsPerRadian(intervals);
    for (std::size_t i = 0; i < angles.size(); ++i) {
        result[i] = intervalOfAngle(angles[i], perRadian, static_cast<std::int32_t>(intervals));
    }
    return true;
}

#if defined(__x86_64__)
// The same code and the same result, four or eight angles at a time.
__attribute__((target("avx2"))) bool findIntervalsAvx2(std::span<const float> angles, std::uint32_t intervals, std::int32_t* result)
{
    return findIntervals(angles, intervals, result);
}
__attribute__((target("avx512f,avx512vl,avx512dq"))) bool findIntervalsAvx512(
    std::span<const float> angles, std::uint32_t intervals, std::int32_t* result)
{
    return findIntervals(angles, intervals, result);
}
#endif

bool findIntervalsBest(std::span<const float> angles, std::uint32_t intervals, std::int32_t* result)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq")) {
        return findIntervalsAvx512(angles, intervals, result);
    }
    if (__builtin_cpu_supports("avx2")) {
        return findIntervalsAvx2(angles, intervals, result);
    }
#endif
    return findIntervals(angles, intervals, result);
}

// Adds the intervals of some dimensions, `count` from `found` on of each row, to their counters. Always inline, so that the compiler knows
// the size of a whole group and unrolls it.
inline __attribute__((always_inline)) void countGroup(
    const std::int32_t* found, std::size_t rows, std::size_t dimensions, std::size_t count, std::uint32_t* counts, std::size_t intervals)
{
    for (std::size_t row = 0; row < rows; ++row) {
        const std::int32_t* const inRow = found + row * dimensions;
        for (std::size_t i = 0; i < count; ++i) {
            ++counts[i * intervals + static_cast<std::size_t>(inRow[i])];
        }
    }
}

} // namespace

AngleCounter::AngleCounter(std::size_t dimensions, std::uint32_t intervals, std::uint32_t mostRows)
    : m_dimensions(dimensions), m_intervals(intervals), m_mostRows(mostRows), m_counts(dimensions * intervals, 0)
{
}

std::size_t AngleCounter::add(std::span<const float> angles)
{
    const std::size_t rows = angles.size() / m_dimensions;
    const std::size_t blockRows = std::min({std::max<std::size_t>(blockAngles / m_dimensions, 1), std::size_t{m_mostRows}, rows});
    std::vector<std::int32_t> found(blockRows * m_dimensions);
    for (std::size_t first = 0; first < rows; first += blockRows) {
        const std::size_t count = std::min(blockRows, rows - first);
        const std::span<const float> block = angles.subspan(first * m_dimensions, count * m_dimensions);
        if (!findIntervalsBest(block, m_intervals, found.data())) {
            const auto bad = std::ranges::find_if_not(block, isAngle);
            return first + static_cast<std::size_t>(bad - block.begin()) / m_dimensions;
        }
        countFound(found.data(), count);
    }
    return rows;
}

void AngleCounter::countFound(const std::int32_t* found, std::size_t rows)
{
    if (rows > m_mostRows - m_rows) {
        moveToSum();
    }
    m_rows += static_cast<std::uint32_t>(rows);
    std::size_t first = 0;
    for (; first + groupDimensions <= m_dimensions; first += groupDimensions) {
        countGroup(found + first, rows, m_dimensions, groupDimensions, &m_counts[first * m_intervals], m_intervals);
    }
    if (first < m_dimensions) {
        countGroup(found + first, rows, m_dimensions, m_dimensions - first, &m_counts[first * m_intervals], m_intervals);
    }
}

void AngleCounter::moveToSum()
{
    if (m_sum.dimensions() == 0) {
        m_sum = AngleHistograms(m_dimensions, m_intervals);
    }
    addCounts(m_sum, 0);
    std::ranges::fill(m_counts, 0);
    m_rows = 0;
}

void AngleCounter::addCounts(AngleHistograms& histograms, std::size_t firstDimension) const
{
    for (std::size_t dimension = 0; dimension < m_dimensions; ++dimension) {
        const auto own = std::span(m_counts).subspan(dimension * m_intervals, m_intervals);
        const std::span<std::uint64_t> sums = histograms.counts(firstDimension + dimension);
        std::ranges::transform(own, sums, sums.begin(), std::plus<>());
        histograms.setTotal(firstDimension + dimension, histograms.total(firstDimension + dimension) + m_rows);
    }
}

void AngleCounter::addTo(AngleHistograms& histograms, std::size_t firstDimension) const
{
    addCounts(histograms, firstDimension);
    if (m_sum.dimensions() != 0) {
        histograms.add(m_sum, firstDimension);
    }
}

std::size_t addRecordedAngles(std::span<const float> angles, AngleHistograms& histograms)
{
    AngleCounter counter(histograms.dimensions(), histograms.intervals());
    const std::size_t rows = counter.add(angles);
    counter.addTo(histograms);
    return rows;
}

} // namespace rotascope
