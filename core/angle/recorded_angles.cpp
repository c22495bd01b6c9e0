// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/recorded_angles.h"

#include <algorithm>
#include <limits>
#include <utility>
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

// Counts intervals in 32-bit counters, which are added to the histograms when they might overflow and at the end.
class BlockCounter {
public:
    explicit BlockCounter(AngleHistograms& histograms)
        : m_histograms(histograms), m_counts(histograms.dimensions() * histograms.intervals(), 0)
    {
    }

    // intervals: [rows, dimensions]
    void add(const std::int32_t* intervals, std::size_t rows)
    {
        if (m_rows + rows > std::numeric_limits<std::uint32_t>::max()) {
            flush();
        }
        m_rows += rows;
        const std::size_t dimensions = m_histograms.dimensions();
        std::size_t first = 0;
        for (; first + groupDimensions <= dimensions; first += groupDimensions) {
            addGroup(intervals + first, rows, first, groupDimensions);
        }
        if (first < dimensions) {
            addGroup(intervals + first, rows, first, dimensions - first);
        }
    }

    void flush()
    {
        const std::span<std::uint64_t> sums(m_histograms.counts(0).data(), m_counts.size());
        for (std::size_t i = 0; i < m_counts.size(); ++i) {
            sums[i] += std::exchange(m_counts[i], 0);
        }
        m_rows = 0;
    }

private:
    // Always inline, so that the compiler knows the size of a whole group and unrolls it.
    inline __attribute__((always_inline)) void addGroup(
        const std::int32_t* intervals, std::size_t rows, std::size_t first, std::size_t count)
    {
        const std::size_t perDimension = m_histograms.intervals();
        std::uint32_t* const counts = &m_counts[first * perDimension];
        for (std::size_t row = 0; row < rows; ++row) {
            const std::int32_t* const inRow = intervals + row * m_histograms.dimensions();
            for (std::size_t i = 0; i < count; ++i) {
                ++counts[i * perDimension + static_cast<std::size_t>(inRow[i])];
            }
        }
    }

    AngleHistograms& m_histograms;
    std::vector<std::uint32_t> m_counts;
    std::uint64_t m_rows = 0; // since the last flush
};

} // namespace

std::size_t addRecordedAngles(std::span<const float> angles, AngleHistograms& histograms)
{
    BlockCounter counter(histograms);
    const std::size_t dimensions = histograms.dimensions();
    const std::size_t rows = angles.size() / dimensions;
    const std::size_t blockRows = std::max<std::size_t>(1, blockAngles / dimensions);
    std::vector<std::int32_t> interval(blockRows * dimensions);
    for (std::size_t first = 0; first < rows; first += blockRows) {
        const std::size_t count = std::min(blockRows, rows - first);
        const std::span<const float> block = angles.subspan(first * dimensions, count * dimensions);
        if (!findIntervalsBest(block, histograms.intervals(), interval.data())) {
            const auto bad = std::ranges::find_if_not(block, isAngle);
            return first + static_cast<std::size_t>(bad - block.begin()) / dimensions;
        }
        counter.add(interval.data(), count);
    }
    counter.flush();
    for (std::size_t dimension = 0; dimension < dimensions; ++dimension) {
        histograms.setTotal(dimension, histograms.total(dimension) + rows);
    }
    return rows;
}

} // namespace rotascope
