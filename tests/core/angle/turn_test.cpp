// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/turn.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <numbers>
#include <rapidcheck/gtest.h>

using namespace rotascope;

namespace {

// The distance around the circle between two fixed-point angles, in units of 2^-64 turns.
std::uint64_t distance(std::uint64_t a, std::uint64_t b)
{
    return std::min(a - b, b - a);
}

} // namespace

// Golden values from integer arithmetic with 2000 bits of pi (Python, Machin's formula), independent of this program.
TEST(Turn, IsCorrectlyRounded)
{
    EXPECT_EQ(turnOf(1.0).value, 0x28be60db9391054aU);
    EXPECT_EQ(turnOf(0.0).value, 0U);
    EXPECT_EQ(turnOf(0.01).value, 29358905032820013U);
    EXPECT_EQ(turnOf(0.042169650342858224, 2.0).value, 61902737984160023U); // dimension 22 of LLaMA-2 at s = 2
    EXPECT_EQ(turnOf(1e-5, 3.0).value, 9786301677607U);
    EXPECT_EQ(turnOf(0.5, 1.7).value, 863497206847647442U);
}

TEST(Turn, KeepsOnlyTheFractionOfFrequenciesBeyondATurn)
{
    EXPECT_EQ(turnOf(7.0).value, 0x1d34a60108f72509U);
    // 2^64 rad needs bits 64 ... 128 of 1/(2 pi): the second and third word.
    EXPECT_EQ(turnOf(std::ldexp(1.0, 64)).value, 0x7f09d5f47d4d3770U);
}

RC_GTEST_PROP(Turn, AgreesWithDoublePrecision, ())
{
    const double frequency = std::exp(-*rc::gen::inRange(0, 20000) / 1000.0);
    const double factor = 1.0 + *rc::gen::inRange(0, 100000) / 997.0;
    const double turns = frequency / (2 * std::numbers::pi * factor);
    const auto expected = static_cast<std::uint64_t>(std::ldexp(turns, 64));
    // Double precision has 53 bits: it may differ by some 2^-52 of the value and one unit of rounding, never more.
    RC_ASSERT(static_cast<double>(distance(turnOf(frequency, factor).value, expected)) <= std::ldexp(turns, 64 - 51) + 1);
}

RC_GTEST_PROP(Turn, ScalesExactlyWithPowersOfTwo, ())
{
    const double frequency = 1.0 / *rc::gen::inRange(1, 1 << 30);
    // Rounding after halving differs by at most half a unit.
    RC_ASSERT(distance(2 * turnOf(frequency, 4.0).value, turnOf(frequency, 2.0).value) <= 1);
    RC_ASSERT(turnOf(frequency, 2.0) == turnOf(frequency / 2));
}

TEST(Turn, WhatIsFrozenNeverTurns)
{
    EXPECT_EQ(turnOf(1.0, std::numeric_limits<double>::infinity()).value, 0U);
    EXPECT_EQ(turnOf(0.0, 2.0).value, 0U);
}

TEST(Turn, IntervalsCoverTheCircle)
{
    EXPECT_EQ(intervalOf(0, 360), 0U);
    EXPECT_EQ(intervalOf(~std::uint64_t{0}, 360), 359U);
    EXPECT_EQ(intervalOf(std::uint64_t{1} << 63, 360), 180U);
    EXPECT_EQ(intervalOf((std::uint64_t{1} << 63) - 1, 360), 179U);
}
