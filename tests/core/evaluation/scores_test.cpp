// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/scores.h"

#include "core/evaluation/score_correlation.h"
#include "tests/core/evaluation/laboratory_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rotascope;
using namespace rotascope::test;
using testing::HasSubstr;

namespace {

ScoreSet smallSet()
{
    return {"a program", "a/model", 64, {1.0, 0.25}, {{"as it is", {{1.0, 1.0}, 1.0}}, {"half", {{1.0, 2.0}, 1.1}}},
        {{0, 128, 0, "passkey", "exact_match", 0.25, 0.05, 200, true}, {1, 128, 100, "text", "loss", 1.0 / 3.0, {}, 0, false}}};
}

ScoreSet measured(const std::string& name)
{
    auto set = parseScores(readInputFile(labFolder / "measured" / name, "scores").value(), name);
    EXPECT_TRUE(set) << set.error().message;
    return set.value_or(ScoreSet());
}

std::string errorWith(const std::string& pointer, const nlohmann::json& value)
{
    nlohmann::json json = nlohmann::json::parse(toJson(smallSet()));
    json[nlohmann::json::json_pointer(pointer)] = value;
    const auto set = parseScores(json.dump(), "s.json");
    EXPECT_FALSE(set) << pointer << " " << value;
    return set ? "" : set.error().message;
}

double correlationOf(const ScoreSet& set, std::string_view measure, std::uint32_t intervals, const std::string& metric, std::int64_t length,
    std::int64_t steps)
{
    const auto groups = correlate(set, {.name = std::string(measure), .intervals = intervals});
    for (const ScoreCorrelation& group : groups.value()) {
        if (group.metric == metric && group.length == length && group.steps == steps) {
            return group.correlation->value;
        }
    }
    ADD_FAILURE() << "no such scores";
    return 0.0;
}

} // namespace

TEST(Scores, AreTheSameWhenReadBack)
{
    const auto again = parseScores(toJson(smallSet()), "s.json");
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(*again, smallSet());
}

// FNV-1a of the bytes of 1.0, 2.0 and 1.1, computed in Python.
TEST(Scores, NameATableByItsNumbers)
{
    EXPECT_EQ(tableId({{1.0, 2.0}, 1.1}), "18c5a5e378871a4d");
    EXPECT_NE(tableId({{1.0, 2.0}, 1.1}), tableId({{2.0, 1.0}, 1.1}));
    EXPECT_NE(tableId({{1.0, 2.0}, 1.1}), tableId({{1.0, 2.0}, 1.0}));
}

TEST(Scores, RefusesBadFiles)
{
    EXPECT_THAT(parseScores("[]", "s.json").error().message, HasSubstr("s.json: not a JSON object; expected a file of scores"));
    EXPECT_THAT(errorWith("/schema", "rotascope-scores/2"), HasSubstr("its schema is \"rotascope-scores/2\"; expected"));
    EXPECT_THAT(errorWith("/model", 3), HasSubstr("s.json: model is not a text"));
    EXPECT_THAT(errorWith("/pretraining_length", 0), HasSubstr("pretraining_length is not a whole number from 1"));
    EXPECT_THAT(errorWith("/pretraining_length", 18446744073709551615U), HasSubstr("pretraining_length is not a whole number from 1"));
    EXPECT_THAT(errorWith("/inv_freq", nlohmann::json::array()), HasSubstr("inv_freq is not a list of 1 to 65536 numbers"));
    EXPECT_THAT(errorWith("/inv_freq/1", -1), HasSubstr("inv_freq is not a list"));
    EXPECT_THAT(errorWith("/tables", 1), HasSubstr("tables is not a list"));
    EXPECT_THAT(errorWith("/tables/0", 1), HasSubstr("s.json: tables[0]: is not an object"));
    EXPECT_THAT(errorWith("/tables/1/factors", {1.0}), HasSubstr("factors has 1 numbers; expected one for each of the 2 in inv_freq"));
    EXPECT_THAT(errorWith("/tables/1/factors/0", 0), HasSubstr("tables[1]: factors is not a list"));
    EXPECT_THAT(errorWith("/tables/1/factors/0", 3.0), HasSubstr("which is not that of its factors; expected \""));
    EXPECT_THAT(errorWith("/tables/1", nlohmann::json::parse(toJson(smallSet()))["tables"][0]), HasSubstr("is there twice"));
    EXPECT_THAT(errorWith("/scores/0/table", "x"), HasSubstr("scores[0]: table is \"x\"; expected the id of one in tables"));
    EXPECT_THAT(errorWith("/scores/0/value", nullptr), HasSubstr("value is missing"));
    EXPECT_THAT(errorWith("/scores/0/value", "1"), HasSubstr("value is not a finite number"));
    EXPECT_THAT(errorWith("/scores/1/length", 0), HasSubstr("scores[1]: length is not a whole number"));
    EXPECT_THAT(errorWith("/scores/1/count", -1), HasSubstr("count is not a whole number"));
    EXPECT_THAT(errorWith("/scores/1/higher_is_better", 1), HasSubstr("higher_is_better is neither true nor false"));
}

TEST(Scores, ShippedRowsAreRead)
{
    const ScoreSet set = measured("scores-seed1.json");
    EXPECT_EQ(set.model, "tinykey");
    EXPECT_EQ(set.pretrainingLength, 256);
    EXPECT_EQ(set.invFreq.size(), 16U);
    EXPECT_EQ(set.invFreq, labModel("tinykey")->invFreq);
    EXPECT_EQ(measured("scores-seed2.json").model, "tinykey-seed2");
    EXPECT_EQ(measured("scores-seed3.json").pretrainingLength, 512);
}

// The table "Spearman's rank correlation" of resources/lab/README.md, which SciPy computed.
TEST(ScoreCorrelation, IsWhatSciPyFound)
{
    const ScoreSet first = measured("scores-seed1.json");
    EXPECT_NEAR(correlationOf(first, "kl", 360, "exact_match", 512, 0), -0.09, 0.006);
    EXPECT_NEAR(correlationOf(first, "kl", 23, "exact_match", 512, 0), 0.11, 0.006);
    EXPECT_NEAR(correlationOf(first, "reverse-kl", 23, "exact_match", 512, 0), 0.14, 0.006);
    EXPECT_NEAR(correlationOf(first, "unseen", 23, "exact_match", 512, 0), 0.28, 0.006);
    EXPECT_NEAR(correlationOf(first, "near", 23, "exact_match", 512, 0), 0.67, 0.006);
    EXPECT_NEAR(correlationOf(first, "kl", 23, "exact_match", 512, 100), 0.73, 0.006);
    EXPECT_NEAR(correlationOf(first, "unseen", 23, "exact_match", 1024, 100), 0.84, 0.006);
    EXPECT_NEAR(correlationOf(measured("scores-seed2.json"), "unseen", 23, "exact_match", 512, 0), 0.65, 0.006);
}

// The same table: near + 3 far, which was computed there from every distance.
TEST(ScoreCorrelation, NearAndFarForetellUntrainedModelsBest)
{
    const ScoreSet first = measured("scores-seed1.json");
    EXPECT_NEAR(correlationOf(first, "near-far", 23, "exact_match", 512, 0), 0.87, 0.006);
    EXPECT_NEAR(correlationOf(first, "near-far", 23, "exact_match", 1024, 0), 0.89, 0.006);
    EXPECT_NEAR(correlationOf(first, "near-far", 23, "exact_match", 512, 100), 0.45, 0.006);
    EXPECT_NEAR(correlationOf(measured("scores-seed2.json"), "near-far", 23, "exact_match", 512, 0), 0.75, 0.006);
}

TEST(ScoreCorrelation, NearFarIsASum)
{
    const ScoreSet set = measured("scores-seed1.json");
    const auto of = [&](const char* name, double weight) {
        return measureOf(set, set.tables[3].table, 512, {.name = name, .farWeight = weight}).value();
    };
    EXPECT_NEAR(of("near-far", 2.5), of("near", 1.0) + 2.5 * of("far", 1.0), 1e-12);
    EXPECT_EQ(of("near-far", 0.0), of("near", 3.0));
    EXPECT_EQ(usualIntervalsOf(set), 25U);
}

TEST(ScoreCorrelation, OfAllMeasuresIsThatOfEach)
{
    const ScoreSet set = smallSet();
    const auto all = correlateAll(set, 32).value();
    ASSERT_EQ(all.size(), tableMeasures().size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto alone = correlate(set, {.name = tableMeasures()[i].name, .intervals = 32}).value();
        ASSERT_EQ(all[i].size(), alone.size());
        for (std::size_t k = 0; k < alone.size(); ++k) {
            EXPECT_EQ(all[i][k].measures, alone[k].measures);
            EXPECT_EQ(all[i][k].tables.size(), alone[k].scores.size());
        }
    }
    std::stop_source stopped;
    stopped.request_stop();
    EXPECT_EQ(correlateAll(set, 32, stopped.get_token()).error().kind, ErrorKind::Stopped);
    EXPECT_EQ(correlateAll(set, 1).error().kind, ErrorKind::Usage);
}

TEST(Scores, AreMergedByWhatTheyAreOf)
{
    const ScoreSet set = smallSet();
    EXPECT_EQ(merged(set, set), set);
    ScoreSet more = set;
    more.tables.insert(more.tables.begin(), {"another", {std::vector<double>(set.invFreq.size(), 3.0), 1.0}});
    for (Score& score : more.scores) {
        ++score.table;
    }
    more.scores.push_back({.table = 0, .length = 128, .task = "passkey", .metric = "exact_match", .value = 0.5});
    const ScoreSet both = merged(set, more);
    ASSERT_EQ(both.tables.size(), set.tables.size() + 1);
    EXPECT_EQ(both.tables.back().name, "another");
    ASSERT_EQ(both.scores.size(), set.scores.size() + 1);
    EXPECT_EQ(both.scores.back().table, set.tables.size());
}

TEST(Scores, AreRecognisedByTheirHead)
{
    EXPECT_TRUE(isScores(toJson(smallSet()).substr(0, 100)));
    EXPECT_FALSE(isScores("{\"schema\": \"rotascope-session/1\"}"));
    EXPECT_FALSE(isScores("a text about \"rotascope-scores/1\""));
}

TEST(ScoreCorrelation, KnowsItsMeasures)
{
    const auto unknown = correlate(smallSet(), {.name = "length"});
    EXPECT_EQ(unknown.error().kind, ErrorKind::Usage);
    EXPECT_THAT(unknown.error().message, HasSubstr("there is no measure \"length\"; expected one of kl, reverse-kl"));
    EXPECT_FALSE(correlate(smallSet(), {.name = "kl", .intervals = 1}));
    EXPECT_FALSE(correlate(smallSet(), {.name = "near-far", .farWeight = -1.0}));
    const auto groups = correlate(smallSet(), {}).value();
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_FALSE(groups[0].correlation); // a single table
    // One dimension moves 8 neighbours by δ = 1/8 each: the mean of 2 sin(r/16).
    double expected = 0.0;
    for (int r = 1; r <= 8; ++r) {
        expected += 2.0 * std::sin(r / 16.0) / 8.0 / 2.0;
    }
    EXPECT_NEAR(measureOf(smallSet(), smallSet().tables[1].table, 128, {.name = "near"}).value(), expected, 1e-12);
}
