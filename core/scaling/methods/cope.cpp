// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/clipped_table.h"

#include <cmath>
#include <numbers>

namespace rotascope::method {
namespace {

// Half a cosine, from all of the frequency to none (arXiv 2602.05258). A single dimension is where it begins, and keeps all.
double cosineTaper(std::size_t j, std::size_t c)
{
    const double part = c > 1 ? static_cast<double>(j) / static_cast<double>(c - 1) : 0.0;
    return j + 1 == c && c > 1 ? 0.0 : 0.5 * (1.0 + std::cos(std::numbers::pi * part));
}

} // namespace

extern const Method cope;
const Method cope = {
    .name = "cope",
    .label = Sentence::marked("CoPE"),
    .description
    = Sentence::marked("Dimensions that never complete a turn within L are slowed down along a cosine, the last of them to a stop."),
    .order = 15,
    .parameter = MethodParameter::Clipped,
    .make = [](const MethodInput& input) -> Expected<ScalingTable> { return clippedTable(input, cosineTaper); },
};

} // namespace rotascope::method
