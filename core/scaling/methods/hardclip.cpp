// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/clipped_table.h"

namespace rotascope::method {

extern const Method hardclip;
const Method hardclip = {
    .name = "hardclip",
    .label = Sentence::marked("HardClip"),
    .description
    = Sentence::marked("Dimensions that never complete a turn within L are frozen: they turn no more (p-RoPE, arXiv 2410.06205)."),
    .order = 16,
    .parameter = MethodParameter::Clipped,
    .make
    = [](const MethodInput& input) -> Expected<ScalingTable> { return clippedTable(input, [](std::size_t, std::size_t) { return 0.0; }); },
};

} // namespace rotascope::method
