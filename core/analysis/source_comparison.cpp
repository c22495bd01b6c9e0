// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/source_comparison.h"

#include "core/analysis/before.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

namespace rotascope {
namespace {

double ratioOf(double a, double b)
{
    return a != 0.0 ? b / a : b != 0.0 ? std::numeric_limits<double>::infinity() : 1.0;
}

CountView viewOf(const AngleHistograms& histograms, std::size_t dimension)
{
    return {histograms.counts(dimension), histograms.total(dimension)};
}

Expected<std::shared_ptr<const AngleHistograms>> countOther(Engine& engine, const AnalysisSettings& settings, EngineRun& run)
{
    return countBefore(engine, *settings.other->source, settingsOfOther(settings), run).map([](AngleHistograms&& counted) {
        return std::make_shared<const AngleHistograms>(std::move(counted));
    });
}

void addReadings(SourceComparison& result, const Source& a, const AnalysisSettings& settings, const AngleHistograms& before)
{
    const Source& b = *settings.other->source;
    for (std::size_t i = 0; i < a.rope.dimensions(); ++i) {
        result.unseenShare.push_back(outOfDistributionShare(viewOf(before, i), viewOf(*result.before, i)));
        result.frequencyRatio.push_back(ratioOf(a.rope.invFreq[i], b.rope.invFreq[i]));
    }
    result.meanDivergence = settings.weights.meanOf(result.divergence);
    result.meanReverse = settings.weights.meanOf(result.reverse);
    result.meanUnseenShare = settings.weights.meanOf(result.unseenShare);
    result.greatestAt = byDifference(result).front();
}

} // namespace

Expected<std::shared_ptr<const SourceComparison>> compareSources(Engine& engine, const Source& source, const AnalysisSettings& settings,
    const AngleHistograms& before, EngineRun& run, std::shared_ptr<const AngleHistograms> known)
{
    auto result = std::make_shared<SourceComparison>();
    const auto compare
        = [&](const AngleHistograms& a, const AngleHistograms& b) { return engine.disturbances(measureOf(settings), a, b, run); };
    return (known ? Expected<std::shared_ptr<const AngleHistograms>>(std::move(known)) : countOther(engine, settings, run))
        .and_then([&](std::shared_ptr<const AngleHistograms>&& counted) {
            result->before = std::move(counted);
            return compare(before, *result->before);
        })
        .and_then([&](std::vector<double>&& divergence) {
            result->divergence = std::move(divergence);
            return compare(*result->before, before);
        })
        .map([&](std::vector<double>&& reverse) -> std::shared_ptr<const SourceComparison> {
            result->reverse = std::move(reverse);
            addReadings(*result, source, settings, before);
            return result;
        });
}

std::vector<Dimension> byDifference(const SourceComparison& comparison)
{
    std::vector<Dimension> dimensions;
    for (std::size_t i = 0; i < comparison.divergence.size(); ++i) {
        dimensions.emplace_back(i);
    }
    std::ranges::stable_sort(dimensions, std::greater(), [&](Dimension dimension) { return comparison.divergence[dimension]; });
    return dimensions;
}

} // namespace rotascope
