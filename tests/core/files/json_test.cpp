// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace rotascope;
using testing::HasSubstr;

TEST(Json, ReadsWhatIsNotTooDeep)
{
    const std::string deepest = std::string(64, '[') + std::string(64, ']');
    EXPECT_TRUE(parseJson(deepest));
    EXPECT_TRUE(parseOrderedJson(deepest));
    for (const std::string& deeper : {"[" + deepest + "]", std::string(1'000'000, '['), std::string(1'000'000, '{')}) {
        EXPECT_EQ(parseJson(deeper).error(), "nested deeper than 64 levels");
        EXPECT_EQ(parseOrderedJson(deeper).error(), "nested deeper than 64 levels");
    }
    EXPECT_TRUE(parseJson("\"" + std::string(1000, '[') + "\\\"" + std::string(1000, '{') + "\"")) << "brackets in strings are text";
}

TEST(Json, SaysWhatIsWrong)
{
    EXPECT_THAT(parseJson("{").error(), testing::StartsWith("parse error at line 1, column 2"));
    EXPECT_THAT(parseOrderedJson("").error(), HasSubstr("parse error"));
    EXPECT_THAT(parseJson("\"\xff\"").error(), HasSubstr("UTF-8"));
    EXPECT_THAT(parseJson("1e999").error(), HasSubstr("number"));
}

TEST(Json, SaysWhyThereIsNoObject)
{
    EXPECT_EQ(whyNoObject("a table"), "not a JSON object; expected a table");
    EXPECT_EQ(whyNoObject("a table", "parse error"), "not a JSON object; expected a table (parse error)");
    EXPECT_EQ(whyNoObject("a table", parseJson(std::string(100, '[')).error()), "nested deeper than 64 levels; expected a table");
}

TEST(Json, KeepsTheOrderWhereAsked)
{
    EXPECT_EQ(parseOrderedJson(R"({"b": 1, "a": 2})")->dump(), R"({"b":1,"a":2})");
    EXPECT_EQ(parseJson(R"({"b": 1, "a": 2})")->dump(), R"({"a":2,"b":1})");
}
