// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"

namespace rotascope::method {
namespace {

constexpr double defaultLowFreqFactor = 1.0; // turns within L, of Llama 3.1
constexpr double defaultHighFreqFactor = 4.0;

// Wavelengths above L/low are interpolated, those below L/high kept, a ramp in L/wavelength between (Transformers; Llama 3.1).
Expected<ScalingTable> make(const MethodInput& input)
{
    const ScalingParameters& own = input.parametersFor("llama3");
    const double low = own.lowFreqFactor.value_or(defaultLowFreqFactor);
    const double high = own.highFreqFactor.value_or(defaultHighFreqFactor);
    const double scale = input.scale();
    ScalingTable table{.factors = std::vector<double>(input.rope.dimensions(), 1.0)};
    for (std::size_t i = 0; i < table.factors.size(); ++i) {
        const double turns = static_cast<double>(input.pretrainingLength) / input.rope.wavelength(i);
        if (turns < low) {
            table.factors[i] = scale;
        } else if (turns <= high && high > low) { // without a ramp where both are equal (Llama 4 Scout)
            const double kept = (turns - low) / (high - low);
            table.factors[i] = 1.0 / ((1.0 - kept) / scale + kept);
        }
    }
    return table;
}

} // namespace

extern const Method llama3;
const Method llama3 = {
    .name = "llama3",
    .label = Sentence::marked("Llama 3"),
    .description = Sentence::marked(
        "Dimensions with less than one turn within L are interpolated, those with more than four kept, a ramp in the turns between."),
    .order = 7,
    .make = make,
};

} // namespace rotascope::method
