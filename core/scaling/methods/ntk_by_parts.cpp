// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/correction_range.h"
#include "core/scaling/method.h"

#include <cmath>

namespace rotascope::method {
namespace {

// Turns within L between which a dimension passes from NTK-aware to linear, and from original to those two (jquesnelle/yarn,
// LlamaPartNTKScaledRotaryEmbedding: beta_0, beta_1, gamma_0, gamma_1).
constexpr double toLinearFrom = 1.25;
constexpr double toLinearUntil = 0.75;
constexpr double fromOriginal = 16.0;
constexpr double fromOriginalUntil = 2.0;

Expected<ScalingTable> make(const MethodInput& input)
{
    if (!input.rope.ropeTheta) {
        return inputError(Sentence::of("ntk-by-parts needs rope_theta, which this source does not state"));
    }
    const int d = input.rope.rotaryDim;
    const double scale = input.scale();
    const auto range = [&](double fast, double slow) { return correctionRange(input.rope, input.pretrainingLength, fast, slow); };
    const CorrectionRange toLinear = range(toLinearFrom, toLinearUntil);
    const CorrectionRange toScaled = range(fromOriginal, fromOriginalUntil);
    ScalingTable table{.factors = std::vector<double>(input.rope.dimensions(), 1.0)};
    for (std::size_t i = 0; i < table.factors.size(); ++i) {
        const double linear = toLinear.ramp(i);
        const double scaled = toScaled.ramp(i);
        // The endpoints are exactly extrapolation and interpolation, so that equal factors are seen as equal.
        if (linear == 1.0 && scaled == 1.0) {
            table.factors[i] = scale;
        } else if (scaled > 0.0) {
            const double ntk = i == 0 ? 1.0 : std::pow(scale, -2.0 * static_cast<double>(i) / (d - 2));
            table.factors[i] = 1.0 / (scaled * (linear / scale + (1.0 - linear) * ntk) + (1.0 - scaled));
        }
    }
    return table;
}

} // namespace

extern const Method ntk_by_parts;
const Method ntk_by_parts = {
    .name = "ntk-by-parts",
    .label = Sentence::marked("NTK-by-parts"),
    .description = Sentence::marked(
        "Dimensions with more than 16 turns within L are kept, those with about one or less are interpolated, NTK-aware between."),
    .order = 5,
    .make = make,
};

} // namespace rotascope::method
