// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/transformers_scaling.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rotascope;
using testing::HasSubstr;

namespace {

RopeConfig llama2()
{
    return {.ropeTheta = 10000.0,
        .headDim = 128,
        .rotaryDim = 128,
        .originalMaxPositionEmbeddings = 4096,
        .maxPositionEmbeddings = 16384,
        .invFreq = standardInvFreq(10000.0, 128)};
}

} // namespace

// Against Transformers itself: transformers_golden_test.cpp.
TEST(TransformersScaling, TheStatedFactorCountsAndNotTheRatioOfLengths)
{
    RopeConfig rope = llama2();
    EXPECT_EQ(transformersScaling(rope, 100000)->factors, std::vector(64, 1.0));
    rope.ropeType = "yarn";
    rope.scaling.factor = 2.0;
    EXPECT_EQ(transformersScaling(rope, 100000)->factors.back(), 2.0);
    rope.scaling.factor.reset();
    EXPECT_EQ(transformersScaling(rope, 100000)->factors.back(), 4.0) << "16384 / 4096";
}

TEST(TransformersScaling, SaysWhatIsMissing)
{
    RopeConfig rope = llama2();
    rope.ropeType = "linear";
    EXPECT_THAT(transformersScaling(rope, 4096).error().message, HasSubstr("linear needs factor"));
    rope.ropeType = "llama3";
    rope.scaling.factor = 8.0;
    EXPECT_THAT(transformersScaling(rope, 4096).error().message, HasSubstr("llama3 needs low_freq_factor and high_freq_factor"));
    rope.ropeType = "longrope";
    EXPECT_THAT(transformersScaling(rope, 4096).error().message, HasSubstr("longrope needs short_factor"));
    rope.ropeType = "yarn";
    rope.ropeTheta.reset();
    EXPECT_THAT(transformersInvFreq(rope, 4096).error().message, HasSubstr("yarn needs rope_theta"));
    rope = llama2();
    rope.ropeType = "dynamic";
    rope.scaling.factor = 2.0;
    rope.maxPositionEmbeddings.reset();
    EXPECT_THAT(transformersScaling(rope, 4096).error().message, HasSubstr("dynamic needs max_position_embeddings"));
}

TEST(TransformersScaling, Float32IsCloseToTheExactValueForAnyTable)
{
    const RopeConfig rope = llama2();
    ScalingTable table{.factors = std::vector<double>(64, 1.0)};
    for (std::size_t i = 0; i < 64; ++i) {
        table.factors[i] += 0.1 * static_cast<double>(i);
    }
    const std::vector<double> exact = extendedInvFreq(rope.invFreq, table);
    const std::vector<float> rounded = float32InvFreq(rope, table);
    for (std::size_t i = 0; i < 64; ++i) {
        EXPECT_NEAR(rounded[i], exact[i], 12 * 0x1p-24 * exact[i]) << i;
    }
    EXPECT_EQ(rounded[0], 1.0F);
}

TEST(TransformersScaling, Float32OfFrequenciesThatNoBaseMakes)
{
    const RopeConfig rope{.headDim = 4, .rotaryDim = 4, .invFreq = {0.3, 0.0}};
    EXPECT_THAT(float32InvFreq(rope, {.factors = {3.0, 2.0}}), testing::ElementsAre(0.3F / 3.0F, 0.0F));
}
