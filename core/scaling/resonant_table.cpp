// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/resonant_table.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

ScalingTable resonant(const RopeConfig& rope, ScalingTable table)
{
    for (std::size_t i = 0; i < table.factors.size(); ++i) {
        const double wavelength = rope.wavelength(i);
        if (std::isfinite(wavelength)) {
            table.factors[i] = std::max(std::nearbyint(wavelength * table.factors[i]), 1.0) / wavelength;
        }
    }
    return table;
}

} // namespace rotascope
