// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/score_correlation.h"

#include "core/angle/angle_histogram.h"
#include "core/angle/near_far.h"
#include "core/engine/divergence.h"
#include "core/text.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace rotascope {
namespace {

constexpr std::string_view unseenName = "unseen";
constexpr std::string_view nearName = "near";

// Of one dimension: a divergence, or what is in its place.
double comparedBy(std::string_view measure, const CountView& before, const CountView& after)
{
    if (measure == unseenName) {
        return outOfDistributionShare(before, after);
    }
    return disturbance(findDivergence(measure).value(), before, after, defaultEpsilon);
}

std::vector<std::uint64_t> countsOf(double frequency, double factor, std::int64_t length, std::uint32_t intervals)
{
    std::vector<std::uint64_t> counts(intervals);
    countAngles(turnOf(frequency, factor), PositionSet::uniform(length), counts);
    return counts;
}

Expected<void> checkMeasure(std::string_view measure, std::uint32_t intervals)
{
    if (std::ranges::find(tableMeasures(), measure, &TableMeasure::name) == tableMeasures().end()) {
        return usageError(
            "there is no measure \"" + std::string(measure) + "\"; expected one of " + namesOf(tableMeasures(), &TableMeasure::name));
    }
    if (intervals < minIntervals || intervals > maxIntervals) {
        return usageError("there are " + std::to_string(intervals) + " intervals; expected " + std::to_string(minIntervals) + " to "
            + std::to_string(maxIntervals));
    }
    return {};
}

} // namespace

std::span<const TableMeasure> tableMeasures()
{
    static const std::vector<TableMeasure> measures = [] {
        std::vector<TableMeasure> all;
        for (const DivergenceInfo& info : divergences()) {
            all.push_back({std::string(info.name), std::string(info.label)});
        }
        all.push_back({std::string(unseenName), "The share of angles that pre-training never saw"});
        all.push_back({std::string(nearName), "How far the angles of the next 8 neighbours move"});
        return all;
    }();
    return measures;
}

Expected<double> measureOf(
    const ScoreSet& set, const ScalingTable& table, std::int64_t length, std::string_view measure, std::uint32_t intervals)
{
    if (const Expected<void> checked = checkMeasure(measure, intervals); !checked) {
        return tl::unexpected(checked.error());
    }
    double sum = 0.0;
    for (std::size_t i = 0; i < set.invFreq.size(); ++i) {
        if (measure == nearName) {
            sum += nearOf(turnOf(set.invFreq[i]), turnOf(set.invFreq[i], table.factors[i]));
            continue;
        }
        const auto before = countsOf(set.invFreq[i], 1.0, set.pretrainingLength, intervals);
        const auto after = countsOf(set.invFreq[i], table.factors[i], length, intervals);
        sum += comparedBy(
            measure, {before, static_cast<std::uint64_t>(set.pretrainingLength)}, {after, static_cast<std::uint64_t>(length)});
    }
    return sum / static_cast<double>(set.invFreq.size());
}

Expected<std::vector<ScoreCorrelation>> correlate(const ScoreSet& set, std::string_view measure, std::uint32_t intervals)
{
    if (const Expected<void> checked = checkMeasure(measure, intervals); !checked) {
        return tl::unexpected(checked.error());
    }
    using Key = std::tuple<std::string, std::string, std::int64_t, std::int64_t>;
    std::map<Key, std::size_t> places;
    std::map<std::pair<std::size_t, std::int64_t>, double> measured; // by table and length
    std::vector<ScoreCorrelation> groups;
    std::vector<bool> higherIsBetter;
    for (const Score& score : set.scores) {
        const auto [place, isNew] = places.emplace(Key(score.task, score.metric, score.length, score.steps), groups.size());
        if (isNew) {
            groups.push_back({score.task, score.metric, score.length, score.steps, {}, {}, {}});
            higherIsBetter.push_back(score.higherIsBetter);
        }
        const auto [value, isFirst] = measured.emplace(std::pair(score.table, score.length), 0.0);
        if (isFirst) {
            value->second = measureOf(set, set.tables[score.table].table, score.length, measure, intervals).value();
        }
        groups[place->second].measures.push_back(value->second);
        groups[place->second].scores.push_back(score.value);
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        std::vector<double> bad = groups[i].scores;
        std::ranges::transform(bad, bad.begin(), [&](double value) { return higherIsBetter[i] ? -value : value; });
        groups[i].correlation = rankCorrelation(groups[i].measures, bad);
    }
    return groups;
}

} // namespace rotascope
