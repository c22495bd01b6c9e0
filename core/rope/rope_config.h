// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/rope/scaling_parameters.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

/// What is known of one rotary position embedding, as it was in pre-training: the input of every analysis. Field names are
/// those of Hugging Face configurations. D = rotaryDim / 2 dimensions (rotary pairs), 0-based.
struct RopeConfig {
    std::string modelId = {}; ///< e.g. "meta-llama/Llama-2-7b-hf"; may be empty
    std::string modelType = {}; ///< model_type as the source states it, e.g. "deepseek_v3"; may be empty
    std::optional<double> ropeTheta = {}; ///< frequency base; absent where only inv_freq is known
    int headDim = 0; ///< components of an attention head; of multi-head latent attention those that are rotated
    bool isLatentAttention = false; ///< multi-head latent attention: headDim is qk_rope_head_dim
    int rotaryDim = 0; ///< d: components that are rotated, even
    std::optional<std::int64_t> originalMaxPositionEmbeddings = {}; ///< L, positions
    std::optional<std::int64_t> maxPositionEmbeddings = {}; ///< positions the model is configured for
    std::optional<std::int64_t> window = {}; ///< positions that each layer of this RoPE attends to; absent: all, or not told
    std::string ropeType = "default"; ///< rope_type as the source states it
    double attentionFactor = 1.0; ///< as the source states it
    ScalingParameters scaling = {}; ///< what the source states about its own scaling; the analysis's "before" is without it
    std::vector<double> invFreq = {}; ///< shape [D], rad per position, of the unscaled RoPE
    std::vector<int> axis = {}; ///< shape [D]: position axis of each dimension (M-RoPE); empty = all 0

    /// The positions that the model with its own scaling was trained for: those it is configured for, else L. Absent where the source
    /// states neither.
    [[nodiscard]] std::optional<std::int64_t> trainedLength() const;
    /// L to begin with: the stated one, or for layers with a sliding window that window. Attention depends on distances alone, and these
    /// layers see only distances 0 ... window-1, however long the text. Absent where the source states none.
    [[nodiscard]] std::optional<std::int64_t> attendedLength() const;
    /// Whether that is the window.
    [[nodiscard]] bool isWithinWindow() const { return window && window == attendedLength(); }
    /// D: the number of dimensions (rotary pairs).
    [[nodiscard]] std::size_t dimensions() const { return invFreq.size(); }
    /// Wavelength of a dimension in positions, 2 pi / inv_freq; infinite where the frequency is 0.
    [[nodiscard]] double wavelength(std::size_t dimension) const;
};

/// inv_freq of the unscaled RoPE: ropeTheta^(-2i/rotaryDim), shape [rotaryDim/2], rad per position (RoFormer, eq. 15).
std::vector<double> standardInvFreq(double ropeTheta, int rotaryDim);

/// inv_freq of a *proportional* RoPE (Gemma 4): the first floor(p * headDim / 2) dimensions are ropeTheta^(-2i/headDim), the others
/// do not turn at all. Shape [headDim/2], rad per position.
std::vector<double> proportionalInvFreq(double ropeTheta, int headDim, double partialRotaryFactor);

/// d = int(headDim * partialRotaryFactor), as Transformers computes it.
int rotaryDimOf(int headDim, double partialRotaryFactor);

/// What a source calls the values that validate() checks, for its messages; unless it says otherwise as Hugging Face configurations do.
struct RopeFieldNames {
    std::string ropeTheta = "rope_theta";
    std::string headDim = "head_dim";
    std::string rotaryDim = "rotary_dim";
    std::string originalMaxPositionEmbeddings = "original_max_position_embeddings";
    std::string maxPositionEmbeddings = "max_position_embeddings";
    std::string window = "sliding_window";
};

/// Checks a configuration from outside: rope_theta > 1 and at most maxFrequency, rotary_dim even and > 0 and at most head_dim (where that
/// is given), lengths > 0 and at most maxContextLength, inv_freq finite and not negative with D values, axes within 0 ... 2.
/// `where` begins the message, e.g. the file and the place in it.
Expected<void> validate(const RopeConfig& rope, const std::string& where, const RopeFieldNames& names = {});

} // namespace rotascope
