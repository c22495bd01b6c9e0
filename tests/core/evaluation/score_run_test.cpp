// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/score_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rotascope;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

ScoreRunRequest request()
{
    return {.model = "Qwen/Qwen3-8B",
        .tables = {"/tables/yarn.json", "/my tables/A.json"},
        .ownFrequencies = false,
        .lengths = {8192, 16384},
        .passkeys = 20,
        .text = "/books/it's.txt",
        .output = "/out/scores.json"};
}

std::string errorOf(const ScoreRunRequest& asked)
{
    const auto checked = checkScoreRun(asked);
    EXPECT_FALSE(checked);
    return checked ? "" : checked.error().message.text();
}

} // namespace

TEST(ScoreRun, InstallsThePackageIntoAPythonOfItsOwn)
{
    EXPECT_EQ(installCommandOf("/usr/share/rotascope/evaluate/rotascope_evaluate-0.1.0-py3-none-any.whl"),
        "python3 -m venv ~/rotascope-python && ~/rotascope-python/bin/pip install "
        "/usr/share/rotascope/evaluate/rotascope_evaluate-0.1.0-py3-none-any.whl");
    EXPECT_THAT(installCommandOf("/my files/it"), testing::EndsWith("pip install '/my files/it'"));
}

TEST(ScoreRun, BecomesTheArgumentsOfThePackage)
{
    EXPECT_TRUE(checkScoreRun(request()));
    EXPECT_THAT(argumentsOf(request()),
        ElementsAre("-m", "rotascope_evaluate", "Qwen/Qwen3-8B", "--table", "/tables/yarn.json", "--table", "/my tables/A.json", "--no-own",
            "--length", "8192", "--length", "16384", "--passkeys", "20", "--text", "/books/it's.txt", "-o", "/out/scores.json"));
    ScoreRunRequest least = request();
    least.tables.clear();
    least.ownFrequencies = true;
    least.text.clear();
    EXPECT_THAT(argumentsOf(least),
        ElementsAre("-m", "rotascope_evaluate", "Qwen/Qwen3-8B", "--length", "8192", "--length", "16384", "--passkeys", "20", "-o",
            "/out/scores.json"));
}

TEST(ScoreRun, BecomesACommandThatAShellReadsAsItIs)
{
    EXPECT_EQ(shellCommandOf("/usr/bin/python3", request()),
        "/usr/bin/python3 -m rotascope_evaluate Qwen/Qwen3-8B --table /tables/yarn.json --table '/my tables/A.json' --no-own --length 8192 "
        "--length 16384 --passkeys 20 --text '/books/it'\\''s.txt' -o /out/scores.json");
}

TEST(ScoreRun, SaysWhatIsMissing)
{
    ScoreRunRequest asked = request();
    for (const char* model : {"", "--help", "two\nlines"}) {
        asked.model = model;
        EXPECT_THAT(errorOf(asked), HasSubstr("no model is named")) << model;
    }
    for (const char* model : {".", "./here", "../there", "~/model"}) {
        asked.model = model;
        EXPECT_THAT(errorOf(asked), HasSubstr("expected its whole path")) << model;
    }
    asked = request();
    asked.lengths = {8192, 0};
    EXPECT_THAT(errorOf(asked), HasSubstr("from 1 on"));
    asked.lengths.clear();
    EXPECT_THAT(errorOf(asked), HasSubstr("from 1 on"));
    asked = request();
    asked.tables.clear();
    EXPECT_THAT(errorOf(asked), HasSubstr("nothing to score"));
    asked = request();
    asked.passkeys = 0;
    EXPECT_TRUE(checkScoreRun(asked));
    asked.text.clear();
    EXPECT_THAT(errorOf(asked), HasSubstr("nothing to measure"));
    asked = request();
    asked.output.clear();
    EXPECT_THAT(errorOf(asked), HasSubstr("no file for the scores"));
}

TEST(ScoreRun, ReadsHowFarARunIs)
{
    EXPECT_EQ(parseScoreRunProgress(R"({"done": 1, "total": 4, "text": "yarn 8192 passkey: exact_match 0.9", "seconds_left": 240})"),
        (ScoreRunProgress{1, 4, "yarn 8192 passkey: exact_match 0.9", 240.0}));
    EXPECT_EQ(
        parseScoreRunProgress(R"({"done": 0, "total": 4, "text": "", "seconds_left": null})"), (ScoreRunProgress{0, 4, "", std::nullopt}));
    for (const char* other : {"", "Loading weights: 100%", "[1, 2]", "{}", R"({"done": 5, "total": 4, "text": "", "seconds_left": null})",
             R"({"done": -1, "total": 4, "text": "", "seconds_left": null})", R"({"done": 1, "total": 4, "text": 7, "seconds_left": null})",
             R"({"done": 1, "total": 4, "text": ""})", "{\"done\": 1"}) {
        EXPECT_FALSE(parseScoreRunProgress(other)) << other;
    }
    EXPECT_FALSE(parseScoreRunProgress(R"({"done": 1, "total": 4, "text": "", "seconds_left": -3})")->secondsLeft);
}
