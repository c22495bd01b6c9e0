// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/divergence.h"

#include "core/engine/divergence_loops.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <string>
#include <vector>

namespace rotascope {
namespace {

constexpr auto allDivergences = std::to_array<DivergenceInfo>({
    {Divergence::KullbackLeibler, "kl", Sentence::marked("KL(before ‖ after)"), Sentence::marked("Σ P ln((P+ε)/(Q+ε))"), true},
    {Divergence::ReverseKullbackLeibler, "reverse-kl", Sentence::marked("KL(after ‖ before)"), Sentence::marked("Σ Q ln((Q+ε)/(P+ε))"),
        true},
    {Divergence::JensenShannon, "js", Sentence::marked("Jensen-Shannon"), Sentence::marked("½ KL(P ‖ M) + ½ KL(Q ‖ M), M = ½(P+Q)"), false},
    {Divergence::TotalVariation, "tv", Sentence::marked("Total variation"), Sentence::marked("½ Σ |P - Q|"), false},
    {Divergence::Hellinger, "hellinger", Sentence::marked("Hellinger"), Sentence::marked("√(½ Σ (√P - √Q)²)"), false},
    {Divergence::Wasserstein, "wasserstein", Sentence::marked("Circular Wasserstein-1"),
        Sentence::marked("least work to turn P into Q around the circle, in turns"), false},
});

using Lanes = std::array<CompensatedSum, divergenceLanes>;

double sumOf(Lanes& lanes)
{
    for (std::size_t half = lanes.size() / 2; half > 0; half /= 2) {
        for (std::size_t i = 0; i < half; ++i) {
            lanes[i].add(lanes[i + half]);
        }
    }
    return lanes[0].value();
}

// On the circle the flow across each edge is known up to one constant; the least total flow takes the median of the
// cumulated differences (Rabin, Delon, Gousseau 2011, eq. 12 for the exponent 1).
double sumOfFlows(const CountView& p, const CountView& q)
{
    std::vector<double> cumulated(p.counts.size());
    std::uint64_t before = 0;
    std::uint64_t after = 0;
    for (std::size_t k = 0; k < cumulated.size(); ++k) {
        before += p.counts[k];
        after += q.counts[k];
        cumulated[k] = frequencyOf(before, p.total) - frequencyOf(after, q.total);
    }
    std::vector<double> sorted = cumulated;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::ranges::nth_element(sorted, middle);
    Lanes lanes{};
    for (std::size_t k = 0; k < cumulated.size(); ++k) {
        lanes[k % divergenceLanes].add(std::abs(cumulated[k] - *middle));
    }
    return sumOf(lanes);
}

const DivergenceLoops& loopsOf(InstructionSet set)
{
#ifdef ROTASCOPE_WIDE_VECTORS
    switch (set) {
    case InstructionSet::Avx512:
        return avx512::divergenceLoops;
    case InstructionSet::Avx2:
        return avx2::divergenceLoops;
    case InstructionSet::Baseline:
        break;
    }
#else
    static_cast<void>(set);
#endif
    return baseline::divergenceLoops;
}

// What divergence_loops.h asks of what it is given.
bool suitsLoops(const CountView& before, const CountView& after, double epsilon)
{
    constexpr std::uint64_t most = std::uint64_t{1} << 63;
    return before.total < most && after.total < most && std::isnormal(epsilon);
}

Total divisor(std::uint64_t total)
{
    const auto value = static_cast<double>(std::max<std::uint64_t>(total, 1));
    return {value, std::has_single_bit(std::max<std::uint64_t>(total, 1)) ? 1.0 / value : 0.0};
}

ComparedCounts compared(const CountView& before, const CountView& after, double epsilon)
{
    return {before.counts.data(), divisor(before.total), after.counts.data(), divisor(after.total), before.counts.size(), epsilon};
}

SumOfTerms* loopOf(Divergence divergence, const DivergenceLoops& loops)
{
    switch (divergence) {
    case Divergence::KullbackLeibler:
        return loops.kullbackLeibler;
    case Divergence::ReverseKullbackLeibler:
        return loops.reverseKullbackLeibler;
    case Divergence::JensenShannon:
        return loops.jensenShannon;
    case Divergence::TotalVariation:
        return loops.totalVariation;
    case Divergence::Hellinger:
        return loops.hellinger;
    case Divergence::Wasserstein:
        break;
    }
    return nullptr;
}

double sumOfTerms(Divergence divergence, const CountView& before, const CountView& after, double epsilon, InstructionSet set)
{
    if (suitsLoops(before, after, epsilon)) {
        return loopOf(divergence, loopsOf(set))(compared(before, after, epsilon));
    }
    Lanes lanes{};
    for (std::size_t k = 0; k < before.counts.size(); ++k) {
        addTerm(divergence, before.frequency(k), after.frequency(k), epsilon, lanes[k % divergenceLanes]);
    }
    return sumOf(lanes);
}

} // namespace

std::span<const DivergenceInfo> divergences()
{
    return allDivergences;
}

const DivergenceInfo& infoOf(Divergence divergence)
{
    return *std::ranges::find(allDivergences, divergence, &DivergenceInfo::divergence);
}

Expected<Divergence> findDivergence(std::string_view name)
{
    for (const DivergenceInfo& info : allDivergences) {
        if (info.name == name) {
            return info.divergence;
        }
    }
    return usageError(Sentence::of(
        "divergence \"{1}\" is not known; expected one of {2}", std::string(name), namesOf(allDivergences, &DivergenceInfo::name)));
}

double disturbance(Divergence divergence, const CountView& before, const CountView& after, double epsilon, InstructionSet set)
{
    const double sum
        = divergence == Divergence::Wasserstein ? sumOfFlows(before, after) : sumOfTerms(divergence, before, after, epsilon, set);
    return finishDivergence(divergence, sum, static_cast<std::uint32_t>(before.counts.size()));
}

Comparison::Comparison(Divergence divergence, const CountView& before, double epsilon, InstructionSet set)
    : m_divergence(divergence), m_before(before), m_epsilon(epsilon), m_set(set)
{
    // Only there an interval that is empty before adds nothing.
    if (divergence != Divergence::KullbackLeibler) {
        return;
    }
    std::array<std::size_t, divergenceLanes> filled{};
    for (std::size_t k = 0; k < before.counts.size(); ++k) {
        filled[k % divergenceLanes] += before.counts[k] != 0 ? 1 : 0;
    }
    const std::size_t rows = std::ranges::max(filled);
    if (rows * divergenceLanes * 2 > before.counts.size()) {
        return;
    }
    m_frequency.resize(rows * divergenceLanes);
    m_interval.resize(rows * divergenceLanes);
    filled = {};
    for (std::size_t k = 0; k < before.counts.size(); ++k) {
        if (before.counts[k] != 0) {
            const std::size_t at = filled[k % divergenceLanes]++ * divergenceLanes + k % divergenceLanes;
            m_frequency[at] = before.frequency(k);
            m_interval[at] = static_cast<std::uint32_t>(k);
        }
    }
}

double Comparison::disturbance(const CountView& after) const
{
    if (m_frequency.empty() || !suitsLoops(m_before, after, m_epsilon)) {
        return rotascope::disturbance(m_divergence, m_before, after, m_epsilon, m_set);
    }
    const FilledIntervals before = {m_frequency.data(), m_interval.data(), m_frequency.size() / divergenceLanes};
    return loopsOf(m_set).kullbackLeiblerOfFilled(before, compared(m_before, after, m_epsilon));
}

double outOfDistributionShare(const CountView& before, const CountView& after)
{
    if (after.total == 0) {
        return 0.0;
    }
    std::uint64_t unseen = 0;
    for (std::size_t k = 0; k < before.counts.size(); ++k) {
        unseen += before.counts[k] == 0 ? after.counts[k] : 0;
    }
    return static_cast<double>(unseen) / static_cast<double>(after.total);
}

} // namespace rotascope
