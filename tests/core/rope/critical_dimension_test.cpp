// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rope/critical_dimension.h"

#include "core/rope/rope_config.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

using namespace rotascope;

// 92 for LLaMA-2: the figure of the paper.
TEST(CriticalDimension, IsThatOfThePaper)
{
    EXPECT_EQ(criticalDimension(standardInvFreq(10000.0, 128), 4096), 92U);
    for (const double base : {500.0, 10000.0, 500000.0, 1e7}) {
        for (const int d : {32, 64, 128, 256}) {
            for (const std::int64_t length : {7, 100, 4096, 8192, 131072}) {
                const double pairs = std::ceil(d / 2.0 * std::log(static_cast<double>(length) / (2 * std::numbers::pi)) / std::log(base));
                EXPECT_EQ(static_cast<double>(criticalDimension(standardInvFreq(base, d), length)), std::min(2 * pairs, d * 1.0))
                    << base << ", " << d << ", " << length;
            }
        }
    }
}

TEST(CriticalDimension, StaysWithinTheComponents)
{
    EXPECT_EQ(criticalDimension({}, 4096), 0U);
    EXPECT_EQ(criticalDimension(standardInvFreq(10000.0, 128), 6), 0U) << "even the fastest needs more than six positions";
    EXPECT_EQ(criticalDimension(standardInvFreq(10000.0, 128), 1 << 30), 128U) << "all of them turn";
    EXPECT_EQ(criticalDimension(std::vector{1.0, 0.5, 0.0}, 1000), 4U) << "a frozen dimension never turns";
}
