// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rope/frozen.h"
#include "core/rope/position_method.h"
#include "core/scaling/method.h"
#include "core/scaling/transformers_scaling.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <numbers>
#include <rapidcheck/gtest.h>

using namespace rotascope;

namespace {

RopeConfig llama2()
{
    return {.modelId = "llama",
        .ropeTheta = 10000.0,
        .headDim = 128,
        .rotaryDim = 128,
        .originalMaxPositionEmbeddings = 4096,
        .maxPositionEmbeddings = 4096,
        .invFreq = standardInvFreq(10000.0, 128)};
}

Expected<ScalingTable> make(std::string_view name, const RopeConfig& rope, std::int64_t pretraining, std::int64_t target)
{
    return (*findMethod(name))->make({.rope = rope, .pretrainingLength = pretraining, .targetLength = target});
}

std::string errorOf(std::string_view name, const RopeConfig& rope)
{
    const Expected<ScalingTable> table = make(name, rope, 4096, 8192);
    EXPECT_FALSE(table) << name;
    EXPECT_TRUE(table || table.error().kind == ErrorKind::Input) << "the comparison goes on without the method";
    return table ? "" : table.error().message;
}

ScalingTable tableOf(std::string_view name, std::int64_t target = 8192, const std::vector<Choice>& selected = std::vector<Choice>(64))
{
    const RopeConfig rope = llama2();
    const Expected<ScalingTable> table = (*findMethod(name))->make({rope, 4096, target, selected});
    EXPECT_TRUE(table);
    return *table;
}

} // namespace

TEST(Methods, StandInTheirOrder)
{
    std::vector<std::string_view> names;
    for (const Method* method : methods()) {
        names.push_back(method->name);
    }
    EXPECT_THAT(names,
        testing::ElementsAre("extrapolation", "linear", "ntk", "yarn", "distributional", "ntk-by-parts", "dynamic", "llama3", "longrope",
            "yarn-resonance", "resonance", "proportional", "mrrope-uni", "mrrope-pro", "longrope2", "cope", "hardclip", "band", "monotone",
            "optimal", "own", "custom"));
    const auto unknown = findMethod("cubic");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().message, "method \"cubic\" is not known; expected one of " + methodNames());
    EXPECT_THAT(methodNames(), testing::StartsWith("extrapolation, linear, ntk, "));
}

TEST(Methods, WhatChangesPositionsIsNoTable)
{
    for (const char* const name : {"dpe", "rerope", "self-extend", "Self_Extend", "dual-chunk", "dual_chunk_attention"}) {
        const auto found = findMethod(name);
        ASSERT_FALSE(found) << name;
        EXPECT_EQ(found.error().kind, ErrorKind::Usage);
        EXPECT_THAT(found.error().message, testing::HasSubstr(" is not a table of factors: it ")) << name;
        EXPECT_THAT(found.error().message, testing::EndsWith("; expected one of " + methodNames())) << name;
    }
    for (const Method* const method : methods()) {
        EXPECT_EQ(findPositionMethod(method->name), nullptr) << method->name;
    }
    RopeConfig rope;
    rope.ropeType = "self_extend";
    EXPECT_THAT(transformersScaling(rope, 4096).error().message, testing::HasSubstr("SelfExtend is not a table of factors"));
}

TEST(Methods, ExtrapolationAndLinear)
{
    EXPECT_EQ(tableOf("extrapolation").factors, std::vector(64, 1.0));
    EXPECT_EQ(tableOf("linear", 16384).factors, std::vector(64, 4.0));
}

TEST(Methods, NtkIsAChangeOfBase)
{
    const ScalingTable table = tableOf("ntk");
    const std::vector<double> scaled = standardInvFreq(10000.0 * std::pow(2.0, 128.0 / 126.0), 128);
    const std::vector<double> plain = standardInvFreq(10000.0, 128);
    for (std::size_t i = 0; i < 64; ++i) {
        EXPECT_NEAR(plain[i] / table.factors[i], scaled[i], 1e-14 * scaled[i]) << i;
    }
    EXPECT_EQ(table.factors.front(), 1.0);
    EXPECT_DOUBLE_EQ(table.factors.back(), 2.0);
}

TEST(Methods, NtkOfASingleDimensionKeepsIt)
{
    const RopeConfig rope{.modelId = {},
        .ropeTheta = 10000.0,
        .headDim = 2,
        .rotaryDim = 2,
        .originalMaxPositionEmbeddings = 16,
        .maxPositionEmbeddings = 16,
        .invFreq = {1.0}};
    EXPECT_EQ((*findMethod("ntk"))->make({rope, 16, 32, {}})->factors, std::vector{1.0});
}

// c(32) = 20.94 and c(1) = 45.03 for d = 128, base 10000, L = 4096: the rounded correction range is 20 ... 46.
TEST(Methods, YarnRampsBetweenRoundedCorrectionDimensions)
{
    const ScalingTable table = tableOf("yarn");
    for (std::size_t i = 0; i < 64; ++i) {
        const double interpolated = std::clamp((static_cast<double>(i) - 20.0) / 26.0, 0.0, 1.0);
        EXPECT_NEAR(1.0 / table.factors[i], interpolated / 2.0 + (1.0 - interpolated), 1e-15) << i;
    }
    EXPECT_EQ(table.factors[20], 1.0);
    EXPECT_EQ(table.factors[46], 2.0);
    EXPECT_DOUBLE_EQ(table.attentionFactor, 0.1 * std::log(2.0) + 1.0);
}

TEST(Methods, YarnNeedsTheBase)
{
    RopeConfig rope = llama2();
    rope.ropeTheta.reset();
    const auto table = (*findMethod("yarn"))->make({rope, 4096, 8192, {}});
    ASSERT_FALSE(table);
    EXPECT_THAT(table.error().message, testing::HasSubstr("rope_theta"));
}

TEST(Methods, DistributionalFollowsTheSelection)
{
    std::vector<Choice> selected(64, Choice::Extrapolation);
    selected[6] = Choice::Interpolation;
    const ScalingTable table = tableOf("distributional", 8192, selected);
    EXPECT_EQ(table.factors[5], 1.0);
    EXPECT_EQ(table.factors[6], 2.0);
}

// s = 2 and l = L′: the base grows by (2 * 2 - 1)^(d/(d-2)), so the last dimension is divided by 3.
TEST(Methods, DynamicGrowsTheBaseWithTheSequence)
{
    const ScalingTable table = tableOf("dynamic");
    EXPECT_EQ(table.factors.front(), 1.0);
    EXPECT_DOUBLE_EQ(table.factors[21], std::pow(3.0, 42.0 / 126.0));
    EXPECT_DOUBLE_EQ(table.factors.back(), 3.0);
    EXPECT_DOUBLE_EQ(tableOf("dynamic", 16384).factors.back(), 13.0);
    EXPECT_EQ(table.attentionFactor, 1.0);
}

TEST(Methods, DynamicHasItsOwnFactorWhereTheModelIsDynamic)
{
    RopeConfig rope = llama2();
    rope.scaling.factor = 4.0;
    EXPECT_DOUBLE_EQ(make("dynamic", rope, 4096, 8192)->factors.back(), 3.0) << "the factor is for another rope_type";
    rope.ropeType = "dynamic";
    EXPECT_DOUBLE_EQ(make("dynamic", rope, 4096, 8192)->factors.back(), 5.0);
}

// LLaMA-2: c(16) = 25.8 and c(2) = 40.2, c(1.25) = 43.5 and c(0.75) = 47.0.
TEST(Methods, NtkByPartsRampsTwice)
{
    const ScalingTable table = tableOf("ntk-by-parts");
    EXPECT_EQ(table.factors[25], 1.0);
    const double ntk30 = std::pow(2.0, -60.0 / 126.0);
    EXPECT_NEAR(1.0 / table.factors[30], 5.0 / 16.0 * ntk30 + 11.0 / 16.0, 1e-15);
    EXPECT_NEAR(table.factors[42], std::pow(2.0, 84.0 / 126.0), 1e-15);
    const double ntk45 = std::pow(2.0, -90.0 / 126.0);
    EXPECT_NEAR(1.0 / table.factors[45], 2.0 / 5.0 * 0.5 + 3.0 / 5.0 * ntk45, 1e-15);
    EXPECT_EQ(table.factors[48], 2.0);
}

TEST(Methods, YarnTakesTheModelsOwnParameters)
{
    RopeConfig rope = llama2();
    rope.ropeType = "yarn";
    rope.scaling = {.betaFast = 16.0, .betaSlow = 2.0, .truncate = false};
    const auto rampFrom = [](double turns) { return 128 * std::log(4096 / (turns * 2 * 3.141592653589793)) / (2 * std::log(10000.0)); };
    const ScalingTable table = *make("yarn", rope, 4096, 16384);
    const double interpolated = (30.0 - rampFrom(16.0)) / (rampFrom(2.0) - rampFrom(16.0));
    EXPECT_NEAR(1.0 / table.factors[30], interpolated / 4.0 + 1.0 - interpolated, 1e-15);
    EXPECT_DOUBLE_EQ(table.attentionFactor, 0.1 * std::log(4.0) + 1.0);
    rope.scaling = {.betaFast = 0.0, .betaSlow = 0.0};
    EXPECT_EQ(make("yarn", rope, 4096, 8192)->factors, tableOf("yarn").factors) << "0 counts as absent, as in Transformers";
}

// DeepSeek-V3's factor is 40: (0.1 ln 40 + 1) / (0.05 ln 40 + 1) = 1.368888 / 1.184444.
TEST(Methods, YarnsAttentionFactor)
{
    RopeConfig rope = llama2();
    rope.ropeType = "yarn";
    const auto attention = [&](const ScalingParameters& scaling) {
        rope.scaling = scaling;
        return make("yarn", rope, 4096, 163840)->attentionFactor;
    };
    EXPECT_NEAR(attention({}), 1.368888, 1e-6);
    EXPECT_NEAR(attention({.mscale = 1.0, .mscaleAllDim = 0.5}), 1.155722, 1e-6);
    EXPECT_EQ(attention({.mscale = 0.707, .mscaleAllDim = 0.707}), 1.0);
    EXPECT_NEAR(attention({.mscale = 1.0}), 1.368888, 1e-6) << "one alone is not read";
    EXPECT_EQ(attention({.attentionFactor = 1.25, .mscale = 1.0, .mscaleAllDim = 0.5}), 1.25);
}

TEST(Methods, LongropeListsItsFactors)
{
    RopeConfig rope{.ropeTheta = 10000.0, .headDim = 4, .rotaryDim = 4, .ropeType = "longrope", .invFreq = standardInvFreq(10000.0, 4)};
    rope.scaling = {.shortFactor = {1.0, 1.5}, .longFactor = {2.0, 40.0}};
    EXPECT_THAT(make("longrope", rope, 4096, 4096)->factors, testing::ElementsAre(1.0, 1.5));
    EXPECT_EQ(make("longrope", rope, 4096, 4096)->attentionFactor, 1.0);
    const ScalingTable beyond = *make("longrope", rope, 4096, 131072);
    EXPECT_THAT(beyond.factors, testing::ElementsAre(2.0, 40.0));
    EXPECT_DOUBLE_EQ(beyond.attentionFactor, std::sqrt(1.0 + 5.0 / 12.0)) << "s = 2^5, L = 2^12";
    rope.scaling.attentionFactor = 1.5;
    EXPECT_EQ(make("longrope", rope, 4096, 131072)->attentionFactor, 1.5);
    rope.scaling.longFactor.push_back(1.0);
    EXPECT_THAT(errorOf("longrope", rope), testing::HasSubstr("long_factor has 3 values; longrope needs rotary_dim/2 = 2"));
    EXPECT_THAT(errorOf("longrope", llama2()), testing::HasSubstr("longrope needs short_factor and long_factor"));
}

// With low 1 and high 4: above 4 turns within L kept, below 1 interpolated, half way between (2.5 turns) half of each frequency.
TEST(Methods, Llama3RampsInTheTurns)
{
    const double turn = 2 * 3.141592653589793 / 8192;
    RopeConfig rope{.headDim = 10, .rotaryDim = 10, .invFreq = {100 * turn, 4.001 * turn, 2.5 * turn, 0.999 * turn, 0.0}};
    const ScalingTable table = *make("llama3", rope, 8192, 65536);
    EXPECT_EQ(table.factors[0], 1.0);
    EXPECT_EQ(table.factors[1], 1.0);
    EXPECT_DOUBLE_EQ(table.factors[2], 1.0 / (0.5 / 8.0 + 0.5));
    EXPECT_EQ(table.factors[3], 8.0);
    EXPECT_EQ(table.factors[4], 8.0);
    EXPECT_EQ(table.attentionFactor, 1.0);
    rope.ropeType = "llama3";
    rope.scaling = {.lowFreqFactor = 2.0, .highFreqFactor = 3.0};
    EXPECT_DOUBLE_EQ(make("llama3", rope, 8192, 65536)->factors[2], 1.0 / (0.5 / 8.0 + 0.5));
    EXPECT_EQ(make("llama3", rope, 8192, 65536)->factors[1], 1.0);
    rope.scaling = {.lowFreqFactor = 2.0, .highFreqFactor = 2.0};
    EXPECT_EQ(make("llama3", rope, 8192, 65536)->factors, (std::vector<double>{1.0, 1.0, 1.0, 8.0, 8.0})) << "no ramp, as in Llama 4 Scout";
}

TEST(Methods, ProportionalHasTheExponentsOfTheWholeHead)
{
    EXPECT_EQ(tableOf("proportional").factors, tableOf("linear").factors) << "all of the head is rotated";
    const RopeConfig rope{.ropeTheta = 10000.0, .headDim = 96, .rotaryDim = 24, .invFreq = standardInvFreq(10000.0, 24)};
    const std::vector<double> extended = extendedInvFreq(rope.invFreq, *make("proportional", rope, 2048, 4096));
    const std::vector<double> wholeHead = standardInvFreq(10000.0, 96);
    for (std::size_t i = 0; i < extended.size(); ++i) {
        EXPECT_NEAR(extended[i], wholeHead[i] / 2.0, 1e-15) << i;
    }
    EXPECT_THAT(errorOf("proportional", {.rotaryDim = 4, .invFreq = {1.0, 0.1}}), testing::HasSubstr("head_dim and rope_theta"));
}

TEST(Methods, ResonanceRoundsWavelengthsToWholePositions)
{
    const RopeConfig rope = llama2();
    const double twoPi = 2 * 3.141592653589793;
    EXPECT_DOUBLE_EQ(tableOf("resonance").factors[0], 6.0 / twoPi);
    EXPECT_DOUBLE_EQ(tableOf("resonance").factors[6], 15.0 / rope.wavelength(6)) << "14.9";
    for (const char* const name : {"resonance", "yarn-resonance"}) {
        const ScalingTable table = tableOf(name);
        for (std::size_t i = 0; i < 64; ++i) {
            const double wavelength = rope.wavelength(i) * table.factors[i];
            EXPECT_NEAR(wavelength, std::round(wavelength), 1e-15 * wavelength) << name << " " << i;
        }
    }
    EXPECT_NEAR(tableOf("yarn-resonance").factors[40], tableOf("yarn").factors[40], 1e-3);
    EXPECT_EQ(tableOf("yarn-resonance").attentionFactor, tableOf("yarn").attentionFactor);
}

TEST(Methods, ResonanceOfExtremeWavelengths)
{
    const RopeConfig rope{.headDim = 4, .rotaryDim = 4, .invFreq = {20.0, 0.0}};
    const ScalingTable table = *make("resonance", rope, 16, 32);
    EXPECT_DOUBLE_EQ(20.0 / table.factors[0], 2 * 3.141592653589793) << "not less than one position";
    EXPECT_EQ(table.factors[1], 1.0) << "what does not turn is kept";
}

TEST(Methods, OptimalFindsEachDimensionsMinimum)
{
    RopeConfig rope{.headDim = 8, .rotaryDim = 8, .invFreq = {1.0, 0.1, 0.01, 0.001}};
    std::size_t evaluated = 0;
    const std::vector<double> minima = {1.0, 1.3777, 2.0, 9.0};
    const MethodInput input{.rope = rope,
        .pretrainingLength = 4096,
        .targetLength = 8192,
        .disturbances = [&](std::span<const DimensionFactor> wanted) -> Expected<std::vector<double>> {
            std::vector<double> result;
            for (const DimensionFactor& one : wanted) {
                result.push_back(std::abs(one.factor - minima[one.dimension]));
            }
            evaluated += wanted.size();
            return result;
        }};
    const ScalingTable table = *(*findMethod("optimal"))->make(input);
    EXPECT_EQ(table.factors[0], 1.0) << "exactly";
    EXPECT_NEAR(table.factors[1], 1.3777, 2e-6);
    EXPECT_EQ(table.factors[2], 2.0) << "exactly";
    EXPECT_DOUBLE_EQ(table.factors[3], 3.0) << "1.5 s";
    EXPECT_EQ(evaluated, 4U * (512 + 3 * 16));
    EXPECT_TRUE((*findMethod("optimal"))->onRequest);
}

TEST(Methods, AreWhatTheySayOfThemselves)
{
    const RopeConfig rope = llama2();
    const std::vector<Choice> none(64, Choice::Extrapolation);
    const std::vector<Choice> all(64, Choice::Interpolation);
    for (const Method* method : methods()) {
        const Expected<ScalingTable> table = method->make({rope, 4096, 8192, none});
        if (method->needsTable) {
            EXPECT_FALSE(table) << method->name;
        }
        if (!table) {
            continue;
        }
        EXPECT_EQ(*method->make({rope, 4096, 8192, all}) != *table, method->usesSelection) << method->name;
        if (method->choiceForAll) {
            const double factor = method->choiceForAll == Choice::Interpolation ? 2.0 : 1.0;
            EXPECT_EQ(table->factors, std::vector(64, factor)) << method->name;
        }
    }
    EXPECT_TRUE(methodOfOwnTable().needsTable);
}

TEST(Methods, OptimalTakesTheLeastOfEqualsAndPassesOnAStop)
{
    const RopeConfig rope = llama2();
    MethodInput input{.rope = rope, .pretrainingLength = 4096, .targetLength = 8192};
    EXPECT_EQ((*findMethod("optimal"))->make(input).error().kind, ErrorKind::Input);
    input.disturbances = [](std::span<const DimensionFactor> wanted) { return std::vector<double>(wanted.size(), 0.5); };
    EXPECT_EQ((*findMethod("optimal"))->make(input)->factors, std::vector(64, 1.0));
    input.disturbances = [](std::span<const DimensionFactor>) -> Expected<std::vector<double>> { return stoppedError(); };
    EXPECT_EQ((*findMethod("optimal"))->make(input).error().kind, ErrorKind::Stopped);
}

TEST(Methods, CustomIsATableOfOnesOwn)
{
    const RopeConfig rope{.headDim = 4, .rotaryDim = 4, .invFreq = {1.0, 0.1}};
    const ScalingTable own{.factors = {1.0, 3.0}, .attentionFactor = 1.5};
    const ScalingTable odd{.factors = {1.0}};
    EXPECT_EQ(*(*findMethod("custom"))->make({.rope = rope, .pretrainingLength = 16, .targetLength = 32, .custom = &own}), own);
    EXPECT_THAT((*findMethod("custom"))->make({.rope = rope, .pretrainingLength = 16, .targetLength = 32, .custom = &odd}).error().message,
        testing::HasSubstr("has 1 factors; expected rotary_dim/2 = 2"));
    EXPECT_THAT(errorOf("custom", rope), testing::HasSubstr("custom needs a table"));
}

TEST(Methods, WithoutExtensionNothingIsScaled)
{
    for (const char* const name : {"extrapolation", "linear", "ntk", "dynamic", "ntk-by-parts", "yarn", "llama3", "proportional"}) {
        const ScalingTable table = tableOf(name, 4096);
        EXPECT_EQ(table.factors, std::vector(64, 1.0)) << name;
        EXPECT_EQ(table.attentionFactor, 1.0) << name;
    }
}

// For any model: factors from 1 to the largest, growing with the wavelength, as each of these papers has it.
RC_GTEST_PROP(Methods, ScaleSlowDimensionsMore, ())
{
    const int headDim = 2 * *rc::gen::inRange(2, 129);
    const int rotaryDim = *rc::gen::element(headDim, std::max(2, headDim / 4 * 2));
    const double theta = *rc::gen::inRange(1000, 100'000'000);
    const RopeConfig rope{.ropeTheta = theta, .headDim = headDim, .rotaryDim = rotaryDim, .invFreq = standardInvFreq(theta, rotaryDim)};
    const std::int64_t pretraining = *rc::gen::inRange(64, 1 << 20);
    const std::int64_t target = pretraining + *rc::gen::inRange(0, 1 << 24);
    const double scale = static_cast<double>(target) / static_cast<double>(pretraining);
    for (const char* const name : {"linear", "ntk", "dynamic", "ntk-by-parts", "yarn", "llama3"}) {
        const Expected<ScalingTable> table = make(name, rope, pretraining, target);
        RC_ASSERT(table.has_value());
        RC_ASSERT(table->factors.size() == rope.dimensions());
        const double largest = std::string_view(name) == "dynamic" ? scale * scale - scale + 1 : scale;
        for (std::size_t i = 0; i < table->factors.size(); ++i) {
            RC_ASSERT(table->factors[i] >= 1.0 - 1e-12);
            RC_ASSERT(table->factors[i] <= largest * (1.0 + 1e-12));
            // Not with || in the assertion, which evaluates both sides to show them.
            const double before = i == 0 ? 1.0 : table->factors[i - 1];
            RC_ASSERT(table->factors[i] >= before * (1.0 - 1e-12));
        }
    }
}

// Frequencies of no base, as a recording may have them: every method makes a table or says what it misses.
RC_GTEST_PROP(Methods, TakeAnyFrequencies, ())
{
    const auto values = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1'000'000)));
    RopeConfig rope{.headDim = 2 * static_cast<int>(values.size()), .rotaryDim = 2 * static_cast<int>(values.size())};
    std::ranges::transform(values, std::back_inserter(rope.invFreq), [](int value) { return 1e-6 * value; });
    const std::vector<Choice> selected(values.size(), Choice::Interpolation);
    for (const Method* method : methods()) {
        const auto table = method->make({.rope = rope, .pretrainingLength = 128, .targetLength = 512, .selected = selected});
        if (!table) {
            RC_ASSERT(table.error().kind == ErrorKind::Input);
            RC_ASSERT(table.error().message.english().find(" needs ") != std::string::npos);
            continue;
        }
        const bool freezes = method->name == "cope" || method->name == "hardclip";
        RC_ASSERT(table->factors.size() == values.size());
        RC_ASSERT(std::ranges::all_of(table->factors, [&](double factor) { return factor > 0.0 && (std::isfinite(factor) || freezes); }));
    }
}

// docs/method.md, section 5: l = 20 is the last dimension with more than 32 turns within 4096 positions, h = 46 the first with less than
// one.
TEST(Methods, MrRopeStretchesBetweenTheSameDimensionsAsYarn)
{
    const ScalingTable uniform = tableOf("mrrope-uni", 16384);
    const ScalingTable progressive = tableOf("mrrope-pro", 16384);
    for (int i = 0; i < 64; ++i) {
        const double t = std::clamp(i - 20.0, 0.0, 26.0);
        EXPECT_NEAR(uniform.factors[static_cast<std::size_t>(i)], std::pow(4.0, t / 26.0), 1e-12) << i;
        EXPECT_NEAR(progressive.factors[static_cast<std::size_t>(i)], std::pow(4.0, t * (t + 1) / (26.0 * 27.0)), 1e-12) << i;
    }
    EXPECT_EQ(progressive.factors[20], 1.0);
    EXPECT_EQ(progressive.factors[46], 4.0);
    EXPECT_DOUBLE_EQ(progressive.attentionFactor, 0.1 * std::log(4.0) + 1.0);
}

TEST(Methods, MrRopeOfShortLengthsKeepsTheFirstDimension)
{
    const RopeConfig rope = llama2(); // no dimension turns 32 times within 100 positions, and the first 16 times
    const ScalingTable table = *make("mrrope-uni", rope, 100, 200);
    EXPECT_EQ(table.factors.front(), 1.0);
    EXPECT_GT(table.factors[1], 1.0);
    EXPECT_EQ(table.factors.back(), 2.0);
}

namespace {

// Disturbances that are looked up; whatever has no entry has 1.
Expected<ScalingTable> search(std::string_view name, std::size_t dimensions, const std::function<double(DimensionFactor)>& disturbance)
{
    const RopeConfig rope{.modelId = {},
        .ropeTheta = 10000.0,
        .headDim = static_cast<int>(2 * dimensions),
        .rotaryDim = static_cast<int>(2 * dimensions),
        .originalMaxPositionEmbeddings = 4096,
        .maxPositionEmbeddings = 4096,
        .invFreq = standardInvFreq(10000.0, static_cast<int>(2 * dimensions))};
    const auto all = [&](std::span<const DimensionFactor> wanted) -> Expected<std::vector<double>> {
        std::vector<double> found;
        std::ranges::transform(wanted, std::back_inserter(found), disturbance);
        return found;
    };
    std::vector<double> extrapolated;
    std::vector<double> interpolated;
    for (std::size_t i = 0; i < dimensions; ++i) {
        extrapolated.push_back(disturbance({i, 1.0}));
        interpolated.push_back(disturbance({i, 2.0}));
    }
    return (*findMethod(name))
        ->make({.rope = rope,
            .pretrainingLength = 4096,
            .targetLength = 8192,
            .selected = {},
            .factor = {},
            .disturbances = all,
            .extrapolated = extrapolated,
            .interpolated = interpolated});
}

} // namespace

TEST(Methods, BandTakesTheRunThatGainsMost)
{
    const std::vector<double> gains{3.0, -4.0, 2.0, -1.0, 2.5, -3.0, 2.9}; // 2 - 1 + 2.5 = 3.5
    const auto table = search("band", gains.size(), [&](DimensionFactor one) { return one.factor == 1.0 ? gains[one.dimension] : 0.0; });
    ASSERT_TRUE(table);
    EXPECT_EQ(table->factors, (std::vector{1.0, 1.0, 2.0, 2.0, 2.0, 1.0, 1.0}));
    const auto none = search("band", 3, [](DimensionFactor one) { return one.factor; });
    EXPECT_EQ(none->factors, std::vector(3, 1.0)) << "where nothing gains";
}

RC_GTEST_PROP(Methods, NoRunIsBetterThanTheBand, ())
{
    const auto gains = *rc::gen::container<std::vector<int>>(8, rc::gen::inRange(-9, 10));
    const auto table = search(
        "band", gains.size(), [&](DimensionFactor one) { return one.factor == 1.0 ? static_cast<double>(gains[one.dimension]) : 0.0; });
    int reached = 0;
    int best = 0;
    for (std::size_t begin = 0; begin < gains.size(); ++begin) {
        reached += table->factors[begin] == 2.0 ? gains[begin] : 0;
        int sum = 0;
        for (std::size_t i = begin; i < gains.size(); ++i) {
            best = std::max(best, sum += gains[i]);
        }
    }
    RC_ASSERT(reached == best);
}

// Against every rising path over the factors that have a disturbance of their own.
RC_GTEST_PROP(Methods, NoRisingTableIsBetterThanTheMonotone, ())
{
    const auto values = *rc::gen::container<std::vector<int>>(12, rc::gen::inRange(0, 50));
    const auto of = [&](std::size_t dimension, double factor) -> double {
        return factor == 1.0 ? values[dimension] : factor == 2.0 ? values[4 + dimension] : factor > 2.9 ? values[8 + dimension] : 1000.0;
    };
    const auto table = search("monotone", 4, [&](DimensionFactor one) { return of(one.dimension, one.factor); });
    ASSERT_TRUE(table);
    RC_ASSERT(std::ranges::is_sorted(table->factors));
    double reached = 0.0;
    for (std::size_t i = 0; i < 4; ++i) {
        reached += of(i, table->factors[i]);
    }
    double best = 1e9;
    for (std::size_t ones = 0; ones <= 4; ++ones) {
        for (std::size_t twos = ones; twos <= 4; ++twos) {
            double sum = 0.0;
            for (std::size_t i = 0; i < 4; ++i) {
                sum += of(i, i < ones ? 1.0 : i < twos ? 2.0 : 3.0);
            }
            best = std::min(best, sum);
        }
    }
    RC_ASSERT(reached == best);
}

TEST(Methods, LongRope2FindsItsFactorAndItsCriticalDimension)
{
    const double wanted = 2.0 * std::exp2(5.0 / 16.0);
    const auto distance = [&](DimensionFactor one) {
        const double right = one.dimension >= 40 ? wanted : std::pow(wanted, static_cast<double>(one.dimension) / 40.0);
        return std::abs(one.factor - right);
    };
    const ScalingTable table = *search("longrope2", 64, distance);
    EXPECT_DOUBLE_EQ(table.factors[63], wanted);
    EXPECT_DOUBLE_EQ(table.factors[40], wanted);
    EXPECT_DOUBLE_EQ(table.factors[20], std::sqrt(wanted));
    EXPECT_EQ(table.factors[0], 1.0);
}

// The wavelengths of dimensions 46 to 63 exceed 4096.
TEST(Methods, CopeSlowsTheSlowestDownToAStop)
{
    const ScalingTable table = tableOf("cope");
    for (std::size_t i = 0; i < 63; ++i) {
        const double kept = i < 46 ? 1.0 : 0.5 * (1.0 + std::cos(std::numbers::pi * static_cast<double>(i - 46) / 17.0));
        EXPECT_NEAR(1.0 / table.factors[i], kept, 1e-15) << i;
    }
    EXPECT_EQ(table.factors[63], frozenFactor);
}

TEST(Methods, HardClipFreezesTheSlowest)
{
    const ScalingTable table = tableOf("hardclip");
    for (std::size_t i = 0; i < 64; ++i) {
        EXPECT_EQ(table.factors[i], i < 46 ? 1.0 : frozenFactor) << i;
    }
    EXPECT_EQ(extendedInvFreq(llama2().invFreq, table)[63], 0.0);
}

TEST(Methods, ClipNothingWhereEveryDimensionCompletesATurn)
{
    EXPECT_EQ(make("cope", llama2(), 100000, 200000)->factors, std::vector(64, 1.0));
    EXPECT_EQ(make("hardclip", llama2(), 100000, 200000)->factors, std::vector(64, 1.0));
    EXPECT_EQ(make("cope", llama2(), 54411, 200000)->factors.back(), 1.0) << "of a single one the cosine has no end";
}

TEST(Methods, BandAndClipsTakeTheUsersDimensions)
{
    const auto with = [](std::string_view name, const MethodParameters& parameters) {
        const RopeConfig rope = llama2();
        return (*findMethod(name))
            ->make({.rope = rope, .pretrainingLength = 4096, .targetLength = 8192, .parameters = parameters})
            ->factors;
    };
    const std::vector<double> band = with("band", {.band = DimensionRange{20, 40}});
    for (std::size_t i = 0; i < 64; ++i) {
        EXPECT_EQ(band[i], i >= 20 && i < 40 ? 2.0 : 1.0) << i;
    }
    const std::vector<double> clipped = with("hardclip", {.clipped = 3});
    EXPECT_EQ(std::ranges::count(clipped, frozenFactor), 3);
    EXPECT_EQ(clipped[61], frozenFactor);
    const std::vector<double> tapered = with("cope", {.clipped = 3});
    EXPECT_EQ(tapered[60], 1.0);
    EXPECT_EQ(tapered[61], 1.0) << "where the cosine begins";
    EXPECT_NEAR(tapered[62], 2.0, 1e-15);
    EXPECT_EQ(tapered[63], frozenFactor);
    EXPECT_EQ(with("hardclip", {.clipped = 0}), std::vector(64, 1.0));
    EXPECT_EQ(with("yarn", {.band = DimensionRange{20, 40}, .clipped = 3}), tableOf("yarn").factors);
}

TEST(Methods, ABandIsReadAndChecked)
{
    EXPECT_EQ(*dimensionRangeOf("20:40"), (DimensionRange{20, 40}));
    EXPECT_EQ(textOf(DimensionRange{20, 40}), "20:40");
    for (const char* text : {"", "20", "20:", ":40", "40:20", "20:20", "-1:3", "1:2x", "1 :2", "99999999999999999999:3"}) {
        EXPECT_FALSE(dimensionRangeOf(text)) << text;
    }
    EXPECT_TRUE(validate({.band = DimensionRange{0, 64}, .clipped = 64}, 64));
    EXPECT_THAT(validate({.band = DimensionRange{0, 65}, .clipped = {}}, 64).error().message.english(),
        testing::HasSubstr("the band is 0:65; the source has 64"));
    EXPECT_FALSE(validate({.band = {}, .clipped = 65}, 64));
}

TEST(Methods, SearchesNeedDisturbances)
{
    for (const std::string_view name : {"band", "longrope2", "monotone", "optimal"}) {
        EXPECT_THAT(errorOf(name, llama2()), testing::HasSubstr("disturbances")) << name;
    }
}
