// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rope/critical_dimension.h"

#include <algorithm>
#include <numbers>

namespace rotascope {

std::size_t criticalDimension(std::span<const double> frequencies, std::int64_t length)
{
    const auto isSlow = [length](double frequency) { return frequency * static_cast<double>(length) <= 2.0 * std::numbers::pi; };
    return 2 * static_cast<std::size_t>(std::ranges::find_if(frequencies, isSlow) - frequencies.begin());
}

} // namespace rotascope
