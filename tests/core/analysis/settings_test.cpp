// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/settings.h"

#include <gtest/gtest.h>

using namespace rotascope;

TEST(Override, MeansAFactor)
{
    EXPECT_EQ((Override{Choice::Extrapolation, 7.0}).factorAt(2.0), 1.0);
    EXPECT_EQ((Override{Choice::Interpolation, 7.0}).factorAt(2.0), 2.0);
    EXPECT_EQ((Override{Choice::Custom, 7.0}).factorAt(2.0), 7.0);
}

TEST(Override, IsMadeOfAFactor)
{
    EXPECT_EQ(Override::to(1.0, 2.0), (Override{Choice::Extrapolation, 1.0}));
    EXPECT_EQ(Override::to(2.0, 2.0), (Override{Choice::Interpolation, 1.0}));
    EXPECT_EQ(Override::to(1.5, 2.0), (Override{Choice::Custom, 1.5}));
}

TEST(AnalysisSettings, KnowsWhatWasSetByHand)
{
    AnalysisSettings settings;
    EXPECT_FALSE(settings.overrideOf(Dimension(3))) << "no list: all are automatic";
    settings.overrides.resize(4);
    settings.overrides[3] = Override{Choice::Custom, 1.5};
    EXPECT_EQ(settings.overrideOf(Dimension(3)), (Override{Choice::Custom, 1.5}));
    EXPECT_FALSE(settings.overrideOf(Dimension(2)));
    EXPECT_EQ(settings.dimensionsSetByHand(), 1);
}
