// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/position_set.h"

#include "core/angle/angle_histogram.h"

#include <array>
#include <fstream>
#include <gtest/gtest.h>

using namespace rotascope;

TEST(PositionSet, UniformCountsEveryPositionOnce)
{
    const PositionSet set = PositionSet::uniform(4096);
    EXPECT_TRUE(set.isUniform());
    EXPECT_EQ(set.end(), 4096);
    EXPECT_EQ(set.total(), 4096U);
    EXPECT_TRUE(set.multiplicity().empty());
}

TEST(PositionSet, CountedDropsTrailingZeros)
{
    const PositionSet set = PositionSet::counted({2, 0, 3, 0, 0});
    EXPECT_FALSE(set.isUniform());
    EXPECT_EQ(set.end(), 3);
    EXPECT_EQ(set.total(), 5U);
    EXPECT_EQ(set, PositionSet::counted({2, 0, 3}));
}

// A file of some kB would else take 128 MiB for each axis.
TEST(PositionCounter, ALargePositionTakesNoMemoryForThoseBefore)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "sanitizers take any amount of memory";
#endif
    const auto residentPages = [] {
        std::ifstream status("/proc/self/statm");
        std::int64_t size = 0;
        std::int64_t resident = 0;
        status >> size >> resident;
        return resident;
    };
    const std::int64_t before = residentPages();
    PositionCounter counter(3);
    ASSERT_TRUE(counter.add(std::array<std::int64_t, 3>{0, 1, maxRecordedPosition}));
    const PositionSet set = counter.take();
    EXPECT_EQ(set.total(), 3);
    EXPECT_EQ(set.multiplicity()[12345], 0);
    EXPECT_LT(residentPages() - before, 1024) << "4 MiB where a page has 4 KiB";
}

TEST(PositionCounter, CountsAcrossBlocks)
{
    PositionCounter counter;
    ASSERT_TRUE(counter.add(std::array<std::int64_t, 3>{5, 0, 5}));
    ASSERT_TRUE(counter.add(std::array<std::int64_t, 2>{1, maxRecordedPosition}));
    ASSERT_TRUE(counter.add({}));
    const PositionSet set = counter.take();
    EXPECT_EQ(set.total(), 5U);
    EXPECT_EQ(set.end(), maxRecordedPosition + 1);
    EXPECT_EQ(set.multiplicity()[5], 2U);
    EXPECT_EQ(counter.take().total(), 0U);
}

TEST(PositionCounter, RefusesPositionsOutsideAndNamesTheRow)
{
    PositionCounter counter;
    ASSERT_TRUE(counter.add(std::array<std::int64_t, 3>{0, 1, 2}));
    const Expected<void> negative = counter.add(std::array<std::int64_t, 2>{3, -7});
    ASSERT_FALSE(negative);
    EXPECT_EQ(negative.error().kind, ErrorKind::Input);
    EXPECT_EQ(negative.error().message, "row 4 is position -7; expected 0 to 16777215");
    EXPECT_FALSE(counter.add(std::array<std::int64_t, 1>{maxRecordedPosition + 1}));
}

namespace {

CountingMeasure ofDistances(std::int64_t window = 0)
{
    return {Counting::Distances, window};
}

} // namespace

TEST(CountingMeasure, CountsAreRefusedBeforeTheyOverflow)
{
    EXPECT_TRUE(ofDistances().fits(std::int64_t{1} << 30));
    EXPECT_TRUE(ofDistances().fits((std::int64_t{1} << 31) - 1));
    EXPECT_FALSE(ofDistances().fits(std::int64_t{1} << 31));
    EXPECT_TRUE(ofDistances(4096).fits(maxContextLength));
    EXPECT_FALSE(ofDistances(std::int64_t{1} << 22).fits(maxContextLength));
    EXPECT_TRUE(CountingMeasure{}.fits(maxContextLength));
    EXPECT_LE(ofDistances().over((std::int64_t{1} << 31) - 1).total(), CountingMeasure::maxAngles);
}

TEST(PositionSet, SetsOfDistancesAreValues)
{
    const PositionSet set = PositionSet::of(ofDistances(3), 5);
    EXPECT_EQ(set.end(), 3);
    EXPECT_EQ(set.total(), 5U + 4U + 3U);
    EXPECT_FALSE(set.isUniform());
    EXPECT_FALSE(set.isCounted());
    EXPECT_EQ(set, PositionSet::of(ofDistances(3), 5));
    EXPECT_NE(set, PositionSet::of(ofDistances(3), 6));
    EXPECT_EQ(PositionSet::of({}, 5), PositionSet::uniform(5));
    std::vector<std::uint64_t> counts(4);
    countByLoop(Turn{std::uint64_t{1} << 62}, set, counts);
    EXPECT_EQ(counts, (std::vector<std::uint64_t>{5, 4, 3, 0}));
}
