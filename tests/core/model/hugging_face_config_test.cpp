// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/hugging_face_config.h"

#include "core/scaling/own_frequencies.h"
#include "tests/core/model/config_text.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rotascope;
using namespace rotascope::test;
using testing::HasSubstr;

namespace {

std::string errorOf(const std::string& text)
{
    const Expected<RopeConfig> rope = parseHuggingFaceConfig(text, "config.json");
    EXPECT_FALSE(rope) << text;
    EXPECT_TRUE(rope || rope.error().kind == ErrorKind::Input);
    return rope ? "" : rope.error().message;
}

} // namespace

TEST(HuggingFaceConfig, OldFormWithScaling)
{
    const auto rope = parseHuggingFaceConfig(R"({
        "_name_or_path": "meta-llama/Llama-3.1-8B", "hidden_size": 4096, "num_attention_heads": 32, "max_position_embeddings": 131072,
        "rope_theta": 500000.0,
        "rope_scaling": {"factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0, "original_max_position_embeddings": 8192,
                         "rope_type": "llama3"}})",
        "config.json");
    ASSERT_TRUE(rope) << rope.error().message;
    EXPECT_EQ(rope->modelId, "meta-llama/Llama-3.1-8B");
    EXPECT_EQ(rope->ropeTheta, 500000.0);
    EXPECT_EQ(rope->headDim, 128);
    EXPECT_EQ(rope->rotaryDim, 128);
    EXPECT_EQ(rope->originalMaxPositionEmbeddings, 8192);
    EXPECT_EQ(rope->maxPositionEmbeddings, 131072);
    EXPECT_EQ(rope->ropeType, "llama3");
    EXPECT_EQ(rope->invFreq, standardInvFreq(500000.0, 128));
}

TEST(HuggingFaceConfig, NewForm)
{
    const auto rope = parseHuggingFaceConfig(R"({
        "head_dim": 64, "hidden_size": 2880, "num_attention_heads": 64, "max_position_embeddings": 131072,
        "rope_parameters": {"rope_theta": 150000, "rope_type": "yarn", "factor": 32.0, "attention_factor": 1.25, "beta_fast": 32.0,
                            "original_max_position_embeddings": 4096, "partial_rotary_factor": 0.5}})",
        "config.json");
    ASSERT_TRUE(rope) << rope.error().message;
    EXPECT_EQ(rope->ropeTheta, 150000.0);
    EXPECT_EQ(rope->headDim, 64);
    EXPECT_EQ(rope->rotaryDim, 32);
    EXPECT_EQ(rope->originalMaxPositionEmbeddings, 4096);
    EXPECT_EQ(rope->attentionFactor, 1.25);
    EXPECT_EQ(rope->ropeType, "yarn");
}

TEST(HuggingFaceConfig, OlderNames)
{
    const auto neox
        = parseHuggingFaceConfig(R"({"hidden_size": 6144, "num_attention_heads": 64, "rotary_pct": 0.25, "rotary_emb_base": 10000,
                                                 "max_position_embeddings": 2048, "rope_scaling": null})",
            "config.json");
    ASSERT_TRUE(neox) << neox.error().message;
    EXPECT_EQ(neox->rotaryDim, 24);
    EXPECT_EQ(neox->originalMaxPositionEmbeddings, 2048) << "without the original length, max_position_embeddings is meant";

    const auto su = parseHuggingFaceConfig(R"({"head_dim": 96, "rope_theta": 10000.0, "max_position_embeddings": 131072,
        "original_max_position_embeddings": 4096, "rope_scaling": {"type": "su", "short_factor": [1.0], "long_factor": [2.0]}})",
        "config.json");
    ASSERT_TRUE(su) << su.error().message;
    EXPECT_EQ(su->ropeType, "longrope");
    EXPECT_EQ(su->originalMaxPositionEmbeddings, 4096);
}

TEST(HuggingFaceConfig, SaysWhatIsWrongAndWhere)
{
    EXPECT_THAT(errorOf("{"), HasSubstr("config.json: not a JSON object"));
    EXPECT_THAT(errorOf("[1, 2]"), HasSubstr("not a JSON object"));
    EXPECT_THAT(errorOf(R"({"vocab_size": 32000})"), HasSubstr("rope_theta is missing"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 10000.0, "head_dim": 128})"), HasSubstr("max_position_embeddings is missing"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 10000.0, "max_position_embeddings": 4096})"), HasSubstr("head_dim is missing"));
    EXPECT_THAT(errorOf(R"({"rope_theta": "big", "max_position_embeddings": 4096, "head_dim": 128})"),
        HasSubstr("rope_theta is \"big\"; expected a number"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096.5, "head_dim": 128})"),
        HasSubstr("max_position_embeddings is 4096.5; expected a whole number"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 99999999999999999999999, "head_dim": 128})"),
        HasSubstr("max_position_embeddings"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 18446744073709551615, "head_dim": 128})"),
        HasSubstr("max_position_embeddings"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": -5, "head_dim": 128})"), HasSubstr("is -5"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 127})"),
        HasSubstr("head_dim is 127; expected an even number: "));
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 0})"), HasSubstr("head_dim is 0"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 2000000000})"),
        HasSubstr("head_dim is 2000000000; expected at most 65536"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "hidden_size": 4096, "num_attention_heads": 0})"),
        HasSubstr("num_attention_heads is 0; expected head_dim, or at least 1 head"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 128, "partial_rotary_factor": 1.5})"),
        HasSubstr("partial_rotary_factor is 1.5"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 128, "rope_scaling": {"rope_type": "cubic"}})"),
        HasSubstr("rope_type \"cubic\" is not known; expected one of default, linear"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 128, "rope_scaling": "yarn"})"),
        HasSubstr("rope_scaling is \"yarn\"; expected an object"));
}

// A number that is too large has another message than a text that is not a number; the message has the file's own name and the limit.
TEST(HuggingFaceConfig, SaysTheLimitOfWhatIsTooLarge)
{
    const auto withLength = [](const std::string& fields) { return errorOf(R"({"rope_theta": 1e4, "head_dim": 128, )" + fields + "}"); };
    for (const auto& [typed, shown] :
        {std::pair("1e30", "1e+30"), std::pair("1e19", "1e+19"), std::pair("4611686018427387904.0", "4.611686018427388e+18"),
            std::pair("4611686018427387904", "4611686018427387904"), std::pair("9223372036854775808", "9223372036854775808"),
            std::pair("18446744073709551616", "1.8446744073709552e+19"), std::pair("1099511627777", "1099511627777")}) {
        for (const std::string field : {"max_position_embeddings", "n_positions", "model_max_length"}) {
            EXPECT_EQ(
                withLength("\"" + field + "\": " + typed), "config.json: " + field + " is " + shown + "; expected at most 1099511627776");
        }
        EXPECT_EQ(
            withLength(R"("max_position_embeddings": 8, "rope_scaling": {"original_max_position_embeddings": )" + std::string(typed) + "}"),
            "config.json: rope_scaling: original_max_position_embeddings is " + std::string(shown) + "; expected at most 1099511627776");
    }
    EXPECT_EQ(withLength(R"("max_position_embeddings": 1.5)"), "config.json: max_position_embeddings is 1.5; expected a whole number");
    EXPECT_EQ(withLength(R"("seq_length": 0)"), "config.json: seq_length is 0; expected 1 to 1099511627776 positions");
    EXPECT_EQ(withLength(R"("seq_length": -1e30)"), "config.json: seq_length is -1e+30; expected at least -9223372036854775808");
    EXPECT_EQ(withLength(R"("max_position_embeddings": 8, "rope_scaling": {"original_max_position_embeddings": 0})"),
        "config.json: rope_scaling: original_max_position_embeddings is 0; expected 1 to 1099511627776 positions");
    const std::string base = "expected a base greater than 1, at most 1e+30";
    EXPECT_EQ(
        errorOf(R"({"rope_theta": 1e308, "head_dim": 128, "max_position_embeddings": 8})"), "config.json: rope_theta is 1e+308; " + base);
    EXPECT_EQ(errorOf(R"({"rope_parameters": {"rope_theta": 1}, "head_dim": 128, "max_position_embeddings": 8})"),
        "config.json: rope_parameters: rope_theta is 1; " + base);
    EXPECT_EQ(
        errorOf(R"({"rotary_emb_base": 0, "head_dim": 128, "max_position_embeddings": 8})"), "config.json: rotary_emb_base is 0; " + base);
    EXPECT_EQ(errorOf(R"({"rope_theta": 1e4, "hidden_size": 1e10, "num_attention_heads": 1, "max_position_embeddings": 8})"),
        "config.json: hidden_size is 10000000000.0; expected at most 2147483647");
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "n_embd": 126, "n_head": 2, "max_position_embeddings": 8})"),
        HasSubstr("config.json: n_embd / n_head is 63; expected an even number: "));
    EXPECT_EQ(errorOf(R"({"rope_theta": 1e4, "kv_channels": 6, "rotary_dim": 8, "max_position_embeddings": 8})"),
        "config.json: rotary_dim is 8; expected at most kv_channels = 6");
}

TEST(HuggingFaceConfig, ScalingParametersAreRead)
{
    const auto yarn = parseHuggingFaceConfig(R"({"head_dim": 64, "rope_theta": 150000, "max_position_embeddings": 131072,
        "rope_scaling": {"rope_type": "yarn", "factor": 32, "beta_fast": 30.5, "beta_slow": null, "truncate": false, "mscale": 0.707,
                         "mscale_all_dim": 1, "original_max_position_embeddings": 4096}})",
        "config.json");
    ASSERT_TRUE(yarn) << yarn.error().message;
    const ScalingParameters expected{.factor = 32.0, .betaFast = 30.5, .truncate = false, .mscale = 0.707, .mscaleAllDim = 1.0};
    EXPECT_EQ(yarn->scaling, expected);

    const auto longrope = parseHuggingFaceConfig(R"({"head_dim": 4, "rope_theta": 1e4, "max_position_embeddings": 64,
        "rope_scaling": {"type": "longrope", "short_factor": [1, 1.5], "long_factor": [2, 4], "attention_factor": 1.25}})",
        "config.json");
    ASSERT_TRUE(longrope) << longrope.error().message;
    EXPECT_THAT(longrope->scaling.shortFactor, testing::ElementsAre(1.0, 1.5));
    EXPECT_THAT(longrope->scaling.longFactor, testing::ElementsAre(2.0, 4.0));
    EXPECT_EQ(longrope->scaling.attentionFactor, 1.25);
    EXPECT_EQ(longrope->attentionFactor, 1.25);

    const auto llama3 = parseHuggingFaceConfig(R"({"head_dim": 64, "rope_theta": 5e5, "max_position_embeddings": 131072, "rope_scaling":
        {"rope_type": "llama3", "factor": 8, "low_freq_factor": 1, "high_freq_factor": 4, "original_max_position_embeddings": 8192}})",
        "config.json");
    EXPECT_EQ(llama3->scaling, (ScalingParameters{.factor = 8.0, .lowFreqFactor = 1.0, .highFreqFactor = 4.0}));
}

TEST(HuggingFaceConfig, RefusesScalingParametersThatNoTableCanBeMadeOf)
{
    const auto withScaling = [](const std::string& field) {
        return errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 128, "rope_scaling": {"rope_type": "yarn", )"
            + field + "}}");
    };
    EXPECT_THAT(withScaling(R"("factor": 0)"), HasSubstr("config.json: rope_scaling: factor is 0; expected"));
    EXPECT_THAT(withScaling(R"("factor": -4)"), HasSubstr("factor is -4; expected"));
    EXPECT_THAT(withScaling(R"("factor": 1e300)"), HasSubstr("factor is 1e+300; expected"));
    EXPECT_THAT(withScaling(R"("factor": "4")"), HasSubstr("factor is \"4\"; expected a number"));
    EXPECT_THAT(withScaling(R"("factor": 1e999)"), HasSubstr("config.json: a number that is too large: '1e999'"));
    EXPECT_THAT(withScaling(R"("attention_factor": -1)"), HasSubstr("attention_factor is -1"));
    EXPECT_THAT(withScaling(R"("truncate": 0)"), HasSubstr("truncate is 0; expected true or false"));
    EXPECT_THAT(withScaling(R"("long_factor": [1, 1e12])"), HasSubstr("long_factor[1] is 1000000000000.0; expected a number from"));
    EXPECT_THAT(withScaling(R"("long_factor": 2)"), HasSubstr("long_factor is 2; expected a list"));
    EXPECT_THAT(withScaling(R"("long_factor": [1, 1e-300])"), HasSubstr("long_factor[1] is 1e-300; expected a number from"));
    EXPECT_THAT(withScaling(R"("short_factor": [1, null])"), HasSubstr("short_factor[1] is null"));
    EXPECT_THAT(withScaling(R"("mrope_section": [16, 24])"), HasSubstr("mrope_section has 2 values; expected 3"));
    EXPECT_THAT(withScaling(R"("mrope_section": [16, 24, 25])"), HasSubstr("mrope_section adds up to 65; expected rotary_dim/2 = 64"));
    EXPECT_THAT(withScaling(R"("mrope_section": [-1, 40, 25])"), HasSubstr("mrope_section[0] is -1"));
    EXPECT_THAT(withScaling(R"("mrope_section": [2000000000, 2000000000, 2000000000])"), HasSubstr("mrope_section[0] is 2000000000"));
    EXPECT_THAT(withScaling(R"("rope_theta": 1e-300)"), HasSubstr("rope_theta is 1e-300; expected a base greater than 1, at most 1e+30"));
    EXPECT_THAT(withScaling(R"("rope_theta": 1e300)"), HasSubstr("rope_theta is 1e+300"));
}

TEST(HuggingFaceConfig, TwoRopesNestedByLayerType)
{
    const auto read = parseHuggingFaceRopes(R"({"max_position_embeddings": 131072, "head_dim": 256, "rope_parameters": {
        "sliding_attention": {"rope_theta": 1e4, "rope_type": "default"}, "conv": null,
        "full_attention": {"rope_theta": 1e6, "rope_type": "linear", "factor": 8}}})",
        "config.json");
    ASSERT_TRUE(read) << read.error().message;
    ASSERT_EQ(read->ropes.size(), 2U);
    const NamedRope& main = read->ropes[read->mainRope()];
    EXPECT_EQ(main.name, "full_attention");
    EXPECT_EQ(main.rope.ropeTheta, 1e6);
    EXPECT_EQ(main.rope.scaling.factor, 8.0);
    EXPECT_EQ(read->ropes[1 - read->mainRope()].name, "sliding_attention");
    EXPECT_EQ(read->ropes[1 - read->mainRope()].rope.ropeTheta, 1e4);
    EXPECT_EQ(parseHuggingFaceConfig(
                  R"({"max_position_embeddings": 4096, "head_dim": 128, "rope_parameters": {"a": {"rope_theta": 1e6}}})", "config.json")
                  ->ropeTheta,
        1e6);
    EXPECT_THAT(errorOf(R"({"max_position_embeddings": 4096, "head_dim": 128, "rope_parameters": {"full_attention": {"factor": 2}}})"),
        HasSubstr("rope_theta is missing"));
}

TEST(HuggingFaceConfig, TwoRopesInTheOldForm)
{
    const auto gemma = parseHuggingFaceRopes(R"({"max_position_embeddings": 131072, "head_dim": 256, "rope_theta": 1e6,
        "rope_local_base_freq": 1e4, "rope_scaling": {"rope_type": "linear", "factor": 8}})",
        "config.json");
    ASSERT_TRUE(gemma) << gemma.error().message;
    ASSERT_EQ(gemma->ropes.size(), 2U);
    EXPECT_EQ(gemma->ropes[0].rope.ropeTheta, 1e6);
    EXPECT_EQ(gemma->ropes[0].rope.ropeType, "linear");
    EXPECT_EQ(gemma->ropes[1].rope.ropeTheta, 1e4);
    EXPECT_EQ(gemma->ropes[1].rope.ropeType, "default");
}

namespace {

// "name window" of each RoPE, - where its layers attend to all positions.
std::vector<std::string> windowsOf(const std::string& fields)
{
    const auto read = parseHuggingFaceRopes(R"({"max_position_embeddings": 131072, "head_dim": 128, )" + fields + "}", "config.json");
    std::vector<std::string> windows;
    for (std::size_t i = 0; read && i < read->ropes.size(); ++i) {
        const auto& window = read->ropes[i].rope.window;
        windows.push_back(read->ropes[i].name + " " + (window ? std::to_string(*window) : "-"));
    }
    return windows;
}

} // namespace

TEST(HuggingFaceConfig, LayersThatSlideHaveAWindow)
{
    using testing::ElementsAre;
    EXPECT_THAT(
        windowsOf(R"("model_type": "gemma3_text", "sliding_window": 1024)"), ElementsAre("full_attention -", "sliding_attention 1024"));
    EXPECT_THAT(windowsOf(R"("model_type": "gemma3n_text")"), ElementsAre("full_attention -", "sliding_attention 512"))
        << "the class's own";
    EXPECT_THAT(windowsOf(R"("model_type": "olmo3", "sliding_window": 0)"), ElementsAre("full_attention -", "sliding_attention -"));
    EXPECT_THAT(
        windowsOf(R"("model_type": "modernbert", "local_attention": 256)"), ElementsAre("full_attention -", "sliding_attention 128"))
        << "to both sides";
    EXPECT_THAT(windowsOf(R"("model_type": "deepseek_v4")"), ElementsAre("main 128", "compress -"));
    EXPECT_THAT(windowsOf(R"("rope_theta": 1e4, "sliding_window": 4096)"), ElementsAre("main -")) << "not told which layers";
    const std::string kinds = R"(, "rope_theta": 1e4, "sliding_window": 4096, "layer_types": ["sliding_attention", "full_attention"])";
    EXPECT_THAT(windowsOf(R"("model_type": "exaone4")" + kinds), ElementsAre("main 4096")) << "full attention does not rotate there";
    EXPECT_THAT(windowsOf(R"("model_type": "gpt_oss", "num_hidden_layers": 2)" + kinds), ElementsAre("main -"));
}

TEST(HuggingFaceConfig, AKindThatNoLayerHasIsNoRope)
{
    const std::string rest = R"(, "rope_parameters": {"full_attention": {"rope_theta": 1e6}, "sliding_attention": {"rope_theta": 1e4}})";
    EXPECT_EQ(windowsOf(R"("layer_types": ["full_attention", "full_attention"])" + rest), std::vector<std::string>{"full_attention -"});
    EXPECT_EQ(windowsOf(R"("layer_types": ["full_attention", "sliding_attention"])" + rest).size(), 2U);
    EXPECT_EQ(windowsOf(R"("layer_types": ["linear_attention"])" + rest).size(), 2U) << "nothing is told of either";
    EXPECT_EQ(windowsOf(R"("num_hidden_layers": 2)" + rest).size(), 2U);
    EXPECT_EQ(windowsOf(R"("model_type": "olmo3", "rope_theta": 5e5, "layer_types": ["full_attention"])"),
        std::vector<std::string>{"full_attention -"})
        << "of a flat file";
}

// Transformers 5.23, run: GLM, Phi-3 and others turn 22 components with base^(-2i/21); Phi and StableLM stop, Llama does not load.
TEST(HuggingFaceConfig, RefusesAnOddRotaryDimensionWithTheReason)
{
    const std::string reason = errorOf(R"({"model_type": "glm4_moe", "hidden_size": 4096, "num_attention_heads": 96, "rope_theta": 1e4})");
    EXPECT_THAT(reason, HasSubstr("hidden_size / num_attention_heads * partial_rotary_factor is 21; expected an even number: "));
    EXPECT_THAT(reason, HasSubstr("make 11 frequencies as of 21 components and turn 22 (GLM, Phi-3, GPT-NeoX), or stop (Llama"));
}

// modeling_hf_nomic_bert.py: head_dim * rotary_emb_fraction, of which the configuration's default is 0.
TEST(HuggingFaceConfig, NomicsFractionOfAHead)
{
    const auto withFraction = [](const std::string& field) {
        return R"({"model_type": "nomic_bert", "n_embd": 768, "n_head": 12, "n_positions": 2048, "rotary_emb_base": 1000)" + field + "}";
    };
    EXPECT_EQ(parseHuggingFaceConfig(withFraction(R"(, "rotary_emb_fraction": 1.0)"), "config.json")->rotaryDim, 64);
    const auto half = parseHuggingFaceConfig(withFraction(R"(, "rotary_emb_fraction": 0.5)"), "config.json");
    ASSERT_TRUE(half) << half.error().message;
    EXPECT_EQ(half->rotaryDim, 32);
    EXPECT_EQ(half->invFreq, standardInvFreq(1000, 32));
    EXPECT_THAT(errorOf(withFraction("")), HasSubstr("rotary_emb_fraction is 0 or missing, so that no layer rotates"));
    EXPECT_THAT(errorOf(withFraction(R"(, "rotary_emb_fraction": 0.3)")), HasSubstr("is 0.3, which is 19.2 of the 64 components"));
}

TEST(HuggingFaceConfig, TheClassMayFillInAScaling)
{
    const auto ofClass = [](const std::string& fields) { return parseHuggingFaceConfig("{" + fields + "}", "config.json"); };
    EXPECT_EQ(ofClass(R"("model_type": "gpt_oss")")->ropeType, "yarn");
    EXPECT_EQ(ofClass(R"("model_type": "gpt_oss")")->ropeTheta, 150000.0);
    EXPECT_EQ(ofClass(R"("model_type": "gpt_oss", "rope_theta": 12345.0, "rope_scaling": {})")->ropeTheta, 12345.0);
    EXPECT_EQ(ofClass(R"("model_type": "apertus", "rope_theta": 12345.0)")->ropeTheta, 12000000.0) << "its own has a base";
    EXPECT_EQ(ofClass(R"("model_type": "gpt_oss", "rope_parameters": {"rope_theta": 777.0})")->ropeType, "default") << "stated";
    EXPECT_EQ(ofClass(R"("model_type": "gpt_oss", "rope_parameters": {})")->ropeType, "default");
}

TEST(HuggingFaceConfig, MultimodalModelsDescribeTheirTextModelInside)
{
    const auto read = parseHuggingFaceRopes(R"({"_name_or_path": "some/vlm", "vision_config": {"hidden_size": 1024},
        "text_config": {"hidden_size": 4096, "num_attention_heads": 32, "rope_theta": 5e6, "max_position_embeddings": 262144}})",
        "config.json");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->section, "text_config");
    EXPECT_EQ(read->ropes[0].rope.ropeTheta, 5e6);
    EXPECT_EQ(read->ropes[0].rope.modelId, "some/vlm");
    const auto omni = parseHuggingFaceRopes(R"({"thinker_config": {"text_config": {"head_dim": 128, "rope_theta": 1e6,
        "max_position_embeddings": 32768}}})",
        "config.json");
    ASSERT_TRUE(omni) << omni.error().message;
    EXPECT_EQ(omni->section, "thinker_config.text_config");
    // The first LLaVA leaves out what its class has a default for.
    EXPECT_THAT(errorOf(R"({"text_config": {"rope_theta": 1e4, "max_position_embeddings": 4096}})"),
        HasSubstr("config.json: text_config: head_dim is missing; expected head_dim, or hidden_size and num_attention_heads"));
    EXPECT_THAT(errorOf(R"({"text_config": {}})"), HasSubstr("config.json: text_config: rope_theta is missing"));
    EXPECT_THAT(errorOf(R"({"text_config": []})"), HasSubstr("config.json: rope_theta is missing"));
}

TEST(HuggingFaceConfig, WhatIsRotated)
{
    const auto rotaryDim = [](const std::string& fields) {
        const auto rope = parseHuggingFaceConfig(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, )" + fields + "}", "config.json");
        EXPECT_TRUE(rope) << rope.error().message;
        return rope ? rope->rotaryDim : 0;
    };
    EXPECT_EQ(rotaryDim(R"("hidden_size": 7168, "num_attention_heads": 128, "qk_rope_head_dim": 64)"), 64) << "DeepSeek-V3";
    EXPECT_EQ(rotaryDim(R"("head_dim": 192, "qk_rope_head_dim": 64)"), 64);
    EXPECT_EQ(rotaryDim(R"("head_dim": 128, "rotary_dim": 64)"), 64) << "MiniMax-M2";
    EXPECT_EQ(rotaryDim(R"("n_embd": 4096, "n_head": 16, "rotary_dim": 64)"), 64) << "GPT-J";
    EXPECT_EQ(rotaryDim(R"("head_dim": 128, "rope_pct": 0.25)"), 32);
    EXPECT_EQ(rotaryDim(R"("model_type": "minimax", "head_dim": 128, "rotary_dim": 64)"), 128) << "its class does not read it";
    EXPECT_EQ(rotaryDim(R"("model_type": "qwen3", "head_dim": 128, "partial_rotary_factor": 0.5)"), 128) << "nor this one";
    EXPECT_EQ(rotaryDim(R"("model_type": "qwen3", "head_dim": 128, "partial_rotary_factor": 0.5,
                            "rope_scaling": {"type": "linear", "factor": 2})"),
        64)
        << "every scaled RoPE does";
    EXPECT_EQ(rotaryDim(R"("hidden_size": 4096, "num_attention_heads": 31, "head_dim": null)"), 132) << "whole-number division";
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 128, "rotary_dim": 2000000000})"),
        HasSubstr("rotary_dim"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 128, "rotary_dim": -2})"),
        HasSubstr("rotary_dim is -2"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "hidden_size": -4096, "num_attention_heads": 32})"),
        HasSubstr("hidden_size / num_attention_heads is -128"));
}

// meta-llama/Llama-2-7b-hf states none; which base a model has then is known only from its type.
TEST(HuggingFaceConfig, ThetaThatIsLeftOut)
{
    const std::string fields = R"("hidden_size": 4096, "num_attention_heads": 32, "max_position_embeddings": 4096})";
    EXPECT_EQ(parseHuggingFaceConfig(R"({"model_type": "llama", )" + fields, "config.json")->ropeTheta, 10000.0);
    EXPECT_EQ(parseHuggingFaceConfig(R"({"model_type": "mixtral", )" + fields, "config.json")->ropeTheta, 1e6);
    EXPECT_THAT(errorOf(R"({"model_type": "vilt", )" + fields), HasSubstr("rope_theta is missing"));
}

TEST(HuggingFaceConfig, TheOriginalLengthOnTopComesFirstAsInTransformers)
{
    const auto rope = parseHuggingFaceConfig(R"({"head_dim": 64, "rope_theta": 1e4, "max_position_embeddings": 131072,
        "original_max_position_embeddings": 4096,
        "rope_scaling": {"type": "yarn", "factor": 32, "original_max_position_embeddings": 8192}})",
        "config.json");
    EXPECT_EQ(rope->originalMaxPositionEmbeddings, 4096);
}

// The JSON library copies, prints and frees values recursively.
TEST(HuggingFaceConfig, RefusesDeepNesting)
{
    EXPECT_THAT(errorOf(std::string(1'000'000, '[')), HasSubstr("nested deeper than 64 levels"));
    std::string nested = R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": )";
    EXPECT_THAT(errorOf(nested + std::string(1'000'000, '[') + std::string(1'000'000, ']') + "}"), HasSubstr("nested deeper than"));
    std::string objects;
    for (int i = 0; i < 100'000; ++i) {
        objects += "{\"text_config\": ";
    }
    EXPECT_THAT(errorOf(objects + "1" + std::string(100'000, '}')), HasSubstr("nested deeper than"));
    // Brackets in strings are text.
    EXPECT_TRUE(parseHuggingFaceConfig(
        R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 128, "x": "\")" + std::string(1000, '[') + "\"}",
        "config.json"));
}

// Seen with Transformers 5.23, which takes rope_theta from the top then.
TEST(HuggingFaceConfig, OfBothFormsTheOlderOneCounts)
{
    const std::string head = R"({"head_dim": 8, "rope_theta": 500000.0, "max_position_embeddings": 64, "rope_parameters":
        {"rope_type": "yarn", "factor": 4.0, "rope_theta": 10000.0, "original_max_position_embeddings": 16}, "rope_scaling": )";
    const auto both = parseHuggingFaceConfig(head + R"({"rope_type": "linear", "factor": 2.0}})", "config.json");
    ASSERT_TRUE(both) << both.error().message;
    EXPECT_EQ(both->ropeType, "linear");
    EXPECT_EQ(both->ropeTheta, 500000.0);
    for (const char* none : {"null}", "{}}"}) {
        EXPECT_EQ(parseHuggingFaceConfig(head + none, "config.json")->ropeType, "yarn") << none;
    }
}

TEST(HuggingFaceConfig, Files)
{
    const auto folder = std::filesystem::path(testing::TempDir());
    EXPECT_THAT(openModelFile(folder / "missing.json").error().message, HasSubstr("missing.json: no such file"));
    EXPECT_THAT(openModelFile(folder).error().message, HasSubstr("not a regular file"));
    const auto empty = folder / "rotascope_empty_config.json";
    std::ofstream(empty).close();
    EXPECT_THAT(openModelFile(empty).error().message, HasSubstr("rotascope_empty_config.json: not a JSON object"));
    std::filesystem::remove(empty);
}

// Each would take memory for all of its dimensions: 11 kB of text became a gigabyte.
TEST(HuggingFaceConfig, BoundsTheDimensionsOfAllRopesTogether)
{
    std::string ropes;
    for (int i = 0; i < 200; ++i) {
        ropes += std::string(i > 0 ? "," : "") + "\"kind " + std::to_string(i) + "\"" + R"(: {"rope_theta": 10000.0})";
    }
    const auto config = [&](int headDim) {
        return R"({"max_position_embeddings": 4096, "head_dim": )" + std::to_string(headDim) + R"(, "rope_parameters": {)" + ropes + "}}";
    };
    EXPECT_TRUE(parseHuggingFaceRopes(config(128), "config.json"));
    EXPECT_THAT(errorOf(config(65536)), HasSubstr("200 RoPEs with more than 131072 dimensions in all"));
}

TEST(HuggingFaceConfig, LayersThatDifferStateTheirHead)
{
    const std::string gemma4
        = R"({"model_type": "mine", "head_dim": 256, "max_position_embeddings": 8192, "layer_types": ["sliding_attention",
        "full_attention"], "per_layer_config": {"01": {"head_dim": 512}}, "rope_parameters": {"sliding_attention": {"rope_theta": 1e4},
        "full_attention": {"rope_theta": 1e6}}})";
    const auto ropes = parseHuggingFaceRopes(gemma4, "config.json");
    ASSERT_TRUE(ropes) << ropes.error().message;
    EXPECT_EQ(ropes->ropes[ropes->mainRope()].rope.headDim, 512);
    EXPECT_EQ(ropes->ropes[1 - ropes->mainRope()].rope.headDim, 256);
}

TEST(HuggingFaceConfig, TheMainRopeIsNotTheFirstOfTheAlphabet)
{
    const auto ropes = parseHuggingFaceRopes(
        R"({"head_dim": 64, "max_position_embeddings": 4096, "rope_parameters": {"compress": {"rope_theta": 1e4}, "main": {"rope_theta": 5e4}}})",
        "config.json");
    ASSERT_TRUE(ropes) << ropes.error().message;
    EXPECT_EQ(ropes->ropes[ropes->mainRope()].name, "main");
}

TEST(HuggingFaceConfig, RefusesAModelWithAlibiOfAnUnknownType)
{
    EXPECT_THAT(errorOf(R"({"model_type": "eagle", "alibi": true, "hidden_size": 4544, "num_attention_heads": 71})"),
        HasSubstr("config.json: alibi is true; expected a model with rotary position embeddings"));
}

TEST(HuggingFaceConfig, LatentAttentionIsToldByItsModelType)
{
    const auto rope = parseHuggingFaceConfig(R"({"model_type": "deepseek_v3"})", "config.json");
    ASSERT_TRUE(rope) << rope.error().message;
    EXPECT_TRUE(rope->isLatentAttention);
    EXPECT_EQ(rope->rotaryDim, 64);
}

// The frequencies are those of the formula in the code beside nomic-embed-text (modeling_hf_nomic_bert.py), evaluated with torch.
TEST(HuggingFaceConfig, NomicsDynamicNtkBeginsAtTheTrainedLength)
{
    const std::string fields = R"("model_type": "nomic_bert", "n_embd": 768, "n_head": 12, "n_positions": 8192, "rotary_emb_base": 1000,
        "rotary_emb_fraction": 1.0, "rotary_emb_interleaved": false, "rotary_emb_scale_base": null, "max_trained_positions": 2048)";
    const auto rope = parseHuggingFaceConfig("{" + fields + R"(, "rotary_scaling_factor": 2})", "config.json");
    ASSERT_TRUE(rope) << rope.error().message;
    EXPECT_EQ(rope->ropeType, "dynamic");
    EXPECT_EQ(rope->originalMaxPositionEmbeddings, 2048);
    EXPECT_EQ(rope->maxPositionEmbeddings, 8192);
    EXPECT_FALSE(isTrainedScaling(*rope)) << "it was trained without";
    const std::vector<float> within = ownFrequencies(*rope, 2048)->invFreq;
    const std::vector<float> beyond = ownFrequencies(*rope, 8192)->invFreq;
    EXPECT_FLOAT_EQ(within[1], 0.8058422207832336F);
    EXPECT_FLOAT_EQ(within[31], 0.0012409378541633487F);
    EXPECT_FLOAT_EQ(beyond[1], 0.7568132877349854F);
    EXPECT_FLOAT_EQ(beyond[16], 0.011582981795072556F);
    EXPECT_FLOAT_EQ(beyond[31], 0.0001772768300725147F);

    for (const char* const none : {"", R"(, "rotary_scaling_factor": null)", R"(, "rotary_scaling_factor": 0)"}) {
        const auto unscaled = parseHuggingFaceConfig("{" + fields + none + "}", "config.json");
        ASSERT_TRUE(unscaled) << unscaled.error().message;
        EXPECT_EQ(unscaled->ropeType, "default") << none;
        EXPECT_EQ(unscaled->originalMaxPositionEmbeddings, 2048) << none;
    }
    EXPECT_THAT(errorOf("{" + fields + R"(, "rotary_scaling_factor": "two"})"), HasSubstr("rotary_scaling_factor"));
    // Transformers' own form has none of these fields, and another base where it states none.
    const auto native = parseHuggingFaceConfig(
        R"({"model_type": "nomic_bert", "hidden_size": 768, "num_attention_heads": 12, "max_trained_positions": 512})", "config.json");
    ASSERT_TRUE(native) << native.error().message;
    EXPECT_EQ(native->ropeTheta, 1000.0);
    EXPECT_EQ(native->originalMaxPositionEmbeddings, 2048);
}

TEST(HuggingFaceConfig, AnswersMistralParamsInTheirWords)
{
    EXPECT_THAT(errorOf(R"({"dim": "wide", "n_heads": 32, "n_layers": 2, "rope_theta": 1e4})"), HasSubstr("dim is \"wide\""));
    EXPECT_THAT(errorOf(R"({"dim": 4096, "n_heads": 0, "n_layers": 2, "max_seq_len": 100, "rope_theta": 1e4})"), HasSubstr("n_heads is 0"));
    EXPECT_THAT(errorOf(R"({"dim": 4096, "n_heads": 32, "n_layers": 2, "rope_theta": 1e4,
                            "yarn": {"factor": 4, "beta": "a", "alpha": 1, "original_max_position_embeddings": 100}})"),
        HasSubstr("yarn: beta is \"a\""));
}
