// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/clipped_table.h"

#include "core/rope/frozen.h"

#include <algorithm>

namespace rotascope {

std::size_t dimensionsWithoutATurn(const RopeConfig& rope, std::int64_t pretrainingLength)
{
    std::size_t count = 0;
    while (count < rope.dimensions() && rope.wavelength(rope.dimensions() - 1 - count) > static_cast<double>(pretrainingLength)) {
        ++count;
    }
    return count;
}

ScalingTable clippedTable(const MethodInput& input, const std::function<double(std::size_t j, std::size_t c)>& keptShare)
{
    const std::size_t count = input.rope.dimensions();
    const std::optional<std::size_t> given = input.parameters.clipped;
    const std::size_t first = count - (given ? std::min(*given, count) : dimensionsWithoutATurn(input.rope, input.pretrainingLength));
    ScalingTable table{.factors = std::vector<double>(count, 1.0)};
    for (std::size_t i = first; i < count; ++i) {
        const double share = keptShare(i - first, count - first);
        table.factors[i] = share > 0.0 ? 1.0 / share : frozenFactor;
    }
    return table;
}

} // namespace rotascope
