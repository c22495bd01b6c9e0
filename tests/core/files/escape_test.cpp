// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/escape.h"

#include "core/files/text.h"

#include <array>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>
#include <string>
#include <vector>

using namespace rotascope;

namespace {

// Texts that are made of what breaks out of one language or another.
std::string hostileText()
{
    static const std::vector<std::string> pieces = {"a", "B7", " ", "\n", "\r", "\t", std::string(1, '\0'), "\x0b", "\x0c", "\x1b[2J",
        "\x1c", "\x7f", "\xc2\x85", "\xc2\x9b", "\x9b", "\xff", "\xc0\x80", "\xed\xa0\x80", "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\xae",
        "\xe2\x81\xa6", "\xd8\x9c", "\xef\xbb\xbf", "\xf3\xa0\x81\x81", "\xf0\x9f\x98\x80", "ä", "'", "\"", R"(""")", "\\", "\\n", "\\x22",
        "\\x5c", ",", ";", ",=1", ", -", "=", "+", "@", "$(x)", "`x`", "<b>", "&lt;", "#", "{", "%1"};
    const auto chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
    std::string text;
    for (const std::string& piece : chosen) {
        text += piece;
    }
    return text;
}

} // namespace

TEST(VisibleText, ShowsWhatIsNotSeen)
{
    EXPECT_EQ(visibleText("a\nb\tc\rd\x1b[31m\x7f"), "a\\nb\\tc\\rd\\x1b[31m\\x7f");
    EXPECT_EQ(visibleText("\xc2\x85 \xc2\x9b \x9b"), "\\u0085 \\u009b \\x9b") << "C1 as UTF-8 and as a byte";
    EXPECT_EQ(visibleText("\xe2\x80\xae\xe2\x81\xa6\xd8\x9c\xe2\x80\xa8\xef\xbb\xbf"), "\\u202e\\u2066\\u061c\\u2028\\ufeff");
    EXPECT_EQ(visibleText("\xf3\xa0\x81\x81"), "\\U000e0041") << "tags";
    EXPECT_EQ(visibleText("\xff\xed\xa0\x80"), "\\xff\\xed\\xa0\\x80") << "not UTF-8, a surrogate";
    EXPECT_EQ(visibleText(std::string("a\0b", 3)), "a\\x00b");
}

TEST(VisibleText, LeavesAllElseAlone)
{
    for (const char* text : {"", "meta-llama/Llama-2-7b-hf", "L′ = 2 L ‖ ε", "ä€😀", "C:\\new", "\"'<b>&amp;", "تست", "नमस्ते"}) {
        EXPECT_EQ(visibleText(text), text);
        EXPECT_TRUE(isVisible(text));
    }
}

TEST(VisibleText, IsVisibleWhateverItIsMadeOf)
{
    EXPECT_TRUE(rc::check([] {
        const std::string text = hostileText();
        const std::string visible = visibleText(text);
        RC_ASSERT(isVisible(visible));
        RC_ASSERT(isVisible(text) == (visible == text));
        RC_ASSERT(isUtf8(visible));
        for (const char c : visible) {
            RC_ASSERT(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
        }
    }));
}

TEST(PlainArgument, IsSeenAndNoOption)
{
    EXPECT_TRUE(isPlainArgument("it's a/model ä"));
    // the last: a soft hyphen, a joiner without width, Hangul's empty letters
    for (const char* const text : {"", " ", "-h", "--trust-remote-code", "a\nb", "a\xe2\x80\xae", "\xff", "\xc2\xad", "\xe2\x80\x8d",
             "\xe1\x85\x9f", "\xe3\x85\xa4"}) {
        EXPECT_FALSE(isPlainArgument(text)) << text;
    }
}

TEST(VisibleJson, ReadsBackAsTheSameValues)
{
    using Json = nlohmann::json;
    EXPECT_TRUE(rc::check([] {
        const Json json = {{"name", hostileText()}, {hostileText(), {1, 2.5, nullptr}}};
        const std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace);
        const std::string visible = visibleJson(text);
        RC_ASSERT(Json::parse(visible) == Json::parse(text));
        std::string_view rest = visible;
        while (!rest.empty()) {
            RC_ASSERT(isVisible(takeLine(rest)));
        }
    }));
    EXPECT_EQ(visibleJson("\"\xf3\xa0\x81\x81\""), "\"\\udb40\\udc41\"");
}

TEST(CsvComment, ReadsBackAndBeginsNoCell)
{
    EXPECT_EQ(csvComment("yarn, 1 dimension; a"), "yarn, 1 dimension; a");
    EXPECT_EQ(csvComment("x,=HYPERLINK(\"a\")"), "x\\x2c=HYPERLINK(\\x22a\\x22)");
    EXPECT_EQ(csvComment("x; -1"), "x\\x3b -1");
    EXPECT_TRUE(rc::check([] {
        const std::string text = visibleText(hostileText());
        const std::string comment = csvComment(text);
        RC_ASSERT(fromCsvComment(comment) == text);
        RC_ASSERT(comment.find('"') == std::string::npos);
        for (std::size_t i = comment.find_first_of(",;"); i != std::string::npos; i = comment.find_first_of(",;", i + 1)) {
            const std::size_t next = comment.find_first_not_of(' ', i + 1);
            RC_ASSERT(next != std::string::npos && std::isalnum(static_cast<unsigned char>(comment[next])) != 0);
        }
    }));
}

TEST(PythonString, IsAnAsciiLiteralOfOneLine)
{
    EXPECT_EQ(pythonString("a\"b\\c\n\x01"), R"("a\"b\\c\n\x01")");
    EXPECT_EQ(pythonString("ä\xf0\x9f\x98\x80"), R"("\u00e4\U0001f600")") << "not the surrogates of JSON";
    EXPECT_EQ(pythonString("\xff"), R"("\ufffd")");
    EXPECT_TRUE(rc::check([] {
        for (const char c : pythonString(hostileText())) {
            RC_ASSERT(c >= ' ' && c <= '~');
        }
    }));
}

TEST(ShellWord, HasNoQuoteOfItsOwn)
{
    EXPECT_EQ(shellWord("it's"), R"('it'\''s')");
    EXPECT_EQ(shellWord("$(a) `b` \\ \n"), "'$(a) `b` \\ \n'");
}
