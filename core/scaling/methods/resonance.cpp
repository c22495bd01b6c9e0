// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"
#include "core/scaling/resonant_table.h"

namespace rotascope::method {

extern const Method resonance;
const Method resonance = {
    .name = "resonance",
    .label = Sentence::marked("Resonance"),
    .description = Sentence::marked("Nothing is extended, but every wavelength is rounded to whole positions (arXiv 2403.00071)."),
    .order = 10,
    .make = [](const MethodInput& input) -> Expected<ScalingTable> {
        return resonant(input.rope, {.factors = std::vector<double>(input.rope.dimensions(), 1.0)});
    },
};

} // namespace rotascope::method
