// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace rotascope {

/// The steps of the slider of L′, from L (step 0) to 64 L (the last): eighths of a doubling, 1, 1.125, 1.25 ... 2, 2.25 ... times L.
inline constexpr int stepsInDoubling = 8;
inline constexpr int lastLengthStep = 6 * stepsInDoubling;

/// The target length at a step 0 ... lastLengthStep, in positions; at most maxContextLength.
std::int64_t targetLengthAt(int step, std::int64_t pretrainingLength);

/// The step nearest to the scale s = L′/L, 0 ... lastLengthStep.
int stepOf(double scale);

} // namespace rotascope
