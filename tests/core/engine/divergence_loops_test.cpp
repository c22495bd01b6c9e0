// SPDX-License-Identifier: GPL-3.0-or-later
// Several intervals at a time, with every instruction set of this machine: the doubles of divergence_sum.h.
#include "core/engine/divergence.h"

#include <algorithm>
#include <array>
#include <bit>
#include <gtest/gtest.h>
#include <iostream>
#include <numeric>
#include <rapidcheck/gtest.h>
#include <vector>

using namespace rotascope;

namespace {

using Counts = std::vector<std::uint64_t>;

CountView viewOf(const Counts& counts)
{
    return {counts, std::accumulate(counts.begin(), counts.end(), std::uint64_t{0})};
}

// As the comments of divergence_sum.h say it, word for word.
double byDefinition(Divergence divergence, const CountView& before, const CountView& after, double epsilon)
{
    std::array<CompensatedSum, divergenceLanes> lanes{};
    for (std::size_t k = 0; k < before.counts.size(); ++k) {
        addTerm(divergence, before.frequency(k), after.frequency(k), epsilon, lanes[k % divergenceLanes]);
    }
    for (std::size_t half = lanes.size() / 2; half > 0; half /= 2) {
        for (std::size_t i = 0; i < half; ++i) {
            lanes[i].add(lanes[i + half]);
        }
    }
    return finishDivergence(divergence, lanes[0].value(), static_cast<std::uint32_t>(before.counts.size()));
}

// Counts of every size up to 2^bits; one in `filled` is not 0.
rc::Gen<Counts> histogram(std::size_t intervals, unsigned bits, unsigned filled)
{
    return rc::gen::map(rc::gen::container<Counts>(intervals, rc::gen::arbitrary<std::uint64_t>()), [bits, filled](Counts counts) {
        for (std::uint64_t& count : counts) {
            const std::uint64_t random = count * 0x9e3779b97f4a7c15; // small numbers are what the generator likes
            count = (random >> 32) % filled == 0 ? random >> (64 - (random & 63) % bits - 1) : 0;
        }
        return counts;
    });
}

rc::Gen<std::pair<Counts, Counts>> twoHistograms(unsigned bits)
{
    return rc::gen::mapcat(rc::gen::pair(rc::gen::inRange<std::size_t>(2, 1000), rc::gen::element(1U, 2U, 20U)),
        [bits](const auto& of) { return rc::gen::pair(histogram(of.first, bits, of.second), histogram(of.first, bits, 2)); });
}

std::uint64_t bitsOf(double value)
{
    return std::bit_cast<std::uint64_t>(value);
}

bool allAgree(const Counts& before, const Counts& after, double epsilon)
{
    for (const DivergenceInfo& info : divergences()) {
        if (info.divergence == Divergence::Wasserstein) {
            continue; // no sum over intervals
        }
        const double expected = byDefinition(info.divergence, viewOf(before), viewOf(after), epsilon);
        for (const InstructionSet set : instructionSets()) {
            const double found = disturbance(info.divergence, viewOf(before), viewOf(after), epsilon, set);
            const double compared = Comparison(info.divergence, viewOf(before), epsilon, set).disturbance(viewOf(after));
            if (bitsOf(found) != bitsOf(expected) || bitsOf(compared) != bitsOf(expected)) {
                std::cerr << info.name << " with " << nameOf(set) << ": " << found << " and " << compared << " in place of " << expected
                          << '\n';
                return false;
            }
        }
    }
    return true;
}

} // namespace

RC_GTEST_PROP(DivergenceLoops, GiveTheDoublesOfTheDefinition, ())
{
    const auto [before, after] = *twoHistograms(40);
    RC_ASSERT(allAgree(before, after, *rc::gen::element(defaultEpsilon, 1e-300, 0x1p-1022, 1e-3, 1.0, 1e300)));
}

// Where dividing by a total is exact.
RC_GTEST_PROP(DivergenceLoops, GiveTheDoublesOfTheDefinitionForPowersOfTwo, ())
{
    auto [before, after] = *twoHistograms(20);
    for (Counts* counts : {&before, &after}) {
        const std::uint64_t total = viewOf(*counts).total;
        counts->back() += std::bit_ceil(total) - total;
    }
    RC_ASSERT(allAgree(before, after, defaultEpsilon));
}

// As distances have them: counts that doubles round.
RC_GTEST_PROP(DivergenceLoops, GiveTheDoublesOfTheDefinitionForCountsBeyondDoubles, ())
{
    const auto [before, after] = *twoHistograms(53);
    Counts large = before;
    for (std::uint64_t& count : large) {
        count = count * 0x9e3779b97f4a7c15 >> 12; // 2^52 each, 2^62 in all
    }
    RC_ASSERT(allAgree(large, after, defaultEpsilon));
    RC_ASSERT(allAgree(after, large, defaultEpsilon));
}

// Epsilons that the loops do not take.
RC_GTEST_PROP(DivergenceLoops, AreLeftOutWhereEpsilonIsExtreme, ())
{
    const auto [before, after] = *twoHistograms(50);
    RC_ASSERT(allAgree(before, after, *rc::gen::element(defaultEpsilon, 1e-320, 0x1p-1074)));
}

TEST(DivergenceLoops, TakeHistogramsWithoutAngles)
{
    for (const std::size_t intervals : {2U, 63U, 64U, 65U, 360U, 5000U}) {
        const Counts none(intervals, 0);
        Counts one(intervals, 0);
        one.back() = 7;
        EXPECT_TRUE(allAgree(none, none, defaultEpsilon));
        EXPECT_TRUE(allAgree(one, none, defaultEpsilon));
        EXPECT_TRUE(allAgree(none, one, defaultEpsilon));
        EXPECT_TRUE(allAgree(one, one, defaultEpsilon));
    }
}
