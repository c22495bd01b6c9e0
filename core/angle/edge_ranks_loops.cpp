// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled once for each instruction set; core/CMakeLists.txt defines for each
//     ROTASCOPE_INSTRUCTIONS  its namespace
//     ROTASCOPE_LANES         doubles a vector
// It calls no inline function of any header: of several copies the linker keeps one for the whole program, which might be one with
// instructions that the processor lacks. tests/loading looks for such copies.
#include "core/angle/edge_ranks_loops.h"

namespace rotascope::ROTASCOPE_INSTRUCTIONS {
namespace {

// NOLINTBEGIN(modernize-avoid-c-arrays): std::array has inline functions.

constexpr std::size_t lanes = ROTASCOPE_LANES;
using Vector __attribute__((vector_size(8 * lanes))) = double;
using Bits __attribute__((vector_size(8 * lanes))) = std::int64_t;
// The same anywhere in an array.
using StoredVector __attribute__((vector_size(8 * lanes), aligned(8), may_alias)) = double;
using StoredBits __attribute__((vector_size(8 * lanes), aligned(8), may_alias)) = std::int64_t;

// So many vectors go through the levels side by side, because each step waits for the one before.
constexpr std::size_t vectors = lanes == 2 ? 4 : 6;
static_assert(vectors * lanes <= edgeRankBlock);

// A vector of edges on their way.
struct Edges {
    Vector sum;
    Vector more; // d: how many terms more than edge 0
    Vector offset; // in units of the modulus, less 1/2, so that the nearest integer is what the floor would be
    Vector worst; // the greatest distance of a fraction from 1/2
};

// To the nearest integer; |x| < 2^51.
inline void round(const Vector& x, Vector& result)
{
    constexpr double shift = 0x1.8p52;
    result = (x + shift) - shift;
}

inline void enlarge(Vector& worst, const Vector& distance)
{
    worst = worst < distance ? distance : worst;
}

// position: of the line at the last term, less 1/2. A fraction just above an integer need not be looked at: the next offset is just
// above 0 then.
inline void goOn(Edges& edges, const Vector& position, double stretch, double centre)
{
    round(position, edges.more);
    const Vector fraction = position - edges.more;
    enlarge(edges.worst, fraction);
    edges.offset = fraction * stretch + centre;
}

inline void begin(Edges& edges, const EdgeRankPlan& plan, const double* first)
{
    edges.sum = edges.worst = Vector{};
    const Vector edge = *reinterpret_cast<const StoredVector*>(first);
    goOn(edges, edge + plan.start, plan.stretch, plan.centre);
}

inline void advance(Edges& edges, const EdgeRankLevel& level)
{
    Vector whole;
    round(edges.offset, whole);
    const Vector rest = edges.offset - whole;
    enlarge(edges.worst, reinterpret_cast<Vector>(reinterpret_cast<Bits>(rest) & 0x7fffffffffffffff));
    // (N + d) q + Q ((N + d)(N + d - 1) - N(N - 1))/2
    const Vector more = edges.more;
    edges.sum += more * (more * level.halfQuotient + (whole + level.slope)) + level.terms * whole;
    goOn(edges, more * level.step + level.start + rest, level.stretch, level.centre);
}

inline bool anyHasMore(const Edges (&block)[vectors])
{
    Bits any = {};
    for (const Edges& edges : block) {
        any |= reinterpret_cast<Bits>(edges.more);
    }
    std::int64_t bits = 0;
    for (std::size_t i = 0; i < lanes; ++i) {
        bits |= any[i];
    }
    return bits != 0;
}

// Takes a block through the levels; whether there were enough of them.
inline bool sum(const EdgeRankPlan& plan, Edges (&block)[vectors])
{
    double terms = plan.terms;
    for (std::size_t i = 0; terms != 0.0 || anyHasMore(block); ++i) {
        if (i == plan.levels) {
            return false;
        }
        const EdgeRankLevel level = plan.level[i];
#pragma GCC unroll 8
        for (Edges& edges : block) {
            advance(edges, level);
        }
        terms = level.nextTerms;
    }
    return true;
}

EdgeRanksFound find(const EdgeRankPlan& plan, const double* edges, double* ranks, std::size_t count)
{
    Bits undecided = {};
    std::size_t first = 0;
    for (; first < count; first += vectors * lanes) {
        Edges block[vectors];
#pragma GCC unroll 8
        for (std::size_t v = 0; v < vectors; ++v) {
            begin(block[v], plan, edges + first + v * lanes);
        }
        if (!sum(plan, block)) {
            break;
        }
        for (std::size_t v = 0; v < vectors; ++v) {
            const Bits isUndecided = block[v].worst > plan.limit;
            const Vector rank = isUndecided ? Vector{} + undecidedRank : block[v].sum;
            *reinterpret_cast<StoredVector*>(ranks + first + v * lanes) = rank;
            undecided |= isUndecided;
        }
    }
    std::int64_t any = 0;
    for (std::size_t i = 0; i < lanes; ++i) {
        any |= undecided[i];
    }
    return {first < count ? first : count, any != 0};
}

void subtract(const double* ranks, std::uint64_t* counts, std::size_t intervals)
{
    // Added to 2^52, an integer is the low bits of the sum.
    constexpr double shift = 0x1p52;
    constexpr std::int64_t integer = 0x000fffffffffffff;
    std::size_t k = 0;
    for (; k + lanes <= intervals; k += lanes) {
        const Vector rank = *reinterpret_cast<const StoredVector*>(ranks + k);
        const Vector next = *reinterpret_cast<const StoredVector*>(ranks + k + 1);
        const Vector difference = rank - next + shift;
        *reinterpret_cast<StoredBits*>(counts + k) = reinterpret_cast<Bits>(difference) & integer;
    }
    for (; k < intervals; ++k) {
        counts[k] = static_cast<std::uint64_t>(ranks[k] - ranks[k + 1]);
    }
}

// NOLINTEND(modernize-avoid-c-arrays)

} // namespace

const EdgeRankLoops edgeRankLoops = {find, subtract};

} // namespace rotascope::ROTASCOPE_INSTRUCTIONS
