// SPDX-License-Identifier: GPL-3.0-or-later
// Files that people have (tests/data/field), and what the engines' own code did with them: run (Transformers 5.23, mlx-lm 0.32.2, vLLM's,
// SGLang's and ExLlamaV3's rotary classes) or read (llama.cpp, Transformers 4.57.6).
#include "core/lint/lint.h"

#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>

namespace rotascope {
namespace {

using testing::HasSubstr;
using testing::Not;

LintReport lintOf(const std::string& name)
{
    std::ifstream stream(std::string(ROTASCOPE_SOURCE_DIR "/tests/data/field/") + name);
    const auto file = modelFileOfConfig(std::string(std::istreambuf_iterator<char>(stream), {}), name);
    EXPECT_TRUE(file) << file.error().message;
    return file ? lint(**file) : LintReport{};
}

EngineReading readingOf(const LintReport& report, std::string_view engine)
{
    const auto found = std::ranges::find(report.engines, engine, &EngineReading::engine);
    EXPECT_NE(found, report.engines.end()) << engine;
    return found == report.engines.end() ? EngineReading{} : *found;
}

EngineReading reading(const std::string& name, std::string_view engine)
{
    return readingOf(lintOf(name), engine);
}

const Finding* find(const LintReport& report, std::string_view rule)
{
    const auto found = std::ranges::find(report.findings, rule, &Finding::rule);
    return found == report.findings.end() ? nullptr : &*found;
}

} // namespace

TEST(FieldLint, MlxComputesYarnsMagnitudeItself)
{
    const EngineReading mlx = reading("r01-yarn-attention-factor-1.json", "mlx-lm");
    EXPECT_EQ(mlx.outcome, Outcome::Differently);
    EXPECT_THAT(mlx.what, HasSubstr("attention magnitude 1.13863"));
    EXPECT_EQ(reading("r53-yarn-attention-factor-default-value.json", "mlx-lm").outcome, Outcome::Applied) << "the same value";
}

TEST(FieldLint, MlxRunsDynamicAndReadsTheNewFormOfSomeTypes)
{
    EXPECT_EQ(reading("r11-dynamic.json", "mlx-lm").outcome, Outcome::Applied);
    for (const char* name : {"r56-qwen3-rope-parameters-v5.json", "c23-devstral-2-123b.json", "c24-ministral-3-14b.json"}) {
        EXPECT_NE(reading(name, "mlx-lm").outcome, Outcome::Ignored) << name;
    }
}

TEST(FieldLint, VllmsDynamicNeedsTheTrainedLength)
{
    const EngineReading vllm = reading("r11-dynamic.json", "vLLM");
    EXPECT_EQ(vllm.outcome, Outcome::Ignored);
    EXPECT_THAT(vllm.what, HasSubstr("unscaled, and no position beyond 2048"));
}

// Transformers and those that let it read the file know what its class fills in; others do not.
TEST(FieldLint, WhatTheClassScalesIsToldForEachEngine)
{
    const auto file = modelFileOfConfig(R"({"model_type": "gpt_oss"})", "config.json");
    ASSERT_TRUE(file) << file.error().message;
    const LintReport report = lint(**file);
    EXPECT_EQ(readingOf(report, "Transformers 5").outcome, Outcome::Applied);
    EXPECT_EQ(readingOf(report, "vLLM").outcome, Outcome::Applied);
    for (const char* engine : {"mlx-lm", "ExLlamaV2", "ExLlamaV3", "TensorRT-LLM", "ONNX Runtime GenAI"}) {
        EXPECT_EQ(readingOf(report, engine).outcome, Outcome::Ignored) << engine;
        EXPECT_THAT(readingOf(report, engine).what, HasSubstr("the scaling that Transformers' class fills in: unscaled"));
    }
    ASSERT_NE(find(report, "class-default"), nullptr);
    EXPECT_THAT(find(report, "class-default")->reason, HasSubstr("the rope_type yarn"));
    EXPECT_EQ(find(report, "missing-original-length"), nullptr) << "the class states it";
}

TEST(FieldLint, SglangHasReadingsOfItsOwn)
{
    const EngineReading dynamic = reading("r11-dynamic.json", "SGLang");
    EXPECT_EQ(dynamic.outcome, Outcome::Differently);
    EXPECT_THAT(dynamic.what, HasSubstr("NTK for factor x max_position_embeddings = 16384 positions, at every length"));
    const EngineReading linear = reading("r17-chinese-alpaca-16k.json", "SGLang");
    EXPECT_EQ(linear.outcome, Outcome::Applied);
    EXPECT_THAT(linear.what, HasSubstr("it serves factor x max_position_embeddings = 65536 positions"));
    EXPECT_THAT(reading("c05-qwen3-8b-yarn4.json", "SGLang").what, HasSubstr("max_position_embeddings = 40960 positions, not 131072"));
    EXPECT_EQ(reading("r01-yarn-attention-factor-1.json", "SGLang").outcome, Outcome::Differently);
    EXPECT_EQ(dynamic.known, "run");
}

TEST(FieldLint, VllmReadsTheAttentionFactorSinceAVersion)
{
    const EngineReading vllm = reading("r01-yarn-attention-factor-1.json", "vLLM");
    EXPECT_EQ(vllm.outcome, Outcome::Applied);
    EXPECT_THAT(vllm.what, HasSubstr("versions before 0.33 (September 2026) have 1.13863"));
}

TEST(FieldLint, AStatedDefaultIsNoDifference)
{
    const LintReport report = lintOf("r53-yarn-attention-factor-default-value.json");
    for (const char* engine : {"vLLM", "SGLang", "mlx-lm", "TensorRT-LLM", "llama.cpp, converted"}) {
        EXPECT_EQ(readingOf(report, engine).outcome, Outcome::Applied) << engine << ": " << readingOf(report, engine).what;
    }
}

TEST(FieldLint, ExllamaReadsMscaleForDeepSeekAlone)
{
    const EngineReading exllama = reading("r54-mistral-like-mscale-pair.json", "ExLlamaV3");
    EXPECT_EQ(exllama.outcome, Outcome::Differently);
    EXPECT_THAT(exllama.what, HasSubstr("1.38712"));
}

TEST(FieldLint, ExllamaDoesWhatItsRopeDoes)
{
    EXPECT_EQ(reading("c24-ministral-3-14b.json", "ExLlamaV3").outcome, Outcome::Applied) << "no magnitude beside the queries' scale";
    EXPECT_EQ(reading("c45-hunyuan-7b.json", "ExLlamaV3").outcome, Outcome::Refused) << "dynamic, with or without alpha";
    const EngineReading qwen = reading("r19-qwen2.5-type-yarn.json", "ExLlamaV3");
    EXPECT_EQ(qwen.outcome, Outcome::Ignored);
    EXPECT_THAT(qwen.what, HasSubstr("max / original = 1 in place of the factor: unscaled"));
}

TEST(FieldLint, LlamaCppReadsWhatItsConverterWrites)
{
    EXPECT_EQ(reading("c13-deepseek-v3.json", "llama.cpp, converted").outcome, Outcome::Applied);
    EXPECT_EQ(reading("c15-kimi-k2.5.json", "llama.cpp, converted").outcome, Outcome::Applied);
    EXPECT_EQ(reading("c23-devstral-2-123b.json", "llama.cpp, converted").outcome, Outcome::Applied) << "beta_fast 4 as well";
    const EngineReading qwen = reading("r59-qwen3-llama3-scaling.json", "llama.cpp, converted");
    EXPECT_EQ(qwen.outcome, Outcome::Ignored);
    EXPECT_THAT(qwen.what, HasSubstr("writes no rope_freqs for Qwen3ForCausalLM"));
    EXPECT_EQ(reading("r31-llama3-old-transformers.json", "llama.cpp, converted").outcome, Outcome::Applied);
}

TEST(FieldLint, OneListIsTakenWhereTheOtherIsMeant)
{
    const LintReport report = lintOf("c10-phi-3.5-mini.json");
    for (const char* engine : {"mlx-lm", "vLLM", "ExLlamaV2", "ExLlamaV3", "TensorRT-LLM", "llama.cpp, converted"}) {
        EXPECT_EQ(readingOf(report, engine).outcome, Outcome::Differently) << engine;
    }
    EXPECT_EQ(readingOf(report, "Transformers 5").outcome, Outcome::Applied);
}

TEST(FieldLint, OlderTransformersDoNotKnowNewerTypes)
{
    for (const char* name : {"c51-minimax-m2.json", "c09-qwen3.5-27b.json", "c24-ministral-3-14b.json"}) {
        EXPECT_EQ(reading(name, "Transformers 4").outcome, Outcome::Refused) << name;
    }
    EXPECT_THAT(reading("r31-llama3-old-transformers.json", "Transformers 4").what, HasSubstr("versions before 4.43 refuse it"));
    EXPECT_EQ(reading("c22-gpt-oss-20b.json", "Transformers 4").outcome, Outcome::Applied);
}

TEST(FieldLint, WhatTransformersStopsAt)
{
    EXPECT_EQ(reading("r33-phi4-lists-of-64.json", "Transformers 5").outcome, Outcome::Refused);
    const LintReport null = lintOf("r51-null-type.json");
    EXPECT_EQ(readingOf(null, "Transformers 5").outcome, Outcome::Refused);
    EXPECT_THAT(readingOf(null, "Transformers 5").what, HasSubstr("KeyError: None"));
    ASSERT_NE(find(null, "null-type"), nullptr);
    EXPECT_EQ(reading("c50-llama-4-scout.json", "Transformers 5").outcome, Outcome::Applied) << "equal low and high factors run";
}

TEST(FieldLint, AClassWithoutTheOlderFormStopsAtIt)
{
    const auto file
        = modelFileOfConfig(R"({"model_type": "mimo_v2_flash", "rope_scaling": {"type": "linear", "factor": 2.0}})", "config.json");
    ASSERT_TRUE(file) << file.error().message;
    const EngineReading reading = readingOf(lint(**file), "Transformers 5");
    EXPECT_EQ(reading.outcome, Outcome::Refused);
    EXPECT_THAT(reading.what, HasSubstr("rope_parameters for each kind of layers"));
}

TEST(FieldLint, NoAdviceAgainstATrainedScaling)
{
    for (const char* name : {"c13-deepseek-v3.json", "c20-gemma-3-4b-it.json", "c22-gpt-oss-20b.json", "c36-olmo-3.1-32b.json"}) {
        EXPECT_EQ(find(lintOf(name), "static-scaling"), nullptr) << name;
    }
    EXPECT_NE(find(lintOf("c05-qwen3-8b-yarn4.json"), "static-scaling"), nullptr) << "a switch that users set";
}

TEST(FieldLint, SaysWhatTheFileCannotTell)
{
    const LintReport report = lintOf("r17-chinese-alpaca-16k.json");
    const Finding* const length = find(report, "original-length-unknown");
    ASSERT_NE(length, nullptr);
    EXPECT_THAT(length->reason, HasSubstr("16384, or 4096"));
    EXPECT_EQ(find(lintOf("c05-qwen3-8b-yarn4.json"), "original-length-unknown"), nullptr);
}

TEST(FieldLint, TellsTheSoftmaxFactorAndTheServedLength)
{
    EXPECT_THAT(reading("c15-kimi-k2.5.json", "Transformers 5").what, HasSubstr("the softmax's scale x 2.0047"));
    EXPECT_THAT(reading("c05-qwen3-8b-yarn4.json", "vLLM").what, HasSubstr("max_position_embeddings = 40960 positions (max_model_len)"));
    const LintReport report = lintOf("c05-qwen3-8b-yarn4.json");
    const Finding* const served = find(report, "served-length");
    ASSERT_NE(served, nullptr);
    EXPECT_THAT(served->reason, HasSubstr("not factor x original = 131072"));
}

TEST(FieldLint, TellsOfLengthsThatFewRead)
{
    const LintReport cohere = lintOf("c26-command-r-plus.json");
    const Finding* const length = find(cohere, "model-max-length");
    ASSERT_NE(length, nullptr);
    EXPECT_THAT(length->reason, HasSubstr("it is 131072, longer than max_position_embeddings = 8192"));
    const LintReport qwen = lintOf("c04-qwen2.5-7b-1m.json");
    const Finding* const chunks = find(qwen, "dual-chunk-attention");
    ASSERT_NE(chunks, nullptr);
    EXPECT_THAT(chunks->reason, HasSubstr("trained with 262144 positions"));
    EXPECT_NE(find(lintOf("c58-qwen-7b-v1.json"), "dynamic-ntk-in-code"), nullptr);
    EXPECT_EQ(find(lintOf("c41-baichuan2-7b.json"), "model-max-length"), nullptr) << "both are 4096";
}

TEST(FieldLint, ReadingsSayWhichVersionAndHowTheyAreKnown)
{
    for (const EngineReading& reading : lintOf("c05-qwen3-8b-yarn4.json").engines) {
        EXPECT_FALSE(reading.version.empty()) << reading.engine;
        EXPECT_TRUE(reading.known == "run" || reading.known == "read") << reading.engine;
    }
}

TEST(FieldLint, TypesThatOthersKnowAreToldForEachEngine)
{
    const LintReport ntk = lintOf("r37-ntk-type-vllm.json");
    EXPECT_EQ(readingOf(ntk, "Transformers 5").outcome, Outcome::Refused);
    EXPECT_EQ(readingOf(ntk, "vLLM").outcome, Outcome::Differently);
    EXPECT_EQ(readingOf(ntk, "mlx-lm").outcome, Outcome::Refused);
    EXPECT_EQ(ntk.count(Severity::Error), 0);
    ASSERT_NE(find(ntk, "other-type"), nullptr);
    for (const char* name : {"r35-telechat3-yarn.json", "r36-deepseek-yarn-type.json"}) {
        EXPECT_EQ(reading(name, "mlx-lm").outcome, Outcome::Differently) << name;
        EXPECT_EQ(reading(name, "Transformers 5").outcome, Outcome::Refused) << name;
    }
}

// Transformers 5.23's class was run on such a file, the others were read.
TEST(FieldLint, NomicsFieldsAreReadByItsOwnCodeAlone)
{
    const auto lintWith = [](const std::string& more) {
        const auto file = modelFileOfConfig(R"({"model_type": "nomic_bert", "n_embd": 768, "n_head": 12, "n_positions": 8192,
            "rotary_emb_fraction": 1.0, "max_trained_positions": 2048, )"
                + more + "}",
            "config.json");
        EXPECT_TRUE(file) << file.error().message;
        return lint(**file);
    };
    const LintReport scaled = lintWith(R"("rotary_emb_base": 1000, "rotary_scaling_factor": 2)");
    ASSERT_NE(find(scaled, "dynamic-ntk-in-code"), nullptr);
    EXPECT_THAT(
        find(scaled, "dynamic-ntk-in-code")->reason, HasSubstr("beyond max_trained_positions = 2048, and keeps the base of the longest"));
    EXPECT_EQ(readingOf(scaled, "Transformers 5").outcome, Outcome::Ignored);
    EXPECT_EQ(readingOf(scaled, "vLLM").outcome, Outcome::Ignored);
    EXPECT_EQ(readingOf(scaled, "Transformers 4").outcome, Outcome::Applied);

    const LintReport plain = lintWith(R"("rotary_emb_base": 1000, "rotary_scaling_factor": null)");
    EXPECT_EQ(find(plain, "dynamic-ntk-in-code"), nullptr);
    EXPECT_EQ(readingOf(plain, "Transformers 5").outcome, Outcome::Applied);
    EXPECT_EQ(find(plain, "position-scale"), nullptr);
    const LintReport other = lintWith(R"("rotary_emb_base": 10000, "rotary_emb_scale_base": 512)");
    EXPECT_THAT(readingOf(other, "Transformers 5").what, HasSubstr("base 1000"));
    EXPECT_NE(find(other, "position-scale"), nullptr);
}

// GGUF models as llama.cpp reads them; the files of these names are in the reports, here are their key-values.
namespace {

GgufRope ggufOf(const std::string& architecture, const std::string& type)
{
    GgufRope model;
    model.architecture = architecture;
    model.scalingType = type;
    model.rope = {.ropeTheta = 10000.0, .headDim = 8, .rotaryDim = 8, .ropeType = type, .invFreq = standardInvFreq(10000.0, 8)};
    model.rope.maxPositionEmbeddings = 131072;
    model.rope.originalMaxPositionEmbeddings = 131072;
    return model;
}

} // namespace

TEST(FieldLintGguf, YarnWithoutFactorOrLength)
{
    const LintReport report = lint(ggufOf("llama", "yarn"), "model.gguf");
    const Finding* const factor = find(report, "missing-factor");
    ASSERT_NE(factor, nullptr);
    EXPECT_THAT(factor->reason, HasSubstr("llama.cpp runs factor 1"));
    const Finding* const length = find(report, "missing-original-length");
    ASSERT_NE(length, nullptr);
    EXPECT_THAT(length->reason, HasSubstr("the ramp is made at context_length = 131072"));
    EXPECT_THAT(report.summary, HasSubstr("factor not stated, original_context_length not stated"));
    GgufRope stated = ggufOf("llama", "yarn");
    stated.rope.scaling.factor = 4.0;
    stated.statesOriginalLength = true;
    stated.rope.originalMaxPositionEmbeddings = 32768;
    const LintReport whole = lint(stated, "model.gguf");
    EXPECT_TRUE(whole.findings.empty());
    EXPECT_THAT(whole.summary, HasSubstr("factor 4, original_context_length 32768"));
    EXPECT_EQ(whole.engines[0].what, "yarn, factor 4, ramp at 32768, attention magnitude 1.13863");
}

TEST(FieldLintGguf, KeysThatOneArchitectureReads)
{
    GgufRope qwen = ggufOf("qwen3", "yarn");
    qwen.rope.scaling.factor = 4.0;
    qwen.statesOriginalLength = true;
    qwen.yarnAttnFactor = 1.0;
    qwen.yarnLogMultiplier = 0.1;
    qwen.statesBetas = true;
    const LintReport report = lint(qwen, "model.gguf");
    const Finding* const unread = find(report, "unread-key");
    ASSERT_NE(unread, nullptr);
    EXPECT_THAT(unread->reason, HasSubstr("yarn_attn_factor (only grok reads it)"));
    EXPECT_THAT(unread->reason, HasSubstr("yarn_log_multiplier (deepseek2, deepseek32 and mistral3 read it)"));
    EXPECT_THAT(unread->reason, HasSubstr("yarn_beta_fast and yarn_beta_slow (grok and mistral3 read them"));
    qwen.architecture = "deepseek2";
    qwen.yarnAttnFactor.reset();
    qwen.statesBetas = false;
    const LintReport deepseek = lint(qwen, "model.gguf");
    EXPECT_EQ(find(deepseek, "unread-key"), nullptr);
    EXPECT_THAT(deepseek.engines[0].what, HasSubstr("yarn_log_multiplier 0.1"));
}

// llama.cpp divides by the tensor's factors, and then by those of the type.
TEST(FieldLintGguf, AScalingOnTopOfTheTensor)
{
    GgufRope model = ggufOf("llama", "yarn");
    model.statesFactor = model.statesOriginalLength = true;
    model.ropeFreqs = std::vector<float>(4, 8.0F);
    model.rope.scaling.factors = std::vector<double>(4, 8.0);
    model.rope.scaling.factor = 4.0;
    model.rope.scaling.magnitude = 2.0;
    const LintReport report = lint(model, "model.gguf");
    ASSERT_NE(find(report, "scaled-twice"), nullptr);
    EXPECT_THAT(find(report, "scaled-twice")->reason, HasSubstr("divided by the product of both"));
    EXPECT_EQ(report.engines[0].what,
        "divides the angles by the file's factors, and on top yarn, factor 4, ramp at 131072, attention magnitude 2.27726");
    model.rope.scaling.factor = 1.0;
    EXPECT_EQ(find(lint(model, "model.gguf"), "scaled-twice"), nullptr) << "nothing comes on top";
}

TEST(FieldLintGguf, SlidingLayersHaveASecondRope)
{
    GgufRope gemma = ggufOf("gemma3", "linear");
    gemma.rope.scaling.factor = 8.0;
    gemma.slidingWindow = 1024;
    gemma.slidingTheta = 10000.0;
    gemma.sliding = RopeConfig{.ropeTheta = 10000.0};
    const LintReport report = lint(gemma, "model.gguf");
    EXPECT_THAT(report.summary, HasSubstr("layers with a sliding window of 1024: rope.freq_base_swa 10000, unscaled"));
    EXPECT_THAT(report.engines[0].what, HasSubstr("linear, factor 8; in layers with a sliding window rope.freq_base_swa 10000, unscaled"));
    gemma.slidingTheta = {};
    EXPECT_THAT(lint(gemma, "model.gguf").summary, HasSubstr(": base 10000, "));
}

} // namespace rotascope
