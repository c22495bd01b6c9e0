// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/passkey_task.h"

#include "core/files/text.h"
#include "tests/core/evaluation/laboratory_fixture.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>

using namespace rotascope;
using namespace rotascope::test;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

const Vocabulary& vocabulary()
{
    static const Vocabulary words
        = Vocabulary::parse(readInputFile(labFolder / "tinykey/vocabulary.json", "words").value(), "vocabulary.json").value();
    return words;
}

const PasskeyTask& task()
{
    static const PasskeyTask made = PasskeyTask::of(vocabulary()).value();
    return made;
}

std::uint64_t digestOf(const std::vector<PasskeyText>& texts)
{
    std::uint64_t digest = 0xcbf29ce484222325U;
    for (const PasskeyText& text : texts) {
        for (const Token token : text.tokens) {
            digest = (digest ^ token) * 0x100000001b3U;
        }
    }
    return digest;
}

} // namespace

// numpy.random.default_rng(2024).random(), integers(10), integers(1), random(), permutation(5); default_rng(0).random()
TEST(NumpyRandom, DrawsAsNumPyDoes)
{
    NumpyRandom random(2024);
    EXPECT_EQ(random.real(), 0.6758313379812818);
    EXPECT_EQ(random.below(10), 0U);
    EXPECT_EQ(random.below(1), 0U);
    EXPECT_EQ(random.real(), 0.3094520308816917);
    EXPECT_THAT(random.permutation(5), ElementsAre(3, 1, 2, 0, 4));
    EXPECT_EQ(NumpyRandom(0).real(), 0.6369616873214543);
}

TEST(NumpyRandom, DrawsEveryNumberBelowABound)
{
    NumpyRandom random(1);
    std::map<std::size_t, int> counts;
    for (int i = 0; i < 30000; ++i) {
        ++counts[random.below(3)];
    }
    ASSERT_EQ(counts.size(), 3U);
    for (const auto& [number, count] : counts) {
        EXPECT_NEAR(count, 10000, 400) << number;
    }
}

TEST(Vocabulary, EncodesAndDecodes)
{
    const std::string text = "the pass key is 4 0 7 1 9 .";
    const auto tokens = vocabulary().encode(text);
    ASSERT_TRUE(tokens);
    EXPECT_EQ(tokens->size(), 10U);
    EXPECT_EQ(vocabulary().decode(*tokens), text);
    EXPECT_EQ(vocabulary().size(), 110U);
    EXPECT_THAT(vocabulary().encode("the xylophone").error().message, HasSubstr("does not know the word \"xylophone\""));
    EXPECT_FALSE(vocabulary().encode("the  key"));
}

TEST(Vocabulary, RefusesBadFiles)
{
    for (const char* const json : {"", "[]", "{}", R"({"words": []})", R"({"words": ["a", 1]})", R"({"words": ["a b"]})",
             R"({"words": [""]})", R"({"words": "a"})"}) {
        const auto parsed = Vocabulary::parse(json, "v.json");
        ASSERT_FALSE(parsed) << json;
        EXPECT_THAT(parsed.error().message, HasSubstr("v.json: "));
    }
    EXPECT_THAT(Vocabulary::parse(R"({"words": ["a", "b", "a"]})", "v.json").error().message, HasSubstr("twice"));
}

TEST(PasskeyTask, DrawsTheTextsOfTheTrainingScript)
{
    const std::map<std::string, QuestionKind> kinds
        = {{"single", QuestionKind::Single}, {"named", QuestionKind::Named}, {"order", QuestionKind::Order}};
    const auto documents = labJson("prompts.json")["documents"];
    for (const auto& document : documents) {
        NumpyRandom random(document["seed"].get<std::uint64_t>());
        const auto depth = document["depth"].is_null() ? std::nullopt : std::optional(document["depth"].get<double>());
        const PasskeyText text
            = task().text(random, document["length"].get<std::size_t>(), kinds.at(document["task"].get<std::string>()), depth);
        EXPECT_EQ(vocabulary().decode(text.tokens), document["text"].get<std::string>());
        // The key in the note is the answer.
        const auto key = text.tokens.begin() + static_cast<std::ptrdiff_t>(text.key);
        const auto answer = text.tokens.begin() + static_cast<std::ptrdiff_t>(text.answer());
        EXPECT_TRUE(std::equal(key, key + keyLength, answer)) << document["text"];
        EXPECT_LT(text.key + keyLength, text.answer());
    }
}

TEST(PasskeyTask, DrawsThePromptsThatTheRowsWereMeasuredWith)
{
    const auto streams = labJson("prompts.json")["streams"];
    for (const auto& stream : streams) {
        const PasskeyTexts texts
            = task().texts(stream["seed"], stream["length"], stream["prompts"], stream["short_length"], stream["short_texts"]);
        EXPECT_EQ(texts.prompts.size(), stream["prompts"].get<std::size_t>());
        EXPECT_EQ(hexText(digestOf(texts.prompts)), hexText(std::stoull(stream["single"].get<std::string>(), nullptr, 16)));
        EXPECT_EQ(hexText(digestOf(texts.shortTexts)), hexText(std::stoull(stream["short"].get<std::string>(), nullptr, 16)));
    }
}

TEST(PasskeyTask, MakesTextsOfExactlyTheirLength)
{
    NumpyRandom random(8);
    for (std::size_t length = shortestText; length < 160; ++length) {
        for (const QuestionKind kind : {QuestionKind::Single, QuestionKind::Named, QuestionKind::Order}) {
            for (const std::optional<double> depth : {std::optional<double>(), std::optional(0.0), std::optional(1.0)}) {
                EXPECT_EQ(task().text(random, length, kind, depth).tokens.size(), length);
            }
        }
    }
}

TEST(PasskeyTask, SpreadsTheNotesOverTheText)
{
    const PasskeyTexts texts = task().texts(5, 400, 10, 0, 0);
    std::vector<std::size_t> places;
    std::ranges::transform(texts.prompts, std::back_inserter(places), &PasskeyText::key);
    EXPECT_TRUE(std::ranges::is_sorted(places));
    EXPECT_LT(places.front(), 40U);
    EXPECT_GT(places.back(), 340U);
}

TEST(PasskeyTask, NeedsItsWords)
{
    const auto words = Vocabulary::parse(R"({"words": ["the"]})", "v.json").value();
    EXPECT_THAT(PasskeyTask::of(words).error().message, HasSubstr("does not know the word"));
}
