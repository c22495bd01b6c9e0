// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/field_reader.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// Which layers of a model rotate, and by which of its RoPEs. Layers are 0-based and rise.
struct LayerUse {
    std::map<std::string, std::vector<int>> layers; ///< by the name of the RoPE ("main" of a model with one); absent: not told
    std::string only; ///< the kind of all layers, if the file names none and the class then has one kind; else empty
    std::vector<int> unrotated;
    std::map<std::string, std::int64_t> windows; ///< the same: positions that its layers attend to; absent: all, or not told
};

/// What the fields of a language model tell: `layer_types` and what older files have in its place; `no_rope_layers`, whose 1 is a layer
/// with a RoPE, and the interval that stands for it (Llama 4, SmolLM 3); classes that rotate their sliding-window layers alone (EXAONE 4,
/// Cohere 2). At most 100,000 layers. A RoPE has a window where all of its layers slide: `sliding_window`, half of ModernBERT's
/// `local_attention`, which looks both ways, else what the class fills in (Transformers 5.23).
/// `ropes`: their names; "main" alone is for all layers, others for the layers of their name.
LayerUse layerUseOf(FieldReader& top, std::span<const std::string> ropes);

} // namespace rotascope
