// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/class_defaults.h"

#include <algorithm>
#include <array>

namespace rotascope {
namespace {

// Facts of Transformers' configuration classes, checked by its golden data (tests/data). In the order of the names. Types whose default
// is a scaled RoPE are not among them: their files state it.
constexpr std::array<ClassDefaults, 86> defaults = {{
    {"arcee", 1e4, 0, 2560, 32, 4096},
    {"axk1", 1e4, 64, 7168, 64, 32768, 1.0, true},
    {"baichuan", 1e4, 0, 4096, 32, 4096},
    {"bamba", 1e4, 0, 4096, 32, 262144, 0.5},
    {"chatglm", 1e4, 0, 4096, 32, 2048, 0.5},
    {"codegen", 1e4, 0, 4096, 16, 2048},
    {"cohere", 5e5, 0, 8192, 64, 8192},
    {"cohere2", 1e4, 0, 8192, 64, 8192},
    {"dbrx", 1e4, 0, 2048, 16, 2048},
    {"deepseek_v2", 1e4, 64, 4096, 32, 2048, 1.0, true},
    {"deepseek_v3", 1e4, 64, 7168, 128, 4096, 1.0, true},
    {"deepseek_v32", 1e4, 64, 7168, 128, 163840, 1.0, true},
    {"dots1", 1e4, 0, 4608, 32, 2048},
    {"ernie4_5", 5e5, 128, 1024, 16, 131072},
    {"ernie4_5_moe", 5e5, 0, 2560, 20, 131072},
    {"exaone4", 1e4, 0, 4096, 32, 2048},
    {"falcon", 1e4, 0, 4544, 71, 2048},
    {"gemma", 1e4, 256, 3072, 16, 8192},
    {"gemma2", 1e4, 256, 2304, 8, 8192},
    {"gemma3_text", 1e6, 256, 2304, 8, 131072},
    {"gemma3n_text", 1e6, 256, 2048, 8, 32768},
    {"glm", 1e4, 128, 4096, 32, 131072, 0.5},
    {"glm4", 1e4, 128, 4096, 32, 131072, 0.5},
    {"glm4_moe", 1e4, 0, 4096, 96, 131072, 0.5},
    {"glm4_moe_lite", 1e4, 64, 2048, 20, 202752, 1.0, true},
    {"glm4v_moe_text", 1e4, 0, 4096, 96, 65536, 0.5},
    {"glm4v_text", 1e4, 0, 4096, 32, 32768},
    {"glm_moe_dsa", 1e4, 64, 6144, 64, 202752, 1.0, true},
    {"gpt_neox", 1e4, 0, 6144, 64, 2048, 0.25},
    {"gpt_neox_japanese", 1e4, 0, 2560, 32, 2048},
    {"gptj", 1e4, 0, 4096, 16, 2048},
    {"granite", 1e4, 0, 4096, 32, 2048},
    {"granitemoe", 1e4, 0, 4096, 32, 2048},
    {"granitemoehybrid", 1e4, 0, 4096, 32, 2048},
    {"helium", 1e5, 128, 2560, 20, 4096},
    {"hunyuan_v1_dense", 1e4, 0, 4096, 32, 2048},
    {"hunyuan_v1_moe", 1e4, 0, 4096, 32, 2048},
    {"jetmoe", 1e4, 128, 2048, 32, 4096},
    {"lfm2", 1e6, 0, 2560, 32, 128000},
    {"llama", 1e4, 0, 4096, 32, 2048},
    {"llama4_text", 5e5, 128, 5120, 40, 131072},
    {"longcat_flash", 1e7, 64, 6144, 64, 131072, 1.0, true},
    {"mimo_v2_flash", 5e6, 192, 4096, 64, 262144},
    {"minicpm3", 1e4, 32, 2560, 40, 32768, 1.0, true},
    {"minimax_m2", 5e6, 128, 3072, 48, 196608},
    {"ministral", 1e4, 0, 4096, 32, 131072},
    {"mistral", 1e4, 0, 4096, 32, 131072},
    {"mixtral", 1e6, 0, 4096, 32, 131072},
    {"modernbert", 1.6e5, 0, 768, 12, 8192},
    {"modernbert-decoder", 1.6e5, 0, 768, 12, 8192},
    {"nanochat", 1e4, 0, 768, 6, 2048},
    {"nemotron", 1e4, 0, 6144, 48, 4096, 0.5},
    {"nomic_bert", 1e3, 0, 768, 12, 2048},
    {"olmo", 1e4, 0, 4096, 32, 2048},
    {"olmo2", 1e4, 0, 4096, 32, 2048},
    {"olmo3", 5e5, 0, 4096, 32, 2048},
    {"olmoe", 1e4, 0, 2048, 16, 4096},
    {"persimmon", 1e4, 0, 4096, 64, 16384, 0.5},
    {"phi", 1e4, 0, 2048, 32, 2048, 0.5},
    {"phi3", 1e4, 0, 3072, 32, 4096},
    {"phimoe", 1e6, 0, 4096, 32, 131072},
    {"qwen", 1e4, 0, 4096, 32, 8192},
    {"qwen2", 1e4, 0, 4096, 32, 32768},
    {"qwen2_5_vl", 1e6, 0, 8192, 64, 32768},
    {"qwen2_5_vl_text", 1e6, 0, 8192, 64, 32768},
    {"qwen2_moe", 1e4, 0, 2048, 16, 32768},
    {"qwen2_vl", 1e6, 0, 8192, 64, 32768},
    {"qwen2_vl_text", 1e6, 0, 8192, 64, 32768},
    {"qwen3", 1e4, 128, 4096, 32, 32768},
    {"qwen3_5_moe_text", 1e4, 256, 2048, 16, 32768, 0.25},
    {"qwen3_5_text", 1e4, 256, 4096, 16, 32768, 0.25},
    {"qwen3_moe", 1e4, 0, 2048, 32, 32768},
    {"qwen3_next", 1e4, 256, 2048, 16, 32768, 0.25},
    {"qwen3_vl_moe_text", 5e5, 0, 2048, 16, 128000},
    {"qwen3_vl_text", 5e5, 128, 4096, 32, 128000},
    {"recurrent_gemma", 1e4, 256, 2560, 10, 0, 0.5},
    {"RefinedWeb", 1e4, 0, 8192, 128, 2048},
    {"RefinedWebModel", 1e4, 0, 4544, 71, 2048},
    {"seed_oss", 1e4, 128, 4096, 80, 524288},
    {"smollm3", 2e6, 0, 2048, 16, 32768},
    {"stablelm", 1e4, 0, 2560, 32, 4096, 0.25},
    {"starcoder2", 1e4, 0, 3072, 24, 4096},
    {"step3p5", 1e4, 128, 4096, 64, 262144},
    {"vaultgemma", 1e4, 256, 2304, 8, 8192},
    {"youtu", 1e4, 64, 2048, 16, 131072, 1.0, true},
    {"zamba2", 1e4, 160, 2560, 32, 4096},
}};

} // namespace

const ClassDefaults* classDefaultsOf(std::string_view modelType)
{
    const auto* const found = std::ranges::find(defaults, modelType, &ClassDefaults::modelType);
    return found == defaults.end() ? nullptr : found;
}

bool readsRopeScaling(std::string_view modelType)
{
    return modelType != "cohere2_moe"; // it keeps the field and does nothing with it
}

} // namespace rotascope
