// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/factor_grid.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

std::vector<double> factorGrid(double scale, std::size_t count)
{
    std::vector<double> factors(count);
    const double last = std::log(1.5 * scale);
    for (std::size_t k = 0; k < count; ++k) {
        factors[k] = std::exp(last * static_cast<double>(k) / static_cast<double>(count - 1));
    }
    factors.front() = 1.0;
    if (scale > 1.0) {
        const auto nearest = std::ranges::min_element(
            factors.begin() + 1, factors.end() - 1, {}, [scale](double factor) { return std::abs(std::log(factor / scale)); });
        *nearest = scale;
    }
    return factors;
}

} // namespace rotascope
