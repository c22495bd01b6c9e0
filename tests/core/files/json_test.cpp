// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace rotascope;
using testing::HasSubstr;

namespace {

std::string quoted(const std::string& text)
{
    return std::string("\"").append(text).append("\"");
}

} // namespace

TEST(Json, ReadsWhatIsNotTooDeep)
{
    const std::string deepest = std::string(64, '[') + std::string(64, ']');
    EXPECT_TRUE(parseJson(deepest));
    EXPECT_TRUE(parseOrderedJson(deepest));
    for (const std::string& deeper :
        {std::string("[").append(deepest).append("]"), std::string(1'000'000, '['), std::string(1'000'000, '{')}) {
        EXPECT_EQ(parseJson(deeper).error(), "nested deeper than 64 levels");
        EXPECT_EQ(parseOrderedJson(deeper).error(), "nested deeper than 64 levels");
    }
    EXPECT_TRUE(parseJson(quoted(std::string(1000, '[') + "\\\"" + std::string(1000, '{')))) << "brackets in strings are text";
}

// Sixty million values of a few bytes would take gigabytes.
TEST(Json, RefusesMoreThanAConfigurationCanMean)
{
    constexpr auto tooMany = "more than 1048576 values (a text counts twice, an object or a list four times)";
    const auto list = [](const std::string& item, int count) {
        std::string text = "[";
        for (int i = 1; i < count; ++i) {
            text.append(item).append(",");
        }
        return text.append(item).append("]");
    };
    EXPECT_TRUE(parseJson(list("1", 1'000'000)));
    EXPECT_EQ(parseJson(list("1", 1'100'000)).error(), tooMany);
    EXPECT_EQ(parseOrderedJson(list("{}", 210'000)).error(), tooMany);
    EXPECT_EQ(parseJson(list("\"\"", 530'000)).error(), tooMany);
    std::string object = "{";
    for (int i = 0; i < 16'384; ++i) {
        object.append(quoted(std::to_string(i))).append(R"(:{"a":0},)");
    }
    EXPECT_TRUE(parseOrderedJson(object + "\"b\":0}").error() == "more than 16384 members in an object");
    object.back() = '}';
    EXPECT_TRUE(parseOrderedJson(object));
    EXPECT_TRUE(parseJson(quoted(std::string(2'000'000, ',')))) << "commas in strings are text";
}

TEST(Json, SaysWhatIsWrong)
{
    EXPECT_EQ(parseJson(quoted(std::string(5'000'000, 'x'))).error(), "a text of more than 4194304 bytes");
    EXPECT_LT(parseJson(std::string("\"").append(1'000'000, 'x')).error().size(), 300U) << "not the whole text";
    EXPECT_THAT(parseJson("{").error(), testing::StartsWith("parse error at line 1, column 2"));
    EXPECT_THAT(parseOrderedJson("").error(), HasSubstr("parse error"));
    EXPECT_THAT(parseJson("\"\xff\"").error(), HasSubstr("UTF-8"));
    EXPECT_THAT(parseJson("1e999").error(), testing::StrEq("a number that is too large: '1e999'"));
}

TEST(Json, SaysWhyThereIsNoObject)
{
    EXPECT_EQ(whyNoObject("a table"), "not a JSON object; expected a table");
    EXPECT_EQ(whyNoObject("a table", "parse error"), "not a JSON object; expected a table (parse error)");
    EXPECT_EQ(whyNoObject("a table", parseJson(R"({"a": -1e999})").error()), "a number that is too large: '-1e999'; expected a table");
    EXPECT_EQ(whyNoObject("a table", parseJson(std::string(100, '[')).error()), "nested deeper than 64 levels; expected a table");
}

TEST(Json, KeepsTheOrderWhereAsked)
{
    EXPECT_EQ(parseOrderedJson(R"({"b": 1, "a": 2})")->dump(), R"({"b":1,"a":2})");
    EXPECT_EQ(parseJson(R"({"b": 1, "a": 2})")->dump(), R"({"a":2,"b":1})");
}
