// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/transformers_config.h"

#include "core/disturbance/cpu_engine.h"
#include "core/rope/hugging_face_config.h"
#include "tests/core/disturbance/llama2_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace rotascope;
using testing::HasSubstr;

namespace {

ExportDocument documentFor(const std::shared_ptr<const Source>& source, const std::string& method = "distributional")
{
    AnalysisSettings settings = defaultSettings(*source);
    settings.method = method;
    return documentOfChosen(*analyze(*makeCpuEngine(), source, settings));
}

} // namespace

TEST(TransformersConfig, IsThePortableRecipe)
{
    const ExportDocument document = documentFor(llama2Source());
    const auto json = nlohmann::json::parse(*transformersFormat.write(document, std::nullopt));
    const auto& rope = json["rope_parameters"];
    EXPECT_EQ(json["max_position_embeddings"], 8192);
    EXPECT_EQ(rope["original_max_position_embeddings"], 8192) << "a ratio of 1: no engine changes the magnitude or switches lists";
    EXPECT_EQ(rope["rope_type"], "longrope");
    EXPECT_EQ(rope["rope_theta"], 10000.0);
    EXPECT_EQ(rope["factor"], 1.0);
    EXPECT_EQ(rope["attention_factor"], 1.0);
    EXPECT_EQ(rope["short_factor"].get<std::vector<double>>(), document.table->table.factors);
    EXPECT_EQ(rope["short_factor"], rope["long_factor"]);
    EXPECT_FALSE(rope.contains("partial_rotary_factor"));
    EXPECT_EQ(json["rotascope"]["method"], "distributional");
}

TEST(TransformersConfig, KeepsTheAttentionFactorOfTheMethod)
{
    const ExportDocument document = documentFor(llama2Source(), "yarn");
    const auto json = nlohmann::json::parse(*transformersFormat.write(document, std::nullopt));
    EXPECT_EQ(json["rope_parameters"]["attention_factor"], document.table->table.attentionFactor);
}

TEST(TransformersConfig, ReadsBackAsAModelOfTheTargetLength)
{
    Source partial = *llama2Source();
    partial.rope.headDim = 256;
    const std::string text = *transformersFormat.write(documentFor(std::make_shared<const Source>(partial)), std::nullopt);
    auto json = nlohmann::json::parse(text);
    json["head_dim"] = 256;
    const auto rope = parseHuggingFaceConfig(json.dump(), "out.json");
    ASSERT_TRUE(rope) << rope.error().message;
    EXPECT_EQ(rope->rotaryDim, 128);
    EXPECT_EQ(rope->ropeType, "longrope");
    EXPECT_EQ(rope->originalMaxPositionEmbeddings, 8192);
}

TEST(TransformersConfig, MergesWithoutTouchingAnythingElse)
{
    const std::string config
        = R"({"zeta": 1, "hidden_size": 4096, "num_attention_heads": 32, "max_position_embeddings": 4096, "rms_norm_eps": 1e-05,
                                   "rope_scaling": {"type": "linear", "factor": 2.0}, "rope_theta": 10000.0, "alpha": "ä"})";
    const auto merged
        = nlohmann::ordered_json::parse(*transformersFormat.write(documentFor(llama2Source()), ExportFormat::Into{config, "config.json"}));
    std::vector<std::string> keys;
    for (const auto& [key, value] : merged.items()) {
        keys.push_back(key);
    }
    EXPECT_THAT(keys,
        testing::ElementsAre("zeta", "hidden_size", "num_attention_heads", "max_position_embeddings", "rms_norm_eps", "rope_theta", "alpha",
            "rope_parameters", "rotascope"));
    EXPECT_EQ(merged["rms_norm_eps"], 1e-05);
    EXPECT_EQ(merged["alpha"], "ä");
    EXPECT_EQ(merged["max_position_embeddings"], 8192);
}

// Without its sections Qwen2-VL would turn all dimensions by the time axis.
TEST(TransformersConfig, KeepsTheSectionsOfMrope)
{
    const std::string config = R"({"head_dim": 128, "max_position_embeddings": 4096, "rope_theta": 10000.0,
        "rope_scaling": {"type": "mrope", "mrope_section": [16, 24, 24], "mrope_interleaved": false}})";
    const auto merged
        = nlohmann::json::parse(*transformersFormat.write(documentFor(llama2Source()), ExportFormat::Into{config, "config.json"}));
    EXPECT_EQ(merged["rope_parameters"]["mrope_section"], (std::vector{16, 24, 24}));
    EXPECT_EQ(merged["rope_parameters"]["mrope_interleaved"], false);
    EXPECT_EQ(merged["rope_parameters"]["rope_type"], "longrope");
}

// longrope multiplies rope_theta^(2i/d): it cannot say that a dimension does not turn.
TEST(TransformersConfig, RefusesFrequenciesThatLongropeCannotState)
{
    Source source = *llama2Source();
    source.rope.invFreq.back() = 0.0;
    const auto text = transformersFormat.write(documentFor(std::make_shared<const Source>(source)), std::nullopt);
    ASSERT_FALSE(text);
    EXPECT_THAT(text.error().message, HasSubstr("inv_freq[63] is not rope_theta^(-126/128)"));
}

TEST(TransformersConfig, RefusesAConfigurationThatTheTableDoesNotFit)
{
    const ExportDocument document = documentFor(llama2Source());
    const auto errorOf = [&](const std::string& config) {
        const auto text = transformersFormat.write(document, ExportFormat::Into{config, "config.json"});
        return text ? "" : text.error().message;
    };
    EXPECT_THAT(errorOf(R"({"text_config": {"head_dim": 128, "rope_theta": 10000.0, "max_position_embeddings": 4096}})"),
        HasSubstr("config.json: the RoPE is not described on top but in text_config"));
    EXPECT_THAT(errorOf("nonsense"), HasSubstr("config.json: not a JSON object"));
    EXPECT_THAT(errorOf(R"({"head_dim": 64, "rope_theta": 10000.0, "max_position_embeddings": 4096})"),
        HasSubstr("config.json: the model rotates 64 components of a head; the table is for 128 (64 factors)"));
    EXPECT_THAT(errorOf(R"({"head_dim": 128, "rope_theta": 500000.0, "max_position_embeddings": 4096})"),
        HasSubstr("rope_theta is 5e+05; the table was made for 10000"));
}

TEST(TransformersConfig, NeedsTheBase)
{
    Source source = *llama2Source();
    source.rope.ropeTheta.reset();
    const auto text = transformersFormat.write(documentFor(std::make_shared<const Source>(source)), std::nullopt);
    ASSERT_FALSE(text);
    EXPECT_THAT(text.error().message, HasSubstr("rope_theta is not known"));
}
