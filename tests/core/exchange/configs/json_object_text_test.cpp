// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/configs/json_object_text.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using rotascope::JsonObjectText;

namespace {

std::string erased(std::string text, const char* name)
{
    JsonObjectText object(std::move(text));
    object.erase(name);
    return object.text();
}

std::string withMember(std::string text, const char* name, const nlohmann::ordered_json& value)
{
    JsonObjectText object(std::move(text));
    object.set(name, value);
    return object.text();
}

} // namespace

TEST(JsonObjectText, ReplacesAValueAndNothingElse)
{
    EXPECT_EQ(withMember(R"({ "a" :1e-5,  "b":[1,{"a":"}"}] , "c\"":null})", "a", 2), R"({ "a" :2,  "b":[1,{"a":"}"}] , "c\"":null})");
    EXPECT_EQ(withMember(R"({"b":[1,{"a":"}"}] , "c\"":null})", "b", "x"), R"({"b":"x" , "c\"":null})");
    EXPECT_EQ(withMember(R"({"c\"":null})", "c\"", true), R"({"c\"":true})");
    EXPECT_EQ(withMember(R"({"a\u0062": 1})", "ab", 2), R"({"a\u0062": 2})");
    EXPECT_EQ(withMember(R"({"a": 1, "a": 3})", "a", 2), R"({"a": 1, "a": 2})") << "the one that counts";
}

TEST(JsonObjectText, AddsInTheLayoutThatIsThere)
{
    EXPECT_EQ(withMember("{}", "a", 1), "{\n  \"a\": 1\n}");
    EXPECT_EQ(withMember(" { } \n", "a", 1), " {\n  \"a\": 1\n} \n");
    EXPECT_EQ(withMember(R"({"a": 1, "b": 2})", "c", {{"x", 3}}), R"({"a": 1, "b": 2, "c": {"x":3}})");
    EXPECT_EQ(withMember("{\r\n\t\"a\": 1\r\n}", "b", {{"x", 3}}), "{\r\n\t\"a\": 1,\r\n\t\"b\": {\r\n\t  \"x\": 3\r\n\t}\r\n}");
}

TEST(JsonObjectText, ErasesWithOneComma)
{
    EXPECT_EQ(erased(R"({"a": 1, "b": 2, "c": 3})", "a"), R"({"b": 2, "c": 3})");
    EXPECT_EQ(erased(R"({"a": 1, "b": 2, "c": 3})", "b"), R"({"a": 1, "c": 3})");
    EXPECT_EQ(erased(R"({"a": 1, "b": 2, "c": 3})", "c"), R"({"a": 1, "b": 2})");
    EXPECT_EQ(erased(R"({"a": 1})", "a"), "{}");
    EXPECT_EQ(erased(R"({"a": 1, "b": 2, "a": 3})", "a"), R"({"b": 2})");
    EXPECT_EQ(erased(R"({"a": {"b": 2}})", "b"), R"({"a": {"b": 2}})") << "members of members stay";
}

TEST(JsonObjectText, EditsObjectsWithinObjects)
{
    JsonObjectText object("{\n  \"a\": {\n    \"b\": {\"c\":1, \"d\" : 1e-6}\n  },\n  \"c\": 2\n}\n");
    object.edit(std::vector<std::string>{"a", "b"}, [](JsonObjectText& inner) { inner.set("c", 3); });
    EXPECT_EQ(object.text(), "{\n  \"a\": {\n    \"b\": {\"c\":3, \"d\" : 1e-6}\n  },\n  \"c\": 2\n}\n");
    object.edit("a", [](JsonObjectText& inner) { inner.set("e", {{"x", 1}}); });
    EXPECT_EQ(
        object.text(), "{\n  \"a\": {\n    \"b\": {\"c\":3, \"d\" : 1e-6},\n    \"e\": {\n      \"x\": 1\n    }\n  },\n  \"c\": 2\n}\n");
    object.edit(std::vector<std::string>{}, [](JsonObjectText& self) { self.erase("a"); });
    EXPECT_EQ(object.text(), "{\n  \"c\": 2\n}\n");
    object.edit("missing", [](JsonObjectText& inner) { inner.set("x", 1); });
    EXPECT_EQ(object.text(), "{\n  \"c\": 2\n}\n");
}
