// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/length_text.h"

#include <gtest/gtest.h>

using namespace rotascope;

TEST(LengthText, MayEndWithAUnit)
{
    EXPECT_EQ(lengthIn("16384", 1, 1'000'000), 16384);
    EXPECT_EQ(lengthIn("16k", 1, 1'000'000), 16384);
    EXPECT_EQ(lengthIn("16K", 16384, 16384), 16384);
    EXPECT_EQ(lengthIn("1M", 1, 1'048'576), 1'048'576);
    EXPECT_EQ(lengthIn("9007199254740991k", 1, INT64_MAX), 9'007'199'254'740'991 * 1024);
}

TEST(LengthText, OthersAreRefused)
{
    for (const char* none : {"", "k", "M", "abc", "1.5k", "16kk", "16 k", "k16", "0k", "-1k", "0", "1M", "9007199254740992k", "16m"}) {
        EXPECT_EQ(lengthIn(none, 1, 1'048'575).error(),
            "is \"" + std::string(none) + "\"; expected a whole number from 1 to 1048575, or one that ends with k (1024) or M");
    }
    EXPECT_EQ(lengthIn("x", 1, 1000).error(), "is \"x\"; expected a whole number from 1 to 1000");
}
