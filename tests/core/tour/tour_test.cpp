// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tour/tour.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <unistd.h>

using namespace rotascope;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

// A tour with these members of its second step.
std::string tourWith(const std::string& members)
{
    const auto lacks = [&](const char* member) { return members.find(member) == std::string::npos; };
    std::string text
        = R"({"schema": "rotascope-tour/1", "id": "a-tour", "title": {"en": "A tour", "ja": "ツアー"}, "summary": "What it is about",
        "begin": [{"open": "meta-llama/Llama-2-7b-hf"}],
        "steps": [{"title": "One", "text": "First"}, {)";
    text += lacks("\"title\"") ? R"("title": "Two", )" : "";
    text += lacks("\"text\"") ? R"("text": "Second")" : R"("manual": "index")";
    return text + (members.empty() ? "" : ", ") + members + "}]}";
}

TourStep stepWith(const std::string& members)
{
    const Expected<Tour> tour = parseTour(tourWith(members), "t.json");
    EXPECT_TRUE(tour) << (tour ? std::string() : tour.error().message.english());
    return tour ? tour->steps.at(1) : TourStep();
}

std::string faultOf(const std::string& text)
{
    const Expected<Tour> tour = parseTour(text, "t.json");
    EXPECT_FALSE(tour) << text;
    return tour ? std::string() : tour.error().message.english();
}

TEST(Tour, HasTextsInLanguagesAndEnglishWhereOneIsMissing)
{
    const Expected<Tour> tour = parseTour(tourWith(""), "t.json");
    ASSERT_TRUE(tour);
    EXPECT_EQ(tour->id, "a-tour");
    EXPECT_EQ(tour->title.in("ja"), "ツアー");
    EXPECT_EQ(tour->title.in("ko"), "A tour");
    EXPECT_EQ(tour->summary.in("ja"), "What it is about");
    ASSERT_EQ(tour->begin.size(), 1U);
    EXPECT_EQ(tour->begin[0].kind, TourAction::Kind::Open);
    EXPECT_EQ(tour->begin[0].name, "meta-llama/Llama-2-7b-hf");
    ASSERT_EQ(tour->steps.size(), 2U);
    EXPECT_TRUE(tour->steps[1].target.isEmpty());
    EXPECT_TRUE(tour->steps[1].expect.isEmpty());
    EXPECT_TRUE(tour->steps[1].answer.isEmpty());
    EXPECT_EQ(tour->steps[1].answer.in("ja"), "");
}

TEST(Tour, HasAnswersToWhatItsStepsAsk)
{
    const TourStep step = stepWith(R"("answer": {"en": "149", "ja": "149 位置"})");
    EXPECT_EQ(step.answer.in("ja"), "149 位置");
    EXPECT_EQ(step.answer.in("ko"), "149");
    EXPECT_THAT(faultOf(tourWith(R"("answer": "")")), HasSubstr("step 2: answer has 0 bytes; expected 1 to 1500"));
    EXPECT_THAT(faultOf(tourWith(R"("answer": {"ja": "149"})")), HasSubstr("answer has no English text"));
}

TEST(Tour, HasTargetsActionsAndStates)
{
    const TourStep step = stepWith(R"("manual": "clock#reading", "target": {"view": "clock", "control": "clockPlay"},
        "show": [{"target_length": 8192}, {"method": "linear"}, {"show_method": "yarn"}, {"dimension": 22}, {"interpolate": "46-48, 63"},
                 {"extrapolate": "all"}, {"view": "clock"}, {"command": "pin"}, {"press": "clockPlay"},
                 {"choose": "clockDimensions", "entry": 3}, {"enter": "clockDistance", "value": 10.5}],
        "expect": {"source": "Qwen/Qwen3-8B", "target_length": 8192, "method": "linear", "dimension": 22, "view": "clock",
                   "by_hand": true, "pins": 1, "mean_below": 0.01})");
    EXPECT_EQ(step.target.view, "clock");
    EXPECT_EQ(step.target.control, "clockPlay");
    ASSERT_EQ(step.show.size(), 11U);
    EXPECT_EQ(step.show[0].number, 8192.0);
    EXPECT_EQ(step.show[3].kind, TourAction::Kind::CurrentDimension);
    EXPECT_THAT(step.show[4].dimensions, ElementsAre(46, 47, 48, 63));
    EXPECT_THAT(step.show[5].dimensions, ElementsAre());
    EXPECT_EQ(step.show[9].name, "clockDimensions");
    EXPECT_EQ(step.show[9].number, 3.0);
    EXPECT_EQ(step.show[10].number, 10.5);
    EXPECT_EQ(step.expect.source, "Qwen/Qwen3-8B");
    EXPECT_EQ(step.expect.targetLength, 8192);
    EXPECT_EQ(step.expect.dimension, 22U);
    EXPECT_EQ(step.expect.byHand, true);
    EXPECT_EQ(step.expect.pins, 1U);
    EXPECT_EQ(step.expect.meanBelow, 0.01);
    EXPECT_FALSE(step.expect.isEmpty());
}

TEST(Tour, KnowsAPresetByItsWholeNameHoweverItWasWritten)
{
    const TourStep step = stepWith(R"("show": [{"open": "qwen3-8b"}], "expect": {"source": "llama-2-7b-hf"})");
    EXPECT_EQ(step.show.at(0).name, "Qwen/Qwen3-8B");
    EXPECT_EQ(step.expect.source, "meta-llama/Llama-2-7b-hf");
}

TEST(Tour, SaysWhichStepIsWrongAndWhatWasExpected)
{
    EXPECT_EQ(
        faultOf(tourWith(R"("expect": {"dimension": "22"})")), "t.json: step 2: expect: dimension is \"22\"; expected a whole number");
    EXPECT_THAT(faultOf(tourWith(R"("expects": {})")),
        HasSubstr("t.json: step 2: \"expects\" is not a member; expected one of title, text, answer, target, manual, show, expect"));
    EXPECT_THAT(faultOf(tourWith(R"("show": [{"view": "clock"}, {"shout": "hi"}])")), HasSubstr("step 2: show 2: expected one of open, "));
    EXPECT_THAT(faultOf(tourWith(R"("show": [{"view": "clock", "dimension": 1}])")), HasSubstr("is not a member; expected one of"));
    EXPECT_THAT(faultOf(tourWith(R"("show": [{"choose": "curves"}])")), HasSubstr("entry is missing; expected a number"));
    EXPECT_THAT(faultOf(tourWith(R"("show": [{"open": "/etc/passwd"}])")), HasSubstr("show 1: open: "));
    EXPECT_THAT(faultOf(tourWith(R"("show": [{"method": "magic"}])")), HasSubstr("show 1: method: "));
    EXPECT_THAT(faultOf(tourWith(R"("show": {})")), HasSubstr("show: expected a list of at most 50 objects"));
    EXPECT_THAT(faultOf(tourWith(R"("show": ["view"])")), HasSubstr("show 1: expected an object"));
    EXPECT_THAT(faultOf(tourWith(R"("target": {})")), HasSubstr("target: expected a view, a control, a command or a dimension"));
    EXPECT_THAT(faultOf(tourWith(R"("target": {"command": "pin", "dimension": 3})")), HasSubstr("one of them"));
    EXPECT_THAT(faultOf(tourWith(R"("text": {"de": "Hallo"})")), HasSubstr("expected one of en, ja, ko"));
    EXPECT_THAT(faultOf(tourWith(R"("text": {"ja": "こんにちは"})")), HasSubstr("has no English text"));
    std::string tooLong = R"("text": ")";
    tooLong.append(2000, 'x').append("\"");
    EXPECT_THAT(faultOf(tourWith(tooLong)), HasSubstr("has 2000 bytes; expected 1 to 1500"));
    EXPECT_THAT(faultOf(tourWith(R"("text": "")")), HasSubstr("has 0 bytes"));
}

TEST(Tour, TakesListsOfDimensionsThatAscend)
{
    for (const char* list : {"", "5-3", "3, 3", "1,", "-1", "70000", "0-99999999999999", "x", "1 2"}) {
        EXPECT_THAT(faultOf(tourWith(std::string(R"("show": [{"automatic": ")") + list + "\"}]")), HasSubstr("automatic is ")) << list;
    }
    EXPECT_THAT(stepWith(R"("show": [{"automatic": "0"}])").show.at(0).dimensions, ElementsAre(0));
}

TEST(Tour, RefusesWhatIsNone)
{
    EXPECT_THAT(faultOf("[]"), HasSubstr("t.json: not a JSON object; expected a guided tour"));
    EXPECT_THAT(faultOf("{"), HasSubstr("expected a guided tour (parse error"));
    EXPECT_THAT(faultOf("{}"), HasSubstr("is no guided tour; expected the member \"schema\" to be \"rotascope-tour/1\""));
    EXPECT_THAT(faultOf(std::string((1U << 20U) + 1, ' ')), HasSubstr("expected at most 1048576"));
    const std::string head = R"({"schema": "rotascope-tour/1", "title": "T", "summary": "S", )";
    EXPECT_THAT(faultOf(head + R"("id": "../x", "steps": []})"), HasSubstr("id is \"../x\"; expected up to 64 letters"));
    EXPECT_THAT(faultOf(head + R"("id": "x"})"), HasSubstr("steps: expected a list of 1 to 100 objects"));
    EXPECT_THAT(faultOf(head + R"("id": "x", "steps": 5})"), HasSubstr("steps: expected a list of at most 100 objects"));
    EXPECT_FALSE(readTour("/no/such/tour.json"));
    const std::filesystem::path large = std::filesystem::temp_directory_path() / ("rotascope-tour-" + std::to_string(::getpid()));
    std::ofstream(large).put(' ');
    std::filesystem::resize_file(large, std::uintmax_t{1} << 40U); // reading it would not end
    const Expected<Tour> none = readTour(large);
    std::filesystem::remove(large);
    ASSERT_FALSE(none);
    EXPECT_THAT(none.error().message.english(), HasSubstr("has 1099511627776 bytes; expected at most 1048576"));
}

// Whatever a tour holds, its text is read as the same text again.
TEST(Tour, IsWrittenAsItIsRead)
{
    const std::string members = R"("answer": "149", "target": {"view": "clock", "control": "clockPlay"}, "manual": "clock#reading",
        "show": [{"open": "Qwen/Qwen3-8B"}, {"target_length": 81920}, {"method": "yarn"}, {"show_method": ""}, {"dimension": 22},
            {"extrapolate": "0-5, 12, 14-15"}, {"interpolate": "all"}, {"automatic": "3"}, {"view": "clock"}, {"command": "pin"},
            {"press": "takeAll"}, {"choose": "clockTable", "entry": 2}, {"enter": "clockDistance", "value": 0.5}],
        "expect": {"source": "Qwen/Qwen3-8B", "target_length": 81920, "method": "yarn", "dimension": 22, "view": "clock", "by_hand": true,
            "pins": 1, "mean_below": 0.01})";
    const Expected<Tour> tour = parseTour(tourWith(members), "t.json");
    ASSERT_TRUE(tour) << tour.error().message.english();
    const std::string text = toJson(*tour);
    const Expected<Tour> again = parseTour(text, "t.json");
    ASSERT_TRUE(again) << again.error().message.english();
    EXPECT_EQ(toJson(*again), text);
    EXPECT_EQ(again->steps.at(1).show.size(), 13U);
    EXPECT_THAT(again->steps.at(1).show.at(5).dimensions, ElementsAre(0, 1, 2, 3, 4, 5, 12, 14, 15));
    EXPECT_EQ(again->title.in("ja"), tour->title.in("ja"));
    EXPECT_EQ(again->steps.at(1).answer.in("en"), "149");
    EXPECT_THAT(text, HasSubstr("\"extrapolate\": \"0-5, 12, 14-15\""));
    EXPECT_THAT(text, HasSubstr("\"interpolate\": \"all\""));
}

// Cut off anywhere, or with any byte changed, a tour is read or refused with a message.
TEST(Tour, SurvivesDamage)
{
    const std::string whole = tourWith(R"("show": [{"interpolate": "46-63"}], "expect": {"mean_below": 0.01})");
    for (std::size_t i = 0; i < whole.size(); ++i) {
        EXPECT_FALSE(parseTour(whole.substr(0, i), "t.json"));
        for (const char letter : {'\0', '"', '{', '9', '\xff'}) {
            std::string damaged = whole;
            damaged[i] = letter;
            if (const Expected<Tour> tour = parseTour(damaged, "t.json"); !tour) {
                EXPECT_THAT(tour.error().message.english(), HasSubstr("t.json: "));
            }
        }
    }
}

} // namespace
