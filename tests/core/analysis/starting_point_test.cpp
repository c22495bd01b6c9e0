// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/starting_point.h"

#include "core/analysis/analysis.h"
#include "core/analysis/settings.h"
#include "core/engine/cpu_engine.h"
#include "core/scaling/transformers_scaling.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

using namespace rotascope;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

RopeConfig llama31()
{
    RopeConfig rope{.modelType = "llama", .ropeTheta = 5e5, .headDim = 128, .rotaryDim = 128};
    rope.invFreq = standardInvFreq(5e5, 128);
    rope.originalMaxPositionEmbeddings = 8192;
    rope.maxPositionEmbeddings = 131072;
    rope.ropeType = "llama3";
    rope.scaling = {.factor = 8.0, .lowFreqFactor = 1.0, .highFreqFactor = 4.0};
    return rope;
}

std::shared_ptr<const Source> sourceOf(const RopeConfig& rope)
{
    Source source;
    source.kind = SourceKind::ConfigFile;
    source.origin = "config.json";
    source.rope = rope;
    return std::make_shared<const Source>(source);
}

StartingPoint startOf(const std::string& modelType, const std::string& ropeType)
{
    return defaultStart({.modelType = modelType, .ropeType = ropeType});
}

} // namespace

TEST(StartingPoint, IsTheTrainedModelUnlessTheScalingIsTheUsersSwitch)
{
    for (const auto& [model, type] : {std::pair("llama", "llama3"), {"phi3", "longrope"}, {"", "rope_freqs"}, {"gpt_oss", "yarn"},
             {"deepseek_v3", "yarn"}, {"olmo3", "yarn"}, {"ministral3", "yarn"}, {"gemma3_text", "linear"}}) {
        EXPECT_EQ(startOf(model, type), StartingPoint::Trained) << model << " " << type;
    }
    for (const auto& [model, type] : {std::pair("llama", "default"), {"qwen3", "yarn"}, {"qwen2", "yarn"}, {"llama", "linear"},
             {"llama", "dynamic"}, {"qwen3", "llama3"}, {"gemma3_text", "default"}}) {
        EXPECT_EQ(startOf(model, type), StartingPoint::Unscaled) << model << " " << type;
    }
}

TEST(StartingPoint, TheTrainedModelHasItsOwnFrequenciesAndLength)
{
    const auto unscaled = sourceOf(llama31());
    const auto trained = *startingFrom(unscaled, StartingPoint::Trained);
    const ScalingTable own = *transformersScaling(llama31(), 131072);
    EXPECT_EQ(own.factors.back(), 8.0);
    for (std::size_t i = 0; i < own.factors.size(); ++i) {
        EXPECT_DOUBLE_EQ(trained->rope.invFreq[i], llama31().invFreq[i] / own.factors[i]);
    }
    EXPECT_EQ(defaultSettings(*unscaled).pretrainingLength, 8192);
    EXPECT_EQ(defaultSettings(*trained).pretrainingLength, 131072);
    EXPECT_EQ(defaultSettings(*trained).targetLength, 262144);
    EXPECT_EQ(trained->modelRope().ropeType, "llama3");
    EXPECT_THAT(startNote(*trained), HasSubstr("Extended from the trained model: its own scaling (llama3, factors 1 to 8)"));
    EXPECT_THAT(startNote(*unscaled), HasSubstr("Extended from the unscaled RoPE: the llama3 scaling"));
    Source folded = *unscaled;
    folded.rope.ropeType = "rerope";
    EXPECT_THAT(startNote(folded), HasSubstr("as if no scaling were stated: ReRoPE is not a table of factors"));
    EXPECT_EQ(atDefaultStart(unscaled)->start(), StartingPoint::Trained);

    const auto back = *startingFrom(trained, StartingPoint::Unscaled);
    EXPECT_EQ(back->rope.invFreq, unscaled->rope.invFreq);
    EXPECT_EQ(back->rope.ropeType, "llama3");
    EXPECT_EQ(*startingFrom(back, StartingPoint::Unscaled), back) << "the very same";
}

TEST(StartingPoint, TablesMultiplyOnTheWayOutAndDivideOnTheWayIn)
{
    const auto trained = *startingFrom(sourceOf(llama31()), StartingPoint::Trained);
    ScalingTable table{.factors = std::vector<double>(64, 1.0), .attentionFactor = 1.1};
    table.factors[63] = 4.0;
    table.factors[10] = 1.7;
    const ScalingTable written = trained->onModel(table);
    EXPECT_EQ(written.factors[63], 32.0);
    EXPECT_EQ(written.factors[0], 1.0);
    EXPECT_EQ(written.attentionFactor, 1.1);
    const ScalingTable read = trained->fromModel(written, 4.0);
    EXPECT_EQ(read.factors[63], 4.0);
    EXPECT_EQ(std::ranges::count(read.factors, 1.0), 62);
    EXPECT_NEAR(read.factors[10], 1.7, 1e-15);
    const auto unscaled = sourceOf(llama31());
    EXPECT_EQ(unscaled->onModel(table), table);
    EXPECT_EQ(unscaled->fromModel(table, 4.0), table);
}

TEST(StartingPoint, AFrozenDimensionIsNeverDisturbed)
{
    RopeConfig rope = llama31();
    rope.ropeType = "rope_freqs";
    rope.scaling = {};
    rope.scaling.factors.assign(64, 2.0);
    rope.scaling.factors[63] = std::numeric_limits<double>::infinity();
    const auto trained = *startingFrom(sourceOf(rope), StartingPoint::Trained);
    EXPECT_EQ(trained->rope.invFreq[63], 0.0);
    EXPECT_TRUE(std::isinf(trained->onModel({.factors = std::vector<double>(64, 3.0)}).factors[63]));
    EXPECT_EQ(trained->fromModel({.factors = rope.scaling.factors}, 2.0).factors, std::vector<double>(64, 1.0));
    const auto engine = makeCpuEngine();
    AnalysisSettings settings = defaultSettings(*trained);
    settings.pretrainingLength = 4096;
    settings.targetLength = 8192;
    const auto analysis = analyze(*engine, trained, settings);
    ASSERT_TRUE(analysis) << analysis.error().message;
    for (const MethodAnalysis& method : (*analysis)->methods) {
        if (method.result) {
            EXPECT_EQ(method.result->disturbance[63], 0.0) << method.method->name;
        }
    }
}

TEST(StartingPoint, ASourceWithoutScalingHasNoTrainedModelOfItsOwn)
{
    RopeConfig rope = llama31();
    rope.ropeType = "default";
    const auto source = sourceOf(rope);
    EXPECT_THAT(startingFrom(source, StartingPoint::Trained).error().message, HasSubstr("states no scaling of its own"));
    EXPECT_EQ(atDefaultStart(source), source);
    EXPECT_THAT(startNote(*source).english(), IsEmpty());
    rope.ropeType = "ntk";
    EXPECT_THAT(startingFrom(sourceOf(rope), StartingPoint::Trained).error().message, HasSubstr("its trained model cannot be computed"));
}

// What a model used is in a recording, its own scaling included.
TEST(StartingPoint, ARecordingOfAScaledModelHasTheTrainedFrequencies)
{
    RopeConfig used = llama31();
    const ScalingTable own = *transformersScaling(used, 131072);
    for (std::size_t i = 0; i < own.factors.size(); ++i) {
        used.invFreq[i] = static_cast<float>(used.invFreq[i] / own.factors[i]);
    }
    used.scaling = {}; // a recording has the type alone
    Source recording = *sourceOf(used);
    recording.kind = SourceKind::Recording;
    const auto trained = atDefaultStart(std::make_shared<const Source>(recording));
    ASSERT_EQ(trained->start(), StartingPoint::Trained);
    EXPECT_EQ(trained->rope.invFreq, used.invFreq) << "as they were recorded";
    EXPECT_EQ(defaultSettings(*trained).pretrainingLength, 131072);
    const ScalingTable written = trained->onModel({.factors = std::vector<double>(64, 2.0)});
    EXPECT_EQ(written.factors.front(), 2.0);
    EXPECT_NEAR(written.factors.back(), 16.0, 1e-5);
    const auto unscaled = *startingFrom(trained, StartingPoint::Unscaled);
    EXPECT_EQ(unscaled->rope.invFreq, llama31().invFreq);
}

TEST(StartingPoint, MethodsTakeTheTrainedFrequenciesAndLength)
{
    const auto trained = *startingFrom(sourceOf(llama31()), StartingPoint::Trained);
    const Method* const yarn = *findMethod("yarn");
    const ScalingTable table = *yarn->make({.rope = trained->rope, .pretrainingLength = 131072, .targetLength = 524288});
    for (std::size_t i = 0; i < 64; ++i) { // turns of the trained frequencies within the trained length
        const double turns = 131072 / trained->rope.wavelength(i);
        if (turns > 60.0) {
            EXPECT_EQ(table.factors[i], 1.0) << i << " " << turns;
        } else if (turns < 0.6) {
            EXPECT_EQ(table.factors[i], 4.0) << i << " " << turns;
        }
    }
    const auto own = (*findMethod("own"))->make({.rope = llama31(), .pretrainingLength = 8192, .targetLength = 131072});
    EXPECT_EQ(own->factors, transformersScaling(llama31(), 131072)->factors);
    EXPECT_THAT((*findMethod("own"))->make({.rope = trained->rope, .pretrainingLength = 131072, .targetLength = 524288}).error().message,
        HasSubstr("own needs a scaling that the source states"));
}
