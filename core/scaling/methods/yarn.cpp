// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rotascope::method {
namespace {

constexpr double betaFast = 32.0; // turns within L from which on a dimension is kept
constexpr double betaSlow = 1.0; // turns within L up to which a dimension is interpolated

// The (fractional) index of the dimension that completes `turns` turns within L (arXiv 2309.00071, eq. 17 solved for the index).
double correctionDimension(double turns, const MethodInput& input)
{
    return input.rope.rotaryDim * std::log(static_cast<double>(input.pretrainingLength) / (turns * 2 * std::numbers::pi))
        / (2 * std::log(*input.rope.ropeTheta));
}

// As in Transformers: the ramp runs over dimension indices between the rounded correction dimensions (arXiv 2309.00071, eq. 18-23).
Expected<ScalingTable> make(const MethodInput& input)
{
    if (!input.rope.ropeTheta) {
        return inputError("yarn needs rope_theta, which this source does not state");
    }
    const double last = input.rope.rotaryDim - 1;
    const double low = std::max(std::floor(correctionDimension(betaFast, input)), 0.0);
    double high = std::min(std::ceil(correctionDimension(betaSlow, input)), last);
    if (low == high) {
        high += 0.001; // Transformers' guard against a ramp of no width
    }
    ScalingTable table{.factors = std::vector<double>(input.rope.dimensions()), .attentionFactor = 0.1 * std::log(input.scale()) + 1.0};
    for (std::size_t i = 0; i < table.factors.size(); ++i) {
        const double interpolated = std::clamp((static_cast<double>(i) - low) / (high - low), 0.0, 1.0);
        // The endpoints are exactly extrapolation and interpolation, so that equal factors are seen as equal.
        if (interpolated == 0.0) {
            table.factors[i] = 1.0;
        } else if (interpolated == 1.0) {
            table.factors[i] = input.scale();
        } else {
            table.factors[i] = 1.0 / (interpolated / input.scale() + (1.0 - interpolated));
        }
    }
    return table;
}

} // namespace

extern const Method yarn;
const Method yarn = {
    .name = "yarn",
    .label = "YaRN",
    .description = "Dimensions with more than 32 turns within L are kept, those with less than one are interpolated, a ramp between.",
    .order = 3,
    .make = make,
};

} // namespace rotascope::method
