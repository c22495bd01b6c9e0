// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/other_encodings.h"

#include "core/model/hugging_face_config.h"
#include "core/model/model_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace rotascope;
using testing::HasSubstr;

namespace {

Expected<std::optional<EncodedPositions>> read(const std::string& text)
{
    return otherEncodingOf(nlohmann::json::parse(text), "config.json");
}

EncodedPositions found(const std::string& text)
{
    const auto result = read(text);
    EXPECT_TRUE(result && *result) << text << (result ? "" : result.error().message.english());
    return result && *result ? **result : EncodedPositions{};
}

std::string errorOf(const std::string& text)
{
    const auto result = read(text);
    return result ? "" : result.error().message;
}

} // namespace

TEST(OtherEncodings, RowsAreAsManyAsTheModelHasPositions)
{
    const EncodedPositions gpt2 = found(R"({"model_type": "gpt2", "n_positions": 1024, "n_embd": 768, "n_head": 12})");
    EXPECT_EQ(gpt2.encoding.kind, EncodingKind::Learned);
    EXPECT_EQ(gpt2.rope.originalMaxPositionEmbeddings, 1024);
    EXPECT_EQ(gpt2.rope.modelType, "gpt2");
    EXPECT_EQ(found(R"({"model_type": "bert"})").rope.originalMaxPositionEmbeddings, 512);
    EXPECT_EQ(found(R"({"model_type": "roberta", "max_position_embeddings": 514})").rope.originalMaxPositionEmbeddings, 512);
    EXPECT_FALSE(*read(R"({"model_type": "bert", "position_embedding_type": "relative_key"})"));
}

TEST(OtherEncodings, SlopesFollowTheModelType)
{
    const EncodedPositions bloom = found(R"({"model_type": "bloom", "n_head": 112, "seq_length": 2048})");
    EXPECT_EQ(bloom.encoding.kind, EncodingKind::Alibi);
    EXPECT_EQ(bloom.rope.invFreq, alibiSlopes(112));
    const EncodedPositions mpt
        = found(R"({"model_type": "mpt", "n_heads": 12, "max_seq_len": 65536, "attn_config": {"alibi_bias_max": 16}})");
    EXPECT_EQ(mpt.rope.invFreq, alibiSlopes(12, 16.0, SlopeOrder::EveryOtherFirst));
    EXPECT_EQ(mpt.rope.originalMaxPositionEmbeddings, 65536);
    EXPECT_FALSE(*read(R"({"model_type": "mpt", "n_heads": 12, "attn_config": {"alibi": false, "rope": true}})"));
    EXPECT_EQ(found(R"({"model_type": "falcon", "alibi": true, "num_attention_heads": 71})").rope.dimensions(), 71U);
    EXPECT_FALSE(*read(R"({"model_type": "falcon", "num_attention_heads": 71})"));
    EXPECT_EQ(found(R"({"model_type": "jais", "position_embedding_type": "alibi", "n_head": 8})").rope.dimensions(), 8U);
}

TEST(OtherEncodings, BucketsAndSinesAreRead)
{
    const EncodedPositions t5 = found(R"({"model_type": "t5", "relative_attention_num_buckets": 16})");
    EXPECT_EQ(t5.encoding, (Encoding{EncodingKind::T5, 16, 128}));
    EXPECT_EQ(t5.rope.originalMaxPositionEmbeddings, 512);
    EXPECT_EQ(found(R"({"model_type": "mt5"})").rope.originalMaxPositionEmbeddings, std::nullopt);
    const EncodedPositions marian = found(R"({"model_type": "marian", "d_model": 512, "max_position_embeddings": 512})");
    EXPECT_EQ(marian.encoding.kind, EncodingKind::Sinusoidal);
    EXPECT_EQ(marian.rope.dimensions(), 256U);
}

TEST(OtherEncodings, ModelsWithARopeAreLeftToIt)
{
    EXPECT_FALSE(*read(R"({"model_type": "llama", "rope_theta": 10000})"));
    EXPECT_FALSE(*read("{}"));
}

TEST(OtherEncodings, WrongFieldsAreNamed)
{
    EXPECT_THAT(errorOf(R"({"model_type": "bloom"})"), HasSubstr("config.json: num_attention_heads is missing; expected a whole number"));
    EXPECT_THAT(errorOf(R"({"model_type": "bloom", "n_head": 0})"), HasSubstr("n_head is 0; expected 1 to 4096"));
    EXPECT_THAT(errorOf(R"({"model_type": "bloom", "n_head": 99999999})"), HasSubstr("n_head is 99999999; expected at most 4096"));
    EXPECT_THAT(errorOf(R"({"model_type": "gpt2", "n_positions": -5})"), HasSubstr("n_positions is -5; expected 1 or more"));
    EXPECT_THAT(errorOf(R"({"model_type": "roberta", "max_position_embeddings": 2})"),
        HasSubstr("max_position_embeddings is 2; expected 3 or more"));
    EXPECT_THAT(errorOf(R"({"model_type": "gpt2", "n_positions": "many"})"), HasSubstr("expected a whole number"));
    EXPECT_THAT(errorOf(R"({"model_type": "mpt", "n_heads": 8, "attn_config": {"alibi_bias_max": -1}})"),
        HasSubstr("config.json: attn_config: alibi_bias_max is -1; expected 0.001 to 1000"));
    EXPECT_THAT(errorOf(R"({"model_type": "t5", "relative_attention_num_buckets": 7})"), HasSubstr("expected an even number"));
    EXPECT_THAT(
        errorOf(R"({"model_type": "t5", "relative_attention_max_distance": 16})"), HasSubstr("expected more than half the buckets, 16"));
    EXPECT_THAT(errorOf(R"({"model_type": "marian", "d_model": 511})"), HasSubstr("d_model is 511; expected an even number"));
}

TEST(OtherEncodings, AModelFileSaysThatItHasNoRope)
{
    const auto file = modelFileOfConfig(R"({"model_type": "gpt2", "_name_or_path": "gpt2"})", "config.json");
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ((*file)->found.ropes.front().encoding.kind, EncodingKind::Learned);
    EXPECT_EQ((*file)->found.ropes.front().rope.modelId, "gpt2");
    EXPECT_THAT(
        checkIsRope(**file).error().message.english(), HasSubstr("config.json: has learned positions; expected a model with rotary"));
}
