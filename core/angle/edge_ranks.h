// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The floor sums of all edges of a turn side by side, in vectors of doubles: the same counts as FloorSum's (floor_sum.h), several times as
// fast. The rank of an edge is how many of the positions 0 ... count-1 have an angle at or beyond it.
//
// On each level an edge has n terms and an offset o. With the level's modulus m, multiplier a and quotient Q:
//     q = floor(o/m),  r = o - q m,  n' = floor((a n + r)/m),  o' = a n + r - n' m;  its sum grows by n q + Q n(n-1)/2
// Doubles can do that, because
//   * edge 0 goes first, alone, in integers. Every other edge has n = N + d, where N is edge 0's and d is small: |d'| < α|d| + 2, α = a/m.
//     Its sum minus edge 0's is made of integers far below 2^53, so it is exact.
//   * with offsets in units of the modulus, n' = N' + floor(start + α d + r/m), start = (o' - r)/m of edge 0. No large number is rounded.
//   * floor(x) is right unless x is closer to an integer than its error. Each level adds an error of some 2^-50 and multiplies
//     the error so far by m/a; the planner sums that up. An edge that comes too close is not decided: FloorSum counts it, in integers.
//     FloorSum also counts turns and counts for which this bound, or an integer, is too large.
//
// Weighted ranks (weighted_floor_sum.h) go the same way. Their sums do not fit doubles, but what the numbers of lattice points are
// multiplied by does: those products and their sums are made in 64-bit integers.

#include "core/angle/counting_measure.h"
#include "core/angle/edge_ranks_loops.h"
#include "core/angle/floor_sum.h"
#include "core/angle/instruction_set.h"
#include "core/angle/turn.h"

#include <array>
#include <cstdint>

namespace rotascope {

EdgeRankLoops edgeRankLoops(InstructionSet set);

/// Makes the levels of a turn as they are needed.
class EdgeRankPlanner {
public:
    /// 0 <= count < 2^63.
    EdgeRankPlanner(Turn turn, std::uint64_t count);
    /// For weighted ranks; the range as CountingMeasure::over() makes it for distances that fit.
    EdgeRankPlanner(Turn turn, const CountedRange& range);
    EdgeRankPlanner(const EdgeRankPlanner&) = delete; // the plan points into it
    EdgeRankPlanner& operator=(const EdgeRankPlanner&) = delete;

    /// Adds a level, and then those on which edge 0 has terms. False if doubles are not good for it, or if there is none.
    [[nodiscard]] bool addLevels();
    [[nodiscard]] const EdgeRankPlan& plan() const { return m_plan; }
    /// What the ranks that the loops give contain in addition to the true ranks.
    [[nodiscard]] double base() const { return static_cast<double>(m_base); }

private:
    [[nodiscard]] bool addLevel();
    [[nodiscard]] bool addWeightedLevel();

    std::array<EdgeRankLevel, maxFloorSumLevels> m_levels;
    EdgeRankPlan m_plan{};
    // Of the level to come:
    std::uint64_t m_modulus;
    std::uint64_t m_multiplier = 0;
    std::uint64_t m_quotient = 0;
    std::uint64_t m_terms; // edge 0's
    std::uint64_t m_offset; // edge 0's
    double m_spread = 1.0; // upper bound of |d|
    double m_stretch = 1.0; // of the level before: upper bound of offsets in units of the modulus
    double m_error = 0.0; // upper bound of such an offset's error
    std::int64_t m_base = 0;
    // Of weighted ranks:
    std::array<WeightedEdgeRankLevel, maxFloorSumLevels> m_weighted;
    bool m_isWeighted = false;
    double m_a = 0.0;
    double m_b = 1.0;
    double m_largestFactor = 0.0;
    double m_termsBefore = 0.0; // upper bound of the terms on the level before
};

} // namespace rotascope
