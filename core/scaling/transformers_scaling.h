// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/rope/rope_config.h"
#include "core/scaling/scaling_table.h"

#include <cstdint>
#include <vector>

namespace rotascope {

/// A model's own scaling: the table that Hugging Face Transformers applies to a sequence of this length (positions; dynamic and
/// longrope depend on it), exact. Unlike in an analysis, where s = L′/L, the scale is the `factor` that the configuration states;
/// where yarn and longrope state none, max_position_embeddings / original_max_position_embeddings.
/// What a GGUF model states beside its type (`factors`, `magnitude`) multiplies that, as in llama.cpp.
/// Fails where a parameter that the rope_type needs is missing.
Expected<ScalingTable> transformersScaling(const RopeConfig& rope, std::int64_t sequenceLength);

/// The same as the inverse frequencies that Transformers (5.x) holds, shape [D], rad per position: its float32 operations in its
/// order. Against transformersScaling() they are off by some units in the last place, mostly because 2i/d is rounded before it
/// becomes an exponent. Only tests call it: it is how transformersScaling() is checked against Transformers itself. Equal to Transformers'
/// own but for the last place of a power, which no standard fixes.
Expected<std::vector<float>> transformersInvFreq(const RopeConfig& rope, std::int64_t sequenceLength);

/// What a float32 engine holds for any table, shape [D], rad per position: Transformers' longrope formula, in which tables are
/// exported. Where inv_freq is not rope_theta^(-2i/d) itself, the rounded quotient of the rounded numbers.
std::vector<float> float32InvFreq(const RopeConfig& rope, const ScalingTable& table);

} // namespace rotascope
