// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"

#include <cmath>

namespace rotascope::method {
namespace {

// base' = base * s^(d/(d-2)), hence theta_i / theta'_i = s^(2i/(d-2)): the last dimension is interpolated, the first kept.
Expected<ScalingTable> make(const MethodInput& input)
{
    ScalingTable table{.factors = std::vector<double>(input.rope.dimensions(), 1.0)};
    for (std::size_t i = 1; i < table.factors.size(); ++i) {
        table.factors[i] = std::pow(input.scale(), 2.0 * static_cast<double>(i) / (input.rope.rotaryDim - 2));
    }
    return table;
}

} // namespace

extern const Method ntk;
const Method ntk = {
    .name = "ntk",
    .label = Sentence::marked("NTK-aware"),
    .description = Sentence::marked("The base grows to base * s^(d/(d-2)): fast dimensions are kept, the slowest is interpolated."),
    .order = 2,
    .wellKnown = true,
    .make = make,
};

} // namespace rotascope::method
