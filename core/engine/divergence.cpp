// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/divergence.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace rotascope {
namespace {

constexpr auto allDivergences = std::to_array<DivergenceInfo>({
    {Divergence::KullbackLeibler, "kl", "KL(before ‖ after)", "Σ P ln((P+ε)/(Q+ε))", true},
    {Divergence::ReverseKullbackLeibler, "reverse-kl", "KL(after ‖ before)", "Σ Q ln((Q+ε)/(P+ε))", true},
    {Divergence::JensenShannon, "js", "Jensen-Shannon", "½ KL(P ‖ M) + ½ KL(Q ‖ M), M = ½(P+Q)", false},
    {Divergence::TotalVariation, "tv", "Total variation", "½ Σ |P - Q|", false},
    {Divergence::Hellinger, "hellinger", "Hellinger", "√(½ Σ (√P - √Q)²)", false},
    {Divergence::Wasserstein, "wasserstein", "Circular Wasserstein-1", "least work to turn P into Q around the circle, in turns", false},
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

double sumOfTerms(Divergence divergence, const CountView& before, const CountView& after, double epsilon)
{
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
    return usageError(
        "divergence \"" + std::string(name) + "\" is not known; expected one of " + namesOf(allDivergences, &DivergenceInfo::name));
}

double disturbance(Divergence divergence, const CountView& before, const CountView& after, double epsilon)
{
    const double sum = divergence == Divergence::Wasserstein ? sumOfFlows(before, after) : sumOfTerms(divergence, before, after, epsilon);
    return finishDivergence(divergence, sum, static_cast<std::uint32_t>(before.counts.size()));
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
