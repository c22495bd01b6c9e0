// SPDX-License-Identifier: GPL-3.0-or-later
// The bundled samples were recorded from real Transformers code: their float32 angles must give the figures of the paper within
// what float32 explains (docs/method.md, section 6: up to 0.3 % between the paper and exact angles).
#include "core/analysis/analysis.h"
#include "core/engine/cpu_engine.h"
#include "core/source/open_source.h"

#include <algorithm>
#include <gtest/gtest.h>

using namespace rotascope;

namespace {

std::shared_ptr<const Analysis> analyzeSample(const char* name, std::int64_t target, BeforeKind before)
{
    const auto source = openRecording(std::string(ROTASCOPE_SOURCE_DIR "/resources/samples/") + name);
    EXPECT_TRUE(source) << source.error().message;
    AnalysisSettings settings = defaultSettings(**source);
    EXPECT_EQ(settings.before, BeforeKind::RecordedAngles);
    settings.before = before;
    settings.targetLength = target;
    return *analyze(*makeCpuEngine(), *source, settings);
}

double meanOf(const Analysis& analysis, std::string_view method)
{
    return std::ranges::find(analysis.methods, method, [](const MethodAnalysis& m) { return m.method->name; })->result->meanDisturbance;
}

} // namespace

TEST(RecordedSample, RecordedAnglesGiveTheReferenceFigures)
{
    const auto at8k = analyzeSample("llama-2-7b-4096.h5", 8192, BeforeKind::RecordedAngles);
    EXPECT_NEAR(meanOf(*at8k, "linear"), 24.060e-3, 0.003 * 24.060e-3);
    EXPECT_NEAR(meanOf(*at8k, "yarn"), 25.604e-3, 0.003 * 25.604e-3);
    EXPECT_NEAR(meanOf(*at8k, "distributional"), 6.714e-3, 0.003 * 6.714e-3);
    EXPECT_EQ(at8k->before->total(0), 4096U);

    const auto at16k = analyzeSample("llama-2-7b-4096.h5", 16384, BeforeKind::RecordedAngles);
    EXPECT_NEAR(meanOf(*at16k, "linear"), 33.618e-3, 0.003 * 33.618e-3);
    EXPECT_NEAR(meanOf(*at16k, "yarn"), 35.431e-3, 0.003 * 35.431e-3);
    EXPECT_NEAR(meanOf(*at16k, "distributional"), 22.947e-3, 0.003 * 22.947e-3);
    // One dimension nearly ties: float32 angles may tip it.
    EXPECT_NEAR(static_cast<double>(std::ranges::count(at16k->selected, Choice::Interpolation)), 42, 1);
}

TEST(RecordedSample, RecordedAndUniformPositionsAreTheSame)
{
    for (const char* name : {"llama-2-7b-4096.h5", "llama-3-8b-8192.h5"}) {
        EXPECT_EQ(*analyzeSample(name, 16384, BeforeKind::RecordedPositions)->before,
            *analyzeSample(name, 16384, BeforeKind::UniformPositions)->before)
            << name;
    }
}

TEST(RecordedSample, FewAnglesFallIntoAnotherIntervalThanTheExactOnes)
{
    const auto recorded = analyzeSample("llama-3-8b-8192.h5", 16384, BeforeKind::RecordedAngles);
    const auto exact = analyzeSample("llama-3-8b-8192.h5", 16384, BeforeKind::UniformPositions);
    std::uint64_t moved = 0;
    for (std::size_t i = 0; i < recorded->dimensions(); ++i) {
        for (std::size_t k = 0; k < 360; ++k) {
            const auto a = static_cast<std::int64_t>(recorded->before->counts(i)[k]);
            const auto b = static_cast<std::int64_t>(exact->before->counts(i)[k]);
            moved += static_cast<std::uint64_t>(std::abs(a - b));
        }
    }
    EXPECT_GT(moved, 0U) << "float32 angles: these are not the exact ones";
    EXPECT_LT(moved, 8192U * 64U / 100U) << "less than 1 % of the angles";
}

// The model's own angles against the ideal ones: as many tokens, and only those that float32 puts beside an edge have moved.
TEST(RecordedSample, DiffersFromItsPresetByRoundingAlone)
{
    const auto preset = *openPreset("meta-llama/Llama-2-7b-hf");
    const auto sample = *openRecording(ROTASCOPE_SOURCE_DIR "/resources/samples/llama-2-7b-4096.h5");
    AnalysisSettings settings = defaultSettings(*preset);
    settings.other = otherOf(sample);
    EXPECT_EQ(settings.other->before, BeforeKind::RecordedAngles);
    const auto recorded = (*analyze(*makeCpuEngine(), preset, settings))->other;
    EXPECT_EQ(recorded->before->total(0), 4096U);
    EXPECT_GT(recorded->meanDivergence, 0.0);
    EXPECT_LT(recorded->meanDivergence, 1e-3);
    for (const double ratio : recorded->frequencyRatio) {
        EXPECT_NEAR(ratio, 1.0, 1e-6);
    }
    settings.other->before = BeforeKind::RecordedPositions;
    EXPECT_LT((*analyze(*makeCpuEngine(), preset, settings))->other->meanDivergence, recorded->meanDivergence);

    // bfloat16 is another matter.
    settings.other = otherOf(*openRecording(ROTASCOPE_SOURCE_DIR "/resources/samples/llama-2-7b-bfloat16.h5"));
    EXPECT_GT((*analyze(*makeCpuEngine(), preset, settings))->other->meanDivergence, 10 * recorded->meanDivergence);
}
