// SPDX-License-Identifier: GPL-3.0-or-later
// Files that people have (tests/data/field), each RoPE of each against what Transformers' own rotary classes computed.
#include "core/scaling/own_frequencies.h"
#include "tests/core/model/config_text.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <nlohmann/json.hpp>

using namespace rotascope;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

using Json = nlohmann::json;

std::string textOf(const std::string& name)
{
    std::ifstream stream(std::string(ROTASCOPE_SOURCE_DIR "/tests/data/field/") + name);
    return {std::istreambuf_iterator<char>(stream), {}};
}

HuggingFaceRopes ropesOf(const std::string& name)
{
    const auto read = test::parseHuggingFaceRopes(textOf(name), name);
    EXPECT_TRUE(read) << read.error().message;
    return read.value_or(HuggingFaceRopes{});
}

OwnFrequencies mainOf(const std::string& name, std::int64_t length = 1024)
{
    const HuggingFaceRopes found = ropesOf(name);
    return *ownFrequencies(found.ropes[found.mainRope()].rope, length);
}

} // namespace

TEST(FieldGolden, EveryRopeOfEveryFileHasTransformersFrequencies)
{
    const Json golden = Json::parse(textOf("transformers-5.23.golden.json"));
    int compared = 0;
    for (const auto& [name, model] : golden.items()) {
        SCOPED_TRACE(name);
        const bool isRefused
            = !model.contains("ropes") || std::ranges::any_of(model["ropes"], [](const Json& rope) { return rope.contains("error"); });
        if (isRefused || name == "c61-granite-4-tiny.json") { // its class has frequencies that no layer uses
            continue;
        }
        const HuggingFaceRopes found = ropesOf(name);
        EXPECT_EQ(found.ropes.size(), model["ropes"].size());
        for (const auto& [ropeName, at] : model["ropes"].items()) {
            SCOPED_TRACE(ropeName);
            const auto rope = std::ranges::find(found.ropes, ropeName, &NamedRope::name);
            ASSERT_NE(rope, found.ropes.end());
            for (const std::int64_t length : {1024, 200000}) {
                const Json& theirs = at[std::to_string(length)];
                const auto ours = ownFrequencies(rope->rope, length);
                ASSERT_TRUE(ours) << ours.error().message;
                EXPECT_DOUBLE_EQ(ours->attentionFactor, theirs["attention_factor"].get<double>());
                ASSERT_EQ(ours->invFreq.size(), theirs["inv_freq"].size());
                for (std::size_t i = 0; i < ours->invFreq.size(); ++i) {
                    const auto value = theirs["inv_freq"][i].get<float>();
                    EXPECT_NEAR(ours->invFreq[i], value, 2.5e-7 * value) << i; // two units in the last place
                }
                ++compared;
            }
        }
    }
    EXPECT_GE(compared, 60);
}

TEST(FieldGolden, LayersAreThoseThatTheFileNames)
{
    const HuggingFaceRopes olmo = ropesOf("c36-olmo-3.1-32b.json");
    EXPECT_EQ(olmo.ropes[0].name, "full_attention");
    EXPECT_EQ(olmo.ropes[0].layers.size(), 16U);
    EXPECT_EQ(olmo.ropes[0].layers.front(), 3);
    EXPECT_EQ(olmo.ropes[1].layers.size(), 48U);
    const HuggingFaceRopes smollm = ropesOf("c43-smollm3-3b.json");
    EXPECT_THAT(smollm.unrotatedLayers, ElementsAre(3, 7, 11, 15, 19, 23, 27, 31, 35));
    EXPECT_EQ(smollm.ropes[0].layers.size(), 27U);
    const HuggingFaceRopes exaone = ropesOf("c54-exaone-4-32b.json");
    EXPECT_EQ(exaone.unrotatedLayers.size(), 16U) << "it rotates its sliding layers alone";
    EXPECT_EQ(ropesOf("c50-llama-4-scout.json").unrotatedLayers.size(), 12U) << "an empty list is every fourth layer";
    EXPECT_EQ(ropesOf("c52-mimo-v2-flash.json").ropes[0].layers.front(), 0);
    EXPECT_TRUE(ropesOf("c05-qwen3-8b-yarn4.json").unrotatedLayers.empty());
}

TEST(FieldGolden, AModelWithoutRotationSaysSo)
{
    const auto read = test::parseHuggingFaceRopes(textOf("c61-granite-4-tiny.json"), "config.json");
    ASSERT_FALSE(read);
    EXPECT_THAT(read.error().message, HasSubstr("position_embedding_type is \"nope\", so that no layer rotates"));
}

TEST(FieldGolden, BasesThatLiveInCodeAndRatios)
{
    const HuggingFaceRopes glm = ropesOf("c17-glm-4-9b-chat-1m.json");
    EXPECT_DOUBLE_EQ(glm.ropes[0].rope.ropeTheta.value_or(0.0), 1e8) << "10000 x rope_ratio";
    EXPECT_EQ(glm.ropes[0].rope.rotaryDim, 64) << "half of the head";
    EXPECT_EQ(ropesOf("c41-baichuan2-7b.json").ropes[0].rope.ropeTheta, 1e4);
    EXPECT_NEAR(*ropesOf("c45-hunyuan-7b.json").ropes[0].rope.ropeTheta, 11158839.9, 0.1);
    const auto dbrx = test::parseHuggingFaceRopes(
        R"({"model_type": "dbrx", "d_model": 6144, "n_heads": 48, "max_seq_len": 32768, "attn_config": {"rope_theta": 5e5}})",
        "config.json");
    ASSERT_TRUE(dbrx) << dbrx.error().message;
    EXPECT_EQ(dbrx->ropes[0].rope.ropeTheta, 5e5);
    EXPECT_EQ(dbrx->ropes[0].rope.headDim, 128);
    EXPECT_EQ(dbrx->ropes[0].rope.maxPositionEmbeddings, 32768);
    const auto falcon
        = test::parseHuggingFaceRopes(R"({"model_type": "RefinedWebModel", "hidden_size": 4544, "n_head": 71})", "config.json");
    ASSERT_TRUE(falcon) << falcon.error().message;
    EXPECT_EQ(falcon->ropes[0].rope.ropeTheta, 1e4);
}

TEST(FieldGolden, MistralsOwnFileIsReadAsWhatItIs)
{
    const HuggingFaceRopes found = ropesOf("r27-mistral-params.json");
    ASSERT_EQ(found.ropes.size(), 1U);
    EXPECT_TRUE(found.isMistralParams);
    const RopeConfig& rope = found.ropes[0].rope;
    EXPECT_EQ(rope.ropeType, "yarn");
    EXPECT_EQ(rope.originalMaxPositionEmbeddings, 8192);
    EXPECT_EQ(rope.maxPositionEmbeddings, 294912);
    EXPECT_EQ(rope.rotaryDim, 64);
    const OwnFrequencies own = *ownFrequencies(rope, 294912);
    EXPECT_EQ(own.factors.back(), 36.0);
    EXPECT_EQ(own.factors.front(), 1.0);
    EXPECT_EQ(own.attentionFactor, 1.0) << "apply_scale is false";
}

TEST(FieldGolden, FactorsAndMagnitudes)
{
    const OwnFrequencies scout = mainOf("c50-llama-4-scout.json");
    EXPECT_EQ(std::ranges::count(scout.factors, 1.0), 35);
    EXPECT_EQ(std::ranges::count(scout.factors, 16.0), 29);
    EXPECT_NEAR(mainOf("c15-kimi-k2.5.json").softmaxFactor.value(), 2.0047, 1e-4);
    EXPECT_EQ(mainOf("c15-kimi-k2.5.json").attentionFactor, 1.0);
    EXPECT_EQ(mainOf("r54-mistral-like-mscale-pair.json").softmaxFactor, 1.0) << "no latent attention";
    EXPECT_EQ(ropesOf("r50-float-original-length.json").ropes[0].rope.originalMaxPositionEmbeddings, 32768);
}

TEST(FieldGolden, AFrozenDimensionHasNoFactorButInfinity)
{
    const auto gemma4 = test::parseHuggingFaceConfig(R"({"model_type": "gemma4_text", "head_dim": 8, "max_position_embeddings": 64,
        "rope_parameters": {"rope_type": "proportional", "rope_theta": 1e6, "partial_rotary_factor": 0.5}})",
        "config.json");
    ASSERT_TRUE(gemma4) << gemma4.error().message;
    const OwnFrequencies own = *ownFrequencies(*gemma4, 64);
    EXPECT_EQ(own.factors[0], 1.0);
    EXPECT_TRUE(std::isinf(own.factors[3]));
    EXPECT_EQ(own.invFreq[3], 0.0F);
}

TEST(FieldGolden, TypesThatOthersKnowAreReadButNotComputed)
{
    for (const char* const name : {"r35-telechat3-yarn.json", "r36-deepseek-yarn-type.json", "r37-ntk-type-vllm.json"}) {
        const HuggingFaceRopes found = ropesOf(name);
        const auto own = ownFrequencies(found.ropes[0].rope, 1024);
        ASSERT_FALSE(own) << name;
        EXPECT_THAT(own.error().message, HasSubstr("is none that Transformers knows; expected one of default, linear"));
    }
}
