// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scaling/method.h"

#include <functional>

namespace rotascope {

/// How many dimensions, the last ones, never complete a turn within L.
std::size_t dimensionsWithoutATurn(const RopeConfig& rope, std::int64_t pretrainingLength);

/// Changes the dimensions that never complete a turn within L, or the last ones, as many as the user says, and keeps all others: the j-th
/// of the c slowest, counted from the fastest of them, keeps keptShare(j, c) of its frequency; 0 freezes it. Those are the last c
/// dimensions, since frequencies fall.
ScalingTable clippedTable(const MethodInput& input, const std::function<double(std::size_t j, std::size_t c)>& keptShare);

} // namespace rotascope
