// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"

#include <algorithm>

namespace rotascope::method {
namespace {

ScalingTable interpolated(const MethodInput& input, const DimensionRange& band)
{
    ScalingTable table{.factors = std::vector<double>(input.rope.dimensions(), 1.0)};
    std::fill(table.factors.begin() + static_cast<std::ptrdiff_t>(band.first),
        table.factors.begin() + static_cast<std::ptrdiff_t>(band.end), input.scale());
    return table;
}

// The run of dimensions whose interpolation gains most together, in one pass: the best run that ends at a dimension is the best that ends
// before it, with the dimension, or begins there. Of equal runs the first and shortest is taken; nothing is interpolated where
// nothing gains.
Expected<ScalingTable> make(const MethodInput& input)
{
    const std::size_t count = input.rope.dimensions();
    if (input.parameters.band) {
        return interpolated(input, *input.parameters.band);
    }
    if (input.extrapolated.size() != count || input.interpolated.size() != count) {
        return inputError(Sentence::of("band needs disturbances to choose its dimensions; expected an analysis"));
    }
    double gain = 0.0;
    double most = 0.0;
    std::size_t begin = 0;
    std::size_t first = 0;
    std::size_t end = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (gain <= 0.0) {
            gain = 0.0;
            begin = i;
        }
        gain += input.extrapolated[i] - input.interpolated[i];
        if (gain > most) {
            most = gain;
            first = begin;
            end = i + 1;
        }
    }
    return interpolated(input, {first, end});
}

} // namespace

extern const Method band;
const Method band = {
    .name = "band",
    .label = Sentence::marked("Band"),
    .description = Sentence::marked(
        "One run of neighbouring dimensions is interpolated, the run that lowers the mean disturbance most; all others are kept."),
    .order = 17,
    .forAnyEncoding = true,
    .parameter = MethodParameter::Band,
    .make = make,
};

} // namespace rotascope::method
