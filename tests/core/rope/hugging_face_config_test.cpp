// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rope/hugging_face_config.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rotascope;
using testing::HasSubstr;

namespace {

std::string errorOf(std::string_view text)
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
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 127})"), HasSubstr("rotary_dim is 127"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 0})"), HasSubstr("head_dim is 0"));
    EXPECT_THAT(
        errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 2000000000})"), HasSubstr("head_dim is 2000000000"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "hidden_size": 4096, "num_attention_heads": 0})"),
        HasSubstr("head_dim is missing"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 128, "partial_rotary_factor": 1.5})"),
        HasSubstr("partial_rotary_factor is 1.5"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 128, "rope_scaling": {"rope_type": "cubic"}})"),
        HasSubstr("rope_type \"cubic\" is not known; expected one of default, linear"));
    EXPECT_THAT(errorOf(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 128, "rope_scaling": "yarn"})"),
        HasSubstr("rope_scaling is \"yarn\"; expected an object"));
    EXPECT_THAT(errorOf(R"({"max_position_embeddings": 4096, "head_dim": 128,
                            "rope_parameters": {"full_attention": {"rope_theta": 1e6}, "sliding_attention": {"rope_theta": 1e4}}})"),
        HasSubstr("one RoPE for each layer type"));
}

TEST(HuggingFaceConfig, Files)
{
    const auto folder = std::filesystem::path(testing::TempDir());
    EXPECT_THAT(readHuggingFaceConfig(folder / "missing.json").error().message, HasSubstr("missing.json: no such file"));
    EXPECT_THAT(readHuggingFaceConfig(folder).error().message, HasSubstr("not a regular file"));
    const auto empty = folder / "rotascope_empty_config.json";
    std::ofstream(empty).close();
    EXPECT_THAT(readHuggingFaceConfig(empty).error().message, HasSubstr("rotascope_empty_config.json: not a JSON object"));
    std::filesystem::remove(empty);
}
