// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/decay_curves.h"

#include "core/analysis/second_readings.h"
#include "core/rope/decay.h"

#include <algorithm>
#include <cmath>

namespace rotascope {
namespace {

std::vector<std::int64_t> spacedDistances(std::int64_t last, std::size_t count)
{
    std::vector<std::int64_t> distances;
    for (std::size_t k = 0; k < count; ++k) {
        const double share = static_cast<double>(k) / static_cast<double>(count - 1);
        distances.push_back(std::llround(std::pow(static_cast<double>(last), share)));
    }
    return distances;
}

} // namespace

DecayCurves decayCurves(const Analysis& analysis, std::size_t count)
{
    const std::vector<double>& before = analysis.source->rope.invFreq;
    const std::vector<double> chosen = extendedInvFreq(before, analysis.chosen->table);
    const std::int64_t length = analysis.settings.targetLength;
    DecayCurves curves;
    curves.reachBefore = reachOf(before, std::min(length, mostReach));
    curves.reachChosen = chosen == before ? curves.reachBefore : reachOf(chosen, std::min(length, mostReach));
    curves.distances = spacedDistances(std::max<std::int64_t>(1, length - 1), count);
    for (const std::optional<std::int64_t>& reach : {curves.reachBefore, curves.reachChosen}) {
        if (reach) {
            curves.distances.push_back(*reach);
        }
    }
    std::ranges::sort(curves.distances);
    // Clang 14 has no std::ranges::unique for this.
    curves.distances.erase(std::unique(curves.distances.begin(), curves.distances.end()), curves.distances.end());
    curves.before = decayAt(before, curves.distances);
    curves.chosen = decayAt(chosen, curves.distances);
    return curves;
}

} // namespace rotascope
