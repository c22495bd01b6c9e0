// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/rope/rope_config.h"

#include <cstdint>
#include <vector>

namespace rotascope {

/// What a model itself applies to a sequence: the scaling that its configuration states, or none.
struct OwnFrequencies {
    std::vector<float> invFreq; ///< shape [D], rad per position, as a float32 engine (Transformers) has them; 0: frozen, never turns
    std::vector<double> factors; ///< shape [D]: rope_theta^(-2i/d) / frequency, exact; infinite where the dimension is frozen
    double attentionFactor = 1.0; ///< multiplies cos and sin
    double softmaxFactor = 1.0; ///< multiplies the scale of the attention's softmax (softmaxFactorOf())
};

/// For a sequence of this many positions (dynamic and longrope depend on it). Fails where a parameter that the rope_type needs is missing.
Expected<OwnFrequencies> ownFrequencies(const RopeConfig& rope, std::int64_t sequenceLength);

/// What multi-head latent attention with a yarn scaling multiplies its softmax by: (0.1 mscale_all_dim ln factor + 1)^2 (DeepSeek-V3); else
/// 1.
double softmaxFactorOf(const RopeConfig& rope);

/// Whether a model of this type was trained with the scaling that it states (llama3 and longrope always, GGUF's rope_freqs, others by the
/// model type), so that it is no switch that users set themselves, as yarn on a Qwen is.
bool isTrainedScaling(const RopeConfig& rope);

} // namespace rotascope
