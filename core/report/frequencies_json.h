// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rope/rope_config.h"
#include "core/scaling/own_frequencies.h"

#include <ostream>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// One RoPE of a model with what it applies to a sequence.
struct RopeFrequencies {
    std::string name;
    std::vector<int> layers; ///< 0-based; empty where the source does not tell
    RopeConfig rope;
    OwnFrequencies own;
};

/// Prints one JSON object of the schema "rotascope-frequencies/1", as `frequencies --json` does: {"schema", "ropes": [{"name", "layers",
/// "original_length", "trained_length", "window", "inv_freq": [D], "factors": [D], "attention_factor", "softmax_factor"}]}. inv_freq are
/// the float32 values; window is null where layers attend to all positions; a factor of a dimension that never turns is "inf"; factors and
/// softmax_factor are null where they are not known.
void printJson(std::ostream& out, std::span<const RopeFrequencies> ropes);

} // namespace rotascope
