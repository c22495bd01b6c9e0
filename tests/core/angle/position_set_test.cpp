// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/position_set.h"

#include "core/angle/angle_histogram.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <rapidcheck/gtest.h>

using namespace rotascope;

TEST(PositionSet, UniformCountsEveryPositionOnce)
{
    const PositionSet set = PositionSet::uniform(4096);
    EXPECT_TRUE(set.isUniform());
    EXPECT_EQ(set.end(), 4096);
    EXPECT_EQ(set.total(), 4096U);
    EXPECT_EQ(set.runs(), 0U);
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
    EXPECT_EQ(set.stored(), 3U);
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
    std::array<std::uint64_t, 3> around{};
    set.copyTo(4, around);
    EXPECT_EQ(around, (std::array<std::uint64_t, 3>{0, 2, 0}));
    EXPECT_EQ(counter.take().total(), 0U);
}

namespace {

std::vector<std::int64_t> someOf(std::int64_t end, std::size_t count)
{
    std::mt19937_64 random(count);
    std::vector<std::int64_t> positions(count);
    std::ranges::generate(positions, [&] { return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(end)); });
    return positions;
}

PositionSet counted(std::span<const std::int64_t> positions, std::int64_t expected = 0)
{
    PositionCounter counter(expected);
    EXPECT_TRUE(counter.add(positions));
    return counter.take();
}

} // namespace

// However positions come to be counted, runs or not, in pages or in one piece: each counts where it lies.
RC_GTEST_PROP(PositionSet, CountsWhatCountingOneByOneCounts, ())
{
    const std::int64_t end
        = *rc::gen::element<std::int64_t>(40, 70'000, 1 << 20, maxDensePosition + 1, maxDensePosition + 9, maxRecordedPosition + 1);
    const auto gap = *rc::gen::inRange<std::int64_t>(1, 25);
    std::vector<std::int64_t> positions = someOf(end, *rc::gen::inRange<std::size_t>(0, 3000));
    for (std::int64_t position = 0; position < std::min<std::int64_t>(end, *rc::gen::inRange(0, 30'000)); position += gap) {
        positions.push_back(position);
    }
    const PositionSet set = counted(positions, *rc::gen::element<std::int64_t>(0, std::ssize(positions), end));
    RC_ASSERT(set.total() == positions.size());
    const Turn turn{*rc::gen::arbitrary<std::uint64_t>()};
    const auto intervals = *rc::gen::inRange<std::uint32_t>(2, 400);
    std::vector<std::uint64_t> expected(intervals);
    for (const std::int64_t position : positions) {
        ++expected[intervalOf(turn.value * static_cast<std::uint64_t>(position), intervals)];
    }
    std::vector<std::uint64_t> counts(intervals);
    countAngles(turn, set, counts);
    RC_ASSERT(counts == expected);
    if (end <= 1 << 20) { // the same set from counts of all positions
        std::vector<std::uint64_t> multiplicity(static_cast<std::size_t>(end));
        for (const std::int64_t position : positions) {
            ++multiplicity[static_cast<std::size_t>(position)];
        }
        RC_ASSERT(set == PositionSet::counted(multiplicity));
        std::vector<std::uint64_t> copied(multiplicity.size());
        set.copyTo(0, copied);
        RC_ASSERT(copied == multiplicity);
    }
    const std::size_t half = positions.size() / 2;
    const PositionSet one = counted(std::span(positions).first(half));
    RC_ASSERT(PositionSet::sumOf(one, counted(std::span(positions).subspan(half))) == set);
    std::array<std::uint64_t, 30> part{};
    const std::int64_t first = positions.empty() ? 0 : std::max<std::int64_t>(positions[half] - 15, 0);
    set.copyTo(first, part);
    for (std::size_t i = 0; i < part.size(); ++i) {
        RC_ASSERT(part[i] == static_cast<std::uint64_t>(std::ranges::count(positions, first + static_cast<std::int64_t>(i))));
    }
}

TEST(PositionSet, KeepsFewPositionsThatLieFarApartAsRuns)
{
    EXPECT_FALSE(PositionSet::counted(std::vector<std::uint64_t>(1 << 20, 1)).isScattered());
    EXPECT_FALSE(counted(someOf(1 << 20, 1 << 20)).isScattered());
    for (const std::int64_t end : {std::int64_t{1} << 20, maxDensePosition + 1, maxRecordedPosition + 1}) {
        const PositionSet set = counted(someOf(end, 10'000));
        EXPECT_TRUE(set.isScattered());
        EXPECT_LT(set.stored(), 20'000U);
    }
    EXPECT_FALSE(PositionSet::counted({0, 0, 7}).isScattered());
}

// More pages than are kept become one piece; beyond what that covers, there is a limit.
TEST(PositionCounter, TakesManyPositionsThatLieFarApart)
{
    std::vector<std::int64_t> positions;
    for (std::int64_t position = 0; position <= maxDensePosition; position += 40) {
        positions.push_back(maxDensePosition - position);
    }
    PositionCounter counter;
    ASSERT_TRUE(counter.add(positions));
    std::vector<std::uint64_t> multiplicity(static_cast<std::size_t>(maxDensePosition) + 1);
    for (const std::int64_t position : positions) {
        multiplicity[static_cast<std::size_t>(position)] = 1;
    }
    EXPECT_EQ(counter.take(), PositionSet::counted(multiplicity));
    std::ranges::transform(positions, positions.begin(), [](std::int64_t position) { return maxRecordedPosition - position * 1000; });
    ASSERT_TRUE(counter.add(positions));
    std::ranges::transform(positions, positions.begin(), [](std::int64_t position) { return position - 500; });
    ASSERT_TRUE(counter.add(positions));
    std::ranges::transform(positions, positions.begin(), [](std::int64_t position) { return position + 250; });
    const Expected<void> refused = counter.add(positions);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message,
        "positions beyond 16777215 lie in more than 1048576 places; expected fewer, or positions that follow each other");
}

TEST(PositionCounter, RefusesPositionsOutsideAndNamesTheRow)
{
    PositionCounter counter;
    ASSERT_TRUE(counter.add(std::array<std::int64_t, 3>{0, 1, 2}));
    const Expected<void> negative = counter.add(std::array<std::int64_t, 2>{3, -7});
    ASSERT_FALSE(negative);
    EXPECT_EQ(negative.error().kind, ErrorKind::Input);
    EXPECT_EQ(negative.error().message, "row 4 is position -7; expected 0 to 1099511627775");
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
