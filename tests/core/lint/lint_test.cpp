// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/lint.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace rotascope {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

// A Llama with 4 dimensions, unscaled.
Json llama()
{
    return {{"architectures", {"LlamaForCausalLM"}}, {"model_type", "llama"}, {"head_dim", 8}, {"rope_theta", 10000.0},
        {"max_position_embeddings", 4096}};
}

Json scaled(const Json& scaling, int length = 16384)
{
    Json config = llama();
    config["max_position_embeddings"] = length;
    config["rope_scaling"] = scaling;
    return config;
}

Json longrope(std::size_t shortFactors, std::size_t longFactors, double longest = 4.0)
{
    std::vector<double> longList(longFactors, 1.0);
    if (!longList.empty()) {
        longList.back() = longest;
    }
    return {{"rope_type", "longrope"}, {"original_max_position_embeddings", 4096}, {"short_factor", std::vector<double>(shortFactors, 1.0)},
        {"long_factor", longList}};
}

LintReport lint(const Json& config)
{
    const auto file = modelFileOfConfig(config.dump(), "config.json");
    EXPECT_TRUE(file) << file.error().message;
    return file ? lint(**file) : LintReport{};
}

const Finding* find(const LintReport& report, std::string_view rule)
{
    const auto found = std::ranges::find(report.findings, rule, &Finding::rule);
    return found == report.findings.end() ? nullptr : &*found;
}

Outcome outcomeOf(const LintReport& report, std::string_view engine)
{
    const auto found = std::ranges::find(report.engines, engine, &EngineReading::engine);
    EXPECT_NE(found, report.engines.end()) << engine;
    return found->outcome;
}

TEST(Lint, FindsNothingInAnUnscaledModel)
{
    const LintReport report = lint(llama());
    EXPECT_TRUE(report.findings.empty()) << report.findings.front().reason;
    for (const EngineReading& reading : report.engines) {
        EXPECT_EQ(reading.outcome, Outcome::Applied) << reading.engine;
    }
    EXPECT_EQ(report.summary, "rope_type default, rope_theta 10000, 4 dimensions, L = 4096, max_position_embeddings = 4096");
}

// What this program exports: a ratio of 1, equal lists, both lengths on top.
TEST(Lint, FindsOnlyTheConverterInAPortableTable)
{
    Json config = scaled(longrope(4, 4));
    config["rope_scaling"]["short_factor"] = config["rope_scaling"]["long_factor"];
    config["rope_scaling"]["original_max_position_embeddings"] = 16384;
    config["rope_scaling"]["factor"] = 1.0;
    config["rope_scaling"]["attention_factor"] = 1.0;
    config["original_max_position_embeddings"] = 16384;
    const LintReport report = lint(config);
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.findings.front().rule, "gguf-drops-lists");
    for (const char* engine : {"Transformers 5", "Transformers 4", "vLLM", "SGLang", "mlx-lm", "ExLlamaV3", "TensorRT-LLM"}) {
        EXPECT_EQ(outcomeOf(report, engine), Outcome::Applied) << engine;
    }
    EXPECT_EQ(outcomeOf(report, "ONNX Runtime GenAI"), Outcome::Ignored);
    EXPECT_EQ(outcomeOf(report, "llama.cpp, converted"), Outcome::Ignored);
}

TEST(Lint, TellsTheLengthOfListsWithItsFormula)
{
    Json config = scaled(longrope(4, 3));
    config["partial_rotary_factor"] = 0.75;
    const LintReport report = lint(config);
    const Finding* const finding = find(report, "list-length");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->severity, Severity::Error);
    EXPECT_EQ(finding->place, "rope_scaling.short_factor") << "long_factor has the right length";
    EXPECT_EQ(finding->reason, "4 factors; expected d/2 = int(head_dim x partial_rotary_factor) / 2 = 6 / 2 = 3");
    EXPECT_EQ(outcomeOf(report, "Transformers 5"), Outcome::Refused);
    EXPECT_NE(find(lint(scaled(longrope(0, 4))), "missing-list"), nullptr);
}

TEST(Lint, TellsOfUnequalListsAndTheRatioMagnitude)
{
    Json config = scaled(longrope(4, 4));
    config["rope_scaling"]["attention_factor"] = 1.0;
    const LintReport report = lint(config);
    ASSERT_NE(find(report, "unequal-lists"), nullptr);
    const Finding* const magnitude = find(report, "ratio-attention-factor");
    ASSERT_NE(magnitude, nullptr);
    EXPECT_THAT(magnitude->reason, HasSubstr("1.08012")) << "sqrt(1 + ln 4 / ln 4096)";
    EXPECT_EQ(outcomeOf(report, "vLLM"), Outcome::Differently);
    EXPECT_EQ(outcomeOf(report, "mlx-lm"), Outcome::Differently);
    config["rope_scaling"].erase("attention_factor"); // then all derive it
    EXPECT_EQ(find(lint(config), "ratio-attention-factor"), nullptr);
}

TEST(Lint, TellsOfKeysThatAreNotRead)
{
    const LintReport yarn = lint(scaled({{"rope_type", "yarn"}, {"factor", 4.0}, {"attn_factor", 1.2},
        {"original_max_position_embeddings", 4096}, {"low_freq_factor", 1}}));
    EXPECT_NE(find(yarn, "attn-factor"), nullptr);
    ASSERT_NE(find(yarn, "ignored-key"), nullptr);
    EXPECT_THAT(find(yarn, "ignored-key")->reason, HasSubstr("low_freq_factor"));
    EXPECT_EQ(find(yarn, "factor-against-ratio"), nullptr);
    EXPECT_NE(find(yarn, "static-scaling"), nullptr);
    EXPECT_NE(find(lint(scaled({{"factor", 4.0}})), "factor-without-type"), nullptr);
}

TEST(Lint, TellsOfAFactorThatIsNotTheRatio)
{
    const Json scaling = {{"rope_type", "yarn"}, {"factor", 4.0}, {"original_max_position_embeddings", 32768}};
    const LintReport report = lint(scaled(scaling, 40960)); // as Qwen3 states it
    ASSERT_NE(find(report, "factor-against-ratio"), nullptr);
    EXPECT_THAT(find(report, "factor-against-ratio")->reason, HasSubstr("1.25"));
    EXPECT_EQ(outcomeOf(report, "ExLlamaV3"), Outcome::Differently);
    EXPECT_EQ(outcomeOf(report, "Transformers 4"), Outcome::Differently);
    EXPECT_EQ(outcomeOf(report, "Transformers 5"), Outcome::Applied);
    EXPECT_EQ(find(lint(scaled(scaling, 131072)), "factor-against-ratio"), nullptr);
}

TEST(Lint, TellsWhatIsMissing)
{
    EXPECT_NE(find(lint(scaled({{"rope_type", "yarn"}, {"factor", 4.0}})), "missing-original-length"), nullptr);
    EXPECT_NE(find(lint(scaled({{"rope_type", "linear"}})), "missing-parameter"), nullptr);
    EXPECT_NE(find(lint(scaled({{"rope_type", "llama3"}, {"factor", 8}})), "missing-parameter"), nullptr);
    Json config = llama();
    config.erase("rope_theta");
    EXPECT_NE(find(lint(config), "class-default"), nullptr);
}

TEST(Lint, KnowsWhatIsNoTable)
{
    const LintReport report = lint(scaled({{"rope_type", "self_extend"}, {"group_size", 8}}));
    const Finding* const finding = find(report, "not-a-table");
    ASSERT_NE(finding, nullptr);
    EXPECT_THAT(finding->reason, HasSubstr("SelfExtend is not a table of factors: it counts near distances one by one"));
    EXPECT_EQ(find(report, "other-type"), nullptr);
    EXPECT_EQ(find(report, "ignored-key"), nullptr);
    EXPECT_EQ(outcomeOf(report, "vLLM"), Outcome::Refused);
    EXPECT_EQ(outcomeOf(report, "Transformers 5"), Outcome::Refused);
}

TEST(Lint, TellsOfTheTwoForms)
{
    Json config = llama();
    config.erase("rope_theta");
    config["rope_parameters"] = {{"rope_type", "linear"}, {"factor", 4.0}, {"rope_theta", 500000.0}};
    const LintReport newer = lint(config);
    ASSERT_NE(find(newer, "new-form-only"), nullptr);
    EXPECT_EQ(outcomeOf(newer, "mlx-lm"), Outcome::Ignored);
    EXPECT_EQ(outcomeOf(newer, "Transformers 4"), Outcome::Ignored);
    EXPECT_THAT(find(newer, "new-form-only")->reason.english(),
        HasSubstr("not read by Transformers 4, mlx-lm, ExLlamaV2: the model silently runs unscaled there, with a default rope_theta"));
    EXPECT_THAT(find(newer, "new-form-only")->fix.english(),
        HasSubstr(
            "for Transformers 4, mlx-lm state rope_scaling, with rope_theta beside it: export in the format \"Transformers configuration "
            "(older form)\" (transformers-legacy), in the window by choosing the engine under \"For\". ExLlamaV2 reads llama3 in"));
    config["rope_scaling"] = {{"type", "linear"}, {"factor", 2.0}};
    EXPECT_NE(find(lint(config), "both-forms"), nullptr);
    const LintReport both = lint(scaled({{"type", "linear"}, {"rope_type", "yarn"}, {"factor", 4.0}}));
    ASSERT_NE(find(both, "both-types"), nullptr);
    EXPECT_EQ(find(both, "both-types")->severity, Severity::Error);
    EXPECT_EQ(outcomeOf(both, "ExLlamaV2"), Outcome::Refused);
}

// Advice is for the engines that ignore this file, and names no format that they would not read it in.
TEST(Lint, AdvisesTheOlderFormWhereThereIsOne)
{
    const auto findingFor = [](const char* modelType, const Json& parameters) {
        Json config = llama();
        config["model_type"] = modelType;
        config.erase("rope_theta");
        config["rope_parameters"] = parameters;
        const LintReport report = lint(config);
        const Finding* const found = find(report, "new-form-only");
        return found == nullptr ? std::string() : found->reason.english() + " | " + found->fix.english();
    };
    const Json linear = {{"rope_type", "linear"}, {"factor", 4.0}, {"rope_theta", 10000.0}};
    EXPECT_THAT(findingFor("qwen3", linear), HasSubstr("not read by Transformers 4, ExLlamaV2: the model silently runs unscaled there |"));
    EXPECT_THAT(findingFor("cohere2_moe", linear), HasSubstr("take another engine: a cohere2_moe has no older form"));
    EXPECT_THAT(
        findingFor("llama", {{"rope_type", "default"}, {"rope_theta", 5e5}}), HasSubstr("| state rope_theta beside rope_parameters"));
    EXPECT_EQ(findingFor("llama", {{"rope_type", "default"}, {"rope_theta", 10000.0}}), "");
}

TEST(Lint, LooksAtEveryRopeOfAModel)
{
    const Json config = {{"text_config",
        {{"head_dim", 8}, {"max_position_embeddings", 8192},
            {"rope_parameters",
                {{"full_attention", {{"rope_type", "linear"}, {"rope_theta", 1e6}, {"factor", 8.0}, {"fcator", 2}}},
                    {"sliding_attention", {{"rope_type", "yarn"}, {"rope_theta", 1e4}, {"factor", 2.0}}}}}}}};
    const LintReport report = lint(config);
    ASSERT_NE(find(report, "ignored-key"), nullptr);
    EXPECT_EQ(find(report, "ignored-key")->place, "text_config.rope_parameters.full_attention");
    ASSERT_NE(find(report, "missing-original-length"), nullptr);
    EXPECT_THAT(find(report, "missing-original-length")->place, HasSubstr("sliding_attention"));
    EXPECT_EQ(report.findings.front().severity, Severity::Error) << "the worst first";
}

// An error is never beside "as stated".
TEST(Lint, ReadingsDoNotContradictErrors)
{
    for (const Json& config : {scaled({{"rope_type", "linear"}}), scaled(longrope(4, 3)), scaled(longrope(0, 4))}) {
        const LintReport report = lint(config);
        EXPECT_GT(report.count(Severity::Error), 0);
        for (const EngineReading& reading : report.engines) {
            EXPECT_TRUE(reading.outcome == Outcome::Refused || reading.outcome == Outcome::Ignored) << reading.engine << ": " << config;
        }
    }
}

TEST(Lint, KnowsWhatDeepSeekAndMropeDoWithAList)
{
    Json latent = scaled(longrope(4, 4));
    latent["qk_rope_head_dim"] = 8;
    EXPECT_EQ(outcomeOf(lint(latent), "vLLM"), Outcome::Ignored);
    latent["model_type"] = "minicpm3"; // which has code of its own
    EXPECT_NE(outcomeOf(lint(latent), "vLLM"), Outcome::Ignored);
    Json axes = scaled(longrope(4, 4));
    axes["rope_scaling"]["mrope_section"] = {1, 1, 2};
    EXPECT_EQ(outcomeOf(lint(axes), "SGLang"), Outcome::Refused);
    Json neighbours = scaled(longrope(4, 4));
    neighbours["model_type"] = "cohere";
    EXPECT_EQ(outcomeOf(lint(neighbours), "vLLM"), Outcome::Refused);
    EXPECT_EQ(outcomeOf(lint(neighbours), "SGLang"), Outcome::Refused);
    EXPECT_NE(outcomeOf(lint(neighbours), "Transformers 5"), Outcome::Refused);
}

TEST(Lint, KnowsWhatTransformers4CountsInPhi3)
{
    Json config = scaled({{"type", "longrope"}, {"short_factor", {1, 1, 1, 1}}, {"long_factor", {1, 1, 1, 1}}}, 4096);
    config["model_type"] = "phi3";
    config["original_max_position_embeddings"] = 4096;
    EXPECT_NE(outcomeOf(lint(config), "Transformers 4"), Outcome::Refused);
    config["rope_scaling"]["factor"] = 1.0;
    EXPECT_EQ(outcomeOf(lint(config), "Transformers 4"), Outcome::Refused);
    EXPECT_NE(outcomeOf(lint(config), "Transformers 5"), Outcome::Refused);
}

// vLLM takes the magnitude of the list that it takes: the short one where the length is the original one.
TEST(Lint, ReadsTheMagnitudeOfTheListThatIsTaken)
{
    Json parameters = longrope(4, 4, 1.0);
    parameters["attention_factor"] = 1.5;
    parameters["short_mscale"] = 1.5;
    parameters["long_mscale"] = 2.0;
    EXPECT_EQ(outcomeOf(lint(scaled(parameters, 4096)), "vLLM"), Outcome::Applied);
    EXPECT_EQ(outcomeOf(lint(scaled(parameters, 16384)), "vLLM"), Outcome::Differently);
}

GgufRope ggufModel(const std::string& architecture, const std::string& type)
{
    GgufRope model;
    model.architecture = architecture;
    model.scalingType = type;
    model.rope = {.ropeTheta = 10000.0,
        .headDim = 8,
        .rotaryDim = 8,
        .originalMaxPositionEmbeddings = 4096,
        .maxPositionEmbeddings = 16384,
        .invFreq = standardInvFreq(10000.0, 8)};
    return model;
}

TEST(LintGguf, FindsTheListsThatAConversionDropped)
{
    GgufRope model = ggufModel("llama", "longrope");
    const LintReport report = lint(model, "model.gguf");
    ASSERT_NE(find(report, "lists-dropped"), nullptr);
    EXPECT_EQ(outcomeOf(report, "llama.cpp"), Outcome::Ignored);
    model.scalingType.clear();
    EXPECT_TRUE(lint(model, "model.gguf").findings.empty());
}

TEST(LintGguf, FindsTensorsThatAreNotTaken)
{
    GgufRope model = ggufModel("qwen2", "");
    model.ropeFreqs = std::vector<float>(4, 2.0F);
    EXPECT_EQ(outcomeOf(lint(model, "model.gguf"), "llama.cpp"), Outcome::Refused);
    model.architecture = "llama";
    EXPECT_EQ(outcomeOf(lint(model, "model.gguf"), "llama.cpp"), Outcome::Applied);
    model.scalingType = model.rope.ropeType = "yarn";
    model.rope.scaling.factor = 2.0;
    model.rope.scaling.factors = std::vector<double>(4, 2.0);
    EXPECT_NE(find(lint(model, "model.gguf"), "scaled-twice"), nullptr);
    model.scalingType = "longrope"; // its loader then asks for the lists
    EXPECT_NE(find(lint(model, "model.gguf"), "tensor-not-taken"), nullptr);
    model.architecture = "gemma4"; // needs the tensor, but is none that the export writes for
    model.scalingType.clear();
    EXPECT_TRUE(lint(model, "model.gguf").findings.empty());
    model.architecture = "llada"; // asks for it and does not use it
    EXPECT_NE(find(lint(model, "model.gguf"), "tensor-unused"), nullptr);
    EXPECT_EQ(outcomeOf(lint(model, "model.gguf"), "llama.cpp"), Outcome::Ignored);
    model.scalingType = "ntk";
    EXPECT_NE(find(lint(model, "model.gguf"), "unknown-type"), nullptr);
}

TEST(LintGguf, TellsWhenTheLongFactorsAreForEverything)
{
    GgufRope model = ggufModel("phi3", "longrope");
    model.ropeFactorsShort = std::vector<float>(4, 1.0F);
    model.ropeFactorsLong = std::vector<float>(4, 4.0F);
    const LintReport report = lint(model, "model.gguf");
    ASSERT_NE(find(report, "unequal-lists"), nullptr);
    EXPECT_THAT(find(report, "unequal-lists")->reason, HasSubstr("4096"));
    model.ropeFactorsShort.reset();
    EXPECT_NE(find(lint(model, "model.gguf"), "missing-list"), nullptr);
}

} // namespace
} // namespace rotascope
