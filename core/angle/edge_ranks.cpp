// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/edge_ranks.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rotascope {
namespace {

__extension__ using Uint128 = unsigned __int128;

// The largest error of one rounding of a number below 1.
constexpr double unit = 0x1p-53;

// With a larger error too many edges would not be decided.
constexpr double largestError = 0x1p-9;

// A level adds at most this, so that the sum of 92 levels stays below 2^53.
constexpr double largestTerm = 0x1p46;

// Loops turn such numbers into integers by adding 1.5 * 2^52.
constexpr double largestExact = 0x1p50;

Quotient divide(Uint128 dividend, std::uint64_t divisor)
{
    if (dividend >> 64 == 0) {
        const auto low = static_cast<std::uint64_t>(dividend);
        return {low / divisor, low % divisor};
    }
    return {static_cast<std::uint64_t>(dividend / divisor), static_cast<std::uint64_t>(dividend % divisor)};
}

double difference(std::uint64_t a, std::uint64_t b)
{
    return a >= b ? static_cast<double>(a - b) : -static_cast<double>(b - a);
}

} // namespace

EdgeRankLoops edgeRankLoops(InstructionSet set)
{
#ifdef ROTASCOPE_WIDE_VECTORS
    switch (set) {
    case InstructionSet::Avx512:
        return avx512::edgeRankLoops;
    case InstructionSet::Avx2:
        return avx2::edgeRankLoops;
    case InstructionSet::Baseline:
        break;
    }
#else
    static_cast<void>(set);
#endif
    return baseline::edgeRankLoops;
}

EdgeRankPlanner::EdgeRankPlanner(Turn turn, std::uint64_t count)
    : m_modulus(turn.value), m_terms(multiplyHigh(turn.value, count)), m_offset(turn.value * count)
{
    if (m_modulus != 0) {
        const Quotient first = divide(Uint128{1} << 64, m_modulus);
        m_quotient = first.quotient;
        m_multiplier = first.remainder;
        m_stretch = 0x1p64 / static_cast<double>(m_modulus);
    }
    m_plan = {
        .terms = static_cast<double>(m_terms),
        .start = static_cast<double>(m_offset) * 0x1p-64,
        .stretch = m_stretch,
        .centre = (m_stretch - 1.0) / 2.0,
        .limit = 0.0,
        .level = nullptr,
        .weighted = nullptr,
        .factor = 0.0,
        .levels = 0,
    };
    // The edge, the start and their sum are each rounded, then what goOn() does to them.
    m_error = m_stretch * 8.0 * unit;
}

EdgeRankPlanner::EdgeRankPlanner(Turn turn, const CountedRange& range) : EdgeRankPlanner(turn, range.end)
{
    m_isWeighted = true;
    m_plan.weighted = m_weighted.data();
    m_plan.factor = 12.0 * static_cast<double>(range.first - range.end);
    m_largestFactor = m_plan.factor;
    m_termsBefore = static_cast<double>(range.end);
}

bool EdgeRankPlanner::addLevels()
{
    do {
        if (!addLevel()) {
            return false;
        }
    } while (m_terms != 0);
    return true;
}

bool EdgeRankPlanner::addLevel()
{
    // Three roundings in start, three in step, which d multiplies; then one each of the product and of the two sums.
    const double error = (m_error + (6.0 + 6.0 * m_spread) * unit) * (1.0 + 0x1p-20);
    const double term = (static_cast<double>(m_terms) + m_spread) * (m_spread + 1.0) * m_stretch * 2.0;
    if (m_modulus == 0 || m_plan.levels == m_levels.size() || error > largestError || term > largestTerm
        || (m_isWeighted && !addWeightedLevel())) {
        return false;
    }
    const std::uint64_t whole = m_offset / m_modulus;
    const std::uint64_t rest = m_offset % m_modulus;
    const Quotient next = divide(Uint128{m_multiplier} * m_terms + rest, m_modulus);
    const auto modulus = static_cast<double>(m_modulus);
    const auto multiplier = static_cast<double>(m_multiplier);
    const double stretch = m_multiplier != 0 ? modulus / multiplier : 1.0;
    m_levels[m_plan.levels++] = {
        .terms = static_cast<double>(m_terms),
        .nextTerms = static_cast<double>(next.quotient),
        .halfQuotient = static_cast<double>(m_quotient) / 2.0,
        .slope = static_cast<double>(m_quotient) * (static_cast<double>(m_terms) - 0.5),
        .step = multiplier / modulus,
        .start = difference(next.remainder, rest) / modulus,
        .stretch = stretch,
        .centre = (stretch - 1.0) / 2.0,
    };
    m_plan.level = m_levels.data();
    m_plan.limit = 0.5 - error;
    // Three roundings in stretch and centre, one each of what they multiply and are added to.
    m_error = stretch * (error + 6.0 * unit);
    m_spread = multiplier / modulus * m_spread + 2.0;
    m_stretch = stretch;
    m_base += static_cast<std::int64_t>(m_terms * whole);
    m_terms = next.quotient;
    m_offset = next.remainder;
    m_quotient = m_multiplier != 0 ? m_modulus / m_multiplier : 0;
    m_modulus = std::exchange(m_multiplier, m_multiplier != 0 ? m_modulus % m_multiplier : 0);
    return true;
}

// Every product and sum that the loops make of these stays below 2^50, so that it is exact. A level without terms does not count: what is
// found there is multiplied by 0.
bool EdgeRankPlanner::addWeightedLevel()
{
    const auto slope = static_cast<double>(m_quotient);
    const double terms = static_cast<double>(m_terms) + m_spread;
    const double whole = std::min(m_stretch + 1.0, m_termsBefore);
    const WeightedEdgeRankLevel level = {
        .sixA = 6.0 * m_a,
        .sixB = 6.0 * m_b,
        .sixAB = 6.0 * (m_a + m_b),
        .twelveB = 12.0 * m_b,
        .twelveBSlope = 12.0 * m_b * slope,
        .halfSlope = slope / 2.0,
        .cubic = 2.0 * slope * (m_a + m_b * slope),
        .square = slope * (2.0 * m_a + 3.0 * m_b - m_b * slope),
    };
    const double a = std::abs(m_a);
    const double b = std::abs(m_b);
    const double raised = m_largestFactor + 12.0 * b * whole;
    const double first = raised + 6.0 * (a * (terms + 1.0) + b * (whole + 1.0));
    const double second = slope / 2.0 * raised + slope * (2.0 * (a + b * slope) * terms + 2.0 * a + 3.0 * b + b * slope);
    const double factor = raised + 12.0 * b * slope * terms;
    if (std::max({first, second, factor, terms}) > largestExact) {
        return false;
    }
    m_weighted[m_plan.levels] = level;
    m_largestFactor = factor;
    m_termsBefore = terms;
    m_a = std::exchange(m_b, m_a - m_b * slope);
    return true;
}

} // namespace rotascope
