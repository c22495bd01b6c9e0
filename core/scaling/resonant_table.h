// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rope/rope_config.h"
#include "core/scaling/scaling_table.h"

namespace rotascope {

/// Resonance RoPE (arXiv 2403.00071, algorithm 1) on top of a table: every extended wavelength is rounded to whole positions (ties to
/// even, at least 1), so that positions of the extension meet the same angles as those of pre-training. Dimensions that do not turn
/// are kept. `table` has as many factors as the RoPE has dimensions.
ScalingTable resonant(const RopeConfig& rope, ScalingTable table);

} // namespace rotascope
