// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/mrrope_table.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

ScalingTable mrRopeTable(const MethodInput& input, MrRopeGrowth growth)
{
    constexpr double keptTurns = 32.0;
    constexpr double interpolatedTurns = 1.0;
    const std::size_t count = input.rope.dimensions();
    const auto turns
        = [&](std::size_t dimension) { return static_cast<double>(input.pretrainingLength) / input.rope.wavelength(dimension); };
    std::size_t low = 0;
    std::size_t high = count;
    for (std::size_t i = 0; i < count; ++i) {
        low = turns(i) > keptTurns ? i : low;
        high = turns(i) < interpolatedTurns ? std::min(high, i) : high;
    }
    high = std::max(high, low + 1); // no dimension is both where frequencies fall

    const double scale = input.scale();
    const auto n = static_cast<double>(high - low);
    ScalingTable table{.factors = std::vector<double>(count, 1.0), .attentionFactor = scale > 1.0 ? 0.1 * std::log(scale) + 1.0 : 1.0};
    for (std::size_t i = low + 1; i < count; ++i) {
        const double t = std::min(static_cast<double>(i - low), n);
        const double exponent = growth == MrRopeGrowth::Uniform ? t / n : t * (t + 1) / (n * (n + 1));
        table.factors[i] = exponent == 1.0 ? scale : std::pow(scale, exponent);
    }
    return table;
}

} // namespace rotascope
