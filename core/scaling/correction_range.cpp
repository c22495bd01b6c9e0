// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/correction_range.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rotascope {

double CorrectionRange::ramp(std::size_t dimension) const
{
    return std::clamp((static_cast<double>(dimension) - low) / (high - low), 0.0, 1.0);
}

CorrectionRange correctionRange(double ropeTheta, int rotaryDim, std::int64_t length, double fastTurns, double slowTurns, bool truncate)
{
    // The (fractional) index of the dimension that makes so many turns within the length.
    const auto indexOf = [&](double turns) {
        return rotaryDim * std::log(static_cast<double>(length) / (turns * 2 * std::numbers::pi)) / (2 * std::log(ropeTheta));
    };
    double low = indexOf(fastTurns);
    double high = indexOf(slowTurns);
    if (truncate) {
        low = std::floor(low);
        high = std::ceil(high);
    }
    low = std::max(low, 0.0);
    high = std::min(high, static_cast<double>(rotaryDim - 1));
    if (low == high) {
        high += 0.001;
    }
    return {low, high};
}

} // namespace rotascope
