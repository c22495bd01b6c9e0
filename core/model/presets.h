// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoding/encoding.h"
#include "core/error.h"
#include "core/rope/rope_config.h"

#include <span>
#include <string>
#include <string_view>

namespace rotascope {

/// A public model's RoPE fields, or those of its other position encoding (resources/presets/models.json).
struct Preset {
    RopeConfig rope;
    Encoding encoding = {}; ///< of the few without a RoPE: `rope` holds its channels
    std::string family = {}; ///< the models that it belongs to, e.g. "Llama 3.1"
    std::string source; ///< where the figures were read
    std::string confidence; ///< "good": the model's own configuration; "secondary": a re-implementation's table
    std::string notes; ///< may be empty
};

/// The model of the paper: what a program shows if nothing else was asked for.
inline constexpr std::string_view firstPreset = "meta-llama/Llama-2-7b-hf";

/// All presets, in the order of the file. Only models whose fields are complete.
std::span<const Preset> presets();

/// The preset with this model id. Without an exact match, upper and lower case and the part before the slash do not count.
Expected<Preset> findPreset(std::string_view modelId);

} // namespace rotascope
