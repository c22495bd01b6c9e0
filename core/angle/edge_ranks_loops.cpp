// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled once for each instruction set; core/CMakeLists.txt defines for each
//     ROTASCOPE_INSTRUCTIONS  its namespace
//     ROTASCOPE_LANES         doubles a vector
// It calls no inline function of any header but the compiler's intrinsics, which leave no copies: of several copies the linker keeps one
// for the whole program, which might be one with instructions that the processor lacks. tests/loading looks for such copies.
#include "core/angle/edge_ranks_loops.h"

#ifdef __SSE2__
#include <immintrin.h>
#endif

namespace rotascope::ROTASCOPE_INSTRUCTIONS {
namespace {

// NOLINTBEGIN(modernize-avoid-c-arrays): std::array has inline functions.

constexpr std::size_t lanes = ROTASCOPE_LANES;
using Vector __attribute__((vector_size(8 * lanes))) = double;
using Bits __attribute__((vector_size(8 * lanes))) = std::int64_t;
using Counts __attribute__((vector_size(8 * lanes))) = std::uint64_t; // modulo 2^64
// The same anywhere in an array.
using StoredVector __attribute__((vector_size(8 * lanes), aligned(8), may_alias)) = double;
using StoredBits __attribute__((vector_size(8 * lanes), aligned(8), may_alias)) = std::int64_t;
using StoredCounts __attribute__((vector_size(8 * lanes), aligned(8), may_alias)) = std::uint64_t;

// So many vectors go through the levels side by side, because each step waits for the one before. With more of them a block goes through
// levels that most of its edges do not have, and registers run short (docs/benchmarks.md).
constexpr std::size_t vectors = lanes == 4 ? 5 : 4;
static_assert(vectors * lanes <= edgeRankBlock);

// A vector of edges on their way.
struct Edges {
    Vector sum;
    Vector more; // d: how many terms more than edge 0
    Vector offset; // in units of the modulus, less 1/2, so that the nearest integer is what the floor would be
    Vector worst; // the greatest distance of a fraction from 1/2
};

constexpr std::int64_t magnitude = 0x7fffffffffffffff; // a double without its sign
#ifdef __AVX512F__
constexpr unsigned char all = 0xff; // lanes. Where GCC 12's intrinsics take none they warn of what is not initialised.
#endif

// The nearest integer, and what is left: whole + rest = x, exactly. |x| < 2^51.
inline void split(const Vector& x, Vector& whole, Vector& rest)
{
#ifdef __AVX512DQ__
    whole = _mm512_mask_roundscale_pd(x, all, x, 0);
#elif defined(__AVX2__)
    whole = _mm256_round_pd(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
#else
    constexpr double shift = 0x1.8p52;
    whole = (x + shift) - shift;
#endif
    rest = x - whole;
}

inline void enlarge(Vector& worst, const Vector& distance)
{
#ifdef __AVX512F__
    worst = _mm512_mask_max_pd(worst, all, distance, worst);
#elif defined(__AVX2__)
    worst = _mm256_max_pd(distance, worst);
#elif defined(__SSE2__)
    worst = _mm_max_pd(distance, worst);
#else
    worst = worst < distance ? distance : worst;
#endif
}

inline void enlargeByMagnitude(Vector& worst, const Vector& rest)
{
#ifdef __AVX512DQ__
    worst = _mm512_mask_range_pd(worst, all, worst, rest, 0b1011); // the greater magnitude, without a sign
#else
    enlarge(worst, reinterpret_cast<Vector>(reinterpret_cast<Bits>(rest) & magnitude));
#endif
}

// position: of the line at the last term, less 1/2. A fraction just above an integer need not be looked at: the next offset is just
// above 0 then.
inline void goOn(Edges& edges, const Vector& position, double stretch, double centre)
{
    Vector fraction;
    split(position, edges.more, fraction);
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
    Vector rest;
    split(edges.offset, whole, rest);
    enlargeByMagnitude(edges.worst, rest);
    // (N + d) q + Q ((N + d)(N + d - 1) - N(N - 1))/2
    const Vector more = edges.more;
    edges.sum = level.terms * whole + edges.sum + more * (more * level.halfQuotient + (whole + level.slope));
    goOn(edges, more * level.step + level.start + rest, level.stretch, level.centre);
}

// Weighted edges have more to remember, and more to do while they wait.
constexpr std::size_t weightedVectors = 2;

struct WeightedEdges : Edges {
    Vector factor; // 6 times
    Counts total; // 6 times the sum, modulo 2^64
};

inline void begin(WeightedEdges& edges, const EdgeRankPlan& plan, const double* first)
{
    begin(static_cast<Edges&>(edges), plan, first);
    edges.factor = Vector{} + plan.factor;
    edges.total = Counts{};
}

// The product modulo 2^64; of x, only the low half counts, without a sign.
inline void multiply(const Counts& x, const Counts& y, Counts& product)
{
#if defined(__SSE2__) && !defined(__AVX512DQ__) && !defined(__clang__) // GCC 12 would multiply the high half of x as well
    using Halves __attribute__((vector_size(8 * lanes))) = int;
    const auto half = reinterpret_cast<Halves>(x);
#ifdef __AVX2__
    const auto low = reinterpret_cast<Counts>(__builtin_ia32_pmuludq256(half, reinterpret_cast<Halves>(y)));
    const auto high = reinterpret_cast<Counts>(__builtin_ia32_pmuludq256(half, reinterpret_cast<Halves>(y >> 32)));
#else
    const auto low = reinterpret_cast<Counts>(__builtin_ia32_pmuludq128(half, reinterpret_cast<Halves>(y)));
    const auto high = reinterpret_cast<Counts>(__builtin_ia32_pmuludq128(half, reinterpret_cast<Halves>(y >> 32)));
#endif
    product = low + (high << 32);
#else
    product = (x & 0xffffffff) * y;
#endif
}

// |x| < 2^51.
inline void toInteger(const Vector& x, Counts& result)
{
    constexpr double shift = 0x1.8p52;
    result = reinterpret_cast<Counts>(x + shift) - 0x4338000000000000;
}

// The low half of it, for 0 <= x < 2^32; what is above is something else.
inline void toHalf(const Vector& x, Counts& result)
{
    result = reinterpret_cast<Counts>(x + 0x1p52);
}

// n (6 q (factor of F + a (n+1) + b (q+1)) + (n-1) (what u/3 is multiplied by)): both brackets are exact.
inline void addWeights(WeightedEdges& edges, const Vector& terms, const Vector& whole, const WeightedEdgeRankLevel& level)
{
    const Vector raised = edges.factor + level.twelveB * whole;
    const Vector first = raised + (level.sixA * terms - level.sixB * whole + level.sixAB);
    const Vector second = level.halfSlope * raised + (level.cubic * terms + level.square);
    edges.factor = raised + level.twelveBSlope * terms;
    Counts half;
    Counts bracket;
    Counts points;
    Counts more;
    toHalf(whole, half);
    toInteger(first, bracket);
    multiply(half, bracket, points);
    toHalf(terms - 1.0, half);
    toInteger(second, bracket);
    multiply(half, bracket, more);
    points += more;
    toHalf(terms, half);
    multiply(half, points, more);
    edges.total += more;
}

inline void advance(WeightedEdges& edges, const EdgeRankLevel& level, const WeightedEdgeRankLevel& weighted)
{
    Vector whole;
    Vector rest;
    split(edges.offset, whole, rest);
    enlargeByMagnitude(edges.worst, rest);
    addWeights(edges, level.terms + edges.more, whole, weighted);
    goOn(edges, edges.more * level.step + level.start + rest, level.stretch, level.centre);
}

inline bool anyBitOf(const Bits& bits)
{
#ifdef __AVX512F__
    return _mm512_test_epi64_mask(reinterpret_cast<__m512i>(bits), reinterpret_cast<__m512i>(bits)) != 0;
#elif defined(__AVX2__)
    return _mm256_testz_si256(reinterpret_cast<__m256i>(bits), reinterpret_cast<__m256i>(bits)) == 0;
#else
    std::int64_t any = 0;
    for (std::size_t i = 0; i < lanes; ++i) {
        any |= bits[i];
    }
    return any != 0;
#endif
}

template <class SomeEdges, std::size_t count> inline bool anyHasMore(const SomeEdges (&block)[count])
{
    Bits any = {};
    for (const SomeEdges& edges : block) {
        any |= reinterpret_cast<Bits>(edges.more);
    }
    return anyBitOf(any & magnitude); // 0 may have a sign
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

inline bool sum(const EdgeRankPlan& plan, WeightedEdges (&block)[weightedVectors])
{
    double terms = plan.terms;
    for (std::size_t i = 0; terms != 0.0 || anyHasMore(block); ++i) {
        if (i == plan.levels) {
            return false;
        }
        const EdgeRankLevel level = plan.level[i];
        const WeightedEdgeRankLevel weighted = plan.weighted[i];
#pragma GCC unroll 8
        for (WeightedEdges& edges : block) {
            advance(edges, level, weighted);
        }
        terms = level.nextTerms;
    }
    return true;
}

EdgeRanksFound findWeighted(const EdgeRankPlan& plan, const double* edges, std::uint64_t* ranks, std::size_t count)
{
    Bits undecided = {};
    std::size_t first = 0;
    for (; first < count; first += weightedVectors * lanes) {
        WeightedEdges block[weightedVectors];
#pragma GCC unroll 8
        for (std::size_t v = 0; v < weightedVectors; ++v) {
            begin(block[v], plan, edges + first + v * lanes);
        }
        if (!sum(plan, block)) {
            break;
        }
        for (std::size_t v = 0; v < weightedVectors; ++v) {
            const Bits isUndecided = block[v].worst > plan.limit;
            constexpr std::uint64_t third = 0xAAAAAAAAAAAAAAAB; // 3 * third = 1 modulo 2^64
            const Counts rank = isUndecided ? Counts{} + undecidedWeightedRank : block[v].total * third;
            *reinterpret_cast<StoredCounts*>(ranks + first + v * lanes) = rank;
            undecided |= isUndecided;
        }
    }
    return {first < count ? first : count, anyBitOf(undecided)};
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
    return {first < count ? first : count, anyBitOf(undecided)};
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

const EdgeRankLoops edgeRankLoops = {find, findWeighted, subtract};

} // namespace rotascope::ROTASCOPE_INSTRUCTIONS
