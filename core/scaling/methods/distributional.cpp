// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"

namespace rotascope::method {
namespace {

// Paper eq. 9: the selection rule has compared the disturbances; here its choices become factors.
Expected<ScalingTable> make(const MethodInput& input)
{
    ScalingTable table{.factors = std::vector<double>(input.rope.dimensions(), 1.0)};
    for (std::size_t i = 0; i < table.factors.size(); ++i) {
        if (input.selected[i] == Choice::Interpolation) {
            table.factors[i] = input.scale();
        }
    }
    return table;
}

} // namespace

extern const Method distributional;
const Method distributional = {
    .name = "distributional",
    .label = Sentence::marked("Distributional"),
    .description = Sentence::marked("Each dimension is interpolated or extrapolated, whichever disturbs its angle distribution less."),
    .order = 4,
    .forAnyEncoding = true,
    .usesSelection = true,
    .wellKnown = true,
    .make = make,
};

} // namespace rotascope::method
