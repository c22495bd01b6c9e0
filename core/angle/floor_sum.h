// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/turn.h"

#include <cstdint>
#include <span>
#include <vector>

namespace rotascope {

/// Counts, without a loop over positions, how many of the positions 0 ... count-1 have an angle at or beyond an edge c:
///     #{m : turn*m mod 2^64 >= c} = sum floor((turn*m + 2^64 - c)/2^64) - sum floor(turn*m/2^64)
/// Each sum is evaluated by the Euclid-like "floor sum" recursion in O(log count) levels. Modulus, multiplier and quotient of
/// a level do not depend on the edge: they are found once for a turn and used for all of its edges.
class FloorSum {
public:
    /// 0 <= count < 2^63.
    FloorSum(Turn turn, std::uint64_t count);

    /// For each edge, in place: how many positions have phase >= edge. For edge 0 that is every position.
    void countAtOrAbove(std::span<std::uint64_t> edges) const;

private:
    // One level of the recursion: sum over m < n of floor((multiplier*m + offset) / modulus).
    struct Level {
        std::uint64_t modulus;
        std::uint64_t multiplier; // reduced: less than the modulus
        std::uint64_t quotient; // what was taken out of the multiplier when it was reduced
    };

    // For each offset, in place: sum over m < count of floor((turn*m + offset)/2^64), mod 2^64.
    void sums(std::span<std::uint64_t> offsets) const;

    Turn m_turn;
    std::uint64_t m_count;
    std::vector<Level> m_levels;
};

} // namespace rotascope
