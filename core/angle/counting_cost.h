// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace rotascope {

/// How long each of both ways (angle_histogram.h) takes to count the positions 0 ... length-1 of one dimension, in seconds on one core.
struct CountingCost {
    double loop;
    double floorSum;
};

/// How many times as long a weighted floor sum takes (docs/benchmarks.md).
inline constexpr double weightedCostRatio = 2.0;

/// Estimated from a measurement of both ways on this machine, which the first call makes in a millisecond; the first with more than 16384
/// intervals takes some 15 ms more, because what is written then no longer fits the caches that are near. Right within a factor of some 1.3
/// (docs/benchmarks.md).
CountingCost countingCost(std::uint64_t length, std::size_t intervals);

} // namespace rotascope
