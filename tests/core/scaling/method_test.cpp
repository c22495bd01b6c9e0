// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rotascope;

namespace {

RopeConfig llama2()
{
    return {.modelId = "llama",
        .ropeTheta = 10000.0,
        .headDim = 128,
        .rotaryDim = 128,
        .originalMaxPositionEmbeddings = 4096,
        .maxPositionEmbeddings = 4096,
        .invFreq = standardInvFreq(10000.0, 128)};
}

ScalingTable tableOf(std::string_view name, std::int64_t target = 8192, const std::vector<Choice>& selected = std::vector<Choice>(64))
{
    const RopeConfig rope = llama2();
    const Expected<ScalingTable> table = (*findMethod(name))->make({rope, 4096, target, selected});
    EXPECT_TRUE(table);
    return *table;
}

} // namespace

TEST(Methods, StandInTheirOrder)
{
    std::vector<std::string_view> names;
    for (const Method* method : methods()) {
        names.push_back(method->name);
    }
    EXPECT_THAT(names, testing::ElementsAre("extrapolation", "linear", "ntk", "yarn", "distributional"));
    const auto unknown = findMethod("cubic");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().message, "method \"cubic\" is not known; expected one of extrapolation, linear, ntk, yarn, distributional");
}

TEST(Methods, ExtrapolationAndLinear)
{
    EXPECT_EQ(tableOf("extrapolation").factors, std::vector(64, 1.0));
    EXPECT_EQ(tableOf("linear", 16384).factors, std::vector(64, 4.0));
}

TEST(Methods, NtkIsAChangeOfBase)
{
    const ScalingTable table = tableOf("ntk");
    const std::vector<double> scaled = standardInvFreq(10000.0 * std::pow(2.0, 128.0 / 126.0), 128);
    const std::vector<double> plain = standardInvFreq(10000.0, 128);
    for (std::size_t i = 0; i < 64; ++i) {
        EXPECT_NEAR(plain[i] / table.factors[i], scaled[i], 1e-14 * scaled[i]) << i;
    }
    EXPECT_EQ(table.factors.front(), 1.0);
    EXPECT_DOUBLE_EQ(table.factors.back(), 2.0);
}

TEST(Methods, NtkOfASingleDimensionKeepsIt)
{
    const RopeConfig rope{.modelId = {},
        .ropeTheta = 10000.0,
        .headDim = 2,
        .rotaryDim = 2,
        .originalMaxPositionEmbeddings = 16,
        .maxPositionEmbeddings = 16,
        .invFreq = {1.0}};
    EXPECT_EQ((*findMethod("ntk"))->make({rope, 16, 32, {}})->factors, std::vector{1.0});
}

// c(32) = 20.94 and c(1) = 45.03 for d = 128, base 10000, L = 4096: the rounded correction range is 20 ... 46.
TEST(Methods, YarnRampsBetweenRoundedCorrectionDimensions)
{
    const ScalingTable table = tableOf("yarn");
    for (std::size_t i = 0; i < 64; ++i) {
        const double interpolated = std::clamp((static_cast<double>(i) - 20.0) / 26.0, 0.0, 1.0);
        EXPECT_NEAR(1.0 / table.factors[i], interpolated / 2.0 + (1.0 - interpolated), 1e-15) << i;
    }
    EXPECT_EQ(table.factors[20], 1.0);
    EXPECT_EQ(table.factors[46], 2.0);
    EXPECT_DOUBLE_EQ(table.attentionFactor, 0.1 * std::log(2.0) + 1.0);
}

TEST(Methods, YarnNeedsTheBase)
{
    RopeConfig rope = llama2();
    rope.ropeTheta.reset();
    const auto table = (*findMethod("yarn"))->make({rope, 4096, 8192, {}});
    ASSERT_FALSE(table);
    EXPECT_THAT(table.error().message, testing::HasSubstr("rope_theta"));
}

TEST(Methods, DistributionalFollowsTheSelection)
{
    std::vector<Choice> selected(64, Choice::Extrapolation);
    selected[6] = Choice::Interpolation;
    const ScalingTable table = tableOf("distributional", 8192, selected);
    EXPECT_EQ(table.factors[5], 1.0);
    EXPECT_EQ(table.factors[6], 2.0);
}
