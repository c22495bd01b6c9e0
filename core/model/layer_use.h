// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/field_reader.h"

#include <map>
#include <string>
#include <vector>

namespace rotascope {

/// Which layers of a model rotate, and by which of its RoPEs. Layers are 0-based and rise.
struct LayerUse {
    std::map<std::string, std::vector<int>> layers; ///< by the name of the RoPE ("main" of a model with one); absent: not told
    std::vector<int> unrotated;
};

/// What the fields of a language model tell: `layer_types` and what older files have in its place; `no_rope_layers`, whose 1 is a layer
/// with a RoPE, and the interval that stands for it (Llama 4, SmolLM 3); classes that rotate their sliding-window layers alone (EXAONE 4,
/// Cohere 2). At most 100,000 layers.
LayerUse layerUseOf(FieldReader& top, bool hasSeveralRopes);

} // namespace rotascope
