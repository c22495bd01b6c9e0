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

namespace {

// Recorded frequencies are float32.
bool isStandard(const RopeConfig& rope)
{
    const std::vector<double> standard = standardInvFreq(*rope.ropeTheta, rope.rotaryDim);
    return std::ranges::equal(rope.invFreq, standard, [](double a, double b) { return std::abs(a - b) <= 1e-4 * b; });
}

// The index at which falling frequencies pass this one.
double indexOfFrequency(const std::vector<double>& invFreq, double frequency)
{
    const auto next = std::ranges::find_if(invFreq, [frequency](double other) { return other < frequency; });
    const auto index = static_cast<double>(next - invFreq.begin());
    if (next == invFreq.begin() || next == invFreq.end() || *next == 0.0) {
        return index;
    }
    const double before = *(next - 1);
    return index - 1 + std::log(before / frequency) / std::log(before / *next);
}

} // namespace

CorrectionRange correctionRange(const RopeConfig& rope, std::int64_t length, double fastTurns, double slowTurns, bool truncate)
{
    const bool byFormula = isStandard(rope);
    // The (fractional) index of the dimension that makes so many turns within the length.
    const auto indexOf = [&](double turns) {
        const double frequency = 2 * std::numbers::pi * turns / static_cast<double>(length);
        return byFormula
            ? rope.rotaryDim * std::log(static_cast<double>(length) / (turns * 2 * std::numbers::pi)) / (2 * std::log(*rope.ropeTheta))
            : indexOfFrequency(rope.invFreq, frequency);
    };
    double low = indexOf(fastTurns);
    double high = indexOf(slowTurns);
    if (truncate) {
        low = std::floor(low);
        high = std::ceil(high);
    }
    low = std::max(low, 0.0);
    high = std::min(high, static_cast<double>(rope.rotaryDim - 1));
    if (low == high) {
        high += 0.001;
    }
    return {low, high};
}

} // namespace rotascope
