// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"

namespace rotascope::method {

extern const Method extrapolation;
const Method extrapolation = {
    .name = "extrapolation",
    .label = Sentence::marked("Extrapolation"),
    .description = Sentence::marked("Every dimension keeps its frequency."),
    .order = 0,
    .forAnyEncoding = true,
    .choiceForAll = Choice::Extrapolation,
    .wellKnown = true,
    .make = [](const MethodInput& input) -> Expected<ScalingTable> {
        return ScalingTable{.factors = std::vector<double>(input.rope.dimensions(), 1.0)};
    },
};

} // namespace rotascope::method
