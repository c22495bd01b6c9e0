// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/angle_histogram.h"
#include "core/angle/floor_sum.h"
#include "tests/core/angle/any_turn.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>
#include <rapidcheck/gtest.h>

using namespace rotascope;
using test::anyTurn;

namespace {

std::vector<std::uint64_t> byLoop(Turn turn, const PositionSet& positions, std::uint32_t intervals)
{
    std::vector<std::uint64_t> counts(intervals, 99); // what was there before must not matter
    countByLoop(turn, positions, counts);
    return counts;
}

std::vector<std::uint64_t> byFloorSum(Turn turn, std::int64_t length, std::uint32_t intervals)
{
    std::vector<std::uint64_t> counts(intervals, 99);
    countByFloorSum(turn, length, counts);
    return counts;
}

// The definition, word for word: one position after the other, one counter an interval.
std::vector<std::uint64_t> byDefinition(Turn turn, std::int64_t length, std::uint32_t intervals)
{
    std::vector<std::uint64_t> counts(intervals, 0);
    for (std::int64_t position = 0; position < length; ++position) {
        ++counts[intervalOf(phaseAt(turn, static_cast<std::uint64_t>(position)), intervals)];
    }
    return counts;
}

} // namespace

RC_GTEST_PROP(AngleHistogram, LoopFloorSumAndDefinitionAreEqualToTheBit, ())
{
    const Turn turn = *anyTurn();
    const auto length = *rc::gen::inRange<std::int64_t>(0, 20000);
    const auto intervals = *rc::gen::inRange<std::uint32_t>(minIntervals, 1000);
    const auto expected = byDefinition(turn, length, intervals);
    RC_ASSERT(byLoop(turn, PositionSet::uniform(length), intervals) == expected);
    RC_ASSERT(byFloorSum(turn, length, intervals) == expected);
}

TEST(AngleHistogram, LoopAndFloorSumAgreeOnLongContexts)
{
    for (const std::int64_t length : {(std::int64_t{1} << 20) - 1, std::int64_t{1} << 22, std::int64_t{10'000'019}}) {
        for (const double frequency : {1.0, 0.0421696503, 1e-4, 6.5}) {
            const Turn turn = turnOf(frequency);
            EXPECT_EQ(byLoop(turn, PositionSet::uniform(length), 361), byFloorSum(turn, length, 361)) << length << " " << frequency;
        }
    }
}

TEST(AngleHistogram, EdgeCases)
{
    for (const Turn turn : {Turn{0}, Turn{1}, turnOf(1.0), turnOf(7.0), Turn{~std::uint64_t{0}}}) {
        for (const std::uint32_t intervals : {2U, 3U, 360U, 65536U}) {
            EXPECT_EQ(byFloorSum(turn, 0, intervals), std::vector<std::uint64_t>(intervals, 0));
            std::vector<std::uint64_t> one(intervals, 0);
            one[0] = 1;
            EXPECT_EQ(byFloorSum(turn, 1, intervals), one);
            EXPECT_EQ(byLoop(turn, PositionSet::uniform(1), intervals), one);
        }
    }
}

RC_GTEST_PROP(AngleHistogram, CountsSumToTheLengthWhateverItIs, ())
{
    const Turn turn = *anyTurn();
    const auto length = *rc::gen::inRange<std::int64_t>(0, maxContextLength + 1);
    const auto intervals = *rc::gen::inRange<std::uint32_t>(minIntervals, 400);
    const auto counts = byFloorSum(turn, length, intervals);
    RC_ASSERT(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}) == static_cast<std::uint64_t>(length));
    RC_ASSERT(std::ranges::all_of(counts, [&](std::uint64_t count) { return count <= static_cast<std::uint64_t>(length); }));
}

// A context that is cut in two must count as its parts: ties lengths that no loop reaches to those that one does.
RC_GTEST_PROP(AngleHistogram, LongContextsAreTheSumOfTheirParts, ())
{
    const Turn turn = *anyTurn();
    const auto length = *rc::gen::inRange<std::int64_t>(1 << 20, maxContextLength);
    const auto rest = *rc::gen::inRange<std::int64_t>(0, 5000);
    const auto whole = byFloorSum(turn, length + rest, 97);
    auto sum = byFloorSum(turn, length, 97);
    for (std::int64_t position = length; position < length + rest; ++position) {
        ++sum[intervalOf(phaseAt(turn, static_cast<std::uint64_t>(position)), 97)];
    }
    RC_ASSERT(whole == sum);
}

RC_GTEST_PROP(AngleHistogram, CountedPositionsWithMultiplicityOneAreUniform, ())
{
    const Turn turn = *anyTurn();
    const auto length = *rc::gen::inRange<std::size_t>(1, 5000);
    const auto counted = byLoop(turn, PositionSet::counted(std::vector<std::uint64_t>(length, 1)), 360);
    RC_ASSERT(counted == byFloorSum(turn, static_cast<std::int64_t>(length), 360));
}

TEST(AngleHistogram, CountedPositionsAreWeighted)
{
    const auto counts = byLoop(Turn{std::uint64_t{1} << 62}, PositionSet::counted({5, 0, 7, 0, 11}), 4);
    EXPECT_EQ(counts, (std::vector<std::uint64_t>{16, 0, 7, 0}));
}

TEST(AngleHistogram, IntervalEdgesAreTheFirstPhasesOfTheirIntervals)
{
    for (const std::uint32_t intervals : {2U, 7U, 360U, 720U, 65536U}) {
        for (std::uint32_t k = 1; k < intervals; ++k) {
            const std::uint64_t edge = intervalEdge(k, intervals);
            ASSERT_EQ(intervalOf(edge, intervals), k);
            ASSERT_EQ(intervalOf(edge - 1, intervals), k - 1);
        }
    }
}

TEST(AngleHistograms, CopiesDimensions)
{
    AngleHistograms from(2, 4);
    from.counts(1)[3] = 5;
    from.setTotal(1, 5);
    AngleHistograms to(3, 4);
    to.copyDimension(2, from, 1);
    EXPECT_EQ(to.counts(2)[3], 5U);
    EXPECT_EQ(to.total(2), 5U);
    EXPECT_EQ(to.total(1), 0U);
}
