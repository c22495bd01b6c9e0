// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoding/encoding.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rotascope;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Encoding, SlopesOfAPowerOfTwoAreTheSeries)
{
    EXPECT_THAT(alibiSlopes(8), ElementsAre(1.0 / 2, 1.0 / 4, 1.0 / 8, 1.0 / 16, 1.0 / 32, 1.0 / 64, 1.0 / 128, 1.0 / 256));
    EXPECT_EQ(alibiSlopes(16).front(), std::exp2(-0.5));
    EXPECT_EQ(alibiSlopes(16).back(), 1.0 / 256);
    EXPECT_EQ(alibiSlopes(8, 8.0, SlopeOrder::EveryOtherFirst), alibiSlopes(8));
}

// As build_alibi_tensor of Bloom and build_mpt_alibi_tensor of Mpt in Transformers give them.
TEST(Encoding, OtherNumbersOfHeadsTakeFromThePowerAbove)
{
    EXPECT_THAT(alibiSlopes(6), ElementsAre(0.25, 0.0625, 0.015625, 0.00390625, 0.5, 0.125));
    EXPECT_THAT(alibiSlopes(6, 8.0, SlopeOrder::EveryOtherFirst), ElementsAre(0.25, 0.0625, 0.015625, 0.00390625, 0.5, 0.125));
    EXPECT_THAT(alibiSlopes(5), ElementsAre(0.25, 0.0625, 0.015625, 0.00390625, 0.5));
    EXPECT_EQ(alibiSlopes(112).size(), 112U);
    EXPECT_EQ(alibiSlopes(112)[64], std::exp2(-8.0 / 128));
    EXPECT_EQ(alibiSlopes(1).front(), 1.0 / 256);
}

TEST(Encoding, SinesHaveTheFrequenciesOfARope)
{
    const EncodedPositions vaswani = sinusoidalPositions(512);
    EXPECT_EQ(vaswani.rope.invFreq, standardInvFreq(10000.0, 512));
    EXPECT_TRUE(vaswani.encoding.rotates());
    EXPECT_FALSE(learnedPositions().encoding.rotates());
    EXPECT_TRUE(t5Positions().encoding.isOfDistances());
    EXPECT_EQ(t5Positions().rope.dimensions(), 1U);
}

TEST(Encoding, NamesAreRead)
{
    for (const EncodingKind kind : allEncodingKinds) {
        EXPECT_EQ(encodingNamed(machineNameOfEncoding(kind)), kind);
        EXPECT_FALSE(nameOfEncoding(kind).empty());
    }
    const auto unknown = encodingNamed("rotary");
    ASSERT_FALSE(unknown);
    EXPECT_THAT(unknown.error().message.english(), HasSubstr("\"rotary\"; expected one of sinusoidal, learned, alibi, t5, rope"));
}
