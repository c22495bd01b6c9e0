// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/certificate.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <iterator>
#include <tuple>
#include <utility>

namespace rotascope {
namespace {

// Sums in one order, so that sums of the same terms are equal to the bit.
template <class Term> double weightedSum(const Analysis& analysis, const Term& term)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < analysis.dimensions(); ++i) {
        sum += analysis.settings.weights.of(i) * term(i);
    }
    return sum;
}

DimensionProof proofOf(const Analysis& analysis, const Landscape& landscape, Dimension dimension)
{
    const double extrapolation = analysis.extrapolation->disturbance[dimension];
    const double interpolation = analysis.interpolation->disturbance[dimension];
    DimensionProof proof;
    proof.least = extrapolation <= interpolation ? Choice::Extrapolation : Choice::Interpolation;
    proof.term = std::min(extrapolation, interpolation);
    proof.margin = marginOf(analysis, dimension);
    proof.gridFactor = landscape.factors[landscape.minimum[dimension]];
    proof.gridTerm = landscape.at(dimension, landscape.minimum[dimension]);
    return proof;
}

// The rule alone: no table, nothing set by hand.
Expected<ChoiceAt> choiceAt(Engine& engine, const Analysis& analysis, AnalysisSettings settings, double value, const std::stop_token& stop)
{
    settings.method = "distributional";
    settings.comparedMethods = {settings.method};
    settings.overrides.clear();
    settings.customTable.reset();
    settings.pins.clear();
    return analyze(engine, analysis.source, settings, nullptr, stop).map([&](const std::shared_ptr<const Analysis>& other) {
        ChoiceAt choice{value, 2 * static_cast<int>(std::ranges::count(other->selected, Choice::Interpolation)), {}};
        for (std::size_t i = 0; i < analysis.dimensions(); ++i) {
            if (other->selected[i] != analysis.selected[i]) {
                choice.changed.emplace_back(i);
            }
        }
        return choice;
    });
}

// The candidates and the analysis's own value, ascending; a candidate that the source cannot be counted in is left out.
template <class Value, class Set>
Expected<std::vector<ChoiceAt>> choicesAt(
    Engine& engine, const Analysis& analysis, std::vector<Value> values, Value own, const Set& set, const std::stop_token& stop)
{
    values.push_back(own);
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    std::vector<ChoiceAt> choices;
    for (const Value value : values) {
        AnalysisSettings settings = analysis.settings;
        set(settings, value);
        Expected<ChoiceAt> choice = choiceAt(engine, analysis, std::move(settings), static_cast<double>(value), stop);
        if (!choice && (value == own || choice.error().kind == ErrorKind::Stopped || choice.error().kind == ErrorKind::Engine)) {
            return tl::unexpected(choice.error());
        }
        if (choice) {
            choices.push_back(std::move(*choice));
        }
    }
    return choices;
}

Expected<void> addIntervals(Engine& engine, const Analysis& analysis, Certificate& certificate, const std::stop_token& stop)
{
    // They divide the fine intervals that recordings are counted in.
    constexpr std::array<std::uint32_t, 16> usual{6, 9, 12, 18, 24, 30, 45, 60, 90, 120, 180, 240, 360, 720, 1260, 2520};
    const std::uint32_t own = analysis.settings.intervals;
    std::vector<std::uint32_t> values;
    std::ranges::copy_if(usual, std::back_inserter(values), [own](std::uint32_t b) { return 4 * b >= own && b <= 2 * own; });
    const auto set = [](AnalysisSettings& settings, std::uint32_t b) { settings.intervals = b; };
    return choicesAt(engine, analysis, values, own, set, stop).map([&](std::vector<ChoiceAt>&& choices) {
        certificate.byIntervals = std::move(choices);
    });
}

Expected<void> addEpsilons(Engine& engine, const Analysis& analysis, Certificate& certificate, const std::stop_token& stop)
{
    if (!infoOf(analysis.settings.divergence).usesEpsilon) {
        return {};
    }
    const auto set = [](AnalysisSettings& settings, double epsilon) { settings.epsilon = epsilon; };
    return choicesAt(engine, analysis, {1e-14, 1e-12, 1e-10, 1e-8, 1e-6, 1e-4}, analysis.settings.epsilon, set, stop)
        .map([&](std::vector<ChoiceAt>&& choices) { certificate.byEpsilon = std::move(choices); });
}

} // namespace

double marginOf(const Analysis& analysis, Dimension dimension)
{
    return std::abs(analysis.extrapolation->disturbance[dimension] - analysis.interpolation->disturbance[dimension]);
}

TableProof proofOf(const Certificate& certificate, const Analysis& analysis, const TableAnalysis& table, std::string method)
{
    const double scale = analysis.settings.scale();
    TableProof proof;
    proof.method = std::move(method);
    proof.sum = weightedSum(analysis, [&](std::size_t i) { return table.disturbance[i]; });
    proof.hasTwoValues
        = std::ranges::none_of(table.table.factors, [scale](double factor) { return choiceOf(factor, scale) == Choice::Custom; });
    for (std::size_t i = 0; i < certificate.dimensions.size(); ++i) {
        if (table.disturbance[i] != certificate.dimensions[i].term) {
            proof.otherwise.emplace_back(i);
        }
    }
    return proof;
}

bool haveSameCertificate(const Analysis& a, const Analysis& b)
{
    const auto depends = [](const Analysis& x) {
        const AnalysisSettings& s = x.settings;
        return std::tuple(s.weights, s.selection, s.comparedMethods, s.customTable, s.parameters);
    };
    return haveSameLandscape(a, b) && depends(a) == depends(b);
}

Expected<std::shared_ptr<const Certificate>> certify(
    Engine& engine, const Analysis& analysis, std::size_t factorCount, const std::stop_token& stop, const Progress& progress)
{
    const auto start = std::chrono::steady_clock::now();
    const auto landscape = computeLandscape(engine, analysis, factorCount, stop, progress);
    if (!landscape) {
        return tl::unexpected(landscape.error());
    }
    auto certificate = std::make_shared<Certificate>();
    certificate->run = (*landscape)->run;
    certificate->grid = (*landscape)->factors;
    for (std::size_t i = 0; i < analysis.dimensions(); ++i) {
        certificate->dimensions.push_back(proofOf(analysis, **landscape, Dimension(i)));
    }
    const std::vector<DimensionProof>& dimensions = certificate->dimensions;
    certificate->weightSum = weightedSum(analysis, [](std::size_t) { return 1.0; });
    certificate->leastSum = weightedSum(analysis, [&](std::size_t i) { return dimensions[i].term; });
    certificate->gridSum = weightedSum(analysis, [&](std::size_t i) { return dimensions[i].gridTerm; });
    for (const MethodAnalysis& method : analysis.methods) {
        if (method.result) {
            certificate->tables.push_back(proofOf(*certificate, analysis, *method.result, std::string(method.method->name)));
        }
    }
    if (!analysis.settings.farWeight) { // near and far have no intervals
        if (const auto added = addIntervals(engine, analysis, *certificate, stop).and_then([&] {
                return addEpsilons(engine, analysis, *certificate, stop);
            });
            !added) {
            return tl::unexpected(added.error());
        }
    }
    certificate->milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count()
        - 1e3 * certificate->run.preparationSeconds;
    return certificate;
}

} // namespace rotascope
