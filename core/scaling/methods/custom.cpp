// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"

namespace rotascope::method {
namespace {

Expected<ScalingTable> make(const MethodInput& input)
{
    if (input.custom == nullptr) {
        return inputError(Sentence::of("custom needs a table of your own, which is not given"));
    }
    if (input.custom->factors.size() != input.rope.dimensions()) {
        return inputError(Sentence::of("the table of your own has {1} factors; expected rotary_dim/2 = {2}",
            std::to_string(input.custom->factors.size()), std::to_string(input.rope.dimensions())));
    }
    return *input.custom;
}

} // namespace

extern const Method custom;
const Method custom = {
    .name = "custom",
    .label = Sentence::marked("Custom"),
    .description = Sentence::marked("A table of your own, as it was exported."),
    .order = 21,
    .needsTable = true,
    .forAnyEncoding = true,
    .make = make,
};

} // namespace rotascope::method
