// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"
#include "core/scaling/mrrope_table.h"

namespace rotascope::method {

extern const Method mrrope_pro;
const Method mrrope_pro = {
    .name = "mrrope-pro",
    .label = Sentence::marked("MrRoPE-Pro"),
    .description = Sentence::marked("As MrRoPE-Uni, but the steps between grow with the dimension (arXiv 2601.22181)."),
    .order = 13,
    .make = [](const MethodInput& input) -> Expected<ScalingTable> { return mrRopeTable(input, MrRopeGrowth::Progressive); },
};

} // namespace rotascope::method
