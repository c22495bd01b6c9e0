// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/gguf_config.h"

#include "core/model/model_file.h"
#include "core/scaling/own_frequencies.h"
#include "tests/core/gguf/gguf_builder.h"

#include <cmath>
#include <fstream>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

using namespace rotascope;
using namespace rotascope::test;
using testing::HasSubstr;

namespace {

Expected<GgufRope> parsed(const GgufBuilder& builder)
{
    const std::string bytes = builder.bytes();
    return gguf::Header::parse(bytes, "m.gguf").and_then([](const gguf::Header& header) { return parseGgufRope(header, "m.gguf"); });
}

std::string errorOf(const GgufBuilder& builder)
{
    const auto rope = parsed(builder);
    EXPECT_FALSE(rope);
    return rope ? "" : rope.error().message;
}

} // namespace

TEST(GgufConfig, ReadsAnUnscaledModel)
{
    const auto model = parsed(llamaModel());
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ(model->architecture, "llama");
    EXPECT_EQ(model->rope.modelId, "a small mödel");
    EXPECT_EQ(model->rope.ropeTheta, 10000.0);
    EXPECT_EQ(model->rope.headDim, 128);
    EXPECT_EQ(model->rope.rotaryDim, 128);
    EXPECT_EQ(model->rope.originalMaxPositionEmbeddings, 4096);
    EXPECT_EQ(model->rope.maxPositionEmbeddings, 4096);
    EXPECT_EQ(model->rope.ropeType, "default");
    EXPECT_EQ(model->rope.invFreq, standardInvFreq(10000.0, 128));
    EXPECT_FALSE(model->ropeFreqs || model->ropeFactorsLong || model->ropeFactorsShort);
}

TEST(GgufConfig, ReadsItsScaling)
{
    GgufBuilder builder = llamaModel("phi3");
    builder.string("phi3.rope.scaling.type", "longrope").uint32("phi3.rope.scaling.original_context_length", 2048);
    builder.float32("phi3.rope.scaling.attn_factor", 1.25F);
    builder.floats("rope_factors_long.weight", std::vector<float>(64, 4.0F))
        .floats("rope_factors_short.weight", std::vector<float>(64, 2.0F));
    const auto model = parsed(builder);
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ(model->rope.ropeType, "longrope");
    EXPECT_EQ(model->rope.originalMaxPositionEmbeddings, 2048);
    EXPECT_EQ(model->rope.attentionFactor, 1.25);
    EXPECT_EQ(model->ropeFactorsLong->at(63), 4.0F);
    EXPECT_EQ(model->ropeFactorsShort->at(0), 2.0F);
    EXPECT_EQ(model->rope.scaling.longFactor, std::vector(64, 4.0));
    EXPECT_EQ(model->rope.scaling.shortFactor, std::vector(64, 2.0));
    EXPECT_EQ(model->rope.scaling.attentionFactor, 1.25);

    EXPECT_EQ(parsed(llamaModel().float32("llama.rope.scaling.factor", 4.0F))->rope.ropeType, "linear") << "as llama.cpp takes it";
    EXPECT_EQ(parsed(llamaModel().string("llama.rope.scaling.type", "none"))->rope.ropeType, "default");
    EXPECT_EQ(parsed(llamaModel().floats("rope_freqs.weight", std::vector<float>(64, 2.0F)))->rope.ropeType, "rope_freqs");
}

// Converted Phi-3 models have the lists without a type.
TEST(GgufConfig, ListsWithoutATypeAreLongrope)
{
    GgufBuilder builder = llamaModel();
    builder.floats("rope_factors_long.weight", std::vector<float>(64, 4.0F))
        .floats("rope_factors_short.weight", std::vector<float>(64, 2.0F));
    const auto model = parsed(builder);
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ(model->rope.ropeType, "longrope");
    EXPECT_EQ(model->scalingType, "") << "not stated";
    EXPECT_EQ(model->rope.scaling.attentionFactor, 1.0) << "llama.cpp derives none from the lengths";
}

TEST(GgufConfig, TakesTheOlderNameOfTheFactor)
{
    const auto model = parsed(llamaModel().float32("llama.rope.scale_linear", 4.0F));
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ(model->scalingType, "linear");
    EXPECT_EQ(model->rope.scaling.factor, 4.0);
    EXPECT_THAT(errorOf(llamaModel().float32("llama.rope.scaling.factor", -2.0F)),
        HasSubstr("llama.rope.scaling.factor is -2; expected 0 to 1000000000"));
    EXPECT_THAT(
        errorOf(llamaModel().float32("llama.rope.scaling.factor", std::numeric_limits<float>::quiet_NaN())), HasSubstr("factor is nan"));
}

TEST(GgufConfig, RefusesArchitecturesWithoutRope)
{
    EXPECT_THAT(errorOf(llamaModel("gpt2")), HasSubstr("m.gguf: the architecture gpt2 has no rotary position embeddings"));
}

TEST(GgufConfig, StatesTheParametersOfYarn)
{
    const auto yarn = [](float betaFast, const std::string& architecture = "mistral3") {
        return parsed(llamaModel(architecture)
                          .string(architecture + ".rope.scaling.type", "yarn")
                          .float32(architecture + ".rope.scaling.factor", 4.0F)
                          .float32(architecture + ".rope.scaling.attn_factor", 2.0F)
                          .float32(architecture + ".rope.scaling.yarn_beta_fast", betaFast));
    };
    EXPECT_EQ(yarn(16.0F)->rope.scaling.factor, 4.0);
    EXPECT_EQ(yarn(16.0F)->rope.scaling.betaFast, 16.0);
    EXPECT_EQ(yarn(16.0F)->rope.scaling.attentionFactor, std::nullopt) << "it multiplies YaRN's own";
    EXPECT_EQ(yarn(16.0F)->rope.scaling.magnitude, 2.0);
    EXPECT_THAT(yarn(-1.0F).error().message, HasSubstr("m.gguf: mistral3.rope.scaling.yarn_beta_fast is -1; expected 0 to 1000000000"));
    const auto llama = yarn(16.0F, "llama");
    EXPECT_EQ(llama->rope.scaling.betaFast, std::nullopt) << "grok and mistral3 alone read it";
    EXPECT_TRUE(llama->statesBetas);
}

// A type without a factor is run with factor 1.
TEST(GgufConfig, KnowsWhetherTheFactorIsStated)
{
    const auto bare = parsed(llamaModel().string("llama.rope.scaling.type", "yarn"));
    EXPECT_EQ(bare->rope.scaling.factor, 1.0);
    EXPECT_FALSE(bare->statesFactor);
    EXPECT_TRUE(parsed(llamaModel().float32("llama.rope.scaling.factor", 1.0F))->statesFactor);
    EXPECT_EQ(parsed(llamaModel())->rope.scaling.factor, std::nullopt);
}

// What llama.cpp makes of yarn_log_multiplier: its loader of DeepSeek models takes ten times what is stated.
TEST(GgufConfig, ReadsTheLogMultiplierByArchitecture)
{
    const auto scaling = [](const std::string& architecture, float multiplier) {
        return parsed(llamaModel(architecture)
                          .string(architecture + ".rope.scaling.type", "yarn")
                          .float32(architecture + ".rope.scaling.factor", 64.0F)
                          .uint32(architecture + ".rope.scaling.original_context_length", 1024)
                          .float32(architecture + ".rope.scaling.yarn_log_multiplier", multiplier))
            ->rope;
    };
    const auto magnitudes = [](const RopeConfig& rope) {
        const OwnFrequencies own = *ownFrequencies(rope, 4096);
        return std::pair(own.attentionFactor, own.softmaxFactor.value());
    };
    const auto kimi = magnitudes(scaling("deepseek2", 0.1F));
    EXPECT_EQ(kimi.first, 1.0);
    EXPECT_NEAR(kimi.second, 2.0047, 1e-4);
    const auto lite = magnitudes(scaling("deepseek2", 0.0707F));
    EXPECT_EQ(lite.first, 1.0);
    EXPECT_NEAR(lite.second, std::pow(1.0 + 0.0707 * std::log(64.0), 2), 1e-4);
    EXPECT_EQ(magnitudes(scaling("mistral3", 1.0F)), std::pair(1.0, 1.0));
    EXPECT_NEAR(magnitudes(scaling("mistral3", 0.5F)).first, (1.0 + 0.1 * std::log(64.0)) / (1.0 + 0.05 * std::log(64.0)), 1e-12);
    EXPECT_NEAR(magnitudes(scaling("llama", 1.0F)).first, 1.0 + 0.1 * std::log(64.0), 1e-12) << "does not read it";
}

// The tensor's factors and those of the type are both applied, and so is attn_factor.
TEST(GgufConfig, ATypeComesOnTopOfTheTensor)
{
    std::vector<float> trained(64, 1.0F);
    std::fill(trained.begin() + 32, trained.end(), 8.0F);
    const auto with = [&](const std::string& type) {
        GgufBuilder builder = llamaModel();
        builder.string("llama.rope.scaling.type", type).float32("llama.rope.scaling.factor", 4.0F);
        builder.uint32("llama.rope.scaling.original_context_length", 2048).float32("llama.rope.scaling.attn_factor", 1.25F);
        return parsed(builder.floats("rope_freqs.weight", trained))->rope;
    };
    const RopeConfig yarn = with("yarn");
    EXPECT_EQ(yarn.ropeType, "yarn");
    EXPECT_TRUE(isTrainedScaling(yarn));
    RopeConfig alone = yarn;
    alone.scaling.factors.clear();
    alone.scaling.magnitude.reset();
    const OwnFrequencies both = *ownFrequencies(yarn, 4096);
    const OwnFrequencies ramp = *ownFrequencies(alone, 4096);
    for (std::size_t i = 0; i < 64; ++i) {
        EXPECT_EQ(both.factors[i], ramp.factors[i] * trained[i]) << i;
        EXPECT_EQ(both.invFreq[i], ramp.invFreq[i] / trained[i]) << i;
    }
    EXPECT_EQ(both.factors.front(), 1.0);
    EXPECT_EQ(both.factors.back(), 32.0);
    EXPECT_EQ(both.attentionFactor, ramp.attentionFactor * 1.25);
    const OwnFrequencies linear = *ownFrequencies(with("linear"), 4096);
    EXPECT_EQ(linear.factors.front(), 4.0);
    EXPECT_EQ(linear.attentionFactor, 1.25);
    EXPECT_EQ(ownFrequencies(with("none"), 4096)->factors.back(), 8.0) << "the tensor alone";
}

TEST(GgufConfig, TakesTheKeyLengthWhereHeadsDifferByLayer)
{
    GgufBuilder builder;
    builder.string("general.architecture", "deci").uint32("deci.context_length", 8192).uint32("deci.attention.key_length", 64);
    builder.uint32("deci.embedding_length", 4096);
    builder.raw("deci.attention.head_count", 9, GgufBuilder::number(4U) + GgufBuilder::number(std::uint64_t{2}) + std::string(8, '\1'));
    const auto model = parsed(builder);
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ(model->rope.headDim, 64);
    EXPECT_EQ(model->rope.rotaryDim, 64);
    EXPECT_EQ(model->rope.ropeTheta, 10000.0) << "llama.cpp's default";
}

// Of Granite it says whether there is a RoPE; of others what its name says.
TEST(GgufConfig, RefusesAGraniteThatDoesNotRotate)
{
    const auto finetuned = [](GgufBuilder model, const std::string& architecture, char value) {
        return parsed(model.raw(architecture + ".rope.scaling.finetuned", 7, std::string(1, value)));
    };
    EXPECT_THAT(finetuned(llamaModel("granite"), "granite", '\0').error().message, HasSubstr("granite.rope.scaling.finetuned is false"));
    EXPECT_TRUE(finetuned(llamaModel("granite"), "granite", '\1'));
    EXPECT_TRUE(finetuned(llamaModel("llama"), "llama", '\0'));
}

TEST(GgufConfig, SaysWhatIsWrong)
{
    EXPECT_THAT(errorOf(GgufBuilder()), HasSubstr("m.gguf: general.architecture is missing"));
    EXPECT_THAT(errorOf(GgufBuilder().string("general.architecture", "qwen2")), HasSubstr("qwen2.context_length is missing"));
    EXPECT_THAT(errorOf(GgufBuilder().string("general.architecture", "qwen2").uint32("qwen2.context_length", 8)),
        HasSubstr("qwen2.rope.dimension_count is missing"));
    const float nan = std::numeric_limits<float>::quiet_NaN();
    std::vector<float> factors(64, 1.0F);
    factors[5] = nan;
    EXPECT_THAT(errorOf(llamaModel().floats("rope_freqs.weight", factors)), HasSubstr("the factor of dimension 5 is nan"));
    EXPECT_THAT(errorOf(llamaModel().floats("rope_freqs.weight", {1.0F})), HasSubstr("rope_freqs.weight has 1 factors; expected 64"));
    EXPECT_THAT(errorOf(llamaModel().tensor("rope_freqs.weight", {64}, 1, std::string(128, 'x'))), HasSubstr("not a list of float32"));
    GgufBuilder wide;
    wide.string("general.architecture", "x").uint32("x.context_length", 8).uint32("x.rope.dimension_count", 0xffffffffU);
    EXPECT_THAT(errorOf(wide), HasSubstr("x.rope.dimension_count is 4294967295; expected 1 to 65536 components"));
    GgufBuilder base;
    base.string("general.architecture", "x")
        .uint32("x.context_length", 8)
        .uint32("x.rope.dimension_count", 8)
        .float32("x.rope.freq_base", nan);
    EXPECT_THAT(errorOf(base), HasSubstr("m.gguf: x.rope.freq_base is nan; expected a base greater than 1, at most 1e+30"));
}

// Messages name what is wrong by the file's own keys.
TEST(GgufConfig, NamesItsOwnKeys)
{
    const auto with = [](auto change) {
        GgufBuilder model;
        model.string("general.architecture", "llama");
        change(model);
        return errorOf(model);
    };
    const auto rope = [](std::uint32_t length, std::uint32_t rotary, std::uint32_t head) {
        return [=](GgufBuilder& model) {
            model.uint32("llama.context_length", length).uint32("llama.rope.dimension_count", rotary);
            model.uint32("llama.attention.key_length", head);
        };
    };
    EXPECT_EQ(with(rope(0, 64, 64)), "m.gguf: llama.context_length is 0; expected 1 to 1099511627776 positions");
    EXPECT_EQ(with(rope(8, 63, 64)), "m.gguf: llama.rope.dimension_count is 63; expected an even number greater than 0");
    EXPECT_EQ(with(rope(8, 128, 64)), "m.gguf: llama.rope.dimension_count is 128; expected at most llama.attention.key_length = 64");
    EXPECT_EQ(with(rope(8, 64, 0)), "m.gguf: llama.attention.key_length is 0; expected 1 to 65536 components");
    EXPECT_EQ(with([](GgufBuilder& model) {
        model.uint32("llama.context_length", 8).uint32("llama.embedding_length", 126).uint32("llama.attention.head_count", 2);
    }),
        "m.gguf: llama.embedding_length / llama.attention.head_count is 63; expected an even number greater than 0");
    EXPECT_EQ(with([&](GgufBuilder& model) {
        rope(8, 64, 64)(model);
        model.raw("llama.rope.scaling.original_context_length", 10, GgufBuilder::number(std::uint64_t{1} << 60U));
    }),
        "m.gguf: llama.rope.scaling.original_context_length is 1152921504606846976; expected 1 to 1099511627776 positions");
    EXPECT_EQ(with([&](GgufBuilder& model) { model.raw("llama.context_length", 10, GgufBuilder::number(~std::uint64_t{0})); }),
        "m.gguf: llama.context_length is 18446744073709551615; expected at most 9223372036854775807");
    EXPECT_EQ(with([&](GgufBuilder& model) {
        rope(8, 64, 64)(model);
        model.float32("llama.rope.scale_linear", -2.0F);
    }),
        "m.gguf: llama.rope.scale_linear is -2; expected 0 to 1000000000");
    EXPECT_EQ(with([&](GgufBuilder& model) {
        rope(8, 64, 64)(model);
        model.string("llama.rope.freq_base", "big");
    }),
        "m.gguf: llama.rope.freq_base is not a number");
}

TEST(GgufConfig, ReadsFilesThatAreLargeOrNone)
{
    const auto folder = std::filesystem::temp_directory_path();
    const auto file = folder / ("rotascope-" + std::to_string(::getpid()) + ".gguf");
    GgufBuilder builder = llamaModel();
    constexpr std::uint64_t elements = std::uint64_t{10} << 30U; // 40 GiB of them
    builder.tensorAt("token_embd.weight", {elements}, 0, 0);
    std::ofstream(file, std::ios::binary) << builder.bytes();
    EXPECT_THAT(openGgufFile(file).error().message, HasSubstr("cut off or damaged"));
    std::filesystem::resize_file(file, builder.bytes().size() + 4 * elements); // sparse: takes no room
    const auto model = openGgufFile(file);
    EXPECT_TRUE(model) << model.error().message;
    std::filesystem::resize_file(file, 0);
    EXPECT_THAT(openGgufFile(file).error().message, HasSubstr("not a GGUF file"));
    std::filesystem::remove(file);
    EXPECT_THAT(openGgufFile(file).error().message, HasSubstr("no such file; expected a GGUF model"));
    EXPECT_THAT(openGgufFile(folder).error().message, HasSubstr("not a regular file"));
}

// llama.cpp (llama-cpp-python 0.3.36, src/models): what each architecture does where layers slide.
TEST(GgufConfig, LayersThatSlideMayHaveARopeOfTheirOwn)
{
    const auto model = [](const std::string& architecture, const std::function<void(GgufBuilder&)>& change = {}) {
        GgufBuilder builder = llamaModel(architecture);
        builder.string(architecture + ".rope.scaling.type", "linear").float32(architecture + ".rope.scaling.factor", 8.0F);
        builder.uint32(architecture + ".attention.sliding_window", 1024);
        if (change) {
            change(builder);
        }
        const auto read = parsed(builder);
        EXPECT_TRUE(read) << read.error().message;
        return read ? read->sliding : std::nullopt;
    };
    const auto gemma = model("gemma3", [](GgufBuilder& builder) { builder.float32("gemma3.rope.freq_base_swa", 5000.0F); });
    ASSERT_TRUE(gemma);
    EXPECT_EQ(gemma->ropeTheta, 5000.0);
    EXPECT_EQ(gemma->ropeType, "default") << "the scaling is for the others";
    EXPECT_EQ(gemma->window, 1024);
    EXPECT_EQ(gemma->invFreq, standardInvFreq(5000.0, 128));
    EXPECT_EQ(model("gemma3")->ropeTheta, 10000.0) << "its code fills that in";
    EXPECT_EQ(model("olmo2")->ropeType, "default");
    EXPECT_FALSE(model("gpt-oss")) << "the same as the others";
    const auto gptOss = model("gpt-oss", [](GgufBuilder& builder) { builder.float32("gpt-oss.rope.freq_base_swa", 5000.0F); });
    ASSERT_TRUE(gptOss);
    EXPECT_EQ(gptOss->ropeType, "linear");
    EXPECT_FALSE(model("llama", [](GgufBuilder& builder) { builder.float32("llama.rope.freq_base_swa", 5000.0F); })) << "not read there";
    EXPECT_EQ(model("modern-bert")->window, 512) << "to both sides";
    const auto gemma4 = model("gemma4", [](GgufBuilder& builder) {
        builder.uint32("gemma4.rope.dimension_count_swa", 64).floats("rope_freqs.weight", std::vector<float>(64, 2.0F));
    });
    ASSERT_TRUE(gemma4);
    EXPECT_EQ(gemma4->rotaryDim, 64);
    EXPECT_TRUE(gemma4->scaling.factors.empty()) << "the tensor is for the others";
}
