// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rope/rope_config.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <numbers>

using namespace rotascope;
using testing::HasSubstr;

namespace {

RopeConfig llama2()
{
    return {.modelId = "meta-llama/Llama-2-7b-hf",
        .ropeTheta = 10000.0,
        .headDim = 128,
        .rotaryDim = 128,
        .originalMaxPositionEmbeddings = 4096,
        .maxPositionEmbeddings = 4096,
        .invFreq = standardInvFreq(10000.0, 128)};
}

std::string messageFor(const RopeConfig& rope)
{
    const Expected<void> result = validate(rope, "run.h5: /ropes/main");
    return result ? "" : result.error().message;
}

} // namespace

TEST(RopeConfig, TrainedLengthIsTheConfiguredOneElseTheOriginalOne)
{
    RopeConfig rope = llama2();
    rope.maxPositionEmbeddings = 131072;
    EXPECT_EQ(rope.trainedLength(), 131072);
    rope.maxPositionEmbeddings = {};
    EXPECT_EQ(rope.trainedLength(), 4096);
    rope.originalMaxPositionEmbeddings = {};
    EXPECT_EQ(rope.trainedLength(), std::nullopt);
}

TEST(RopeConfig, StandardFrequencies)
{
    const RopeConfig rope = llama2();
    ASSERT_EQ(rope.dimensions(), 64U);
    EXPECT_EQ(rope.invFreq[0], 1.0);
    EXPECT_DOUBLE_EQ(rope.invFreq[32], 0.01);
    EXPECT_DOUBLE_EQ(rope.invFreq[22], 0.042169650342858224);
    EXPECT_DOUBLE_EQ(rope.wavelength(32), 200 * std::numbers::pi);
    EXPECT_TRUE(validate(rope, "test"));
}

TEST(RopeConfig, RotaryDimIsTruncatedAsInTransformers)
{
    EXPECT_EQ(rotaryDimOf(96, 0.25), 24);
    EXPECT_EQ(rotaryDimOf(128, 0.75), 96);
    EXPECT_EQ(rotaryDimOf(80, 0.4), 32);
}

// Gemma 4's global layers: a quarter of 512 components turns, with the exponents of the whole head.
TEST(RopeConfig, ProportionalFrequencies)
{
    const std::vector<double> invFreq = proportionalInvFreq(1e6, 512, 0.25);
    ASSERT_EQ(invFreq.size(), 256U);
    EXPECT_EQ(invFreq[0], 1.0);
    EXPECT_DOUBLE_EQ(invFreq[63], std::pow(1e6, -126.0 / 512.0));
    EXPECT_EQ(invFreq[64], 0.0);
    EXPECT_EQ(invFreq[255], 0.0);
    EXPECT_EQ(proportionalInvFreq(1e4, 128, 1.0), standardInvFreq(1e4, 128));
}

TEST(RopeConfig, AFrequencyOfZeroHasAnInfiniteWavelength)
{
    RopeConfig rope = llama2();
    rope.invFreq[63] = 0.0;
    EXPECT_TRUE(std::isinf(rope.wavelength(63)));
    EXPECT_TRUE(validate(rope, "test"));
}

TEST(RopeConfig, RefusesWhatNoModelHas)
{
    const auto changed = [](auto change) {
        RopeConfig rope = llama2();
        change(rope);
        return messageFor(rope);
    };
    EXPECT_THAT(changed([](RopeConfig& rope) { rope.rotaryDim = 127; }), HasSubstr("rotary_dim is 127; expected an even number"));
    EXPECT_THAT(changed([](RopeConfig& rope) { rope.rotaryDim = 0; }), HasSubstr("rotary_dim is 0"));
    EXPECT_THAT(changed([](RopeConfig& rope) { rope.headDim = 64; }), HasSubstr("expected at most head_dim = 64"));
    EXPECT_THAT(changed([](RopeConfig& rope) { rope.ropeTheta = -1.0; }), HasSubstr("rope_theta is -1"));
    EXPECT_THAT(changed([](RopeConfig& rope) { rope.ropeTheta = std::numeric_limits<double>::infinity(); }),
        HasSubstr("rope_theta is inf; expected a base greater than 1, at most 1e+30"));
    EXPECT_THAT(changed([](RopeConfig& rope) { rope.invFreq[5] = std::nan(""); }), HasSubstr("inv_freq[5] is nan"));
    EXPECT_THAT(changed([](RopeConfig& rope) { rope.invFreq[5] = -0.5; }), HasSubstr("run.h5: /ropes/main: inv_freq[5] is -0.5"));
    EXPECT_THAT(
        changed([](RopeConfig& rope) { rope.invFreq.pop_back(); }), HasSubstr("inv_freq has 63 values; expected rotary_dim/2 = 64"));
    EXPECT_THAT(
        changed([](RopeConfig& rope) { rope.originalMaxPositionEmbeddings = 0; }), HasSubstr("original_max_position_embeddings is 0"));
    EXPECT_THAT(
        changed([](RopeConfig& rope) { rope.maxPositionEmbeddings = std::int64_t{1} << 50; }), HasSubstr("max_position_embeddings"));
    EXPECT_THAT(changed([](RopeConfig& rope) { rope.axis = std::vector<int>(64, 3); }), HasSubstr("axis"));
}

TEST(RopeConfig, IsNamedAsItsSourceNamesIt)
{
    RopeConfig rope = llama2();
    rope.maxPositionEmbeddings = 0;
    const Expected<void> result = validate(rope, "m.gguf", {.maxPositionEmbeddings = "llama.context_length"});
    EXPECT_EQ(result.error().message, "m.gguf: llama.context_length is 0; expected 1 to 1099511627776 positions");
}
