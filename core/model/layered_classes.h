// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace rotascope {

/// One of the RoPEs of a class that gives its kinds of layers a RoPE each, though a config.json may state everything on top.
struct LayerRope {
    std::string_view name; ///< of the kind of layers, as `layer_types` and `rope_parameters` have it
    const char*
        thetaField; ///< on top, where the base of these layers stands in the older form; null: nowhere, nor their partial_rotary_factor
    double ropeTheta; ///< where it is not stated
    double partialRotaryFactor = 1.0; ///< where it is not stated
    bool isScaled = true; ///< whether `rope_scaling` on top is for these layers, too
    bool hasNoMagnitude = false; ///< whether a yarn scaling leaves cos and sin as they are unless it states an attention factor
};

/// The RoPEs of a model type whose class has several; empty where it has one or is not known. As Hugging Face Transformers 5.23 has them.
std::span<const LayerRope> layerRopesOf(std::string_view modelType);

/// Whether the class of a model type stops at a scaling that is not stated for each kind of layers: it has no older form.
bool needsObjectForEach(std::string_view modelType);

/// A field on top that tells, in a file whose model type is not known, that there are several.
struct TellingField {
    const char* field;
    std::span<const LayerRope> ropes;
};
std::span<const TellingField> fieldsThatTell();

} // namespace rotascope
