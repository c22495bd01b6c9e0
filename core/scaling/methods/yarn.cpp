// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/correction_range.h"
#include "core/scaling/method.h"

#include <cmath>

namespace rotascope::method {
namespace {

constexpr double defaultBetaFast = 32.0; // turns within L from which on a dimension is kept
constexpr double defaultBetaSlow = 1.0; // turns within L up to which a dimension is interpolated

double magnitude(double scale, double mscale)
{
    return scale <= 1.0 ? 1.0 : 0.1 * mscale * std::log(scale) + 1.0;
}

// attention_factor where it is stated; else from mscale and mscale_all_dim if both are; else 0.1 ln s + 1 (arXiv 2309.00071, eq. 22).
double attentionFactor(const ScalingParameters& own, double scale)
{
    if (own.attentionFactor) {
        return *own.attentionFactor;
    }
    const double numerator = own.mscale.value_or(0.0);
    const double denominator = own.mscaleAllDim.value_or(0.0);
    if (numerator != 0.0 && denominator != 0.0) {
        return magnitude(scale, numerator) / magnitude(scale, denominator);
    }
    return magnitude(scale, 1.0);
}

// As in Transformers: the ramp runs over dimension indices between the correction dimensions, rounded unless `truncate` is false
// (arXiv 2309.00071, eq. 18-23).
Expected<ScalingTable> make(const MethodInput& input)
{
    if (!input.rope.ropeTheta) {
        return inputError(Sentence::of("yarn needs rope_theta, which this source does not state"));
    }
    const ScalingParameters& own = input.parametersFor("yarn");
    const double scale = input.scale();
    const CorrectionRange range = correctionRange(input.rope, input.pretrainingLength, nonZeroOr(own.betaFast, defaultBetaFast),
        nonZeroOr(own.betaSlow, defaultBetaSlow), own.truncate.value_or(true));
    ScalingTable table{.factors = std::vector<double>(input.rope.dimensions()), .attentionFactor = attentionFactor(own, scale)};
    for (std::size_t i = 0; i < table.factors.size(); ++i) {
        const double interpolated = range.ramp(i);
        // The endpoints are exactly extrapolation and interpolation, so that equal factors are seen as equal.
        if (interpolated == 0.0) {
            table.factors[i] = 1.0;
        } else if (interpolated == 1.0) {
            table.factors[i] = scale;
        } else {
            table.factors[i] = 1.0 / (interpolated / scale + (1.0 - interpolated));
        }
    }
    return table;
}

} // namespace

extern const Method yarn;
const Method yarn = {
    .name = "yarn",
    .label = Sentence::marked("YaRN"),
    .description
    = Sentence::marked("Dimensions with more than 32 turns within L are kept, those with less than one are interpolated, a ramp between."),
    .order = 3,
    .wellKnown = true,
    .make = make,
};

} // namespace rotascope::method
