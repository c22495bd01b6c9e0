// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/lint.h"
#include "core/lint/stated_rope.h"

namespace rotascope {

/// What each engine does with one RoPE of a config.json.
std::vector<EngineReading> engineReadings(const StatedRope& stated);

} // namespace rotascope
