// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/scaling_table.h"

#include <gtest/gtest.h>

using namespace rotascope;

TEST(ScalingTable, TellsWhatAFactorIs)
{
    EXPECT_EQ(choiceOf(1.0, 2.0), Choice::Extrapolation);
    EXPECT_EQ(choiceOf(2.0, 2.0), Choice::Interpolation);
    EXPECT_EQ(choiceOf(1.5, 2.0), Choice::Custom);
    EXPECT_EQ(choiceOf(1.0, 1.0), Choice::Extrapolation);
}

TEST(ScalingTable, CountsComponentsNotDimensions)
{
    EXPECT_EQ(interpolatedComponents({.factors = {1.0, 2.0, 1.5, 2.0}}, 2.0), 4);
}

TEST(ScalingTable, DividesFrequencies)
{
    EXPECT_EQ(extendedInvFreq(std::vector{1.0, 0.5}, {.factors = {1.0, 4.0}}), (std::vector{1.0, 0.125}));
}
