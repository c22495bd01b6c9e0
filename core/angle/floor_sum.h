// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How many angles lie beyond an edge of the circle, without a loop over positions. Shared with the CUDA engine.

#include "core/angle/division.h"
#include "core/angle/turn.h"

#include <cstdint>
#include <span>
#include <vector>

namespace rotascope {

/// One level of the recursion: sum over m < n of floor((multiplier*m + offset) / modulus). Depends on the turn alone, so it is
/// found once and used for all edges.
struct FloorSumLevel {
    Divisor modulus;
    std::uint64_t multiplier = 0; ///< reduced: less than the modulus
    std::uint64_t quotient = 0; ///< what was taken out of the multiplier when it was reduced
};

/// No more levels than this: Euclid's algorithm on numbers below 2^64 takes at most 92 steps.
inline constexpr unsigned maxFloorSumLevels = 92;

/// The state of one edge between levels.
struct FloorSumState {
    std::uint64_t terms = 0; ///< n: how many terms are left; 0: done
    std::uint64_t offset = 0;
    std::uint64_t sum = 0; ///< mod 2^64
};

/// Where an edge begins: sum over m < count of floor((turn*m + offset) / 2^64), first reduced with the modulus 2^64.
ROTASCOPE_HOST_DEVICE constexpr FloorSumState beginFloorSum(Turn turn, std::uint64_t count, std::uint64_t offset)
{
    const std::uint64_t low = turn.value * count;
    const std::uint64_t last = low + offset;
    return {multiplyHigh(turn.value, count) + (last < low ? 1 : 0), last, 0};
}

/// One level further.
ROTASCOPE_HOST_DEVICE constexpr void advance(FloorSumState& state, const FloorSumLevel& level)
{
    const std::uint64_t n = state.terms;
    const Quotient offset = divide(0, state.offset, level.modulus);
    // n*(n-1)/2 mod 2^64, without losing the bit that the product may carry out.
    const std::uint64_t triangular = n % 2 == 0 ? n / 2 * (n - 1) : (n - 1) / 2 * n;
    state.sum += triangular * level.quotient + n * offset.quotient;
    const std::uint64_t low = level.multiplier * n;
    const std::uint64_t last = low + offset.remainder;
    const Quotient next = divide(multiplyHigh(level.multiplier, n) + (last < low ? 1 : 0), last, level.modulus);
    state.terms = next.quotient;
    state.offset = next.remainder;
}

/// Makes the levels of a turn one after the other: Euclid's algorithm on 2^64 and the turn.
class FloorSumLevels {
public:
    explicit ROTASCOPE_HOST_DEVICE constexpr FloorSumLevels(Turn turn) : m_modulus(turn.value)
    {
        // The first modulus is 2^64, which does not fit a word: 2^64 = quotient * turn + remainder.
        if (m_modulus != 0) {
            m_quotient = ~std::uint64_t{0} / m_modulus;
            m_remainder = ~std::uint64_t{0} % m_modulus + 1;
            if (m_remainder == m_modulus) {
                ++m_quotient;
                m_remainder = 0;
            }
        }
    }

    [[nodiscard]] ROTASCOPE_HOST_DEVICE constexpr bool atEnd() const { return m_modulus == 0; }
    /// The next level; not atEnd().
    ROTASCOPE_HOST_DEVICE constexpr FloorSumLevel next()
    {
        const FloorSumLevel level = {Divisor::of(m_modulus), m_remainder, m_quotient};
        const std::uint64_t modulus = m_modulus;
        m_modulus = m_remainder;
        if (m_modulus != 0) {
            m_quotient = modulus / m_modulus;
            m_remainder = modulus % m_modulus;
        }
        return level;
    }

private:
    std::uint64_t m_modulus;
    std::uint64_t m_quotient = 0;
    std::uint64_t m_remainder = 0;
};

/// The first phase that belongs to interval k: ceil(k * 2^64 / intervals), for 0 <= k < intervals.
ROTASCOPE_HOST_DEVICE constexpr std::uint64_t intervalEdge(std::uint32_t k, std::uint32_t intervals)
{
    // 2^64 = quotient * intervals + remainder
    const std::uint64_t quotient = (~std::uint64_t{0} - (intervals - 1)) / intervals + 1;
    const std::uint64_t remainder = 0 - quotient * intervals;
    return k * quotient + (k * remainder + intervals - 1) / intervals;
}

/// Counts, without a loop over positions, how many of the positions 0 ... count-1 have an angle at or beyond an edge c:
///     #{m : turn*m mod 2^64 >= c} = sum floor((turn*m + 2^64 - c)/2^64) - sum floor(turn*m/2^64)
/// Each sum is evaluated by the Euclid-like "floor sum" recursion in O(log count) levels. Modulus, multiplier and quotient of
/// a level do not depend on the edge: they are found once for a turn, when the first edge needs them.
class FloorSum {
public:
    /// 0 <= count < 2^63.
    FloorSum(Turn turn, std::uint64_t count);

    /// For each edge, in place: how many positions have phase >= edge. For edge 0 that is every position.
    void countAtOrAbove(std::span<std::uint64_t> edges);

private:
    // For each offset, in place: sum over m < count of floor((turn*m + offset)/2^64), mod 2^64.
    void sums(std::span<std::uint64_t> offsets);

    Turn m_turn;
    std::uint64_t m_count;
    FloorSumLevels m_source;
    std::vector<FloorSumLevel> m_levels;
};

} // namespace rotascope
