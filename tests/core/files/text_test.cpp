// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/text.h"

#include "core/text.h"

#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <vector>

using namespace rotascope;

TEST(Text, IsUtf8)
{
    for (const char* good : {"", "plain", "ä", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xed\x9f\xbf", "\xf4\x8f\xbf\xbf"}) {
        EXPECT_TRUE(isUtf8(good)) << good;
    }
    // Alone, cut off, overlong, a surrogate, beyond U+10FFFF.
    for (const char* bad : {"\x80", "\xff", "a\xc3", "\xe2\x82", "\xc0\x80", "\xe0\x80\x80", "\xf0\x80\x80\x80", "\xed\xa0\x80",
             "\xf4\x90\x80\x80", "\xc3("}) {
        EXPECT_FALSE(isUtf8(bad));
    }
}

TEST(Text, NumbersReadBack)
{
    for (const double value : {0.1, 1.0 / 3.0, 1e300, 5e-324, -0.0, std::numeric_limits<double>::infinity()}) {
        EXPECT_EQ(numberOf(exactText(value)), value);
    }
    EXPECT_EQ(exactText(10000.0), "10000");
    EXPECT_EQ(shortText(1.0 / 3.0), "0.333333");
    for (const char* none : {"", "x", "1x", " 1", "1 "}) {
        EXPECT_FALSE(numberOf(none)) << none;
    }
}

TEST(Text, WholeNumbersWithinLimits)
{
    EXPECT_EQ(wholeNumberIn("8", 1, 8), 8);
    EXPECT_EQ(wholeNumberIn("-9223372036854775808", INT64_MIN, 0), INT64_MIN);
    for (const char* none : {"", "x", "1e6", "1.0", " 1", "1 ", "0x8", "0", "9", "-1", "99999999999999999999"}) {
        EXPECT_EQ(wholeNumberIn(none, 1, 8).error(), "is \"" + std::string(none) + "\"; expected a whole number from 1 to 8");
    }
}

TEST(Text, QuotesWhatComesFromOutside)
{
    EXPECT_EQ(inQuotes("a"), "\"a\"");
    EXPECT_EQ(inQuotes(std::string(40, 'a')), "\"" + std::string(40, 'a') + "\"");
    EXPECT_EQ(inQuotes(std::string(39, 'a') + "\u00e4b"), "\"" + std::string(39, 'a') + "...\"") << "no half of a character";
}

TEST(Text, LinesOfEitherEnd)
{
    std::string_view text = "one\ntwo\r\n\nlast";
    for (const char* line : {"one", "two", "", "last"}) {
        EXPECT_EQ(takeLine(text), line);
    }
    EXPECT_TRUE(text.empty());
}

TEST(Text, NamesOfValues)
{
    struct Named {
        std::string name;
    };
    EXPECT_EQ(namesOf(std::vector<Named>{{"a"}, {"b"}, {"c"}}, &Named::name), "a, b, c");
    EXPECT_EQ(namesOf(std::array{"one"}), "one");
    EXPECT_EQ(namesOf(std::vector<std::string>()), "");
}
