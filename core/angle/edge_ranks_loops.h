// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What edge_ranks.h plans and edge_ranks_loops.cpp does. That file is compiled for several instruction sets, so no functions here.

#include <cstddef>
#include <cstdint>

namespace rotascope {

/// A level as every edge needs it; the letters are those of edge_ranks.h. Integers are exact, the rest is rounded.
struct EdgeRankLevel {
    double terms; ///< N
    double nextTerms; ///< N'
    double halfQuotient; ///< Q/2
    double slope; ///< Q (N - 1/2)
    double step; ///< α = a/m
    double start; ///< (o' - r)/m of edge 0, between -1 and 1
    double stretch; ///< m/a; 1 on the last level of all
    double centre; ///< (stretch - 1)/2
};

/// What a level means for weighted ranks (weighted_floor_sum.h, whose a and b these are; Q is the level's quotient). Exact integers but for
/// halves.
struct WeightedEdgeRankLevel {
    double sixA; ///< 6 a
    double sixB; ///< 6 b
    double sixAB; ///< 6 (a + b)
    double twelveB; ///< 12 b
    double twelveBSlope; ///< 12 b Q
    double halfSlope; ///< Q/2
    double cubic; ///< 2 Q (a + b Q)
    double square; ///< Q (2a + 3b - b Q)
};

/// Where edges begin, and the levels found so far.
struct EdgeRankPlan {
    double terms; ///< N of the first level
    double start; ///< the phase of the position after the last, in turns
    double stretch; ///< 2^64/turn
    double centre; ///< (stretch - 1)/2
    double limit; ///< a fraction is decided if it is no further than this from 1/2
    const EdgeRankLevel* level; ///< shape [levels]
    const WeightedEdgeRankLevel* weighted; ///< shape [levels]; null for plain ranks
    double factor; ///< of weighted ranks: 6 times WeightedFloorSumState's
    std::size_t levels;
};

/// Edges are taken in blocks of at most this many; the arrays of edges and ranks have room for a whole one after the last edge.
inline constexpr std::size_t edgeRankBlock = 64;

/// In place of a rank that was not decided.
inline constexpr double undecidedRank = -0x1p60;

/// In place of a weighted rank that was not decided; the others are even.
inline constexpr std::uint64_t undecidedWeightedRank = 1;

struct EdgeRanksFound {
    std::size_t edges; ///< how many; the others need a further level
    bool undecided; ///< whether any of their ranks may be undecidedRank, or undecidedWeightedRank
};

/// The rank and the base (EdgeRankPlanner::base()) of each edge c, which is given as 1/2 - c in turns.
using FindEdgeRanks = EdgeRanksFound(const EdgeRankPlan& plan, const double* edges, double* ranks, std::size_t count);

/// The rank of each edge as WeightedFloorSum::ranks() gives it.
using FindWeightedEdgeRanks = EdgeRanksFound(const EdgeRankPlan& plan, const double* edges, std::uint64_t* ranks, std::size_t count);

/// counts[k] = ranks[k] - ranks[k + 1] for k < intervals; integers below 2^52.
using SubtractEdgeRanks = void(const double* ranks, std::uint64_t* counts, std::size_t intervals);

struct EdgeRankLoops {
    FindEdgeRanks* find;
    FindWeightedEdgeRanks* findWeighted;
    SubtractEdgeRanks* subtract;
};

namespace baseline {
extern const EdgeRankLoops edgeRankLoops;
}
namespace avx2 {
extern const EdgeRankLoops edgeRankLoops;
}
namespace avx512 {
extern const EdgeRankLoops edgeRankLoops;
}

} // namespace rotascope
