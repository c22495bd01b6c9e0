// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/angle_histogram.h"
#include "core/angle/edge_ranks.h"
#include "core/angle/floor_sum.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <random>
#include <rapidcheck/gtest.h>

using namespace rotascope;

namespace {

// In integers, one edge after the other.
std::vector<std::uint64_t> byIntegers(Turn turn, std::int64_t length, std::uint32_t intervals)
{
    std::vector<std::uint64_t> counts(intervals);
    for (std::uint32_t k = 0; k < intervals; ++k) {
        counts[k] = intervalEdge(k, intervals);
    }
    FloorSum(turn, static_cast<std::uint64_t>(length)).countAtOrAbove(counts);
    for (std::uint32_t k = 0; k + 1 < intervals; ++k) {
        counts[k] -= counts[k + 1];
    }
    return counts;
}

std::vector<std::uint64_t> byFloorSum(Turn turn, std::int64_t length, std::uint32_t intervals, InstructionSet set)
{
    std::vector<std::uint64_t> counts(intervals, 99);
    countByFloorSum(turn, length, counts, set);
    return counts;
}

// How many edges doubles leave to integers.
std::size_t undecidedEdges(Turn turn, std::uint64_t length, std::uint32_t intervals, InstructionSet set)
{
    EdgeRankPlanner planner(turn, length);
    std::vector<double> edges(intervals + edgeRankBlock);
    std::vector<double> ranks(intervals + edgeRankBlock);
    for (std::uint32_t k = 1; k < intervals; ++k) {
        edges[k] = 0.5 - static_cast<double>(k) / intervals;
    }
    std::size_t undecided = 0;
    for (std::size_t k = 1; k < intervals;) {
        if (!planner.addLevels()) {
            return undecided + (intervals - k);
        }
        const std::size_t found = edgeRankLoops(set).find(planner.plan(), &edges[k], &ranks[k], intervals - k).edges;
        undecided += static_cast<std::size_t>(std::count(&ranks[k], &ranks[k + found], undecidedRank));
        k += found;
    }
    return undecided;
}

// Numbers of every size.
rc::Gen<std::uint64_t> anyNumber(unsigned bits)
{
    return rc::gen::mapcat(rc::gen::inRange(0U, bits + 1), [](unsigned size) {
        return rc::gen::map(
            rc::gen::arbitrary<std::uint64_t>(), [size](std::uint64_t value) { return size == 0 ? 0 : value >> (64 - size); });
    });
}

rc::Gen<Turn> anyTurn()
{
    const auto of = [](std::uint64_t value) { return Turn{value}; };
    return rc::gen::oneOf(rc::gen::map(anyNumber(64), of),
        // Frequencies of real RoPEs under any factor.
        rc::gen::map(rc::gen::inRange(0, 1'000'000), [](int exponent) { return turnOf(std::pow(1e-9, exponent / 1e6)); }),
        // Whole wavelengths, as Resonance RoPE has them, and their neighbours: many angles next to edges.
        rc::gen::map(rc::gen::pair(rc::gen::inRange<std::uint64_t>(1, 5000), rc::gen::inRange<std::uint64_t>(0, 3)),
            [](const auto& pair) { return Turn{~std::uint64_t{0} / pair.first + pair.second}; }),
        // Multiples of large powers of two.
        rc::gen::map(
            rc::gen::pair(anyNumber(10), rc::gen::inRange(0, 64)), [](const auto& pair) { return Turn{pair.first << pair.second}; }),
        rc::gen::element(Turn{0}, Turn{1}, Turn{~std::uint64_t{0}}, Turn{std::uint64_t{1} << 63}));
}

rc::Gen<std::int64_t> anyLength(unsigned bits)
{
    return rc::gen::map(anyNumber(bits), [](std::uint64_t value) { return static_cast<std::int64_t>(value); });
}

} // namespace

RC_GTEST_PROP(EdgeRanks, AreThoseOfIntegersWithEveryInstructionSet, ())
{
    const Turn turn = *anyTurn();
    const std::int64_t length = *anyLength(62);
    const auto intervals = *rc::gen::inRange<std::uint32_t>(minIntervals, 1000);
    const auto expected = byIntegers(turn, length, intervals);
    for (const InstructionSet set : instructionSets()) {
        RC_ASSERT(byFloorSum(turn, length, intervals, set) == expected);
    }
}

// Where most edges are decided in doubles.
RC_GTEST_PROP(EdgeRanks, AreThoseOfIntegersForContextsThatPeopleHave, ())
{
    const Turn turn = turnOf(std::pow(1e-8, *rc::gen::inRange(0, 1'000'000) / 1e6));
    const std::int64_t length = *anyLength(32);
    const auto intervals = *rc::gen::element<std::uint32_t>(90, 360, 361, 720, 4096);
    const auto expected = byIntegers(turn, length, intervals);
    for (const InstructionSet set : instructionSets()) {
        RC_ASSERT(byFloorSum(turn, length, intervals, set) == expected);
    }
}

Turn randomTurn(std::mt19937_64& random, int kind)
{
    switch (kind) {
    case 0:
        return {random() >> random() % 64};
    case 1:
        return {~std::uint64_t{0} / (1 + random() % 5000) + random() % 3};
    default:
        return turnOf(std::pow(1e-7, static_cast<double>(random() % 1000) / 1000), 1.0 + 1e-4 * static_cast<double>(random() % 320000));
    }
}

// More of the same than a property has time for.
TEST(EdgeRanks, AreThoseOfIntegersForManyTurns)
{
    std::mt19937_64 random(18);
    const std::vector<std::uint32_t> someIntervals = {2, 7, 90, 97};
    for (int i = 0; i < 20000; ++i) {
        const Turn turn = randomTurn(random, i % 3);
        const auto length = static_cast<std::int64_t>(random() >> (2 + random() % 62));
        const std::uint32_t intervals = someIntervals[random() % someIntervals.size()];
        const auto expected = byIntegers(turn, length, intervals);
        for (const InstructionSet set : instructionSets()) {
            ASSERT_EQ(byFloorSum(turn, length, intervals, set), expected) << turn.value << " " << length << " " << nameOf(set);
        }
    }
}

TEST(EdgeRanks, AreThoseOfIntegersWithTheMostIntervals)
{
    for (const InstructionSet set : instructionSets()) {
        for (const double frequency : {1.0, 0.03, 1e-5}) {
            EXPECT_TRUE(byFloorSum(turnOf(frequency), 1 << 20, maxIntervals, set) == byIntegers(turnOf(frequency), 1 << 20, maxIntervals));
        }
    }
}

// Otherwise the tests above would not test doubles, and the program would be slow.
TEST(EdgeRanks, DoublesDecideAlmostAll)
{
    for (const InstructionSet set : instructionSets()) {
        for (const auto& [length, most] : {std::pair{std::uint64_t{1} << 17, 0.001}, std::pair{std::uint64_t{1} << 30, 0.05}}) {
            std::size_t undecided = 0;
            constexpr std::size_t turns = 500;
            for (std::size_t i = 0; i < turns; ++i) {
                undecided += undecidedEdges(turnOf(std::pow(1e-4, static_cast<double>(i) / turns)), length, 360, set);
            }
            EXPECT_LT(static_cast<double>(undecided), most * turns * 360) << nameOf(set) << " " << length;
        }
    }
}

// Half of the positions are at 0, the other half at half a turn: exactly on an edge.
TEST(EdgeRanks, AnglesOnEdgesAreLeftToIntegers)
{
    for (const InstructionSet set : instructionSets()) {
        EXPECT_GT(undecidedEdges(Turn{std::uint64_t{1} << 63}, 1000, 4, set), 0U);
        EXPECT_EQ(byFloorSum(Turn{std::uint64_t{1} << 63}, 1000, 4, set), (std::vector<std::uint64_t>{500, 0, 500, 0}));
    }
}
