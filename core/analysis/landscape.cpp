// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/landscape.h"

#include "core/analysis/disturbances.h"
#include "core/scaling/factor_grid.h"

#include <Eigen/Core>
#include <algorithm>
#include <chrono>
#include <span>
#include <tuple>

namespace rotascope {
namespace {

// [dimensions, factors], as a landscape keeps them.
using Surface = Eigen::Map<const Eigen::Array<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>;

Surface surfaceOf(const Landscape& landscape)
{
    return {landscape.disturbance.data(), static_cast<Eigen::Index>(landscape.disturbance.size() / landscape.factors.size()),
        static_cast<Eigen::Index>(landscape.factors.size())};
}

std::vector<ChannelTrial> trialsOf(const Analysis& analysis, const std::vector<double>& factors)
{
    std::vector<ChannelTrial> trials;
    trials.reserve(analysis.dimensions() * factors.size());
    for (std::size_t i = 0; i < analysis.dimensions(); ++i) {
        for (const double factor : factors) {
            trials.push_back({i, factor, analysis.settings.targetLength});
        }
    }
    return trials;
}

// All at once, or in parts if there is `progress` to call.
Expected<std::vector<double>> disturbancesInParts(
    Engine& engine, const Analysis& analysis, const std::vector<ChannelTrial>& trials, EngineRun& run, const Progress& progress)
{
    constexpr std::size_t parts = 50;
    const auto compute = [&](std::span<const ChannelTrial> some) {
        return disturbancesOf(engine, *analysis.source, analysis.settings, *analysis.before, some, run);
    };
    if (!progress) {
        return compute(trials);
    }
    std::vector<double> all;
    for (std::size_t part = 0; part < parts; ++part) {
        const std::size_t first = part * trials.size() / parts;
        const std::size_t last = (part + 1) * trials.size() / parts;
        auto some = compute(std::span(trials).subspan(first, last - first));
        if (!some) {
            return some;
        }
        all.insert(all.end(), some->begin(), some->end());
        progress(part + 1, parts);
    }
    return all;
}

void findMinima(Landscape& landscape)
{
    const Surface surface = surfaceOf(landscape);
    landscape.minimum.resize(static_cast<std::size_t>(surface.rows()));
    for (Eigen::Index i = 0; i < surface.rows(); ++i) {
        Eigen::Index best = 0;
        surface.row(i).minCoeff(&best);
        landscape.minimum[static_cast<std::size_t>(i)] = static_cast<std::size_t>(best);
    }
}

} // namespace

ScalingTable Landscape::bestTable() const
{
    ScalingTable table;
    for (const std::size_t index : minimum) {
        table.factors.push_back(factors[index]);
    }
    return table;
}

double Landscape::meanOfMinima() const
{
    std::vector<double> minima(dimensions());
    for (std::size_t i = 0; i < dimensions(); ++i) {
        minima[i] = at(Dimension(i), minimum[i]);
    }
    return settings.weights.meanOf(minima);
}

double Landscape::optimalityGap(const TableAnalysis& table) const
{
    double current = 0.0;
    double best = 0.0;
    for (std::size_t i = 0; i < dimensions(); ++i) {
        current += settings.weights.of(i) * table.disturbance[i];
        best += settings.weights.of(i) * std::min(table.disturbance[i], at(Dimension(i), minimum[i]));
    }
    return current > 0.0 ? std::clamp(1.0 - best / current, 0.0, 1.0) : 0.0;
}

bool haveSameLandscape(const Analysis& a, const Analysis& b)
{
    const auto depends = [](const Analysis& x) {
        const AnalysisSettings& s = x.settings;
        return std::tuple(x.source, x.before, s.pretrainingLength, s.targetLength, comparedBy(s));
    };
    return depends(a) == depends(b);
}

Expected<std::shared_ptr<const Landscape>> computeLandscape(
    Engine& engine, const Analysis& analysis, std::size_t factorCount, const std::stop_token& stop, const Progress& progress)
{
    if (factorCount < 3 || factorCount > maxLandscapeFactors) {
        return usageError(Sentence::of("a landscape of {1} factors; expected 3 to {2}", factorCount, maxLandscapeFactors));
    }
    const auto start = std::chrono::steady_clock::now();
    auto landscape = std::make_shared<Landscape>();
    landscape->source = analysis.source;
    landscape->settings = analysis.settings;
    landscape->factors = factorGrid(analysis.settings.scale(), factorCount);
    landscape->run.stop = stop;
    Expected<std::vector<double>> disturbances
        = disturbancesInParts(engine, analysis, trialsOf(analysis, landscape->factors), landscape->run, progress);
    if (!disturbances) {
        return tl::unexpected(disturbances.error());
    }
    landscape->disturbance = std::move(*disturbances);
    findMinima(*landscape);
    landscape->milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count()
        - 1e3 * landscape->run.preparationSeconds;
    return landscape;
}

} // namespace rotascope
