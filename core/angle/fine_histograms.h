// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/angle_histogram.h"

#include <cstdint>

namespace rotascope {

/// Recorded angles that are counted once are counted so finely: 2^4 * 3^2 * 5^2 * 7, which has 90 divisors.
inline constexpr std::uint32_t fineIntervals = 25200;

/// Whether histograms of so many intervals follow from fine ones.
constexpr bool followsFromFine(std::uint32_t intervals)
{
    return intervals >= minIntervals && fineIntervals % intervals == 0;
}

/// The histograms of `intervals` that fine ones tell, equal to the bit to those counted from the same recorded angles: no float32 lies so
/// close to an edge that rounding could put it on the other side (a test looks at both neighbours of every edge).
/// `fine` has a multiple of `intervals`.
AngleHistograms coarsened(const AngleHistograms& fine, std::uint32_t intervals);

} // namespace rotascope
