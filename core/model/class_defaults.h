// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace rotascope {

/// What the configuration class of a model type fills in where a config.json leaves a field out. Files of multimodal models often do:
/// Transformers writes the fields of `text_config` that differ from these alone.
struct ClassDefaults {
    std::string_view modelType;
    double ropeTheta;
    int headDim; ///< 0: hidden_size / num_attention_heads
    int hiddenSize;
    int attentionHeads;
    std::int64_t maxPositionEmbeddings;
    double partialRotaryFactor = 1.0;
    bool isLatentAttention = false; ///< multi-head latent attention: headDim is qk_rope_head_dim
    int fullHeadDim = 0; ///< of layers with full attention, where it is another
    /// The rope_parameters, as JSON, that a file without any runs with, where they are scaled or there is one for each kind of layers.
    /// Empty: one unscaled RoPE.
    std::string_view ropeParameters = {};
};

/// The defaults of a model type in Hugging Face Transformers 5.23; null where they are not known.
const ClassDefaults* classDefaultsOf(std::string_view modelType);

/// Whether Transformers 5.23 does anything with the older form, `rope_scaling`, of a model type.
bool readsRopeScaling(std::string_view modelType);

} // namespace rotascope
