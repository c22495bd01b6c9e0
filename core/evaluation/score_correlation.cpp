// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/score_correlation.h"

#include "core/angle/angle_histogram.h"
#include "core/angle/near_far.h"
#include "core/engine/divergence.h"
#include "core/engine/parallel.h"
#include "core/files/text.h"
#include "core/text.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace rotascope {
namespace {

constexpr std::string_view unseenName = "unseen";
constexpr std::string_view nearName = "near";
constexpr std::string_view farName = "far";
constexpr std::string_view nearFarName = "near-far";

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

Expected<void> checkMeasure(const MeasureChoice& measure)
{
    if (std::ranges::find(tableMeasures(), measure.name, &TableMeasure::name) == tableMeasures().end()) {
        return usageError(Sentence::of(
            "there is no measure {1}; expected one of {2}", inQuotes(measure.name), namesOf(tableMeasures(), &TableMeasure::name)));
    }
    if (measure.intervals < minIntervals || measure.intervals > maxIntervals) {
        return usageError(Sentence::of("there are {1} intervals; expected {2} to {3}", measure.intervals, minIntervals, maxIntervals));
    }
    return measure.farWeight >= 0.0 ? Expected<void>() : usageError(Sentence::of("the weight of far is negative; expected 0 or more"));
}

// near + weight far of one dimension. What training saw is the same for all tables, but is made anew: it takes as long as the far itself.
double nearFarOf(double frequency, double factor, const ScoreSet& set, std::int64_t length, double nearWeight, double farWeight)
{
    const Turn before = turnOf(frequency);
    const Turn after = turnOf(frequency, factor);
    const double far = farWeight > 0.0 ? SeenAngles(before, set.pretrainingLength).farOf(after, length).mean : 0.0;
    return nearWeight * nearOf(before, after) + farWeight * far;
}

double ofDimension(const ScoreSet& set, std::size_t i, double factor, std::int64_t length, const MeasureChoice& measure)
{
    if (!measure.usesIntervals()) {
        return nearFarOf(set.invFreq[i], factor, set, length, measure.name == farName ? 0.0 : 1.0,
            measure.name == nearName      ? 0.0
                : measure.name == farName ? 1.0
                                          : measure.farWeight);
    }
    const auto before = countsOf(set.invFreq[i], 1.0, set.pretrainingLength, measure.intervals);
    const auto after = countsOf(set.invFreq[i], factor, length, measure.intervals);
    return comparedBy(
        measure.name, {before, static_cast<std::uint64_t>(set.pretrainingLength)}, {after, static_cast<std::uint64_t>(length)});
}

} // namespace

std::span<const TableMeasure> tableMeasures()
{
    static const std::vector<TableMeasure> measures = [] {
        std::vector<TableMeasure> all;
        for (const DivergenceInfo& info : divergences()) {
            all.push_back({std::string(info.name), std::string(info.label)});
        }
        all.push_back({std::string(unseenName), Sentence::marked("The share of angles that pre-training never saw")});
        all.push_back({std::string(nearName), Sentence::marked("How far the angles of the next 8 neighbours move")});
        all.push_back({std::string(farName), Sentence::marked("How far angles lie from the nearest that pre-training saw")});
        all.push_back({std::string(nearFarName), Sentence::marked("near + w far, with w = 3 or as --far-weight says")});
        return all;
    }();
    return measures;
}

bool MeasureChoice::usesIntervals() const
{
    return name != nearName && name != farName && name != nearFarName;
}

std::uint32_t usualIntervalsOf(const ScoreSet& set)
{
    constexpr std::int64_t enough = 10;
    constexpr std::int64_t most = 360;
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(set.pretrainingLength / enough, minIntervals, most));
}

Expected<double> measureOf(const ScoreSet& set, const ScalingTable& table, std::int64_t length, const MeasureChoice& measure)
{
    if (const Expected<void> checked = checkMeasure(measure); !checked) {
        return tl::unexpected(checked.error());
    }
    double sum = 0.0;
    for (std::size_t i = 0; i < set.invFreq.size(); ++i) {
        sum += ofDimension(set, i, table.factors[i], length, measure);
    }
    return sum / static_cast<double>(set.invFreq.size());
}

Expected<std::vector<ScoreCorrelation>> correlate(const ScoreSet& set, const MeasureChoice& measure, const std::stop_token& stop)
{
    if (const Expected<void> checked = checkMeasure(measure); !checked) {
        return tl::unexpected(checked.error());
    }
    using Key = std::tuple<std::string, std::string, std::int64_t, std::int64_t>;
    std::map<Key, std::size_t> places;
    std::map<std::pair<std::size_t, std::int64_t>, double> measured; // by table and length
    std::vector<ScoreCorrelation> groups;
    std::vector<bool> higherIsBetter;
    for (const Score& score : set.scores) {
        if (stop.stop_requested()) {
            return stoppedError();
        }
        const auto [place, isNew] = places.emplace(Key(score.task, score.metric, score.length, score.steps), groups.size());
        if (isNew) {
            groups.push_back({score.task, score.metric, score.length, score.steps, {}, {}, {}, {}});
            higherIsBetter.push_back(score.higherIsBetter);
        }
        const auto [value, isFirst] = measured.emplace(std::pair(score.table, score.length), 0.0);
        if (isFirst) {
            value->second = measureOf(set, set.tables[score.table].table, score.length, measure).value();
        }
        groups[place->second].tables.push_back(score.table);
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

Expected<std::vector<std::vector<ScoreCorrelation>>> correlateAll(const ScoreSet& set, std::uint32_t intervals, const std::stop_token& stop)
{
    const std::span<const TableMeasure> measures = tableMeasures();
    std::vector<Expected<std::vector<ScoreCorrelation>>> found(measures.size());
    parallelFor(
        measures.size(), [&](std::size_t i) { found[i] = correlate(set, {.name = measures[i].name, .intervals = intervals}, stop); });
    std::vector<std::vector<ScoreCorrelation>> all;
    for (const auto& one : found) {
        if (!one) {
            return tl::unexpected(one.error());
        }
        all.push_back(*one);
    }
    return all;
}

} // namespace rotascope
