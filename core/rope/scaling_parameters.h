// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace rotascope {

/// What a model's configuration states about its own scaling (`rope_parameters` or `rope_scaling`), named as Hugging Face
/// Transformers names it; absent where the configuration does not state it. Which of them a rope_type reads is said beside its
/// method (core/scaling/methods); RopeConfig::ropeType is the type that they are for.
struct ScalingParameters {
    std::optional<double> factor = {}; ///< all types; > 0. Configured length / original length
    std::optional<double> attentionFactor = {}; ///< yarn, longrope; >= 0
    std::optional<double> betaFast = {}; ///< yarn: turns within L from which on a dimension is kept
    std::optional<double> betaSlow = {}; ///< yarn: turns within L up to which a dimension is interpolated
    std::optional<bool> truncate = {}; ///< yarn: whether the correction range is rounded to whole dimensions
    std::optional<double> mscale = {}; ///< yarn: numerator of the attention factor
    std::optional<double> mscaleAllDim = {}; ///< yarn: denominator of the attention factor
    std::optional<double> lowFreqFactor = {}; ///< llama3: turns within L below which a dimension is interpolated
    std::optional<double> highFreqFactor = {}; ///< llama3: turns within L above which a dimension is kept
    std::optional<double> alpha = {}; ///< Hunyuan: the base is multiplied by alpha^(d/(d-2)) at every length; RopeConfig has the product
    /// dynamic, of nomic_bert (max_trained_positions): the length beyond which the base grows, in place of max_position_embeddings.
    std::optional<std::int64_t> growsBeyond = {};
    std::optional<double> queryScaleBeta = {}; ///< llama_4_scaling_beta: queries grow by 1 + beta ln(1 + floor(position / original length))
    std::vector<double> shortFactor = {}; ///< longrope: factors up to L; shape [D] if it is right, empty if absent; each > 0
    std::vector<double> longFactor = {}; ///< longrope: factors beyond L; the same
    /// GGUF: the factors in the file's tensors, at every length, shape [D]; infinite: frozen. llama.cpp divides by them whatever the type
    /// says, so that those of linear and yarn come on top.
    std::vector<double> factors = {};
    std::optional<double> magnitude = {}; ///< GGUF (attn_factor): multiplies the magnitude that follows from all else

    friend bool operator==(const ScalingParameters&, const ScalingParameters&) = default;
};

} // namespace rotascope
