// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/weighted_floor_sum.h"

#include "core/angle/angle_histogram.h"
#include "tests/core/angle/any_turn.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>
#include <random>
#include <rapidcheck/gtest.h>

using namespace rotascope;
using test::anyTurn;

namespace {

CountingMeasure distances(std::int64_t window = 0)
{
    return {Counting::Distances, window};
}

// The definition, word for word.
std::vector<std::uint64_t> byDefinition(Turn turn, std::int64_t length, std::int64_t window, std::uint32_t intervals)
{
    std::vector<std::uint64_t> counts(intervals, 0);
    for (std::int64_t query = 0; query < length; ++query) {
        for (std::int64_t key = window > 0 ? std::max<std::int64_t>(0, query - window + 1) : 0; key <= query; ++key) {
            ++counts[intervalOf(phaseAt(turn, static_cast<std::uint64_t>(query - key)), intervals)];
        }
    }
    return counts;
}

std::vector<std::uint64_t> byLoop(Turn turn, const CountingMeasure& measure, std::int64_t length, std::uint32_t intervals)
{
    std::vector<std::uint64_t> counts(intervals, 99); // what was there before must not matter
    countByLoop(turn, PositionSet::of(measure, length), counts);
    return counts;
}

std::vector<std::uint64_t> byFloorSum(
    Turn turn, const CountingMeasure& measure, std::int64_t length, std::uint32_t intervals, InstructionSet set = instructionSet())
{
    std::vector<std::uint64_t> counts(intervals, 99);
    countByWeightedFloorSum(turn, measure.over(length), counts, set);
    return counts;
}

// In integers, one edge after the other.
std::vector<std::uint64_t> byIntegers(Turn turn, const CountingMeasure& measure, std::int64_t length, std::uint32_t intervals)
{
    std::vector<std::uint64_t> ranks(intervals);
    for (std::uint32_t k = 0; k < intervals; ++k) {
        ranks[k] = intervalEdge(k, intervals);
    }
    WeightedFloorSum(turn, measure.over(length)).ranks(ranks);
    ranks.push_back(ranks[0] - 4 * measure.over(length).total());
    std::vector<std::uint64_t> counts(intervals);
    for (std::uint32_t k = 0; k < intervals; ++k) {
        counts[k] = (ranks[k] - ranks[k + 1]) / 4;
    }
    return counts;
}

std::uint64_t sumOf(const std::vector<std::uint64_t>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

} // namespace

RC_GTEST_PROP(WeightedFloorSum, EqualsTheDefinitionAndTheLoopToTheBit, ())
{
    const Turn turn = *anyTurn();
    const auto length = *rc::gen::inRange<std::int64_t>(0, 700);
    const auto window = *rc::gen::inRange<std::int64_t>(0, 800);
    const auto intervals = *rc::gen::inRange<std::uint32_t>(minIntervals, 1000);
    const auto expected = byDefinition(turn, length, window, intervals);
    RC_ASSERT(byLoop(turn, distances(window), length, intervals) == expected);
    RC_ASSERT(byIntegers(turn, distances(window), length, intervals) == expected);
    RC_ASSERT(byFloorSum(turn, distances(window), length, intervals) == expected);
    RC_ASSERT(sumOf(expected) == distances(window).over(length).total());
}

// Longer than a property's generator likes them.
TEST(WeightedFloorSum, EqualsTheLoopForManyContexts)
{
    std::mt19937_64 random(5);
    const std::vector<std::uint32_t> someIntervals = {2, 7, 360, 361, 720, 4099}; // not all divide 2^64
    for (int i = 0; i < 400; ++i) {
        const Turn turn = i % 2 == 0 ? Turn{random()} : turnOf(std::pow(1e-8, static_cast<double>(random() % 1000) / 1000));
        const auto length = static_cast<std::int64_t>(random() % 100000);
        const std::int64_t window = i % 3 == 0 ? static_cast<std::int64_t>(random() % 100000) : 0;
        const std::uint32_t intervals = someIntervals[random() % someIntervals.size()];
        ASSERT_EQ(byFloorSum(turn, distances(window), length, intervals), byLoop(turn, distances(window), length, intervals))
            << turn.value << " " << length << " " << window << " " << intervals;
    }
}

// Contexts that no loop reaches: vectors of doubles against integers, with every instruction set.
TEST(WeightedFloorSum, EveryInstructionSetGivesTheIntegers)
{
    std::mt19937_64 random(11);
    const std::vector<std::uint32_t> someIntervals = {2, 7, 90, 97, 360};
    for (int i = 0; i < 6000; ++i) {
        const Turn turn = i % 3 == 0 ? Turn{random() >> random() % 64}
            : i % 3 == 1
            ? Turn{~std::uint64_t{0} / (1 + random() % 5000) + random() % 3}
            : turnOf(std::pow(1e-7, static_cast<double>(random() % 1000) / 1000), 1.0 + 1e-3 * static_cast<double>(random() % 32000));
        const auto length = static_cast<std::int64_t>((random() & ((std::uint64_t{1} << 31) - 1)) >> random() % 31);
        const std::int64_t window = i % 4 == 0 ? static_cast<std::int64_t>(random() % 100000) : 0;
        const std::uint32_t intervals = someIntervals[random() % someIntervals.size()];
        const auto expected = byIntegers(turn, distances(window), length, intervals);
        for (const InstructionSet set : instructionSets()) {
            ASSERT_EQ(byFloorSum(turn, distances(window), length, intervals, set), expected)
                << turn.value << " " << length << " " << window << " " << nameOf(set);
        }
    }
}

// A loop over 2^30 distances is too slow for every run. One query more sees each distance once more, as positions count them.
TEST(WeightedFloorSum, TwoToTheThirtyDistancesGrowByPositions)
{
    constexpr std::int64_t length = std::int64_t{1} << 30;
    for (const double frequency : {1.0, 0.0421696503, 1e-4, 6.5, 1e-9}) {
        const Turn turn = turnOf(frequency);
        for (const std::uint32_t intervals : {360U, 97U}) {
            const auto counts = byFloorSum(turn, distances(), length, intervals);
            EXPECT_EQ(sumOf(counts), (std::uint64_t{1} << 29) * ((std::uint64_t{1} << 30) + 1));
            const auto next = byFloorSum(turn, distances(), length + 1, intervals);
            std::vector<std::uint64_t> positions(intervals);
            countByFloorSum(turn, length + 1, positions);
            for (std::uint32_t k = 0; k < intervals; ++k) {
                ASSERT_EQ(next[k] - counts[k], positions[k]) << frequency << " " << k;
            }
        }
    }
}

// Within a window, later queries add the window's positions.
RC_GTEST_PROP(WeightedFloorSum, AWindowIsItsTriangleAndThePositionsOfEachLaterQuery, ())
{
    const Turn turn = *anyTurn();
    const auto window = *rc::gen::inRange<std::int64_t>(1, 1 << 19);
    const auto later = *rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 39);
    const auto counts = byFloorSum(turn, distances(window), window + later, 97);
    const auto triangle = byFloorSum(turn, distances(), window, 97);
    std::vector<std::uint64_t> positions(97);
    countByFloorSum(turn, window, positions);
    for (std::size_t k = 0; k < counts.size(); ++k) {
        RC_ASSERT(counts[k] == triangle[k] + static_cast<std::uint64_t>(later) * positions[k]);
    }
}
