// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/rope/rope_config.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace rotascope {

/// What a model itself applies to a sequence: the scaling that its configuration states, or none.
struct OwnFrequencies {
    std::vector<float> invFreq; ///< shape [D], rad per position, as a float32 engine (Transformers) has them; 0: frozen, never turns
    /// Shape [D]: rope_theta^(-2i/d) / frequency, exact; infinite where the dimension is frozen. Empty where rope_theta is not known of a
    /// recording of a scaled model, which holds the quotients alone.
    std::vector<double> factors;
    double attentionFactor = 1.0; ///< multiplies cos and sin
    /// Multiplies the scale of the attention's softmax (softmaxFactorOf()); absent where it is not known.
    std::optional<double> softmaxFactor = 1.0;
};

/// For a sequence of this many positions (dynamic and longrope depend on it). Fails where a parameter that the rope_type needs is missing.
Expected<OwnFrequencies> ownFrequencies(const RopeConfig& rope, std::int64_t sequenceLength);

/// What a recording says that its model applied: the frequencies are the recorded ones, and their factors follow from rope_theta (1 where
/// they are 1 but for the rounding of float32). A softmax factor is not recorded. No parameter of the rope_type is needed. `recorded`: as
/// the recording has it.
OwnFrequencies recordedFrequencies(const RopeConfig& recorded);

/// What multi-head latent attention with a yarn scaling multiplies its softmax by: (0.1 mscale_all_dim ln factor + 1)^2 (DeepSeek-V3); else
/// 1.
double softmaxFactorOf(const RopeConfig& rope);

/// Whether a model of this type was trained with the scaling that it states (llama3 and longrope always, the factors in a GGUF file, others
/// by the model type), so that it is no switch that users set themselves, as yarn on a Qwen is.
bool isTrainedScaling(const RopeConfig& rope);

} // namespace rotascope
