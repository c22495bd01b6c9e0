// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/llama3_ramp.h"

#include "core/scaling/transformers_scaling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rotascope;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

RopeConfig llama(double factor, double low, double high, std::int64_t length)
{
    RopeConfig rope{.ropeTheta = 5e5, .headDim = 128, .rotaryDim = 128};
    rope.invFreq = standardInvFreq(5e5, 128);
    rope.originalMaxPositionEmbeddings = length;
    rope.ropeType = "llama3";
    rope.scaling = {.factor = factor, .lowFreqFactor = low, .highFreqFactor = high};
    return rope;
}

// As a GGUF model holds them.
std::vector<double> float32Factors(const RopeConfig& rope)
{
    const ScalingTable table = *transformersScaling(rope, 131072);
    std::vector<double> factors;
    for (const double factor : table.factors) {
        factors.push_back(static_cast<float>(factor));
    }
    return factors;
}

} // namespace

TEST(Llama3Ramp, IsRecognisedInAListOfFactors)
{
    for (const double factor : {8.0, 32.0}) {
        const RopeConfig rope = llama(factor, 1.0, 4.0, 8192);
        const auto ramp = llama3RampOf(rope, float32Factors(rope));
        ASSERT_TRUE(ramp) << factor;
        EXPECT_EQ(ramp->factor, factor);
        EXPECT_NEAR(ramp->dividedFrom, 8192, 1.0);
        EXPECT_NEAR(ramp->keptUpTo, 2048, 1.0);
        EXPECT_TRUE(ramp->outside.empty());
    }
    const RopeConfig other = llama(16.0, 2.0, 5.0, 4096);
    const auto ramp = llama3RampOf(other, float32Factors(other));
    ASSERT_TRUE(ramp);
    EXPECT_NEAR(ramp->dividedFrom, 2048, 1.0);
    EXPECT_NEAR(ramp->keptUpTo, 819.2, 1.0);
    EXPECT_EQ(textOf(*llama3RampOf(llama(8.0, 1.0, 4.0, 8192), float32Factors(llama(8.0, 1.0, 4.0, 8192)))),
        "a llama3 ramp: wavelengths up to 2048 kept, from 8192 on divided by 8 (so L = 8192 if low_freq_factor is 1, with high_freq_factor "
        "4)");
}

TEST(Llama3Ramp, FactorsOutsideAreTold)
{
    const RopeConfig rope = llama(8.0, 1.0, 4.0, 8192);
    std::vector<double> factors = float32Factors(rope);
    factors[5] = 8.0;
    const auto ramp = llama3RampOf(rope, factors);
    ASSERT_TRUE(ramp);
    EXPECT_THAT(ramp->outside, ElementsAre(5));
    EXPECT_THAT(textOf(*ramp), HasSubstr("1 of its factors are others, the first of dimension 5"));
}

TEST(Llama3Ramp, OtherListsAreNone)
{
    const RopeConfig rope = llama(8.0, 1.0, 4.0, 8192);
    EXPECT_FALSE(llama3RampOf(rope, std::vector<double>(64, 2.0)));
    EXPECT_FALSE(llama3RampOf(rope, std::vector<double>(64, 1.0)));
    EXPECT_FALSE(llama3RampOf(rope, std::vector<double>(32, 1.0)));
    EXPECT_FALSE(llama3RampOf(rope, {}));
    std::vector<double> rising(64);
    for (std::size_t i = 0; i < rising.size(); ++i) {
        rising[i] = 1.0 + 0.1 * static_cast<double>(i);
    }
    EXPECT_FALSE(llama3RampOf(rope, rising));
}
