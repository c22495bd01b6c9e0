// SPDX-License-Identifier: GPL-3.0-or-later
// The sums of divergence_sum.h, several intervals at a time: each lane of a vector does the operations of that file in their order, on
// other numbers, so the result is the same to the bit. What is only added where a frequency is not 0 is ±0 where it is.
//
// Compiled once for each instruction set; core/CMakeLists.txt defines for each
//     ROTASCOPE_INSTRUCTIONS  its namespace
//     ROTASCOPE_LANES         doubles a vector
// It calls no inline function of any header but the compiler's intrinsics, which leave no copies: of several copies the linker keeps one
// for the whole program, which might be one with instructions that the processor lacks. tests/loading looks for such copies.
#include "core/engine/divergence_loops.h"

#ifdef __AVX512DQ__
#include <immintrin.h>
#endif

namespace rotascope::ROTASCOPE_INSTRUCTIONS {
namespace {

// NOLINTBEGIN(modernize-avoid-c-arrays): std::array has inline functions.

constexpr std::size_t lanes = ROTASCOPE_LANES;
using Vector __attribute__((vector_size(8 * lanes))) = double;
using Bits __attribute__((vector_size(8 * lanes))) = std::int64_t;
// The same anywhere in an array.
using StoredBits __attribute__((vector_size(8 * lanes), aligned(8), may_alias)) = std::int64_t;
using StoredVector __attribute__((vector_size(8 * lanes), aligned(8), may_alias)) = double;

// As divergenceLanes.
constexpr std::size_t sumLanes = 64;
constexpr std::size_t sumVectors = sumLanes / lanes;

inline void absolute(const Vector& x, Vector& result)
{
    result = reinterpret_cast<Vector>(reinterpret_cast<Bits>(x) & 0x7fffffffffffffff);
}

// Integers from 0 to 2^63 - 1, rounded once as a conversion rounds: each half is exact, the sum is not.
inline void toDouble(const Bits& integers, Vector& result)
{
#ifdef __AVX512DQ__
    result = _mm512_cvtepi64_pd(reinterpret_cast<__m512i>(integers));
#else
    constexpr double shift = 0x1p84 + 0x1p52;
    const auto high = reinterpret_cast<Vector>((integers >> 32) | 0x4530000000000000); // 2^84 + 2^32 x
    const auto low = reinterpret_cast<Vector>((integers & 0xffffffff) | 0x4330000000000000); // 2^52 + x
    result = (high - shift) + low;
#endif
}

// CompensatedSum
struct Sums {
    Vector sum;
    Vector correction;
};

inline void add(Sums& sums, const Vector& term)
{
    // What the sum lost, which is a double, without asking which of both is larger (Knuth 1998, 4.2.2, theorem B).
    const Vector next = sums.sum + term;
    const Vector added = next - sums.sum;
    sums.correction += (sums.sum - (next - added)) + (term - added);
    sums.sum = next;
}

// One lane.
struct Sum {
    double sum;
    double correction;
};

inline void add(Sum& lane, double term)
{
    const double next = lane.sum + term;
    const bool isLarger = __builtin_fabs(lane.sum) >= __builtin_fabs(term);
    lane.correction += isLarger ? (lane.sum - next) + term : (term - next) + lane.sum;
    lane.sum = next;
}

// What logOfRatio() does with normal numbers. For 0 it gives some finite number.
inline void logOfRatio(const Vector& a, const Vector& b, Vector& result)
{
    constexpr std::int64_t mantissaBits = 0x000fffffffffffff;
    constexpr std::int64_t exponentOfOne = 0x3ff0000000000000;
    constexpr double squareRootOf2 = 1.4142135623730951;
    const auto aBits = reinterpret_cast<Bits>(a);
    const auto bBits = reinterpret_cast<Bits>(b);
    auto numerator = reinterpret_cast<Vector>((aBits & mantissaBits) | exponentOfOne);
    auto denominator = reinterpret_cast<Vector>((bBits & mantissaBits) | exponentOfOne);
    const Bits isLarge = numerator > denominator * squareRootOf2;
    const Bits isSmall = numerator * squareRootOf2 < denominator;
    denominator = isLarge ? denominator * 2.0 : denominator;
    numerator = isSmall ? numerator * 2.0 : numerator;
    // A condition that is true is -1. The sum is from -2047 to 2047.
    const Bits exponents = (aBits >> 52) - (bBits >> 52) - isLarge + isSmall;
    constexpr double shift = 0x1.8p52;
    const Vector exponent = reinterpret_cast<Vector>(exponents + 0x4338000000000000) - shift;
    const Vector s = (numerator - denominator) / (numerator + denominator);
    const Vector z = s * s;
    Vector series = Vector{} + 1.0 / 23.0;
    series = series * z + 1.0 / 21.0;
    series = series * z + 1.0 / 19.0;
    series = series * z + 1.0 / 17.0;
    series = series * z + 1.0 / 15.0;
    series = series * z + 1.0 / 13.0;
    series = series * z + 1.0 / 11.0;
    series = series * z + 1.0 / 9.0;
    series = series * z + 1.0 / 7.0;
    series = series * z + 1.0 / 5.0;
    series = series * z + 1.0 / 3.0;
    const Vector logarithm = 2.0 * s + 2.0 * s * (z * series);
    constexpr double ln2High = 0x1.62e42fefa38p-1;
    constexpr double ln2Low = 0x1.ef35793c7673p-45;
    result = exponent * ln2High + (exponent * ln2Low + logarithm);
}

struct KullbackLeibler {
    static void add(Sums& sums, const Vector& p, const Vector& q, double epsilon)
    {
        Vector logarithm;
        logOfRatio(p + epsilon, q + epsilon, logarithm);
        ROTASCOPE_INSTRUCTIONS::add(sums, p * logarithm);
    }
};

struct ReverseKullbackLeibler {
    static void add(Sums& sums, const Vector& p, const Vector& q, double epsilon) { KullbackLeibler::add(sums, q, p, epsilon); }
};

struct JensenShannon {
    static void add(Sums& sums, const Vector& p, const Vector& q, double /*epsilon*/)
    {
        const Vector middle = 0.5 * (p + q);
        Vector logarithm;
        logOfRatio(p, middle, logarithm);
        ROTASCOPE_INSTRUCTIONS::add(sums, 0.5 * p * logarithm);
        logOfRatio(q, middle, logarithm);
        ROTASCOPE_INSTRUCTIONS::add(sums, 0.5 * q * logarithm);
    }
};

struct TotalVariation {
    static void add(Sums& sums, const Vector& p, const Vector& q, double /*epsilon*/)
    {
        Vector difference;
        absolute(p - q, difference);
        ROTASCOPE_INSTRUCTIONS::add(sums, difference);
    }
};

struct Hellinger {
    static void add(Sums& sums, const Vector& p, const Vector& q, double /*epsilon*/)
    {
        Vector difference;
        for (std::size_t i = 0; i < lanes; ++i) {
            difference[i] = __builtin_sqrt(p[i]) - __builtin_sqrt(q[i]);
        }
        ROTASCOPE_INSTRUCTIONS::add(sums, difference * difference);
    }
};

// Lane i takes in lane i + half, for half = 32, 16 ... 1.
double total(Sums (&sums)[sumVectors])
{
    for (std::size_t half = sumVectors / 2; half > 0; half /= 2) {
        for (std::size_t i = 0; i < half; ++i) {
            add(sums[i], sums[i + half].sum);
            sums[i].correction += sums[i + half].correction;
        }
    }
    // One by one, out of the vectors: where elements of a vector move while it changes, GCC 12 reads what was there before.
    Sum single[lanes];
    for (std::size_t i = 0; i < lanes; ++i) {
        single[i] = {sums[0].sum[i], sums[0].correction[i]};
    }
    for (std::size_t half = lanes / 2; half > 0; half /= 2) {
        for (std::size_t i = 0; i < half; ++i) {
            add(single[i], single[i + half].sum);
            single[i].correction += single[i + half].correction;
        }
    }
    return single[0].sum + single[0].correction;
}

// A division that is exact is a product, in a quarter of the time.
inline void divide(const Vector& counts, const Total& total, Vector& result)
{
    result = total.inverse != 0.0 ? counts * total.inverse : counts / total.value;
}

template <class Term>
void addBlock(Sums (&sums)[sumVectors], const std::uint64_t* before, const std::uint64_t* after, const ComparedCounts& counts)
{
    for (std::size_t v = 0; v < sumVectors; ++v) {
        const Bits beforeBits = *reinterpret_cast<const StoredBits*>(before + v * lanes);
        const Bits afterBits = *reinterpret_cast<const StoredBits*>(after + v * lanes);
        Vector p;
        Vector q;
        toDouble(beforeBits, p);
        toDouble(afterBits, q);
        divide(p, counts.beforeTotal, p);
        divide(q, counts.afterTotal, q);
        Term::add(sums[v], p, q, counts.epsilon);
    }
}

template <class Term> double sumOfTerms(const ComparedCounts& counts)
{
    Sums sums[sumVectors] = {};
    std::size_t k = 0;
    for (; k + sumLanes <= counts.intervals; k += sumLanes) {
        addBlock<Term>(sums, counts.before + k, counts.after + k, counts);
    }
    if (k < counts.intervals) {
        std::uint64_t before[sumLanes] = {};
        std::uint64_t after[sumLanes] = {};
        for (std::size_t i = 0; k + i < counts.intervals; ++i) {
            before[i] = counts.before[k + i];
            after[i] = counts.after[k + i];
        }
        addBlock<Term>(sums, before, after, counts);
    }
    return total(sums);
}

double kullbackLeiblerOfFilled(const FilledIntervals& before, const ComparedCounts& counts)
{
    Sums sums[sumVectors] = {};
    for (std::size_t first = 0; first < before.rows * sumLanes; first += sumLanes) {
        for (std::size_t v = 0; v < sumVectors; ++v) {
            const std::size_t at = first + v * lanes;
            Bits after;
            for (std::size_t i = 0; i < lanes; ++i) {
                after[i] = static_cast<std::int64_t>(counts.after[before.interval[at + i]]);
            }
            Vector q;
            toDouble(after, q);
            divide(q, counts.afterTotal, q);
            const Vector p = *reinterpret_cast<const StoredVector*>(before.frequency + at);
            KullbackLeibler::add(sums[v], p, q, counts.epsilon);
        }
    }
    return total(sums);
}

// NOLINTEND(modernize-avoid-c-arrays)

} // namespace

const DivergenceLoops divergenceLoops = {
    sumOfTerms<KullbackLeibler>,
    sumOfTerms<ReverseKullbackLeibler>,
    sumOfTerms<JensenShannon>,
    sumOfTerms<TotalVariation>,
    sumOfTerms<Hellinger>,
    kullbackLeiblerOfFilled,
};

} // namespace rotascope::ROTASCOPE_INSTRUCTIONS
