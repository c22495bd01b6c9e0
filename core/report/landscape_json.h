// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/landscape.h"

#include <string>

namespace rotascope {

/// One JSON object of the schema "rotascope-landscape/1", as `landscape --json` prints it: what every report of an analysis begins with
/// (analysis_head.h), then
///     "factors": [K], ascending
///     "methods": {name: {"mean_disturbance", "optimality_gap"} | {"unavailable"}}
///     "minimum": {"mean_disturbance", "factors": [D]}, the table of each dimension's best factor
///     "dimensions": [{"index", "wavelength", "turns_in_pretraining", "minimum": {"factor", "disturbance"}, "disturbance": [K]}]
/// Doubles read back as the same values. `landscape` is that of `analysis`.
std::string toJson(const Landscape& landscape, const Analysis& analysis);

} // namespace rotascope
