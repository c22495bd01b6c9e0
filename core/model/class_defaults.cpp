// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/class_defaults.h"

#include <algorithm>
#include <array>

namespace rotascope {
namespace {

constexpr std::string_view apertus = R"({"rope_type": "llama3", "rope_theta": 1.2e7, "factor": 8.0, "low_freq_factor": 1.0,
    "high_freq_factor": 4.0, "original_max_position_embeddings": 8192})";
constexpr std::string_view cwm = R"({"rope_type": "llama3", "rope_theta": 1e6, "factor": 16.0, "low_freq_factor": 1.0,
    "high_freq_factor": 4.0, "original_max_position_embeddings": 8192})";
// Without a base: a base that the file has beside it counts.
constexpr std::string_view gptOss = R"({"rope_type": "yarn", "factor": 32.0, "beta_fast": 32.0, "beta_slow": 1.0, "truncate": false,
    "original_max_position_embeddings": 4096})";
constexpr std::string_view higgsAudio2 = R"({"rope_type": "llama3", "rope_theta": 5e5, "factor": 32.0, "low_freq_factor": 0.125,
    "high_freq_factor": 0.5, "original_max_position_embeddings": 1024})";
constexpr std::string_view ministral3 = R"({"rope_type": "yarn", "rope_theta": 1e6, "factor": 16.0, "beta_fast": 32.0, "beta_slow": 1.0,
    "mscale": 1.0, "mscale_all_dim": 1.0, "llama_4_scaling_beta": 0.1, "original_max_position_embeddings": 16384})";
constexpr std::string_view mistral4 = R"({"rope_type": "yarn", "rope_theta": 1e4, "factor": 128.0, "beta_fast": 32.0, "beta_slow": 1.0,
    "mscale": 1.0, "mscale_all_dim": 1.0, "llama_4_scaling_beta": 0.1, "original_max_position_embeddings": 8192,
    "partial_rotary_factor": 0.5})";
constexpr std::string_view mistralLarge4 = R"({"rope_type": "yarn", "rope_theta": 1e4, "factor": 2048.0, "beta_fast": 32.0,
    "beta_slow": 1.0, "attention_factor": 1.0, "original_max_position_embeddings": 512})";
constexpr std::string_view gemma4 = R"({"full_attention": {"rope_type": "proportional", "rope_theta": 1e6, "partial_rotary_factor": 0.25},
    "sliding_attention": {"rope_type": "default", "rope_theta": 1e4}})";
constexpr std::string_view lfm3 = R"({"full_attention": {"rope_type": "proportional", "rope_theta": 1e6, "partial_rotary_factor": 0.5},
    "sliding_attention": {"rope_type": "default", "rope_theta": 1e4}})";
constexpr std::string_view beam = R"({"sliding_attention": {"rope_type": "default", "rope_theta": 1e4}, "full_attention": null})";
constexpr std::string_view ultrabert = R"({"full_attention": {"rope_type": "default", "rope_theta": 2.56e6},
    "sliding_attention": {"rope_type": "default", "rope_theta": 1e4}})";
constexpr std::string_view zaya = R"({"hybrid": {"rope_type": "default", "rope_theta": 5e6, "partial_rotary_factor": 0.5},
    "hybrid_sliding": {"rope_type": "default", "rope_theta": 1e4, "partial_rotary_factor": 0.5}})";

// Facts of Transformers' configuration classes, checked by its golden data (tests/data). In the order of the names.
constexpr std::array<ClassDefaults, 108> defaults = {{
    {"apertus", 1.2e7, 0, 4096, 32, 65536, 1.0, false, 0, apertus},
    {"arcee", 1e4, 0, 2560, 32, 4096},
    {"axk1", 1e4, 64, 7168, 64, 32768, 1.0, true},
    {"baichuan", 1e4, 0, 4096, 32, 4096},
    {"bamba", 1e4, 0, 4096, 32, 262144, 0.5},
    {"beam", 1e4, 128, 5120, 48, 8192, 1.0, false, 0, beam},
    {"chatglm", 1e4, 0, 4096, 32, 2048, 0.5},
    {"codegen", 1e4, 0, 4096, 16, 2048},
    {"cohere", 5e5, 0, 8192, 64, 8192},
    {"cohere2", 1e4, 0, 8192, 64, 8192},
    {"cwm", 1e6, 128, 6144, 48, 131072, 1.0, false, 0, cwm},
    {"dbrx", 1e4, 0, 2048, 16, 2048},
    {"deepseek_v2", 1e4, 64, 4096, 32, 2048, 1.0, true},
    {"deepseek_v3", 1e4, 64, 7168, 128, 4096, 1.0, true},
    {"deepseek_v32", 1e4, 64, 7168, 128, 163840, 1.0, true},
    {"deepseek_v4", 1e4, 64, 4096, 64, 1048576, 1.0, true},
    {"diffusion_gemma_text", 1e4, 256, 2304, 8, 131072, 1.0, false, 512, gemma4},
    {"dots1", 1e4, 0, 4608, 32, 2048},
    {"dots3_note_text", 1e4, 64, 5120, 128, 524288, 1.0, true},
    {"embedding_gemma2_text", 1e4, 256, 512, 4, 262144, 1.0, false, 512},
    {"ernie4_5", 5e5, 128, 1024, 16, 131072},
    {"ernie4_5_moe", 5e5, 0, 2560, 20, 131072},
    {"exaone4", 1e4, 0, 4096, 32, 2048},
    {"falcon", 1e4, 0, 4544, 71, 2048},
    {"gemma", 1e4, 256, 3072, 16, 8192},
    {"gemma2", 1e4, 256, 2304, 8, 8192},
    {"gemma3_text", 1e6, 256, 2304, 8, 131072},
    {"gemma3n_text", 1e6, 256, 2048, 8, 32768},
    {"gemma4_text", 1e4, 256, 2304, 8, 131072, 1.0, false, 512, gemma4},
    {"gemma4_unified_text", 1e4, 256, 2304, 8, 262144, 1.0, false, 512, gemma4},
    {"glm", 1e4, 128, 4096, 32, 131072, 0.5},
    {"glm4", 1e4, 128, 4096, 32, 131072, 0.5},
    {"glm4_moe", 1e4, 0, 4096, 96, 131072, 0.5},
    {"glm4_moe_lite", 1e4, 64, 2048, 20, 202752, 1.0, true},
    {"glm4v_moe_text", 1e4, 0, 4096, 96, 65536, 0.5},
    {"glm4v_text", 1e4, 0, 4096, 32, 32768},
    {"glm_moe_dsa", 1e4, 64, 6144, 64, 202752, 1.0, true},
    {"gpt_neox", 1e4, 0, 6144, 64, 2048, 0.25},
    {"gpt_neox_japanese", 1e4, 0, 2560, 32, 2048},
    {"gpt_oss", 1.5e5, 64, 2880, 64, 131072, 1.0, false, 0, gptOss},
    {"gptj", 1e4, 0, 4096, 16, 2048},
    {"granite", 1e4, 0, 4096, 32, 2048},
    {"granitemoe", 1e4, 0, 4096, 32, 2048},
    {"granitemoehybrid", 1e4, 0, 4096, 32, 2048},
    {"helium", 1e5, 128, 2560, 20, 4096},
    {"higgs_audio_v2", 1e4, 128, 3072, 24, 2048, 1.0, false, 0, higgsAudio2},
    {"hunyuan_v1_dense", 1e4, 0, 4096, 32, 2048},
    {"hunyuan_v1_moe", 1e4, 0, 4096, 32, 2048},
    {"jetmoe", 1e4, 128, 2048, 32, 4096},
    {"laguna", 1e4, 128, 2048, 48, 131072},
    {"lfm2", 1e6, 0, 2560, 32, 128000},
    {"lfm3", 1e6, 128, 2048, 16, 128000, 1.0, false, 0, lfm3},
    {"llama", 1e4, 0, 4096, 32, 2048},
    {"llama4_text", 5e5, 128, 5120, 40, 131072},
    {"longcat_flash", 1e7, 64, 6144, 64, 131072, 1.0, true},
    {"mellum", 1e4, 128, 2304, 32, 131072},
    {"mimo_v2_flash", 5e6, 192, 4096, 64, 131072},
    {"minicpm3", 1e4, 32, 2560, 40, 32768, 1.0, true},
    {"minimax_m2", 5e6, 128, 3072, 48, 196608},
    {"ministral", 1e4, 0, 4096, 32, 131072},
    {"ministral3", 1e4, 128, 4096, 32, 262144, 1.0, false, 0, ministral3},
    {"mistral", 1e4, 0, 4096, 32, 131072},
    {"mistral4", 1e4, 64, 4096, 32, 1048576, 1.0, true, 0, mistral4},
    {"mistral_large4_text", 1e4, 64, 6144, 64, 1048576, 1.0, true, 0, mistralLarge4},
    {"mixtral", 1e6, 0, 4096, 32, 131072},
    {"modernbert", 1.6e5, 0, 768, 12, 8192},
    {"modernbert-decoder", 1.6e5, 0, 768, 12, 8192},
    {"nanochat", 1e4, 0, 768, 6, 2048},
    {"nemotron", 1e4, 0, 6144, 48, 4096, 0.5},
    {"neomme", 1e4, 64, 1024, 16, 16384},
    {"nomic_bert", 1e3, 0, 768, 12, 2048},
    {"olmo", 1e4, 0, 4096, 32, 2048},
    {"olmo2", 1e4, 0, 4096, 32, 2048},
    {"olmo3", 5e5, 0, 4096, 32, 2048},
    {"olmoe", 1e4, 0, 2048, 16, 4096},
    {"openai_privacy_filter", 1.5e5, 64, 640, 14, 131072, 1.0, false, 0, gptOss},
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
    {"step3p5", 1e4, 128, 4096, 64, 128000},
    {"t5gemma2_text", 1e4, 256, 2304, 8, 131072},
    {"ultrabert", 1e4, 128, 4096, 32, 32768, 1.0, false, 0, ultrabert},
    {"vaultgemma", 1e4, 256, 2304, 8, 8192},
    {"youtu", 1e4, 64, 2048, 16, 131072, 1.0, true},
    {"zamba2", 1e4, 160, 2560, 32, 4096},
    {"zaya", 1e4, 128, 2048, 8, 131072, 1.0, false, 0, zaya},
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
