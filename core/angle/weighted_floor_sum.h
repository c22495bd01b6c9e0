// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How many pairs of a query and a key have an angle beyond an edge of the circle, without a loop over distances: floor sums
// (floor_sum.h) whose terms have the weights of CountedRange. Shared with the CUDA engine.
//
// Of a problem with n terms v_i = floor((a i + b)/m), 0 <= i < n, three sums are wanted:
//     F = sum v_i      A = 2 sum (n - i) v_i      B = sum v_i (v_i + 1)
// They count the lattice points (i, y), 1 <= y <= v_i: each once, by twice their distance n - i from the end, and by twice their height y.
// Euclid's step looks at the same points from the last corner, so that
//     its F = F of the smaller problem, A = B of the smaller problem, B = A of the smaller problem
// and before it, where a = Q m + a', b = q m + b' is reduced, with v' of a' and b', and u = n(n-1)/2:
//     F = F' + Q u + q n
//     A = A' + 2 Q u (n+1)/3 + 2 q (u + n)
//     B = B' + 2(q + Q n) F' - Q A' + Q² u (2n-1)/3 + (2q+1) Q u + n q (q+1)
// Going down, the sum so far and the factors of F, A and B in it are kept. Those of A and B depend on the turn alone, like the levels.
//
// Everything is an integer modulo 2^64. What is wanted in the end, differences between edges, is below 2^63.

#include "core/angle/counting_measure.h"
#include "core/angle/floor_sum.h"

namespace rotascope {

/// The factors of A and B on a level; of all edges of a turn.
struct WeightedLevel {
    std::uint64_t a = 0;
    std::uint64_t b = 1; ///< the first Euclidean step, with the modulus 2^64, has swapped them already

    /// Those of the next level.
    ROTASCOPE_HOST_DEVICE constexpr void advance(std::uint64_t quotient)
    {
        const std::uint64_t reduced = a - b * quotient;
        a = b;
        b = reduced;
    }
};

/// The state of one edge between levels.
struct WeightedFloorSumState {
    FloorSumState plain; ///< its sum is of no use
    std::uint64_t factor = 0; ///< of F
    std::uint64_t sum = 0;
};

/// Where an edge begins: 2 sum over i < range.end of (range.first - i) floor((turn*i + offset)/2^64); range.first >= range.end.
ROTASCOPE_HOST_DEVICE constexpr WeightedFloorSumState beginWeightedFloorSum(Turn turn, const CountedRange& range, std::uint64_t offset)
{
    return {beginFloorSum(turn, range.end, offset), 2 * (range.first - range.end), 0};
}

/// One level further; `weighted` are the factors on this level.
ROTASCOPE_HOST_DEVICE constexpr void advance(WeightedFloorSumState& state, const FloorSumLevel& level, const WeightedLevel& weighted)
{
    constexpr std::uint64_t third = 0xAAAAAAAAAAAAAAAB; // 3 * third = 1 modulo 2^64
    const std::uint64_t n = state.plain.terms;
    const Quotient offset = divide(0, state.plain.offset, level.modulus);
    const std::uint64_t q = offset.quotient;
    const std::uint64_t triangular = n % 2 == 0 ? n / 2 * (n - 1) : (n - 1) / 2 * n;
    const std::uint64_t slope = level.quotient;
    const std::uint64_t raised = state.factor + 2 * weighted.b * q;
    state.sum += q * n * (state.factor + weighted.a * (n + 1) + weighted.b * (q + 1))
        + triangular * slope * (raised + weighted.b + third * (2 * weighted.a * (n + 1) + weighted.b * slope * (2 * n - 1)));
    state.factor = raised + 2 * weighted.b * slope * n;
    const std::uint64_t low = level.multiplier * n;
    const std::uint64_t last = low + offset.remainder;
    const Quotient next = divide(multiplyHigh(level.multiplier, n) + (last < low ? 1 : 0), last, level.modulus);
    state.plain.terms = next.quotient;
    state.plain.offset = next.remainder;
}

/// What FloorSum is for positions, for distances.
class WeightedFloorSum {
public:
    /// As CountingMeasure::over() makes it for distances that fit.
    WeightedFloorSum(Turn turn, const CountedRange& range);

    /// For each edge, in place: four times the weight of what has phase >= edge, modulo 2^64, less something that is the same for all
    /// edges. Differences of two are right if they are below 2^64.
    void ranks(std::span<std::uint64_t> edges);

private:
    static constexpr std::size_t batch = 8; // edges side by side, as FloorSum takes them

    void sums(std::span<std::uint64_t> offsets);

    struct Level {
        FloorSumLevel plain;
        WeightedLevel weighted;
    };

    Turn m_turn;
    CountedRange m_range;
    FloorSumLevels m_source;
    WeightedLevel m_next;
    std::vector<Level> m_levels;
};

} // namespace rotascope
