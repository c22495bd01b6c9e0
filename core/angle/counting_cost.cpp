// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/counting_cost.h"

#include "core/angle/angle_histogram.h"

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cmath>
#include <limits>
#include <vector>

namespace rotascope {
namespace {

// What a floor sum takes: once a dimension, for finding its levels, and for each edge. In addition for each bit of the length: levels grow
// with its logarithm.
struct FloorSumCost {
    double dimension;
    double dimensionBit;
    double edge;
    double edgeBit;
};

// Seconds.
struct Measured {
    double loopPosition;
    double loopInterval;
    FloorSumCost floorSum;
};

// Frequencies as RoPEs have them: the fast ones have more levels, the slow ones count into the same interval for long.
std::array<Turn, 8> someTurns()
{
    std::array<Turn, 8> turns;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        turns[i] = turnOf(std::pow(0.3, static_cast<double>(i)), 1.7);
    }
    return turns;
}

// What one dimension takes on average, seconds: of each the least of some times, so that another program's turn is not measured.
template <class Count> double secondsOf(std::size_t intervals, const Count& count, int rounds = 4)
{
    std::vector<std::uint64_t> counts(intervals);
    double sum = 0.0;
    for (const Turn turn : someTurns()) {
        double least = std::numeric_limits<double>::max();
        for (int round = 0; round < rounds; ++round) {
            const auto start = std::chrono::steady_clock::now();
            count(turn, counts);
            least = std::min(least, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        }
        sum += least;
    }
    return sum / static_cast<double>(someTurns().size());
}

double bitsOf(std::uint64_t length)
{
    return static_cast<double>(std::bit_width(length));
}

void visit(Turn turn, std::int64_t positions, std::span<std::uint64_t> counts)
{
    countByLoop(turn, PositionSet::uniform(positions), counts);
}

FloorSumCost measureFloorSum()
{
    constexpr std::uint64_t brief = std::uint64_t{1} << 12;
    constexpr std::uint64_t extended = std::uint64_t{1} << 22;
    constexpr double bits = 10.0; // more
    struct AtLength {
        double dimension;
        double edge;
    };
    const auto at = [](std::uint64_t length) -> AtLength {
        constexpr std::size_t few = 128;
        constexpr std::size_t many = 2048;
        const auto sum
            = [length](Turn turn, std::span<std::uint64_t> counts) { countByFloorSum(turn, static_cast<std::int64_t>(length), counts); };
        const double ofFew = secondsOf(few, sum);
        const double edge = std::max(0.0, secondsOf(many, sum) - ofFew) / (many - few);
        return {std::max(0.0, ofFew - few * edge), edge};
    };
    const AtLength first = at(brief);
    const AtLength second = at(extended);
    const double dimensionBit = std::max(0.0, second.dimension - first.dimension) / bits;
    const double edgeBit = std::max(0.0, second.edge - first.edge) / bits;
    return {first.dimension - bitsOf(brief) * dimensionBit, dimensionBit, first.edge - bitsOf(brief) * edgeBit, edgeBit};
}

Measured measure()
{
    constexpr std::size_t few = 360;
    constexpr std::size_t many = 4096;
    constexpr std::int64_t positions = 4096;
    const auto count = [](Turn turn, std::span<std::uint64_t> counts) { visit(turn, positions, counts); };
    const double loopFew = secondsOf(few, count);
    const double loopInterval = std::max(0.0, secondsOf(many, count) - loopFew) / (many - few);
    const double loopPosition = std::max(0.0, loopFew - few * loopInterval) / positions;
    return {loopPosition, loopInterval, measureFloorSum()};
}

double secondsOfFloorSum(const FloorSumCost& cost, std::uint64_t length, double edges)
{
    return cost.dimension + cost.dimensionBit * bitsOf(length) + edges * (cost.edge + cost.edgeBit * bitsOf(length));
}

// Where what is written does not fit the caches that are near, all takes longer than measured above: how many times as long.
struct Slowness {
    double loopPosition = 1.0; ///< where a position has several counters (angle_histogram.cpp)
    double floorSum = 1.0;
};

// With the most intervals. Some 15 ms.
Slowness measureSlowness(const Measured& measured)
{
    constexpr std::size_t intervals = maxIntervals;
    constexpr std::int64_t positions = 8 * std::int64_t{maxIntervals};
    constexpr int rounds = 2;
    const double looped = secondsOf(
        intervals, [](Turn turn, std::span<std::uint64_t> counts) { visit(turn, positions, counts); }, rounds);
    const double summed = secondsOf(
        intervals, [](Turn turn, std::span<std::uint64_t> counts) { countByFloorSum(turn, maxIntervals, counts); }, rounds);
    return {std::max(1.0, (looped - intervals * measured.loopInterval) / (static_cast<double>(positions) * measured.loopPosition)),
        std::max(1.0, summed / secondsOfFloorSum(measured.floorSum, maxIntervals, intervals))};
}

Slowness slownessOf(std::uint64_t length, std::size_t intervals, const Measured& measured)
{
    constexpr std::size_t fitting = 16384;
    if (intervals <= fitting) {
        return {};
    }
    static const Slowness widest = measureSlowness(measured);
    const double share = static_cast<double>(intervals - fitting) / static_cast<double>(maxIntervals - fitting);
    const bool hasSeveralCounters = length / 8 >= intervals;
    return {hasSeveralCounters ? 1.0 + (widest.loopPosition - 1.0) * share : 1.0, 1.0 + (widest.floorSum - 1.0) * share};
}

} // namespace

CountingCost countingCost(std::uint64_t length, std::size_t intervals)
{
    static const Measured measured = measure();
    const auto edges = static_cast<double>(intervals);
    const Slowness slowness = slownessOf(length, intervals, measured);
    return {.loop = measured.loopPosition * static_cast<double>(length) * slowness.loopPosition + measured.loopInterval * edges,
        .floorSum = secondsOfFloorSum(measured.floorSum, length, edges) * slowness.floorSum};
}

} // namespace rotascope
