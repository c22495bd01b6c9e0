// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/length_steps.h"

#include "core/angle/position_set.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

std::int64_t targetLengthAt(int step, std::int64_t pretrainingLength)
{
    const std::int64_t eighths = (std::int64_t{stepsInDoubling} + step % stepsInDoubling) << (step / stepsInDoubling);
    return std::min(maxContextLength, (pretrainingLength * eighths + stepsInDoubling / 2) / stepsInDoubling);
}

int stepOf(double scale)
{
    const double doublings = std::floor(std::log2(std::max(1.0, scale)));
    const double share = std::max(0.0, scale / std::exp2(doublings) - 1.0);
    return static_cast<int>(std::lround(std::min<double>(lastLengthStep, stepsInDoubling * (doublings + share))));
}

} // namespace rotascope
