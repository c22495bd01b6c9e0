// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"

#include <cmath>

namespace rotascope::method {
namespace {

// attention_factor where it is stated, else sqrt(1 + ln s / ln L) (arXiv 2402.13753; Transformers).
Expected<double> attentionFactor(const ScalingParameters& own, const MethodInput& input)
{
    const double scale = input.scale();
    if (own.attentionFactor || scale <= 1.0) {
        return own.attentionFactor.value_or(1.0);
    }
    if (input.pretrainingLength < 2) {
        return inputError(Sentence::of("longrope's attention factor needs L of at least 2 positions"));
    }
    return std::sqrt(1.0 + std::log(scale) / std::log(static_cast<double>(input.pretrainingLength)));
}

// Both lists were searched for one model: only a configuration has them. The short one holds up to L, the long one beyond.
Expected<ScalingTable> make(const MethodInput& input)
{
    const ScalingParameters& own = input.parametersFor("longrope");
    const bool isLong = input.targetLength > input.pretrainingLength;
    const std::vector<double>& factors = isLong ? own.longFactor : own.shortFactor;
    if (own.longFactor.empty() || own.shortFactor.empty()) {
        return inputError(Sentence::of("longrope needs short_factor and long_factor, which this source does not state"));
    }
    if (factors.size() != input.rope.dimensions()) {
        return inputError(Sentence::of("{1} has {2} values; longrope needs rotary_dim/2 = {3}", isLong ? "long_factor" : "short_factor",
            std::to_string(factors.size()), std::to_string(input.rope.dimensions())));
    }
    return attentionFactor(own, input).map([&](double attention) {
        return ScalingTable{.factors = factors, .attentionFactor = attention};
    });
}

} // namespace

extern const Method longrope;
const Method longrope = {
    .name = "longrope",
    .label = Sentence::marked("LongRoPE"),
    .description = Sentence::marked("The factors that the model's configuration lists: short_factor up to L, long_factor beyond."),
    .order = 8,
    .make = make,
};

} // namespace rotascope::method
