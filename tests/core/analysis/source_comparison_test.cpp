// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/source_comparison.h"

#include "core/analysis/analysis.h"
#include "core/engine/cpu_engine.h"
#include "tests/core/analysis/llama2_source.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace rotascope;
using testing::Each;
using testing::HasSubstr;

namespace {

std::shared_ptr<const Source> modelOf(double theta, std::int64_t length, int rotaryDim = 128)
{
    Source source;
    source.origin = "theta " + std::to_string(theta);
    source.rope = {.ropeTheta = theta,
        .headDim = rotaryDim,
        .rotaryDim = rotaryDim,
        .originalMaxPositionEmbeddings = length,
        .invFreq = standardInvFreq(theta, rotaryDim)};
    return std::make_shared<const Source>(std::move(source));
}

std::shared_ptr<const Analysis> analyzed(const std::shared_ptr<const Source>& source, const AnalysisSettings& settings,
    const std::shared_ptr<const Analysis>& previous = nullptr)
{
    const auto result = analyze(*makeCpuEngine(), source, settings, previous);
    EXPECT_TRUE(result) << result.error().message;
    return result.value_or(nullptr);
}

SourceComparison compared(const std::shared_ptr<const Source>& source, const AnalysisSettings& settings)
{
    return *analyzed(source, settings)->other;
}

AnalysisSettings comparedWith(const std::shared_ptr<const Source>& source, const std::shared_ptr<const Source>& other)
{
    AnalysisSettings settings = defaultSettings(*source);
    settings.comparedMethods = {"extrapolation"};
    settings.method = "extrapolation";
    settings.other = otherOf(other);
    return settings;
}

} // namespace

TEST(SourceComparison, WithoutASecondSourceThereIsNone)
{
    const auto source = llama2Source();
    EXPECT_EQ(analyzed(source, defaultSettings(*source))->other, nullptr);
}

TEST(SourceComparison, ASourceDoesNotDifferFromItself)
{
    const auto source = llama2Source();
    AnalysisSettings settings = comparedWith(source, source);
    for (const DivergenceInfo& info : divergences()) {
        settings.divergence = info.divergence;
        for (const CountingMeasure& counting : {CountingMeasure{}, CountingMeasure{Counting::Distances}, {Counting::Distances, 100}}) {
            settings.counting = counting;
            const SourceComparison other = compared(source, settings);
            EXPECT_THAT(other.divergence, Each(0.0)) << info.name;
            EXPECT_THAT(other.reverse, Each(0.0)) << info.name;
            EXPECT_THAT(other.unseenShare, Each(0.0));
            EXPECT_THAT(other.frequencyRatio, Each(1.0));
            EXPECT_EQ(other.meanDivergence, 0.0);
        }
    }
}

TEST(SourceComparison, IsTheDivergenceOfWhatBothHaveBefore)
{
    const auto a = llama2Source();
    const auto b = modelOf(500000.0, 8192);
    const auto analysis = analyzed(a, comparedWith(a, b));
    const SourceComparison& other = *analysis->other;
    const auto alone = analyzed(b, [&] {
        AnalysisSettings settings = defaultSettings(*b);
        settings.intervals = analysis->settings.intervals;
        return settings;
    }());
    EXPECT_EQ(*other.before, *alone->before);
    double mean = 0.0;
    for (std::size_t i = 0; i < 64; ++i) {
        const CountView first{analysis->before->counts(i), analysis->before->total(i)};
        const CountView second{alone->before->counts(i), alone->before->total(i)};
        EXPECT_EQ(other.divergence[i], disturbance(Divergence::KullbackLeibler, first, second, defaultEpsilon));
        EXPECT_EQ(other.reverse[i], disturbance(Divergence::KullbackLeibler, second, first, defaultEpsilon));
        EXPECT_EQ(other.unseenShare[i], outOfDistributionShare(first, second));
        EXPECT_DOUBLE_EQ(other.frequencyRatio[i], std::pow(50.0, -static_cast<double>(i) / 64));
        EXPECT_LE(other.divergence[i], other.divergence[other.greatestAt]);
        mean += other.divergence[i] / 64;
    }
    EXPECT_NEAR(other.meanDivergence, mean, 1e-12);
    EXPECT_EQ(byDifference(other).front(), other.greatestAt);
    EXPECT_EQ(byDifference(other).size(), 64U);
}

TEST(SourceComparison, TheOtherWayRoundBothDirectionsChangePlaces)
{
    const auto a = modelOf(10000.0, 4096);
    const auto b = modelOf(20000.0, 3000);
    AnalysisSettings settings = comparedWith(a, b);
    settings.intervals = 90;
    AnalysisSettings turned = comparedWith(b, a);
    turned.intervals = 90;
    const SourceComparison ab = compared(a, settings);
    const SourceComparison ba = compared(b, turned);
    EXPECT_EQ(ab.divergence, ba.reverse);
    EXPECT_EQ(ab.reverse, ba.divergence);
    EXPECT_NE(ab.divergence, ab.reverse);
    settings.divergence = Divergence::JensenShannon; // symmetric
    const SourceComparison symmetric = compared(a, settings);
    for (std::size_t i = 0; i < 64; ++i) {
        EXPECT_DOUBLE_EQ(symmetric.divergence[i], symmetric.reverse[i]);
    }
}

RC_GTEST_PROP(SourceComparison, DivergencesAreNotNegative, ())
{
    const auto a = modelOf(*rc::gen::inRange(2, 100000), *rc::gen::inRange(1, 3000), 8);
    const auto b = modelOf(*rc::gen::inRange(2, 100000), *rc::gen::inRange(1, 3000), 8);
    AnalysisSettings settings = comparedWith(a, b);
    settings.intervals = *rc::gen::inRange<std::uint32_t>(2, 400);
    settings.divergence = divergences()[*rc::gen::inRange<std::size_t>(0, divergences().size())].divergence;
    const SourceComparison other = compared(a, settings);
    for (std::size_t i = 0; i < 4; ++i) {
        RC_ASSERT(other.divergence[i] > -1e-9); // epsilon
        RC_ASSERT(other.reverse[i] > -1e-9);
        RC_ASSERT(other.unseenShare[i] >= 0.0 && other.unseenShare[i] <= 1.0);
        RC_ASSERT(other.before->total(i) == static_cast<std::uint64_t>(settings.other->pretrainingLength));
    }
}

TEST(SourceComparison, NoTableDependsOnIt)
{
    const auto a = llama2Source();
    const AnalysisSettings alone = defaultSettings(*a);
    const auto without = analyzed(a, alone);
    AnalysisSettings settings = alone;
    settings.other = otherOf(modelOf(500000.0, 8192));
    const auto with = analyzed(a, settings, without);
    EXPECT_EQ(with->countedDimensions, 0U);
    EXPECT_EQ(with->chosen, without->chosen) << "shared, not computed again";
    EXPECT_EQ(with->before, without->before);
}

TEST(SourceComparison, IsTakenOverWhereNothingOfItChanged)
{
    const auto a = llama2Source();
    AnalysisSettings settings = comparedWith(a, modelOf(500000.0, 8192));
    const auto first = analyzed(a, settings);
    settings.targetLength = 12288;
    EXPECT_EQ(analyzed(a, settings, first)->other, first->other);
    settings.divergence = Divergence::Hellinger;
    const auto second = analyzed(a, settings, first);
    EXPECT_EQ(second->other->before, first->other->before) << "counted once";
    EXPECT_EQ(second->other->divergence, analyzed(a, settings)->other->divergence);
    settings.pretrainingLength = 2000;
    const auto third = analyzed(a, settings, second);
    EXPECT_EQ(third->other->before, first->other->before);
    EXPECT_EQ(third->other->divergence, analyzed(a, settings)->other->divergence);
    settings.other->pretrainingLength = 100;
    const auto fourth = analyzed(a, settings, third);
    EXPECT_EQ(fourth->other->before->total(0), 100U);
    settings.weights = {"own", std::vector<double>(64, 0.0)};
    settings.weights.values[30] = 1.0;
    EXPECT_EQ(analyzed(a, settings, fourth)->other->meanDivergence, fourth->other->divergence[30]);
    settings.other.reset();
    EXPECT_EQ(analyzed(a, settings, fourth)->other, nullptr);
}

TEST(SourceComparison, WhatDoesNotTurn)
{
    Source still = *modelOf(10000.0, 4096, 8);
    still.rope.invFreq = {1.0, 0.0, 0.0, 0.5};
    Source turning = still;
    turning.rope.invFreq = {0.5, 0.25, 0.0, 0.0};
    const auto a = std::make_shared<const Source>(still);
    const SourceComparison other = compared(a, comparedWith(a, std::make_shared<const Source>(turning)));
    EXPECT_THAT(other.frequencyRatio, testing::ElementsAre(0.5, std::numeric_limits<double>::infinity(), 1.0, 0.0));
    EXPECT_EQ(other.divergence[2], 0.0);
}

// Recorded angles are of positions: of distances there are only those that B recorded.
TEST(SourceComparison, DistancesOfASourceThatRecordedNone)
{
    Source recorded = *llama2Source();
    recorded.recordedPositions = {PositionSet::counted({2, 2, 1})};
    const auto a = llama2Source();
    AnalysisSettings settings = comparedWith(a, std::make_shared<const Source>(recorded));
    EXPECT_EQ(settings.other->before, BeforeKind::RecordedPositions);
    EXPECT_EQ(compared(a, settings).before->total(0), 5U);
    settings.counting = {Counting::Distances};
    EXPECT_EQ(compared(a, settings).before->total(0), std::uint64_t{4096} * 4097 / 2);
    recorded.recordedDistances = [](const std::stop_token&) { return PositionSet::counted({5, 3, 1}); };
    settings.other = otherOf(std::make_shared<const Source>(recorded));
    EXPECT_EQ(compared(a, settings).before->total(0), 9U);
}

TEST(SourceComparison, RefusesWhatCannotBeCompared)
{
    const auto a = llama2Source();
    const auto errorOf = [&](const OtherSource& other) {
        AnalysisSettings settings = defaultSettings(*a);
        settings.other = other;
        const auto result = analyze(*makeCpuEngine(), a, settings);
        EXPECT_TRUE(result || result.error().kind == ErrorKind::Usage);
        return result ? std::string() : result.error().message.english();
    };
    EXPECT_THAT(errorOf(otherOf(modelOf(10000.0, 4096, 64))),
        HasSubstr("has 32 rotary dimensions, and meta-llama/Llama-2-7b-hf has 64; expected two RoPEs with as many"));
    OtherSource other = otherOf(a);
    other.pretrainingLength = 0;
    EXPECT_THAT(errorOf(other), HasSubstr("the pre-training length of meta-llama/Llama-2-7b-hf is 0; expected 1 to"));
    other = otherOf(a);
    other.before = BeforeKind::RecordedAngles;
    EXPECT_THAT(errorOf(other), HasSubstr("has no recorded angles"));
}
