// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disturbance/divergence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace rotascope {
namespace {

constexpr std::array<DivergenceInfo, 6> allDivergences = {{
    {Divergence::KullbackLeibler, "kl", "KL(before ‖ after)", "Σ P ln((P+ε)/(Q+ε))", true},
    {Divergence::ReverseKullbackLeibler, "reverse-kl", "KL(after ‖ before)", "Σ Q ln((Q+ε)/(P+ε))", true},
    {Divergence::JensenShannon, "js", "Jensen-Shannon", "½ KL(P ‖ M) + ½ KL(Q ‖ M), M = ½(P+Q)", false},
    {Divergence::TotalVariation, "tv", "Total variation", "½ Σ |P - Q|", false},
    {Divergence::Hellinger, "hellinger", "Hellinger", "√(½ Σ (√P - √Q)²)", false},
    {Divergence::Wasserstein, "wasserstein", "Circular Wasserstein-1", "least work to turn P into Q around the circle, in turns", false},
}};

// Neumaier's compensated sum: terms of both signs nearly cancel in a small divergence.
class Sum {
public:
    void add(double term)
    {
        const double next = m_sum + term;
        m_correction += std::abs(m_sum) >= std::abs(term) ? (m_sum - next) + term : (term - next) + m_sum;
        m_sum = next;
    }
    [[nodiscard]] double value() const { return m_sum + m_correction; }

private:
    double m_sum = 0.0;
    double m_correction = 0.0;
};

double kullbackLeibler(const CountView& p, const CountView& q, double epsilon)
{
    Sum sum;
    for (std::size_t k = 0; k < p.counts.size(); ++k) {
        if (const double frequency = p.frequency(k); frequency > 0.0) {
            sum.add(frequency * std::log((frequency + epsilon) / (q.frequency(k) + epsilon)));
        }
    }
    return sum.value();
}

double jensenShannon(const CountView& p, const CountView& q)
{
    Sum sum;
    for (std::size_t k = 0; k < p.counts.size(); ++k) {
        const double a = p.frequency(k);
        const double b = q.frequency(k);
        const double middle = 0.5 * (a + b);
        if (a > 0.0) {
            sum.add(0.5 * a * std::log(a / middle));
        }
        if (b > 0.0) {
            sum.add(0.5 * b * std::log(b / middle));
        }
    }
    return std::max(sum.value(), 0.0);
}

double totalVariation(const CountView& p, const CountView& q)
{
    Sum sum;
    for (std::size_t k = 0; k < p.counts.size(); ++k) {
        sum.add(std::abs(p.frequency(k) - q.frequency(k)));
    }
    return 0.5 * sum.value();
}

double hellinger(const CountView& p, const CountView& q)
{
    Sum sum;
    for (std::size_t k = 0; k < p.counts.size(); ++k) {
        const double difference = std::sqrt(p.frequency(k)) - std::sqrt(q.frequency(k));
        sum.add(difference * difference);
    }
    return std::sqrt(0.5 * sum.value());
}

// On the circle the flow across each edge is known up to one constant; the least total flow takes the median of the
// cumulated differences (Rabin, Delon, Gousseau 2011, eq. 12 for the exponent 1).
double circularWasserstein(const CountView& p, const CountView& q)
{
    std::vector<double> cumulated(p.counts.size());
    Sum flow;
    for (std::size_t k = 0; k < cumulated.size(); ++k) {
        flow.add(p.frequency(k) - q.frequency(k));
        cumulated[k] = flow.value();
    }
    std::vector<double> sorted = cumulated;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::ranges::nth_element(sorted, middle);
    Sum work;
    for (const double value : cumulated) {
        work.add(std::abs(value - *middle));
    }
    return work.value() / static_cast<double>(cumulated.size());
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
    std::string names;
    for (const DivergenceInfo& info : allDivergences) {
        if (info.name == name) {
            return info.divergence;
        }
        names += (names.empty() ? "" : ", ") + std::string(info.name);
    }
    return usageError("divergence \"" + std::string(name) + "\" is not known; expected one of " + names);
}

double disturbance(Divergence divergence, const CountView& before, const CountView& after, double epsilon)
{
    switch (divergence) {
    case Divergence::KullbackLeibler:
        return kullbackLeibler(before, after, epsilon);
    case Divergence::ReverseKullbackLeibler:
        return kullbackLeibler(after, before, epsilon);
    case Divergence::JensenShannon:
        return jensenShannon(before, after);
    case Divergence::TotalVariation:
        return totalVariation(before, after);
    case Divergence::Hellinger:
        return hellinger(before, after);
    case Divergence::Wasserstein:
        break;
    }
    return circularWasserstein(before, after);
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
