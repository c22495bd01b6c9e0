// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/gguf/gguf_header.h"
#include "core/rope/rope_config.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

// The tensors of factors that llama.cpp knows, one for all layers.
inline constexpr std::string_view ropeFreqsTensor = "rope_freqs.weight";
inline constexpr std::string_view ropeFactorsLongTensor = "rope_factors_long.weight";
inline constexpr std::string_view ropeFactorsShortTensor = "rope_factors_short.weight";

/// The architectures whose loader in llama.cpp (llama-cpp-python 0.3.36, src/models) asks for factors and whose graph uses them for every
/// RoPE of the model: from rope_freqs, or from the two lists.
inline constexpr std::array ropeFreqsArchitectures = {"apertus", "arcee", "deci", "exaone", "exaone-moe", "exaone4", "granite",
    "granitemoe", "llama", "llama-embed", "llama4", "minicpm", "mistral3", "nanbeige"};
inline constexpr std::array ropeFactorsArchitectures = {"minicpm3", "phi3", "phimoe"};

/// The tensors that llama.cpp asks for in a model of this architecture; none if its RoPE takes no factors.
std::vector<std::string_view> factorTensorsOf(std::string_view architecture);

/// What a GGUF model says of its RoPE, read as llama.cpp reads it (as in llama-cpp-python 0.3.36). In `rope.scaling` stands what it makes
/// of the file: factor 1 where a type is stated without one, yarn_beta_fast and yarn_beta_slow where the architecture reads them, mscale
/// and mscale_all_dim from yarn_log_multiplier, the factors of a tensor beside linear and yarn, which come on top of them.
struct GgufRope {
    std::string architecture; ///< general.architecture
    std::string scalingType; ///< rope.scaling.type; "linear" where only a factor is stated, as llama.cpp takes it; else empty: not stated
    /// The *unscaled* RoPE. rope_theta: rope.freq_base (10000 without it); rotary_dim: rope.dimension_count, or head_dim; head_dim:
    /// attention.key_length, or embedding_length / attention.head_count; L: rope.scaling.original_context_length, or
    /// context_length; rope_type: rope.scaling.type unless it is "none", else "linear" if there is a rope.scaling.factor, else "longrope"
    /// if there are the two lists, else "rope_freqs" if there is that tensor.
    RopeConfig rope;
    // What llama.cpp fills in where it is not stated, and keys that some architectures alone read.
    bool statesFactor = false; ///< rope.scaling.factor, or its older name
    bool statesOriginalLength = false; ///< rope.scaling.original_context_length
    bool statesBetas = false; ///< rope.scaling.yarn_beta_fast or yarn_beta_slow
    std::optional<double> yarnAttnFactor; ///< rope.scaling.yarn_attn_factor
    std::optional<double> yarnLogMultiplier; ///< rope.scaling.yarn_log_multiplier
    std::optional<std::int64_t> slidingWindow; ///< attention.sliding_window
    std::optional<double> slidingTheta; ///< rope.freq_base_swa: the base of layers with a sliding window
    /// The RoPE of those layers where it is another: another base (as stated, or 10000 in the code of Gemma 3 and others), without the
    /// scaling (Gemma 3, Olmo 3, ...), without the tensor's factors (Gemma 4).
    std::optional<RopeConfig> sliding;
    // The factors that the file has, shape [D]; they divide the angle, as ours do.
    std::optional<std::vector<float>> ropeFreqs;
    std::optional<std::vector<float>> ropeFactorsLong;
    std::optional<std::vector<float>> ropeFactorsShort;
};

/// Whether llama.cpp reads rope.scaling.yarn_beta_fast and yarn_beta_slow, or yarn_log_multiplier, in models of this architecture.
bool readsYarnBetas(std::string_view architecture);
bool readsYarnLogMultiplier(std::string_view architecture);

/// Fails with the name of the file and the key; also for a Granite without RoPE. Factors are finite and greater than 0.
Expected<GgufRope> parseGgufRope(const gguf::Header& header, const std::string& where);

} // namespace rotascope
