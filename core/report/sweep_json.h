// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/length_sweep.h"

#include <string>

namespace rotascope {

/// One JSON object of the schema "rotascope-sweep/1", as `sweep --json` prints it: what every report of an analysis begins with
/// (analysis_head.h), then
///     "lengths": [N], ascending
///     "methods": {name: {"factors": [D], "mean_disturbance": [N], "disturbance": [N][D]} | {"unavailable"}}
/// Each table is the one made for L′. Doubles read back as the same values. `sweep` is that of `analysis`.
std::string toJson(const LengthSweep& sweep, const Analysis& analysis);

} // namespace rotascope
