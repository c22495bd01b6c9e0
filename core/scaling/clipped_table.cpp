// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/clipped_table.h"

#include "core/rope/frozen.h"

#include <algorithm>

namespace rotascope {

ScalingTable clippedTable(const MethodInput& input, const std::function<double(std::size_t j, std::size_t c)>& keptShare)
{
    const std::size_t count = input.rope.dimensions();
    // Those that never complete a turn, or as many as the user says.
    std::size_t first = count - std::min(input.parameters.clipped.value_or(0), count);
    while (!input.parameters.clipped && first > 0 && input.rope.wavelength(first - 1) > static_cast<double>(input.pretrainingLength)) {
        --first;
    }
    ScalingTable table{.factors = std::vector<double>(count, 1.0)};
    for (std::size_t i = first; i < count; ++i) {
        const double share = keptShare(i - first, count - first);
        table.factors[i] = share > 0.0 ? 1.0 / share : frozenFactor;
    }
    return table;
}

} // namespace rotascope
