// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"

#include <algorithm>
#include <cmath>

namespace rotascope::method {
namespace {

// base' = base * (f l/L - (f - 1))^(d/(d-2)) with l = max(L′, L), as Transformers has it. The sequence length is L′ itself, so the
// factor f is a parameter of its own: the configuration's where its rope_type is dynamic, else s.
Expected<ScalingTable> make(const MethodInput& input)
{
    const double factor = input.factor.value_or(input.parametersFor("dynamic").factor.value_or(input.scale()));
    const auto pretraining = static_cast<double>(input.pretrainingLength);
    const double length = std::max(static_cast<double>(input.targetLength), pretraining);
    const double growth = factor * length / pretraining - (factor - 1.0);
    ScalingTable table{.factors = std::vector<double>(input.rope.dimensions(), 1.0)};
    for (std::size_t i = 1; i < table.factors.size(); ++i) {
        table.factors[i] = std::pow(growth, 2.0 * static_cast<double>(i) / (input.rope.rotaryDim - 2));
    }
    return table;
}

} // namespace

extern const Method dynamic;
const Method dynamic = {
    .name = "dynamic",
    .label = Sentence::marked("Dynamic NTK"),
    .description
    = Sentence::marked("NTK-aware with a base that grows with the sequence: base * (f l/L - (f - 1))^(d/(d-2)), here at l = L′."),
    .order = 6,
    .make = make,
};

} // namespace rotascope::method
