// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/disturbances.h"

#include "core/analysis/near_far.h"

#include <algorithm>

namespace rotascope {
namespace {

Expected<std::vector<double>> compareSteps(Engine& engine, const Source& source, const AnalysisSettings& settings,
    const AngleHistograms& before, std::span<const ChannelTrial> trials, EngineRun& run)
{
    AngleHistograms rows(trials.size(), before.intervals());
    for (std::size_t k = 0; k < trials.size(); ++k) {
        rows.copyDimension(k, before, trials[k].firstRow + trials[k].channel);
    }
    return countTrials(engine, source, settings, trials, run).and_then([&](const AngleHistograms& after) {
        return engine.disturbances(measureOf(settings), rows, after, run);
    });
}

// So many at a time that their counts take little memory.
Expected<std::vector<double>> compareStepsInParts(Engine& engine, const Source& source, const AnalysisSettings& settings,
    const AngleHistograms& before, std::span<const ChannelTrial> trials, EngineRun& run)
{
    constexpr std::size_t countsAtATime = std::size_t{1} << 20;
    const std::size_t trialsAtATime = std::max<std::size_t>(1, countsAtATime / before.intervals());
    std::vector<double> all;
    for (; !trials.empty(); trials = trials.subspan(std::min(trials.size(), trialsAtATime))) {
        if (run.stop.stop_requested()) {
            return stoppedError();
        }
        auto some = compareSteps(engine, source, settings, before, trials.first(std::min(trials.size(), trialsAtATime)), run);
        if (!some) {
            return some;
        }
        all.insert(all.end(), some->begin(), some->end());
    }
    return all;
}

} // namespace

Expected<std::vector<double>> disturbancesOf(Engine& engine, const Source& source, const AnalysisSettings& settings,
    const AngleHistograms& before, std::span<const ChannelTrial> trials, EngineRun& run)
{
    if (!source.encoding.rotates()) {
        return compareStepsInParts(engine, source, settings, before, trials, run);
    }
    const std::vector<Rotation> rotations = rotationsOf(source, trials);
    return settings.farWeight ? nearFarSums(source, settings.pretrainingLength, *settings.farWeight, rotations, run.stop)
                              : engine.rotationDisturbances(measureOf(settings), before, rotations, run);
}

} // namespace rotascope
