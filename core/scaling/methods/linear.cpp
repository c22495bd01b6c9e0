// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"

namespace rotascope::method {

extern const Method linear;
const Method linear = {
    .name = "linear",
    .label = Sentence::marked("Linear (PI)"),
    .description = Sentence::marked("Position interpolation: every frequency is divided by s = L′/L (arXiv 2306.15595)."),
    .order = 1,
    .forAnyEncoding = true,
    .choiceForAll = Choice::Interpolation,
    .wellKnown = true,
    .make = [](const MethodInput& input) -> Expected<ScalingTable> {
        return ScalingTable{.factors = std::vector<double>(input.rope.dimensions(), input.scale())};
    },
};

} // namespace rotascope::method
