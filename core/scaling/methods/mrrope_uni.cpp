// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"
#include "core/scaling/mrrope_table.h"

namespace rotascope::method {

extern const Method mrrope_uni;
const Method mrrope_uni = {
    .name = "mrrope-uni",
    .label = Sentence::marked("MrRoPE-Uni"),
    .description = Sentence::marked(
        "Dimensions with more than 32 turns within L are kept, those with less than one interpolated, equal steps in log s between."),
    .order = 12,
    .make = [](const MethodInput& input) -> Expected<ScalingTable> { return mrRopeTable(input, MrRopeGrowth::Uniform); },
};

} // namespace rotascope::method
