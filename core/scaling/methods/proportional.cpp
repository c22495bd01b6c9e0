// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"

#include <cmath>

namespace rotascope::method {
namespace {

// inv_freq = rope_theta^(-2i/head_dim) / s for the dimensions that turn: partial rotary with the exponent of the whole head. Where d
// is head_dim (all of the head is rotated, or the source is proportional itself) that is linear interpolation.
Expected<ScalingTable> make(const MethodInput& input)
{
    const RopeConfig& rope = input.rope;
    ScalingTable table{.factors = std::vector<double>(rope.dimensions(), input.scale())};
    if (rope.headDim == rope.rotaryDim) {
        return table;
    }
    if (rope.headDim < 1 || !rope.ropeTheta) {
        return inputError(Sentence::of("proportional needs head_dim and rope_theta, which this source does not state"));
    }
    for (std::size_t i = 1; i < table.factors.size(); ++i) {
        const double components = 2.0 * static_cast<double>(i);
        table.factors[i] *= std::pow(*rope.ropeTheta, components / rope.headDim - components / rope.rotaryDim);
    }
    return table;
}

} // namespace

extern const Method proportional;
const Method proportional = {
    .name = "proportional",
    .label = Sentence::marked("Proportional"),
    .description
    = Sentence::marked("Linear, with the frequencies that the rotated part of the head would have if all of it were rotated (Gemma 4)."),
    .order = 11,
    .make = make,
};

} // namespace rotascope::method
