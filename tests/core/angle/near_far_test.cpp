// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/near_far.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <gtest/gtest.h>
#include <numbers>
#include <random>
#include <rapidcheck/gtest.h>
#include <vector>

using namespace rotascope;

namespace {

double chordBetween(std::uint64_t a, std::uint64_t b)
{
    const std::uint64_t apart = a - b;
    return 2.0 * std::sin(std::numbers::pi * std::ldexp(static_cast<double>(std::min(apart, 0 - apart)), -64));
}

// The definition: the nearest of all that was seen, for each distance.
double farByLoop(Turn before, std::int64_t seenLength, Turn after, std::int64_t length)
{
    std::vector<std::uint64_t> seen;
    for (std::int64_t m = 0; m < seenLength; ++m) {
        seen.push_back(phaseAt(before, static_cast<std::uint64_t>(m)));
    }
    std::ranges::sort(seen);
    double sum = 0.0;
    for (std::int64_t m = 0; m < length; ++m) {
        const std::uint64_t phase = phaseAt(after, static_cast<std::uint64_t>(m));
        const auto next = std::ranges::upper_bound(seen, phase);
        const std::uint64_t above = next == seen.end() ? seen.front() : *next;
        const std::uint64_t below = next == seen.begin() ? seen.back() : *(next - 1);
        sum += std::min(chordBetween(phase, above), chordBetween(phase, below));
    }
    return sum / static_cast<double>(length);
}

Turn arbitraryFrequency()
{
    const double exponent = *rc::gen::inRange(0, 1'000'000) * 7e-6;
    const double factor = std::pow(2.0, *rc::gen::inRange(-20'000, 40'000) * 1e-4);
    return turnOf(std::pow(10.0, -exponent), factor);
}

} // namespace

TEST(Near, IsTheMeanChordOfTheFirstOffsets)
{
    for (const double frequency : {1.0, 0.3, 1e-3, 1e-9}) {
        for (const double factor : {1.0, 2.0, 1.37, 0.5}) {
            double sum = 0.0;
            for (unsigned r = 1; r <= 8; ++r) {
                sum += std::abs(std::polar(1.0, r * frequency) - std::polar(1.0, r * frequency / factor));
            }
            EXPECT_NEAR(nearOf(turnOf(frequency), turnOf(frequency, factor)), sum / 8.0, 1e-14) << frequency << " " << factor;
        }
    }
    EXPECT_NEAR(
        nearOf(Turn{std::uint64_t{1} << 60}, Turn{}),
        1.0 / 8.0 *
            [] {
                double sum = 0.0;
                for (unsigned r = 1; r <= 8; ++r) {
                    sum += 2.0 * std::sin(r * std::numbers::pi / 16.0);
                }
                return sum;
            }(),
        1e-14)
        << "frozen";
}

TEST(Far, IsNoneWhereEverythingWasSeen)
{
    const Turn turn = turnOf(0.01);
    EXPECT_EQ(SeenAngles(turn, 4096).farOf(turn, 4096).mean, 0.0);
    EXPECT_EQ(SeenAngles(turn, 4096).farOf({}, 1 << 20).mean, 0.0) << "frozen: position 0 was seen";
    EXPECT_EQ(SeenAngles({}, 4096).farOf({}, 8192).mean, 0.0);
}

// A quarter of a turn was seen; the angles of the second quarter lie up to a quarter beyond, the third's half way round.
TEST(Far, IsTheChordToTheEndOfAnArc)
{
    const Turn turn{std::uint64_t{1} << 52}; // 4096 positions a turn
    double sum = 0.0;
    for (int m = 1024; m < 4096; ++m) {
        sum += 2.0 * std::sin(std::numbers::pi * std::min(m - 1023, 4096 - m) / 4096.0);
    }
    EXPECT_NEAR(SeenAngles(turn, 1024).farOf(turn, 4096).mean, sum / 4096.0, 1e-13);
    EXPECT_NEAR(SeenAngles(turn, 1024).farOf(turn, 1 << 20).mean, sum / 4096.0, 1e-6) << "the same again and again";
}

RC_GTEST_PROP(Far, EqualsTheLoop, ())
{
    const Turn before = arbitraryFrequency();
    const Turn after = arbitraryFrequency();
    const auto seen = *rc::gen::inRange<std::int64_t>(1, 3000);
    const auto length = *rc::gen::inRange<std::int64_t>(1, 5000);
    const Far far = SeenAngles(before, seen).farOf(after, length);
    RC_ASSERT(far.error == 0.0);
    RC_ASSERT(std::abs(far.mean - farByLoop(before, seen, after, length)) < 1e-12);
}

RC_GTEST_PROP(Far, EqualsTheLoopForTurnsThatComeRound, ())
{
    const Turn before{*rc::gen::inRange<std::uint64_t>(0, 256) << 56};
    const Turn after{*rc::gen::inRange<std::uint64_t>(0, 65536) << 48};
    const auto seen = *rc::gen::inRange<std::int64_t>(1, 1000);
    RC_ASSERT(std::abs(SeenAngles(before, seen).farOf(after, 700).mean - farByLoop(before, seen, after, 700)) < 1e-12);
}

RC_GTEST_PROP(Far, OfManyDistancesIsWithinItsError, ())
{
    const Turn before = arbitraryFrequency();
    const Turn after = *rc::gen::element(arbitraryFrequency(), before, Turn{before.value / 2});
    const auto seen = *rc::gen::inRange<std::int64_t>(1, 30'000); // some are kept as arcs
    const auto length = *rc::gen::inRange<std::int64_t>(SeenAngles::mostVisited + 1, 25'000);
    const Far far = SeenAngles(before, seen).farOf(after, length);
    RC_ASSERT(far.error < 4e-4);
    RC_ASSERT(std::abs(far.mean - farByLoop(before, seen, after, length)) <= far.error + 1e-12);
}

TEST(Far, OfAHundredThousandSeenIsWithinItsError)
{
    for (const double frequency : {1.0, 0.0577, 1e-3, 2e-5}) {
        for (const double factor : {1.0, 1.41, 0.3}) {
            const Turn before = turnOf(frequency);
            const Turn after = turnOf(frequency, factor);
            const Far far = SeenAngles(before, 100'000).farOf(after, 200'000);
            EXPECT_NEAR(far.mean, farByLoop(before, 100'000, after, 200'000), far.error + 1e-12) << frequency << " " << factor;
            EXPECT_LT(far.error, 4e-4);
        }
    }
    EXPECT_LT(SeenAngles(turnOf(0.01), std::int64_t{1} << 40).farOf(turnOf(0.005), std::int64_t{1} << 40).mean, 1e-3);
}
