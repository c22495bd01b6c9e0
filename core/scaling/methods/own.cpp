// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"
#include "core/scaling/transformers_scaling.h"

namespace rotascope::method {
namespace {

Expected<ScalingTable> make(const MethodInput& input)
{
    if (input.rope.ropeType == "default") {
        return inputError(Sentence::of("own needs a scaling that the source states; it states none"));
    }
    return transformersScaling(input.rope, input.targetLength);
}

} // namespace

extern const Method own;
const Method own = {
    .name = "own",
    .label = Sentence::marked("Own"),
    .description = Sentence::marked("What the model's configuration states, with the factor that it states, at L′."),
    .order = 20,
    .needsOwnScaling = true,
    .make = make,
};

} // namespace rotascope::method
