// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/configs/transformers_config.h"

#include "core/exchange/configs/transformers_legacy.h"
#include "core/exchange/configs/vllm_command.h"
#include "core/model/hugging_face_config.h"
#include "tests/core/exchange/exchange_fixture.h"
#include "tests/core/model/config_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace rotascope;
using namespace rotascope::test;
using testing::HasSubstr;

namespace {

ExportDocument documentForRope(const std::string& name, const std::string& method = "distributional")
{
    Source source = *llama2Source();
    source.ropeName = name;
    source.ropeNames = {"full_attention", "sliding_attention"};
    return documentFor(std::make_shared<const Source>(source), method);
}

} // namespace

TEST(TransformersConfig, IsThePortableRecipe)
{
    const ExportDocument document = documentFor(llama2Source());
    const auto json = nlohmann::json::parse(*contentFor(transformersFormat, document));
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

// Transformers prefers the one on top, and fills in 4096 where a Phi-3 states none: a ratio of 2, which vLLM makes a magnitude of.
TEST(TransformersConfig, StatesTheOriginalLengthOnTop)
{
    const std::string config = R"({"model_type": "phi3", "head_dim": 128, "max_position_embeddings": 4096, "rope_theta": 10000.0,
        "original_max_position_embeddings": 4096, "rope_scaling": null})";
    const auto json = nlohmann::json::parse(*contentFor(transformersFormat, documentFor(llama2Source()), config));
    EXPECT_EQ(json["original_max_position_embeddings"], 8192);
    EXPECT_EQ(json["max_position_embeddings"], 8192);
}

TEST(TransformersConfig, RefusesToStandAloneForAModelThatNeedsMore)
{
    Source two = *llama2Source();
    two.ropeNames = {"full_attention", "sliding_attention"};
    Source axes = *llama2Source();
    axes.rope.axis.assign(axes.rope.dimensions(), 0);
    for (const Source& source : {two, axes}) {
        const ExportDocument document = documentFor(std::make_shared<const Source>(source));
        for (const ExportFormat* format : {&transformersFormat, &transformersLegacyFormat, &vllmFormat}) {
            EXPECT_FALSE(contentFor(*format, document)) << format->name;
        }
    }
}

TEST(TransformersConfig, KeepsTheAttentionFactorOfTheMethod)
{
    const ExportDocument document = documentFor(llama2Source(), "yarn");
    const auto json = nlohmann::json::parse(*contentFor(transformersFormat, document));
    EXPECT_EQ(json["rope_parameters"]["attention_factor"], document.table->table.attentionFactor);
}

TEST(TransformersConfig, ReadsBackAsAModelOfTheTargetLength)
{
    Source partial = *llama2Source();
    partial.rope.headDim = 256;
    const std::string text = *contentFor(transformersFormat, documentFor(std::make_shared<const Source>(partial)));
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
    const auto merged = nlohmann::ordered_json::parse(*contentFor(transformersFormat, documentFor(llama2Source()), config));
    std::vector<std::string> keys;
    for (const auto& [key, value] : merged.items()) {
        keys.push_back(key);
    }
    EXPECT_THAT(keys,
        testing::ElementsAre("zeta", "hidden_size", "num_attention_heads", "max_position_embeddings", "rms_norm_eps", "rope_theta", "alpha",
            "original_max_position_embeddings", "rope_parameters", "rotascope"));
    EXPECT_EQ(merged["rms_norm_eps"], 1e-05);
    EXPECT_EQ(merged["alpha"], "ä");
    EXPECT_EQ(merged["max_position_embeddings"], 8192);
}

TEST(TransformersConfig, KeepsEveryOtherByteOfTheFile)
{
    const std::string before = "{\r\n\t\"rms_norm_eps\": 1e-6,\r\n\t\"head_dim\" : 128, \"vocab\": [1,2,  3],\r\n\t";
    const std::string after = ",\r\n\t\"big\": 123456789012345678901234567890\r\n}\r\n";
    const std::string config = before + R"("max_position_embeddings": 4096, "rope_theta": 10000)" + after;
    const std::string merged = *contentFor(transformersFormat, documentFor(llama2Source()), config);
    EXPECT_THAT(merged, testing::StartsWith(before + R"("max_position_embeddings": 8192, "rope_theta": 10000,)"));
    EXPECT_THAT(merged,
        HasSubstr("\"big\": 123456789012345678901234567890,\r\n\t\"original_max_position_embeddings\": 8192,\r\n\t\"rope_parameters\": "
                  "{\r\n\t  \"rope_type\""));
    EXPECT_THAT(merged, testing::EndsWith("\r\n\t}\r\n}\r\n"));
}

TEST(TransformersLegacy, IsTheRecipeInTheOlderForm)
{
    Source partial = *llama2Source();
    partial.rope.headDim = 256;
    const ExportDocument document = documentFor(std::make_shared<const Source>(partial), "yarn");
    auto json = nlohmann::json::parse(*contentFor(transformersLegacyFormat, document));
    EXPECT_EQ(json["max_position_embeddings"], 8192);
    EXPECT_EQ(json["original_max_position_embeddings"], 8192) << "ExLlamaV2 reads it on top";
    EXPECT_EQ(json["rope_theta"], 10000.0);
    EXPECT_EQ(json["partial_rotary_factor"], 0.5);
    EXPECT_EQ(json["rope_scaling"]["rope_type"], "longrope");
    EXPECT_FALSE(json["rope_scaling"].contains("type")) << "ExLlamaV2 refuses both";
    EXPECT_EQ(json["rope_scaling"]["original_max_position_embeddings"], 8192);
    EXPECT_EQ(json["rope_scaling"]["attention_factor"], document.table->table.attentionFactor);
    EXPECT_EQ(json["rope_scaling"]["long_factor"].get<std::vector<double>>(), document.table->table.factors);
    EXPECT_EQ(json["rope_scaling"]["short_factor"], json["rope_scaling"]["long_factor"]);
    json["head_dim"] = 256;
    EXPECT_EQ(parseHuggingFaceConfig(json.dump(), "out.json")->rotaryDim, 128);
}

TEST(TransformersLegacy, MergesInPlaceAndKeepsTheNameOfTheType)
{
    const std::string config = R"({"model_type": "phi3", "head_dim": 128, "max_position_embeddings": 131072, "rope_theta": 10000.0,
 "original_max_position_embeddings": 4096, "rope_scaling": {"type": "longrope", "short_factor": [1], "long_factor": [1]}, "eps": 1e-05})";
    const auto merged = nlohmann::ordered_json::parse(*contentFor(transformersLegacyFormat, documentFor(llama2Source()), config));
    std::vector<std::string> keys;
    for (const auto& [key, value] : merged.items()) {
        keys.push_back(key);
    }
    EXPECT_THAT(keys,
        testing::ElementsAre("model_type", "head_dim", "max_position_embeddings", "rope_theta", "original_max_position_embeddings",
            "rope_scaling", "eps", "rotascope"));
    EXPECT_EQ(merged["rope_scaling"]["type"], "longrope");
    EXPECT_FALSE(merged["rope_scaling"].contains("rope_type"));
    EXPECT_EQ(merged["original_max_position_embeddings"], 8192);
}

// Transformers 4 stops at a Phi-3 with a fourth field.
TEST(TransformersLegacy, IsNotWrittenWhereItsClassDoesNotTakeIt)
{
    const std::string rest = R"(, "head_dim": 128, "rope_theta": 10000.0, "max_position_embeddings": 4096})";
    const auto ignored = contentFor(transformersLegacyFormat, documentFor(llama2Source()), R"({"model_type": "cohere2_moe")" + rest);
    ASSERT_FALSE(ignored);
    EXPECT_THAT(ignored.error().message,
        HasSubstr("rope_scaling does nothing in a cohere2_moe; expected the format \"Transformers configuration\" (transformers)"));
    const auto stopping = contentFor(transformersLegacyFormat, documentFor(llama2Source()),
        R"({"model_type": "lfm3", "rope_parameters": {"rope_type": "default", "rope_theta": 10000.0})" + rest);
    ASSERT_FALSE(stopping);
    EXPECT_THAT(stopping.error().message, HasSubstr("a lfm3 takes no rope_scaling, but an object for each kind of layers"));
}

TEST(TransformersLegacy, GivesPhi3ThreeFields)
{
    const std::string config = R"({"model_type": "phi3", "head_dim": 128, "max_position_embeddings": 4096, "rope_theta": 10000.0,
        "rope_scaling": null})";
    const ExportDocument document = documentFor(llama2Source());
    const auto merged = nlohmann::ordered_json::parse(*contentFor(transformersLegacyFormat, document, config));
    EXPECT_EQ(merged["rope_scaling"].size(), 3U);
    EXPECT_EQ(merged["rope_scaling"]["type"], "longrope");
    EXPECT_EQ(merged["rope_scaling"]["short_factor"], merged["rope_scaling"]["long_factor"]);
    EXPECT_EQ(merged["original_max_position_embeddings"], 8192);
    const auto yarn = contentFor(transformersLegacyFormat, documentFor(llama2Source(), "yarn"), config);
    ASSERT_FALSE(yarn);
    EXPECT_THAT(yarn.error().message, HasSubstr("the rope_scaling of a phi3 has no place for one in Transformers 4"));
}

// vLLM and SGLang read the attention factor under these names alone; PhiMoE does not load without them.
TEST(TransformersConfig, StatesTheMagnitudesThatOthersRead)
{
    const auto parametersOf = [](const char* method, const char* type) {
        const std::string config
            = R"({"model_type": ")" + std::string(type) + R"(", "head_dim": 128, "max_position_embeddings": 4096, "rope_theta": 10000.0})";
        return nlohmann::json::parse(*contentFor(transformersFormat, documentFor(llama2Source(), method), config))["rope_parameters"];
    };
    EXPECT_EQ(parametersOf("yarn", "llama")["long_mscale"], parametersOf("yarn", "llama")["attention_factor"]);
    EXPECT_EQ(parametersOf("yarn", "llama")["short_mscale"], parametersOf("yarn", "llama")["attention_factor"]);
    EXPECT_FALSE(parametersOf("linear", "llama").contains("short_mscale"));
    EXPECT_EQ(parametersOf("linear", "phimoe")["short_mscale"], 1.0);
}

// What Transformers needs beside the table; tests/interop runs these models.
TEST(TransformersConfig, KeepsWhatTheModelNeedsBesideItsRope)
{
    const auto merged = [](const ExportFormat& format, const std::string& fields) {
        const std::string config = "{\"max_position_embeddings\": 4096, " + fields + "}";
        const auto text = contentFor(format, documentFor(llama2Source()), config);
        EXPECT_TRUE(text) << text.error().message;
        return nlohmann::json::parse(text.value_or("{}"));
    };
    const std::string size = R"("hidden_size": 4096, "num_attention_heads": 32, "rope_theta": 10000.0)";
    EXPECT_EQ(merged(transformersFormat, R"("model_type": "mixtral", )" + size)["head_dim"], 128);
    EXPECT_FALSE(merged(transformersFormat, R"("model_type": "llama", )" + size).contains("head_dim"));
    EXPECT_EQ(
        merged(transformersFormat,
            R"("model_type": "ministral3", "head_dim": 128, "rope_parameters": {"rope_type": "yarn", "rope_theta": 10000.0, "factor": 2,
                  "beta_fast": 32, "original_max_position_embeddings": 4096, "llama_4_scaling_beta": 0.1})")["rope_parameters"]
                                                                                                            ["llama_4_scaling_beta"],
        0.1);
    EXPECT_EQ(
        merged(transformersFormat,
            R"("model_type": "glm4", "rope_parameters": {"rope_theta": 10000.0, "partial_rotary_factor": 1.0})")["rope_parameters"]
                                                                                                                ["partial_rotary_factor"],
        1.0);
    // Llama's class does not read it, a longrope does.
    const std::string part = R"("model_type": "llama", "head_dim": 128, "partial_rotary_factor": 0.5)";
    EXPECT_EQ(merged(transformersFormat, part)["rope_parameters"]["partial_rotary_factor"], 1.0);
    EXPECT_EQ(merged(transformersLegacyFormat, part)["partial_rotary_factor"], 1.0);
    const auto neox = merged(transformersLegacyFormat,
        R"("model_type": "gpt_neox", "hidden_size": 4096, "num_attention_heads": 32, "rotary_pct": 1.0, "rotary_emb_base": 10000)");
    EXPECT_EQ(neox["rotary_emb_base"], 10000.0);
    EXPECT_EQ(neox["rotary_pct"], 1.0);
}

TEST(TransformersConfig, LeavesTheScaleOfLatentAttentionAlone)
{
    Source source = *llama2Source();
    source.rope.isLatentAttention = true;
    source.rope.scaling.factor = 40.0;
    source.rope.scaling.mscaleAllDim = 1.0;
    const auto json = nlohmann::json::parse(*contentFor(transformersFormat, documentFor(std::make_shared<const Source>(source))));
    EXPECT_EQ(json["rope_parameters"]["factor"], 40.0) << "attention takes both, whatever the rope_type";
    EXPECT_EQ(json["rope_parameters"]["mscale_all_dim"], 1.0);
    // The file that it is merged into counts, wherever the table comes from.
    const std::string config
        = R"({"model_type": "deepseek_v3", "qk_rope_head_dim": 128, "max_position_embeddings": 4096, "rope_theta": 10000.0,
        "rope_scaling": {"type": "yarn", "factor": 8, "mscale_all_dim": 0.5, "original_max_position_embeddings": 512}})";
    const auto merged = nlohmann::json::parse(*contentFor(transformersFormat, documentFor(llama2Source()), config));
    EXPECT_EQ(merged["rope_parameters"]["factor"], 8.0);
    EXPECT_EQ(merged["rope_parameters"]["mscale_all_dim"], 0.5);
}

TEST(TransformersConfig, RefusesModelsWhoseCodeTakesNoTable)
{
    Source source = *llama2Source();
    source.rope.modelType = "gptj";
    const auto text = contentFor(transformersFormat, documentFor(std::make_shared<const Source>(source)));
    ASSERT_FALSE(text);
    EXPECT_THAT(text.error().message, HasSubstr("a model of type gptj takes no table"));
}

// ModernBERT's two share one scaling, which states its length.
TEST(TransformersConfig, FindsTheLengthInTheSharedScaling)
{
    const std::string config
        = R"({"head_dim": 128, "max_position_embeddings": 4096, "global_rope_theta": 10000.0, "local_rope_theta": 500.0,
        "rope_scaling": {"rope_type": "yarn", "factor": 2.0, "original_max_position_embeddings": 2048}})";
    const auto text = contentFor(transformersFormat, documentForRope("full_attention"), config);
    ASSERT_TRUE(text) << text.error().message;
    EXPECT_EQ(nlohmann::json::parse(*text)["rope_parameters"]["sliding_attention"]["original_max_position_embeddings"], 2048);
}

TEST(TransformersConfig, ListsThatAreNoTableAreRefused)
{
    const ScratchFolder folder;
    const auto errorOf = [&](const std::string& parameters) {
        writeContent(folder / "config.json", R"({"rope_parameters": )" + parameters + "}");
        const auto table = transformersFormat.read(folder / "config.json");
        return table ? "" : table.error().message;
    };
    EXPECT_THAT(errorOf("{}"), HasSubstr("config.json: no long_factor"));
    EXPECT_THAT(errorOf(R"({"long_factor": [1, "2"]})"), HasSubstr("long_factor: the factor of dimension 1 is \"2\""));
    EXPECT_THAT(errorOf(R"({"long_factor": [1, 2], "short_factor": [1, 1]})"), HasSubstr("differ"));
    EXPECT_THAT(errorOf(R"({"long_factor": [1, -2]})"), HasSubstr("the factor of dimension 1 is -2"));
    EXPECT_THAT(errorOf(R"({"long_factor": []})"), HasSubstr("0 factors"));
    EXPECT_THAT(errorOf(R"({"long_factor": [1], "attention_factor": null})"),
        HasSubstr("attention_factor is null; expected a finite number greater than 0"));
    EXPECT_THAT(errorOf(std::string(1 << 20, '[')), HasSubstr("nested deeper than 64 levels"));
    EXPECT_THAT(errorOf(R"({"long_factor": )" + std::string(1 << 20, '[') + std::string(1 << 20, ']') + "}"),
        HasSubstr("nested deeper than 64 levels"));
}

TEST(TransformersConfig, MergesWhereTheLanguageModelIsDescribed)
{
    const std::string before = "{\n  \"model_type\": \"x\",\n  \"text_config\": {\n    \"head_dim\": 128,\n    \"eps\": 1e-6,\n    ";
    const std::string config
        = before + "\"max_position_embeddings\": 4096,\n    \"rope_theta\": 10000.0\n  },\n  \"vision_config\": {\"rope_theta\": 1e4}\n}\n";
    const ExportDocument document = documentFor(llama2Source());
    const std::string merged = *contentFor(transformersFormat, document, config);
    EXPECT_THAT(merged, testing::StartsWith(before + "\"max_position_embeddings\": 8192,\n    \"rope_theta\": 10000.0,\n    \"orig"));
    EXPECT_THAT(merged, HasSubstr("\n  \"vision_config\": {\"rope_theta\": 1e4},\n  \"rotascope\": {"));
    const auto json = nlohmann::json::parse(merged);
    EXPECT_EQ(json["text_config"]["rope_parameters"]["long_factor"].get<std::vector<double>>(), document.table->table.factors);
    EXPECT_EQ(json["text_config"]["original_max_position_embeddings"], 8192);
    EXPECT_FALSE(json.contains("rope_parameters"));

    const auto older = nlohmann::json::parse(*contentFor(transformersLegacyFormat, document, config));
    EXPECT_EQ(older["text_config"]["rope_scaling"]["rope_type"], "longrope");
    EXPECT_EQ(older["text_config"]["max_position_embeddings"], 8192);

    for (const ExportFormat* format : {&transformersFormat, &transformersLegacyFormat}) {
        const ScratchFolder folder;
        writeContent(folder / "config.json", *contentFor(*format, document, config));
        const auto read = format->read(folder / "config.json");
        ASSERT_TRUE(read) << read.error().message;
        EXPECT_EQ(read->table.factors, document.table->table.factors);
    }
}

TEST(TransformersConfig, MergesIntoTheObjectOfTheLayerType)
{
    const std::string others = R"("sliding_attention": {"rope_type" : "default", "rope_theta": 1e4}, "linear_attention": null)";
    const std::string config = R"({"head_dim": 128, "max_position_embeddings": 4096, "rope_parameters": {)" + others
        + R"(, "full_attention": {"rope_type": "linear", "factor": 8.0, "rope_theta": 10000.0}}})";
    const ExportDocument document = documentForRope("full_attention");
    const std::string merged = *contentFor(transformersFormat, document, config);
    EXPECT_THAT(merged, HasSubstr(others)) << "the other layers keep theirs, to the byte";
    const auto json = nlohmann::json::parse(merged);
    const auto& rope = json["rope_parameters"]["full_attention"];
    EXPECT_EQ(rope["rope_type"], "longrope");
    EXPECT_EQ(rope["original_max_position_embeddings"], 8192);
    EXPECT_EQ(rope["long_factor"].get<std::vector<double>>(), document.table->table.factors);
    EXPECT_EQ(json["max_position_embeddings"], 8192);
    EXPECT_FALSE(json.contains("original_max_position_embeddings")) << "it would be read for the other layers as well";

    const auto older = contentFor(transformersLegacyFormat, document, config);
    ASSERT_FALSE(older);
    EXPECT_THAT(older.error().message, HasSubstr("no place for a table of full_attention alone"));
    const auto absent = contentFor(transformersFormat, documentForRope("chunked_attention"), config);
    ASSERT_FALSE(absent);
    EXPECT_THAT(
        absent.error().message, HasSubstr("no RoPE named \"chunked_attention\", which the table is for; it has full_attention, sliding"));
}

// The length that the table needs is what the other layers' scaling would be derived from.
TEST(TransformersConfig, RefusesToChangeAnotherRopeByTheWay)
{
    const auto config = [](const std::string& original) {
        return R"({"head_dim": 128, "max_position_embeddings": 4096, "rope_parameters": {"full_attention": {"rope_theta": 10000.0},
            "sliding_attention": {"rope_type": "yarn", "factor": 2.0, "rope_theta": 500.0)"
            + original + "}}}";
    };
    const ExportDocument document = documentForRope("full_attention");
    EXPECT_TRUE(contentFor(transformersFormat, document, config(R"(, "original_max_position_embeddings": 2048)")));
    const auto text = contentFor(transformersFormat, document, config(""));
    ASSERT_FALSE(text);
    EXPECT_THAT(text.error().message, HasSubstr("the scaling of sliding_attention (yarn) is derived from max_position_embeddings"));
}

TEST(TransformersConfig, MergesIntoFilesThatNameBothBasesOnTop)
{
    const std::string gemma = R"({"text_config": {"head_dim": 128, "max_position_embeddings": 4096, "rope_theta": 10000.0,
        "rope_local_base_freq": 500.0, "rope_scaling": {"rope_type": "linear", "factor": 8.0}}})";
    const std::string modernBert = R"({"hidden_size": 128, "num_attention_heads": 1, "max_position_embeddings": 4096,
        "global_rope_theta": 10000.0, "local_rope_theta": 500.0, "rope_scaling": {"rope_type": "linear", "factor": 8.0}})";
    const ExportDocument document = documentForRope("full_attention");
    for (const std::string& config : {gemma, modernBert}) {
        const std::string merged = *contentFor(transformersFormat, document, config);
        const auto ropes = parseHuggingFaceRopes(merged, "config.json");
        ASSERT_TRUE(ropes) << ropes.error().message;
        ASSERT_EQ(ropes->ropes.size(), 2U);
        EXPECT_EQ(ropes->ropes[0].rope.ropeType, "longrope");
        EXPECT_EQ(ropes->ropes[0].rope.ropeTheta, 10000.0);
        EXPECT_EQ(ropes->ropes[0].rope.scaling.longFactor, document.table->table.factors);
        EXPECT_EQ(ropes->ropes[1].rope.ropeTheta, 500.0);
        EXPECT_EQ(ropes->ropes[1].rope.ropeType, config == gemma ? "default" : "linear") << "as before";
    }
    // Transformers 4 scales Gemma 3's global layers by rope_scaling, ModernBERT's both.
    const auto older = parseHuggingFaceRopes(*contentFor(transformersLegacyFormat, document, gemma), "config.json");
    ASSERT_TRUE(older) << older.error().message;
    EXPECT_EQ(older->ropes[0].rope.scaling.longFactor, document.table->table.factors);
    EXPECT_EQ(older->ropes[1].rope.ropeType, "default");
    const std::string published = R"({"model_type": "gemma3_text", "head_dim": 128, "rope_theta": 10000.0})";
    const auto merged = parseHuggingFaceRopes(*contentFor(transformersLegacyFormat, document, published), "config.json");
    ASSERT_TRUE(merged) << merged.error().message;
    EXPECT_EQ(merged->ropes[0].rope.scaling.longFactor, document.table->table.factors);
    EXPECT_EQ(merged->ropes[1].rope.ropeType, "default");
    EXPECT_FALSE(contentFor(transformersLegacyFormat, document, modernBert));
    EXPECT_FALSE(contentFor(transformersLegacyFormat, documentForRope("sliding_attention"), gemma));
}

// Another RoPE of the model may be longrope as well.
TEST(TransformersConfig, ReadsTheTableOfItsOwnRopeBack)
{
    const std::string list = nlohmann::json(std::vector<double>(64, 1.5)).dump();
    const std::string config = R"({"head_dim": 128, "max_position_embeddings": 4096, "rope_parameters": {"sliding_attention": {"rope_type":
        "longrope", "rope_theta": 500.0, "original_max_position_embeddings": 4096, "short_factor": )"
        + list + R"(, "long_factor": )" + list + R"(}, "full_attention": {"rope_theta": 10000.0}}})";
    const ExportDocument document = documentForRope("full_attention");
    const std::string merged = *contentFor(transformersFormat, document, config);
    const ScratchFolder folder;
    writeContent(folder / "config.json", merged);
    const auto read = transformersFormat.read(folder / "config.json");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->table.factors, document.table->table.factors);

    ASSERT_EQ(read->others.size(), 1) << "what stood in the file already";
    EXPECT_EQ(read->others.front().table.factors, std::vector<double>(64, 1.5));
    EXPECT_EQ(*tableFor(*read, *documentForRope("sliding_attention").analysis->source), read->others.front().table);

    auto anonymous = nlohmann::ordered_json::parse(merged);
    anonymous.erase("rotascope");
    writeContent(folder / "config.json", anonymous.dump());
    const auto named = transformersFormat.read(folder / "config.json");
    ASSERT_TRUE(named) << named.error().message;
    EXPECT_EQ(*tableFor(*named, *document.analysis->source), document.table->table);
    EXPECT_THAT(tableFor(*named, *llama2Source()).error().message,
        HasSubstr("the tables are for sliding_attention, full_attention, and the RoPE that is analysed is main"));
}

TEST(TransformersConfig, HoldsATableForEachRope)
{
    const std::string config = R"({"head_dim": 128, "max_position_embeddings": 4096, "rope_parameters": {
        "sliding_attention": {"rope_theta": 10000.0}, "full_attention": {"rope_theta": 10000.0, "rope_type": "yarn", "factor": 2.0}}})";
    ExportDocument both = documentForRope("sliding_attention");
    both.others = {documentForRope("full_attention", "yarn")};
    const auto merged = contentFor(transformersFormat, both, config);
    ASSERT_TRUE(merged) << merged.error().message;
    const auto json = nlohmann::json::parse(*merged);
    EXPECT_EQ(json["rope_parameters"]["sliding_attention"]["long_factor"], both.table->table.factors);
    EXPECT_EQ(json["rope_parameters"]["full_attention"]["long_factor"], both.others.front().table->table.factors);
    EXPECT_EQ(json["rope_parameters"]["full_attention"]["attention_factor"], both.others.front().table->table.attentionFactor);

    // Read back, each with how it was made; also where the same file gets the other table later.
    const auto step = contentFor(transformersFormat, documentForRope("sliding_attention"), config);
    EXPECT_FALSE(step) << "the YaRN of the other, which states no length, would change";
    const ScratchFolder folder;
    writeContent(folder / "config.json", *merged);
    const auto read = readScalingTable(folder / "config.json");
    ASSERT_TRUE(read) << read.error().message;
    for (const ExportDocument& document : {both, both.others.front()}) {
        EXPECT_EQ(*tableFor(*read, *document.analysis->source), document.table->table);
    }
    EXPECT_EQ(read->provenance.at("method"), "distributional");
    EXPECT_EQ(read->others.front().provenance.at("method"), "yarn");
    EXPECT_THAT(tableFor(*read, *llama2Source()).error().message, HasSubstr("the RoPE that is analysed is main"));
}

// What is exported one by one is in the end the same file as what is exported together.
TEST(TransformersConfig, KeepsTheTableOfAnotherRope)
{
    const std::string config = R"({"head_dim": 128, "max_position_embeddings": 4096, "rope_parameters": {
        "sliding_attention": {"rope_theta": 10000.0}, "full_attention": {"rope_theta": 10000.0}}})";
    ExportDocument both = documentForRope("full_attention");
    const ExportDocument other = documentForRope("sliding_attention", "yarn");
    const std::string first = *contentFor(transformersFormat, both, config);
    both.others = {other};
    EXPECT_EQ(*contentFor(transformersFormat, other, first), *contentFor(transformersFormat, both, config));
}

TEST(TransformersConfig, ATableOfSomeLayersDoesNotShortenTheModel)
{
    const std::string config = R"({"head_dim": 128, "max_position_embeddings": 131072, "rope_parameters": {
        "sliding_attention": {"rope_theta": 10000.0}, "full_attention": {"rope_theta": 10000.0}}})";
    const auto lengthWith = [&](const std::string& rope) {
        return nlohmann::json::parse(*contentFor(transformersFormat, documentForRope(rope), config))["max_position_embeddings"];
    };
    EXPECT_EQ(lengthWith("sliding_attention"), 131072);
    EXPECT_EQ(lengthWith("full_attention"), 8192) << "as asked for";
}

// Without its sections Qwen2-VL would turn all dimensions by the time axis.
TEST(TransformersConfig, KeepsTheSectionsOfMrope)
{
    const std::string config = R"({"head_dim": 128, "max_position_embeddings": 4096, "rope_theta": 10000.0,
        "rope_scaling": {"type": "mrope", "mrope_section": [16, 24, 24], "mrope_interleaved": false}})";
    const auto merged = nlohmann::json::parse(*contentFor(transformersFormat, documentFor(llama2Source()), config));
    EXPECT_EQ(merged["rope_parameters"]["mrope_section"], (std::vector{16, 24, 24}));
    EXPECT_EQ(merged["rope_parameters"]["mrope_interleaved"], false);
    EXPECT_EQ(merged["rope_parameters"]["rope_type"], "longrope");
    const auto older = nlohmann::json::parse(*contentFor(transformersLegacyFormat, documentFor(llama2Source()), config));
    EXPECT_EQ(older["rope_scaling"]["mrope_section"], (std::vector{16, 24, 24}));
    EXPECT_EQ(older["rope_scaling"]["type"], "longrope");
}

// longrope multiplies rope_theta^(2i/d): it cannot say that a dimension does not turn.
TEST(TransformersConfig, RefusesFrequenciesThatLongropeCannotState)
{
    Source source = *llama2Source();
    source.rope.invFreq.back() = 0.0;
    for (const ExportFormat* format : {&transformersFormat, &transformersLegacyFormat, &vllmFormat}) {
        const auto text = contentFor(*format, documentFor(std::make_shared<const Source>(source)));
        ASSERT_FALSE(text) << format->name;
        EXPECT_THAT(text.error().message, HasSubstr("inv_freq[63] is not rope_theta^(-126/128)"));
    }
}

TEST(TransformersConfig, RefusesAConfigurationThatTheTableDoesNotFit)
{
    const ExportDocument document = documentFor(llama2Source());
    const auto errorOf = [&](const std::string& config) {
        const auto text = contentFor(transformersFormat, document, config);
        return text ? "" : text.error().message;
    };
    EXPECT_THAT(errorOf(R"({"text_config": {"head_dim": 64, "rope_theta": 10000.0, "max_position_embeddings": 4096}})"),
        HasSubstr("config.json: the model rotates 64 components"));
    EXPECT_THAT(errorOf(R"({"head_dim": 128, "max_position_embeddings": 4096, "rope_parameters": {"full_attention":
        {"rope_theta": 1000000.0}, "sliding_attention": {"rope_theta": 10000.0}}})"),
        HasSubstr("config.json: rope_theta is 1e+06; the table was made for 10000"));
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
    const auto text = contentFor(transformersFormat, documentFor(std::make_shared<const Source>(source)));
    ASSERT_FALSE(text);
    EXPECT_THAT(text.error().message, HasSubstr("rope_theta is not known"));
}
