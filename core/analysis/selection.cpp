// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/selection.h"

#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>

namespace rotascope {
namespace {

std::vector<Choice> selectByThreshold(
    const Threshold& threshold, std::span<const double> extrapolation, std::span<const double> interpolation, std::span<const double> near)
{
    std::vector<Choice> choices(extrapolation.size());
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const double t = threshold.t + (threshold.nearWeight > 0.0 ? threshold.nearWeight * near[i] : 0.0);
        choices[i] = extrapolation[i] - interpolation[i] > t ? Choice::Interpolation : Choice::Extrapolation;
    }
    return choices;
}

std::vector<Choice> selectByCount(
    int components, std::span<const double> extrapolation, std::span<const double> interpolation, const DimensionWeights& weights)
{
    std::vector<std::size_t> ranked(extrapolation.size());
    std::iota(ranked.begin(), ranked.end(), std::size_t{0});
    std::ranges::stable_sort(ranked, std::greater{}, [&](std::size_t i) { return weights.of(i) * (extrapolation[i] - interpolation[i]); });
    std::vector<Choice> choices(extrapolation.size(), Choice::Extrapolation);
    for (std::size_t rank = 0; rank < static_cast<std::size_t>(components / 2); ++rank) {
        choices[ranked[rank]] = Choice::Interpolation;
    }
    return choices;
}

} // namespace

Expected<void> validate(const SelectionRule& rule, std::size_t dimensions)
{
    if (const auto* threshold = std::get_if<Threshold>(&rule)) {
        if (!std::isfinite(threshold->t)) {
            return usageError(Sentence::of("the threshold t is not finite; expected a number"));
        }
        if (!(threshold->nearWeight >= 0.0 && std::isfinite(threshold->nearWeight))) {
            return usageError(
                Sentence::of("the near threshold c is {1}; expected a number that is not negative", number(threshold->nearWeight)));
        }
        return {};
    }
    const int count = std::get<InterpolatedComponents>(rule).count;
    if (count < 0 || count % 2 != 0 || static_cast<std::size_t>(count) > 2 * dimensions) {
        return usageError(
            Sentence::of("{1} interpolated components asked for; expected an even number from 0 to d = {2} (two components a dimension)",
                count, 2 * dimensions));
    }
    return {};
}

std::vector<Choice> select(const SelectionRule& rule, std::span<const double> extrapolation, std::span<const double> interpolation,
    const DimensionWeights& weights, std::span<const double> near)
{
    if (const auto* threshold = std::get_if<Threshold>(&rule)) {
        return selectByThreshold(*threshold, extrapolation, interpolation, near);
    }
    return selectByCount(std::get<InterpolatedComponents>(rule).count, extrapolation, interpolation, weights);
}

ThresholdRange impliedThreshold(
    std::span<const Choice> choices, std::span<const double> extrapolation, std::span<const double> interpolation)
{
    ThresholdRange range{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const double gain = extrapolation[i] - interpolation[i];
        if (choices[i] == Choice::Interpolation) {
            range.below = std::min(range.below, gain);
        } else {
            range.atLeast = std::max(range.atLeast, gain);
        }
    }
    return range;
}

bool nearlyTies(double extrapolation, double interpolation)
{
    return std::abs(extrapolation - interpolation) <= 0.1 * std::max(extrapolation, interpolation);
}

} // namespace rotascope
