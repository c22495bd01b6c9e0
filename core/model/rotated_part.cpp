// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/rotated_part.h"

#include <algorithm>
#include <array>

namespace rotascope {
namespace {

// Facts of Transformers' rotary classes, checked by its golden data (tests/data/transformers-classes.json). In the order of the names.
constexpr std::array<std::string_view, 124> rotateWholeHeads = {"afmoe", "apertus", "arcee", "aria_text", "bitnet", "blt_patcher",
    "chameleon", "cohere", "cohere2", "cohere2_moe", "cohere_compass_text", "csm", "cwm", "dbrx", "deepseek_ocr2_text", "dia_decoder",
    "diffllama", "doge", "dots1", "dots3_note_text", "embedding_gemma2_text", "emu3_text_model", "ernie4_5", "ernie4_5_moe",
    "ernie4_5_vl_moe_text", "esmc", "eurobert", "evolla", "exaone4", "exaone_moe", "falcon", "falcon_h1", "flex_olmo", "flint", "gemma",
    "gemma2", "gemma3_text", "gemma3n_text", "gemma4_text", "gemma4_unified_text", "gpt_oss", "gradium_phonon_tts", "granite",
    "granite4_vision_text", "granite_docling_text", "granite_swa", "granitemoe", "granitemoe_swa", "granitemoehybrid", "granitemoeshared",
    "gte", "helium", "higgs_audio_v2", "hrm_text", "hunyuan_v1_dense", "hunyuan_v1_moe", "hunyuan_vl_text", "hy_v3", "hyperclovax",
    "idefics", "jais2", "jetmoe", "jina_embeddings_v3", "kolibri1", "kyutai_speech_to_text", "lasr_encoder", "lfm2", "lfm2_moe", "lfm3",
    "llama", "llama4_text", "mimi", "minimax", "ministral", "ministral3", "mistral", "mixtral", "mllama_text_model", "modernbert",
    "modernbert-decoder", "molmo2_text", "moshi", "muse_glimmer_assistant", "muse_glimmer_text", "muse_spark_text", "nanochat", "neucodec",
    "nomic_bert", "olmo", "olmo2", "olmo3", "olmo_hybrid", "olmoe", "openai_privacy_filter", "paddleocr_vl_text", "pe_audio_encoder",
    "pe_audio_video_encoder", "pe_video_encoder", "phimoe", "pocket_tts", "pocket_tts_audio_tokenizer", "qwen2", "qwen2_5_omni_dit",
    "qwen2_5_omni_text", "qwen2_5_vl_text", "qwen2_moe", "qwen2_vl_text", "qwen3", "qwen3_moe", "qwen3_omni_moe_text", "qwen3_vl_moe_text",
    "qwen3_vl_text", "seed_oss", "smollm3", "starcoder2", "t5_gemma_module", "t5gemma2_text", "timesfm2_5", "ultrabert",
    "unlimited_ocr_text", "vaultgemma", "voxtral_realtime_text", "xcodec2", "zamba2"};
// Those that read partial_rotary_factor, but no rotary_dim.
constexpr std::array<std::string_view, 34> readTheFactorAlone = {"bamba", "deepseek_v4", "diffusion_gemma_text", "dots3_note_audio_encoder",
    "glm", "glm4", "glm4_moe", "glm4v_moe_text", "glm4v_text", "glm_image_text", "glm_ocr_text", "gpt_neox", "gpt_neox_japanese", "laguna",
    "mellum", "mimo_v2_flash", "minimax_m3_vl_text", "moonshine_streaming", "nemotron", "nemotron3_5_transcribe_asr_audio",
    "nemotron3_diarization_audio", "neomme", "persimmon", "phi", "phi3", "phi4_multimodal", "qwen3_5_moe_text", "qwen3_5_text",
    "qwen3_next", "qwen4_exp_text", "solar_open", "stablelm", "step3p5", "zaya"};

bool isAmong(const auto& types, std::string_view modelType)
{
    return std::ranges::find(types, modelType) != types.end();
}

} // namespace

bool ignoresPartialRotaryFactor(std::string_view modelType)
{
    return isAmong(rotateWholeHeads, modelType);
}

bool ignoresRotaryDim(std::string_view modelType)
{
    return isAmong(rotateWholeHeads, modelType) || isAmong(readTheFactorAlone, modelType);
}

} // namespace rotascope
