// SPDX-License-Identifier: GPL-3.0-or-later
// What does not rotate, through the same analysis, landscape, sweep and certificate as a RoPE.
#include "core/analysis/analysis.h"
#include "core/analysis/certificate.h"
#include "core/analysis/landscape.h"
#include "core/analysis/length_sweep.h"
#include "core/analysis/reason.h"
#include "core/analysis/second_readings.h"
#include "core/analysis/summary.h"
#include "core/engine/cpu_engine.h"
#include "tests/core/analysis/llama2_source.h"

#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace rotascope;
using testing::Each;
using testing::HasSubstr;

namespace {

std::shared_ptr<const Source> sourceOf(EncodedPositions made, std::int64_t length)
{
    Source source;
    source.origin = machineNameOfEncoding(made.encoding.kind);
    source.rope = std::move(made.rope);
    source.rope.originalMaxPositionEmbeddings = source.rope.maxPositionEmbeddings = length;
    source.encoding = made.encoding;
    return std::make_shared<const Source>(std::move(source));
}

std::shared_ptr<const Source> sourceNamed(const std::string& encoding, std::int64_t length)
{
    return sourceOf(encoding == "learned" ? learnedPositions() : encoding == "t5" ? t5Positions() : alibiPositions(alibiSlopes(8)), length);
}

std::shared_ptr<const Analysis> analyzed(const std::shared_ptr<const Source>& source, const AnalysisSettings& settings)
{
    const auto analysis = analyze(*makeCpuEngine(), source, settings);
    EXPECT_TRUE(analysis) << (analysis ? "" : analysis.error().message);
    return analysis.value_or(nullptr);
}

std::string errorOf(const std::shared_ptr<const Source>& source, const AnalysisSettings& settings)
{
    const auto analysis = analyze(*makeCpuEngine(), source, settings);
    return analysis ? "" : analysis.error().message;
}

} // namespace

TEST(OtherEncodings, HaveTheFiguresOfTheReference)
{
    std::ifstream file(ROTASCOPE_SOURCE_DIR "/tests/data/reference-encodings.json");
    const nlohmann::json reference = nlohmann::json::parse(file);
    for (const nlohmann::json& one : reference["cases"]) {
        const auto source = sourceNamed(one["encoding"], one["pretraining_length"]);
        AnalysisSettings settings = defaultSettings(*source);
        settings.targetLength = one["target_length"];
        settings.intervals = one["intervals"];
        settings.epsilon = 1e-12;
        settings.customTable = ScalingTable{.factors = std::vector<double>(source->rope.dimensions(), one["factor"].get<double>())};
        settings.method = "custom";
        const auto analysis = analyzed(source, settings);
        ASSERT_TRUE(analysis);
        const auto before = analysis->before->counts(0);
        EXPECT_EQ(std::vector<std::uint64_t>(before.begin(), before.end()), one["before"].get<std::vector<std::uint64_t>>());
        EXPECT_EQ(countsAfter(*analysis, *analysis->chosen, Dimension(0)), one["after"].get<std::vector<std::uint64_t>>());
        const double expected = one["divergence"];
        EXPECT_THAT(analysis->chosen->disturbance, Each(testing::DoubleNear(expected, 1e-12 + 1e-9 * expected)));
        EXPECT_THAT(analysis->chosen->outOfDistributionShare, Each(testing::DoubleNear(one["unseen"], 1e-15)));
    }
}

// The share of unseen rows is what section "Other encodings" of docs/method.md says of learned positions: 1 - L/L′.
TEST(OtherEncodings, HalfOfTheRowsAreUnseenAtTwiceTheLength)
{
    const auto analysis = analyzed(sourceNamed("learned", 1024), defaultSettings(*sourceNamed("learned", 1024)));
    EXPECT_EQ(analysis->settings.targetLength, 2048);
    EXPECT_EQ(analysis->settings.measure(), "positions");
    EXPECT_DOUBLE_EQ(analysis->extrapolation->outOfDistributionShare[0], 0.5);
    EXPECT_DOUBLE_EQ(analysis->interpolation->outOfDistributionShare[0], 0.0);
    EXPECT_EQ(analysis->selected[0], Choice::Interpolation);
}

TEST(OtherEncodings, HeadsWithTheSameFactorAreEqual)
{
    const auto analysis = analyzed(sourceNamed("alibi", 2048), defaultSettings(*sourceNamed("alibi", 2048)));
    EXPECT_EQ(analysis->settings.measure(), "distances");
    EXPECT_THAT(analysis->extrapolation->disturbance, Each(analysis->extrapolation->disturbance[0]));
    EXPECT_EQ(analysis->turnsInPretraining(Dimension(0)), 0.0);
}

TEST(OtherEncodings, ASinusoidalModelIsCountedAsARope)
{
    const auto sines = sourceOf(sinusoidalPositions(128), 4096);
    const auto rope = analyzed(llama2Source(), defaultSettings(*llama2Source()));
    const auto analysis = analyzed(sines, defaultSettings(*sines));
    EXPECT_EQ(analysis->chosen->disturbance, rope->chosen->disturbance);
    EXPECT_EQ(analysis->methods.size(), rope->methods.size());
}

TEST(OtherEncodings, MethodsForFrequenciesSayThatTheyHaveNone)
{
    const auto source = sourceNamed("alibi", 2048);
    AnalysisSettings settings = defaultSettings(*source);
    const auto usual = analyzed(source, settings);
    std::vector<std::string_view> names;
    for (const MethodAnalysis& method : usual->methods) {
        names.push_back(method.method->name);
        EXPECT_TRUE(method.result) << method.method->name;
    }
    EXPECT_THAT(names, testing::ElementsAre("extrapolation", "linear", "distributional", "band"));
    settings.comparedMethods = {"yarn", "linear", "optimal", "monotone"};
    const auto asked = analyzed(source, settings);
    EXPECT_THAT(asked->methods.front().unavailable.english() + asked->methods[1].unavailable.english(),
        HasSubstr("yarn divides frequencies, and ALiBi has none"));
    EXPECT_EQ(std::ranges::count_if(asked->methods, [](const MethodAnalysis& method) { return method.result != nullptr; }), 3);
    settings.method = "yarn";
    EXPECT_THAT(errorOf(source, settings), HasSubstr("yarn divides frequencies"));
}

TEST(OtherEncodings, LandscapeSweepAndCertificateAgreeWithTheAnalysis)
{
    for (const char* name : {"learned", "alibi", "t5"}) {
        const auto source = sourceNamed(name, 512);
        const auto engine = makeCpuEngine();
        const auto analysis = analyzed(source, defaultSettings(*source));
        const auto landscape = computeLandscape(*engine, *analysis, 65);
        ASSERT_TRUE(landscape) << landscape.error().message;
        const auto& factors = (*landscape)->factors;
        const auto atScale = static_cast<std::size_t>(std::ranges::find(factors, 2.0) - factors.begin());
        ASSERT_LT(atScale, factors.size());
        EXPECT_EQ((*landscape)->at(Dimension(0), 0), analysis->extrapolation->disturbance[0]) << name;
        EXPECT_EQ((*landscape)->at(Dimension(0), atScale), analysis->interpolation->disturbance[0]) << name;
        const auto sweep = sweepLengths(*engine, *analysis, nullptr, 8);
        ASSERT_TRUE(sweep) << sweep.error().message;
        const auto target = std::ranges::find((*sweep)->lengths, analysis->settings.targetLength) - (*sweep)->lengths.begin();
        EXPECT_EQ((*sweep)->curves[0].meanDisturbance[static_cast<std::size_t>(target)], analysis->chosen->meanDisturbance) << name;
        const auto certificate = certify(*engine, *analysis, 65);
        ASSERT_TRUE(certificate) << certificate.error().message;
        EXPECT_LE((*certificate)->gridSum, (*certificate)->leastSum) << name;
    }
}

TEST(OtherEncodings, WhatDoesNotFitIsRefused)
{
    const auto alibi = sourceNamed("alibi", 2048);
    AnalysisSettings settings = defaultSettings(*alibi);
    settings.counting = {};
    EXPECT_THAT(
        errorOf(alibi, settings), HasSubstr("ALiBi depends on distances alone; expected the measure distances or window, not positions"));
    settings = defaultSettings(*alibi);
    settings.divergence = Divergence::Wasserstein;
    EXPECT_THAT(errorOf(alibi, settings), HasSubstr("goes round the circle"));
    settings = defaultSettings(*alibi);
    settings.selection = Threshold{0.0, 0.01};
    EXPECT_THAT(errorOf(alibi, settings), HasSubstr("near and far compare angles"));
    const auto learned = sourceNamed("learned", 1024);
    settings = defaultSettings(*learned);
    settings.counting.counting = Counting::Distances;
    EXPECT_THAT(errorOf(learned, settings), HasSubstr("have a row for each position"));
    const auto t5 = sourceNamed("t5", 512);
    settings = defaultSettings(*t5);
    EXPECT_EQ(settings.intervals, 32U);
    settings.intervals = 64;
    EXPECT_THAT(errorOf(t5, settings), HasSubstr("b is 64; expected 32, one for each bucket"));
    settings = defaultSettings(*t5);
    settings.other = otherOf(learned);
    EXPECT_THAT(errorOf(t5, settings), HasSubstr("expected two sources with the same encoding"));
    EXPECT_TRUE(offersMeasure(*t5, "window"));
    EXPECT_FALSE(offersMeasure(*t5, "near-far"));
}

TEST(OtherEncodings, NotesAndReasonsSpeakOfWhatIsCounted)
{
    for (const char* name : {"learned", "alibi", "t5"}) {
        const auto source = sourceNamed(name, 512);
        const auto analysis = analyzed(source, defaultSettings(*source));
        EXPECT_FALSE(encodingNote(*source).empty());
        EXPECT_THAT(whyDisturbed(*analysis, Dimension(0)).english(), HasSubstr("Extrapolation moves"));
        EXPECT_THAT(whyDisturbed(*analysis, Dimension(0)).english(), testing::Not(HasSubstr("angle")));
        const SecondReadings readings = secondReadings(*analysis, *analysis->chosen);
        EXPECT_FALSE(readings.isOfAngles);
        EXPECT_EQ(readings.reach, std::nullopt);
    }
    EXPECT_TRUE(encodingNote(*llama2Source()).empty());
}
