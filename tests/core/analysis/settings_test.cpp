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

// Attention within a window sees no distance beyond it, however far positions run.
TEST(AnalysisSettings, BeginAtTheWindowOfLayersThatSlide)
{
    Source source;
    source.rope = {.ropeTheta = 1e4,
        .headDim = 8,
        .rotaryDim = 8,
        .originalMaxPositionEmbeddings = 131072,
        .maxPositionEmbeddings = 131072,
        .window = 1024,
        .invFreq = standardInvFreq(1e4, 8)};
    EXPECT_EQ(defaultSettings(source).pretrainingLength, 1024);
    EXPECT_EQ(defaultSettings(source).targetLength, 2048);
    source.rope.window = 200000;
    EXPECT_EQ(defaultSettings(source).pretrainingLength, 131072) << "a window beyond all positions is none";
    EXPECT_EQ(defaultSettings(source).targetLength, 262144);
}
