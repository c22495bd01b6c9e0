// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/second_readings.h"

#include "core/rope/decay.h"

#include <algorithm>
#include <numbers>
#include <numeric>

namespace rotascope {

double turnsAfter(const Analysis& analysis, Dimension dimension)
{
    return analysis.turnsInPretraining(dimension) * analysis.settings.scale() / analysis.chosen->table.factors[dimension];
}

SecondReadings countedReadings(const Analysis& analysis, const TableAnalysis& table)
{
    SecondReadings readings;
    const std::vector<double>& shares = table.outOfDistributionShare;
    readings.unseenShare = std::accumulate(shares.begin(), shares.end(), 0.0) / static_cast<double>(shares.size());
    const auto greatest = std::ranges::max_element(table.disturbance);
    readings.greatest = *greatest;
    readings.greatestAt = Dimension(static_cast<std::size_t>(greatest - table.disturbance.begin()));
    readings.isOfAngles = analysis.source->encoding.rotates();
    if (readings.isOfAngles) {
        const auto last = static_cast<double>(analysis.settings.targetLength - 1);
        readings.neverTurning = static_cast<std::size_t>(std::ranges::count_if(extendedInvFreq(analysis.source->rope.invFreq, table.table),
            [last](double frequency) { return last * frequency < 2.0 * std::numbers::pi; }));
    }
    return readings;
}

SecondReadings secondReadings(const Analysis& analysis, const TableAnalysis& table, const SecondReadings* known)
{
    SecondReadings readings = countedReadings(analysis, table);
    if (!readings.isOfAngles) {
        readings.nearFar.near.resize(analysis.dimensions());
        readings.nearFar.far.resize(analysis.dimensions());
        return readings;
    }
    readings.nearFar = known != nullptr ? known->nearFar : nearFarOf(*analysis.source, analysis.settings, table.table);
    readings.near = analysis.settings.weights.meanOf(readings.nearFar.near);
    readings.far = analysis.settings.weights.meanOf(readings.nearFar.far);
    readings.reach = known != nullptr
        ? known->reach
        : reachOf(extendedInvFreq(analysis.source->rope.invFreq, table.table), std::min(analysis.settings.targetLength, mostReach));
    return readings;
}

} // namespace rotascope
