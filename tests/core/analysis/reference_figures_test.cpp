// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of the paper and of the float64 reference (docs/method.md): they must come out of the whole pipeline.
#include "core/analysis/analysis.h"
#include "core/engine/cpu_engine.h"
#include "tests/core/analysis/llama2_source.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace rotascope;

namespace {

std::shared_ptr<const Analysis> analyzeLlama2(std::int64_t target, Divergence divergence = Divergence::KullbackLeibler,
    double epsilon = defaultEpsilon, const SelectionRule& selection = Threshold{})
{
    const auto engine = makeCpuEngine();
    const auto source = llama2Source();
    AnalysisSettings settings = defaultSettings(*source);
    settings.targetLength = target;
    settings.divergence = divergence;
    settings.epsilon = epsilon;
    settings.selection = selection;
    return *analyze(*engine, source, settings);
}

double meanOf(const Analysis& analysis, std::string_view method)
{
    return std::ranges::find(analysis.methods, method, [](const MethodAnalysis& m) { return m.method->name; })->result->meanDisturbance;
}

} // namespace

TEST(ReferenceFigures, MeansAt8k)
{
    const auto analysis = analyzeLlama2(8192);
    EXPECT_NEAR(meanOf(*analysis, "linear"), 24.060e-3, 0.0005e-3);
    EXPECT_NEAR(meanOf(*analysis, "yarn"), 25.604e-3, 0.0005e-3);
    EXPECT_NEAR(meanOf(*analysis, "distributional"), 6.714e-3, 0.0005e-3);
    EXPECT_NEAR(meanOf(*analysis, "extrapolation"), 182.3e-3, 0.05e-3);
    EXPECT_EQ(std::ranges::count(analysis->selected, Choice::Interpolation), 46);
    EXPECT_NEAR(1 - meanOf(*analysis, "distributional") / meanOf(*analysis, "linear"), 0.72, 0.005) << "the paper's headline";
}

TEST(ReferenceFigures, MeansAt16k)
{
    const auto analysis = analyzeLlama2(16384);
    EXPECT_NEAR(meanOf(*analysis, "linear"), 33.618e-3, 0.0005e-3);
    EXPECT_NEAR(meanOf(*analysis, "yarn"), 35.431e-3, 0.0005e-3);
    EXPECT_NEAR(meanOf(*analysis, "distributional"), 22.947e-3, 0.0005e-3);
    EXPECT_NEAR(meanOf(*analysis, "extrapolation"), 302.3e-3, 0.05e-3);
    EXPECT_EQ(std::ranges::count(analysis->selected, Choice::Interpolation), 42);
    EXPECT_NEAR(1 - meanOf(*analysis, "distributional") / meanOf(*analysis, "linear"), 0.32, 0.005) << "the paper's headline";
}

TEST(ReferenceFigures, SingleDimensionsAt8k)
{
    const auto analysis = analyzeLlama2(8192);
    EXPECT_NEAR(analysis->extrapolation->disturbance[6], 0.149, 0.0005);
    EXPECT_NEAR(analysis->interpolation->disturbance[6], 0.0013, 0.00005);
    EXPECT_NEAR(analysis->extrapolation->disturbance[22], 0.073, 0.0005);
    EXPECT_NEAR(analysis->interpolation->disturbance[22], 0.693, 0.0005);
}

TEST(ReferenceFigures, ImpliedThresholdsOfThePapersComponents)
{
    const auto implied = [](std::int64_t target, int components) {
        const auto analysis = analyzeLlama2(target, Divergence::KullbackLeibler, defaultEpsilon, InterpolatedComponents{components});
        return impliedThreshold(analysis->selected, analysis->extrapolation->disturbance, analysis->interpolation->disturbance);
    };
    EXPECT_NEAR(implied(8192, 80).atLeast, 4.9e-4, 0.05e-4);
    EXPECT_NEAR(implied(8192, 80).below, 6.4e-4, 0.05e-4);
    EXPECT_NEAR(implied(16384, 64).atLeast, 1.5e-3, 0.05e-3);
    EXPECT_NEAR(implied(16384, 64).below, 2.1e-3, 0.05e-3);
}

TEST(ReferenceFigures, EveryDimensionOfTheReference)
{
    std::ifstream file(ROTASCOPE_SOURCE_DIR "/tests/data/reference-llama2.json");
    const nlohmann::json reference = nlohmann::json::parse(file)["targets"];
    int compared = 0;
    for (const auto& [target, directions] : reference.items()) {
        for (const auto& [direction, tables] : directions.items()) {
            const auto divergence = direction == "before_after" ? Divergence::KullbackLeibler : Divergence::ReverseKullbackLeibler;
            const auto analysis = analyzeLlama2(std::stoll(target), divergence, 1e-10);
            for (const auto& [method, values] : tables.items()) {
                const auto& result
                    = std::ranges::find(analysis->methods, method, [](const MethodAnalysis& m) { return m.method->name; })->result;
                ASSERT_EQ(values.size(), 64U);
                for (std::size_t i = 0; i < 64; ++i, ++compared) {
                    const double expected = values[i];
                    EXPECT_NEAR(result->disturbance[i], expected, 1e-6 * std::abs(expected))
                        << target << " " << direction << " " << method << " " << i;
                }
            }
        }
    }
    EXPECT_EQ(compared, 2 * 2 * 3 * 64);
}

namespace {

std::shared_ptr<const Analysis> analyzeDistances(std::int64_t target, std::int64_t window = 0)
{
    const auto engine = makeCpuEngine();
    const auto source = llama2Source();
    AnalysisSettings settings = defaultSettings(*source);
    settings.targetLength = target;
    settings.counting = {Counting::Distances, window};
    return *analyze(*engine, source, settings);
}

} // namespace

// What attention sees (docs/method.md): PI and YaRN change places.
TEST(ReferenceFigures, MeansOfDistances)
{
    const auto expect = [](std::int64_t target, double extrapolation, double linear, double yarn, double distributional) {
        const auto analysis = analyzeDistances(target);
        EXPECT_NEAR(meanOf(*analysis, "extrapolation"), extrapolation, 0.0005e-3);
        EXPECT_NEAR(meanOf(*analysis, "linear"), linear, 0.0005e-3);
        EXPECT_NEAR(meanOf(*analysis, "yarn"), yarn, 0.0005e-3);
        EXPECT_NEAR(meanOf(*analysis, "distributional"), distributional, 0.0005e-3);
        EXPECT_EQ(2 * std::ranges::count(analysis->selected, Choice::Interpolation), 68);
    };
    expect(8192, 110.550e-3, 27.773e-3, 24.301e-3, 5.180e-3);
    expect(16384, 246.287e-3, 40.912e-3, 33.079e-3, 19.902e-3);
}

TEST(ReferenceFigures, EveryDimensionOfTheReferenceOfDistances)
{
    std::ifstream file(ROTASCOPE_SOURCE_DIR "/tests/data/reference-distances-llama2.json");
    const nlohmann::json reference = nlohmann::json::parse(file);
    int compared = 0;
    for (const auto& [target, measures] : reference["targets"].items()) {
        for (const auto& [measure, tables] : measures.items()) {
            const auto analysis = analyzeDistances(std::stoll(target), measure == "window" ? reference["window"].get<std::int64_t>() : 0);
            EXPECT_EQ(analysis->settings.measure(), measure);
            for (const auto& [method, values] : tables.items()) {
                const auto& result
                    = std::ranges::find(analysis->methods, method, [](const MethodAnalysis& m) { return m.method->name; })->result;
                ASSERT_EQ(values.size(), 64U);
                for (std::size_t i = 0; i < 64; ++i, ++compared) {
                    const double expected = values[i];
                    EXPECT_NEAR(result->disturbance[i], expected, 1e-8 * std::abs(expected) + 1e-15)
                        << target << " " << measure << " " << method << " " << i;
                }
            }
        }
    }
    EXPECT_EQ(compared, 2 * 2 * 3 * 64);
}
