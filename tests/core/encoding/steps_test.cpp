// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoding/steps.h"

#include "core/rope/frozen.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <rapidcheck/gtest.h>

using namespace rotascope;

namespace {

std::vector<std::uint64_t> counted(
    const Encoding& encoding, std::int64_t trained, double factor, const PositionSet& positions, std::uint32_t b)
{
    std::vector<std::uint64_t> counts(b);
    countBySteps(intervalStarts(encoding, trained, b), factor, positions, counts);
    return counts;
}

} // namespace

TEST(Steps, TheLastIntervalIsWhatTrainingNeverSaw)
{
    const auto counts = counted(learnedPositions().encoding, 1000, 1.0, PositionSet::uniform(1700), 11);
    EXPECT_TRUE(std::all_of(counts.begin(), counts.end() - 1, [](std::uint64_t count) { return count == 100; }));
    EXPECT_EQ(counts.back(), 700U);
    EXPECT_EQ(counted(learnedPositions().encoding, 1000, 1.7, PositionSet::uniform(1700), 11).back(), 0U);
}

TEST(Steps, BucketsAreThoseOfTransformers)
{
    // _relative_position_bucket(-distance, bidirectional=False): 0 ... 15, then 16 from 16 on, 21 at 31 and 32, 31 from 113 on.
    const std::vector<double> starts = intervalStarts(t5Positions().encoding, 512, 32);
    const auto bucketOf = [&](double distance) { return std::ranges::upper_bound(starts, distance) - starts.begin() - 1; };
    EXPECT_EQ(bucketOf(0), 0);
    EXPECT_EQ(bucketOf(15), 15);
    EXPECT_EQ(bucketOf(16), 16);
    EXPECT_EQ(bucketOf(18), 16);
    EXPECT_EQ(bucketOf(19), 17);
    EXPECT_EQ(bucketOf(31), 21);
    EXPECT_EQ(bucketOf(64), 26);
    EXPECT_EQ(bucketOf(112), 30);
    EXPECT_EQ(bucketOf(113), 31);
    EXPECT_EQ(bucketOf(100000), 31);
}

TEST(Steps, AFrozenChannelStaysInTheFirstInterval)
{
    const auto counts = counted(alibiPositions({0.5}).encoding, 100, frozenFactor, PositionSet::uniform(1000), 10);
    EXPECT_EQ(counts.front(), 1000U);
}

TEST(Steps, RoundingMovesNoPositionThatIsMeantForAnEdge)
{
    for (const double factor : {3.0, 1.5, 1.1, 7.0 / 3}) {
        const auto counts = counted(learnedPositions().encoding, 359, factor, PositionSet::uniform(3590), 360);
        EXPECT_EQ(counts.front(), static_cast<std::uint64_t>(std::ceil(factor))) << factor;
    }
}

RC_GTEST_PROP(Steps, EveryPositionIsCountedOnceWhereItBelongs, ())
{
    const auto length = *rc::gen::inRange<std::int64_t>(1, 3000);
    const auto trained = *rc::gen::inRange<std::int64_t>(1, 2000);
    const auto b = *rc::gen::inRange<std::uint32_t>(2, 50);
    const auto eighths = *rc::gen::inRange(1, 64); // exact in binary
    const bool isOfDistances = *rc::gen::arbitrary<bool>();
    const auto window = *rc::gen::inRange<std::int64_t>(0, 100);
    const CountingMeasure measure{isOfDistances ? Counting::Distances : Counting::Positions, isOfDistances ? window : 0};
    const PositionSet positions = PositionSet::of(measure, length);
    const auto counts = counted(alibiPositions({1.0}).encoding, trained, eighths / 8.0, positions, b);
    std::vector<std::uint64_t> expected(b);
    std::vector<std::uint64_t> weights;
    for (std::int64_t m = 0; m < positions.end(); ++m) {
        const std::int64_t interval = 8 * m * (b - 1) / (eighths * trained);
        weights.push_back(positions.range().weightOf(static_cast<std::uint64_t>(m)));
        expected[static_cast<std::size_t>(std::min<std::int64_t>(interval, b - 1))] += weights.back();
    }
    RC_ASSERT(counts == expected);
    RC_ASSERT(counted(alibiPositions({1.0}).encoding, trained, eighths / 8.0, PositionSet::counted(weights), b) == expected);
}
