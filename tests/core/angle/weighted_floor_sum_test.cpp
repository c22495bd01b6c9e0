// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/weighted_floor_sum.h"

#include "core/angle/angle_histogram.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>
#include <rapidcheck/gtest.h>

using namespace rotascope;

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

rc::Gen<Turn> anyTurn()
{
    return rc::gen::oneOf(rc::gen::map(rc::gen::arbitrary<std::uint64_t>(), [](std::uint64_t value) { return Turn{value}; }),
        rc::gen::map(rc::gen::inRange(-9000, 2000), [](int exponent) { return turnOf(std::pow(10.0, exponent / 1000.0)); }),
        // Angles fall on edges exactly.
        rc::gen::map(
            rc::gen::inRange<std::uint64_t>(1, 1000), [](std::uint64_t denominator) { return Turn{~std::uint64_t{0} / denominator + 1}; }),
        rc::gen::element(Turn{0}, Turn{1}, Turn{~std::uint64_t{0}}, Turn{std::uint64_t{1} << 63}, Turn{std::uint64_t{1} << 32}));
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
    RC_ASSERT(sumOf(expected) == distances(window).over(length).total());
}
