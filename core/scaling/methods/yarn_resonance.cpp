// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"
#include "core/scaling/resonant_table.h"

namespace rotascope::method {

extern const Method yarn;

extern const Method yarn_resonance;
const Method yarn_resonance = {
    .name = "yarn-resonance",
    .label = Sentence::marked("Resonance YaRN"),
    .description = Sentence::marked("YaRN, and every wavelength rounded to whole positions (arXiv 2403.00071)."),
    .order = 9,
    .make = [](const MethodInput& input) -> Expected<ScalingTable> {
        return yarn.make(input).map([&](const ScalingTable& table) { return resonant(input.rope, table); });
    },
};

} // namespace rotascope::method
