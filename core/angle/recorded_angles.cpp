// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/recorded_angles.h"

#include <algorithm>
#include <vector>

namespace rotascope {
namespace {

// Angles are taken in blocks of this many: their intervals (4 bytes each) stay in the first-level cache.
constexpr std::size_t blockAngles = 4096;

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
// The same code and the same result, four angles at a time.
__attribute__((target("avx2"))) bool findIntervalsAvx2(std::span<const float> angles, std::uint32_t intervals, std::int32_t* result)
{
    return findIntervals(angles, intervals, result);
}
#endif

bool findIntervalsBest(std::span<const float> angles, std::uint32_t intervals, std::int32_t* result)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        return findIntervalsAvx2(angles, intervals, result);
    }
#endif
    return findIntervals(angles, intervals, result);
}

} // namespace

std::uint32_t intervalOfAngle(float angle, std::uint32_t intervals)
{
    return static_cast<std::uint32_t>(intervalOfAngle(angle, intervalsPerRadian(intervals), static_cast<std::int32_t>(intervals)));
}

std::size_t addRecordedAngles(std::span<const float> angles, AngleHistograms& histograms)
{
    const std::size_t dimensions = histograms.dimensions();
    const std::size_t intervals = histograms.intervals();
    const std::size_t rows = angles.size() / dimensions;
    const std::size_t blockRows = std::max<std::size_t>(1, blockAngles / dimensions);
    std::vector<std::int32_t> interval(blockRows * dimensions);
    std::uint64_t* const counts = histograms.counts(0).data();
    for (std::size_t first = 0; first < rows; first += blockRows) {
        const std::size_t count = std::min(blockRows, rows - first);
        const std::span<const float> block = angles.subspan(first * dimensions, count * dimensions);
        if (!findIntervalsBest(block, histograms.intervals(), interval.data())) {
            const auto bad = std::ranges::find_if_not(block, isAngle);
            return first + static_cast<std::size_t>(bad - block.begin()) / dimensions;
        }
        for (std::size_t row = 0; row < count; ++row) {
            const std::int32_t* const inRow = &interval[row * dimensions];
            for (std::size_t dimension = 0; dimension < dimensions; ++dimension) {
                ++counts[dimension * intervals + static_cast<std::size_t>(inRow[dimension])];
            }
        }
    }
    for (std::size_t dimension = 0; dimension < dimensions; ++dimension) {
        histograms.setTotal(dimension, histograms.total(dimension) + rows);
    }
    return rows;
}

} // namespace rotascope
