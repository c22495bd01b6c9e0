// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rope/decay.h"

#include "core/rope/rope_config.h"

#include <cmath>
#include <gtest/gtest.h>

using namespace rotascope;

TEST(Decay, IsTheSumOfCosines)
{
    const std::vector<double> frequencies{1.0, 0.37, 1e-4, 0.0};
    const std::vector<double> curve = decay(frequencies, 5000);
    for (std::size_t m = 0; m < curve.size(); ++m) {
        const auto at = static_cast<double>(m);
        ASSERT_NEAR(curve[m], std::cos(at) + std::cos(0.37 * at) + std::cos(1e-4 * at) + 1.0, 1e-11) << m;
    }
}

TEST(Decay, SomeDistancesAloneHaveTheSameSums)
{
    const std::vector<double> frequencies = standardInvFreq(10000.0, 128);
    const std::vector<double> curve = decay(frequencies, 5000);
    const std::vector<std::int64_t> distances{0, 1, 4999, 1707, 256};
    const std::vector<double> some = decayAt(frequencies, distances);
    ASSERT_EQ(some.size(), distances.size());
    EXPECT_EQ(some[0], 64.0);
    for (std::size_t k = 0; k < distances.size(); ++k) {
        EXPECT_NEAR(some[k], curve[static_cast<std::size_t>(distances[k])], 1e-11) << distances[k];
    }
}

// docs/method.md: 1,707 for LLaMA-2 as it is.
TEST(Decay, LlamaTwoReachesThisFar)
{
    const std::vector<double> frequencies = standardInvFreq(10000.0, 128);
    EXPECT_EQ(reachOf(frequencies, 8192), 1707);
    EXPECT_EQ(reachOf(frequencies, 1708), 1707);
    EXPECT_EQ(reachOf(frequencies, 1707), std::nullopt) << "not below this length";
}

TEST(Decay, WhatNeverTurnsReachesEverywhere)
{
    EXPECT_EQ(reachOf(std::vector{0.0}, 1000), std::nullopt);
    EXPECT_EQ(reachOf(std::vector{0.1}, 1000), 16) << "the first beyond a quarter turn";
    EXPECT_EQ(reachOf({}, 10), std::nullopt);
}
