// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/report/json_text.h"

#include <string_view>

namespace rotascope {

/// What a source says of itself: {"kind", "origin", "model_id", "before", "rope", "window", "rope_theta", "head_dim", "rotary_dim",
/// "rope_type", "start"}; "rope" and "window" where it has some, and of a part of a recording "positions" ("FROM:TO"), "sequences"
/// ("0,2-5"), either of which is null for all, and "tokens".
Json sourceObject(const Source& source, const AnalysisSettings& settings);

/// What every report of an analysis begins with: {"schema", "source", "pretraining_length", "target_length", "measure",
/// "window", "weights", "bins", "samples_per_interval", "notes", "divergence", "epsilon", "engine": {"name", "device", "notices"}}.
/// `engine`: what computed the report's numbers, with its notices.
Json headOf(std::string_view schema, const Analysis& analysis, const EngineInfo& engine, const std::vector<Sentence>& notices);

/// What every report says of a dimension: {"index", "wavelength", "turns_in_pretraining", "weight"}, of M-RoPE also "axis". An infinite
/// wavelength is null.
Json headOf(const Analysis& analysis, Dimension dimension);

} // namespace rotascope
