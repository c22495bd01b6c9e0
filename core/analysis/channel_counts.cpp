// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/channel_counts.h"

#include "core/encoding/steps.h"

#include <algorithm>

namespace rotascope {

StepCounter::StepCounter(const Source& source, const AnalysisSettings& settings)
    : m_starts(intervalStarts(source.encoding, settings.pretrainingLength, settings.intervals))
{
}

void StepCounter::count(double factor, const PositionSet& positions, std::span<std::uint64_t> counts) const
{
    countBySteps(m_starts, factor, positions, counts);
}

Expected<AngleHistograms> countChannels(Engine& engine, const Source& source, const AnalysisSettings& settings,
    std::span<const DimensionFactor> channels, const PositionSet& positions, EngineRun& run)
{
    if (source.encoding.rotates()) {
        std::vector<Turn> turns(channels.size());
        std::ranges::transform(channels, turns.begin(),
            [&](const DimensionFactor& channel) { return turnOf(source.rope.invFreq[channel.dimension], channel.factor); });
        return engine.histograms(turns, positions, settings.intervals, run);
    }
    AngleHistograms histograms(channels.size(), settings.intervals);
    const StepCounter counter(source, settings);
    for (std::size_t i = 0; i < channels.size(); ++i) {
        counter.count(channels[i].factor, positions, histograms.counts(i));
        histograms.setTotal(i, positions.total());
    }
    return histograms;
}

Expected<AngleHistograms> countTrials(
    Engine& engine, const Source& source, const AnalysisSettings& settings, std::span<const ChannelTrial> trials, EngineRun& run)
{
    if (source.encoding.rotates()) {
        return engine.rotationHistograms(settings.counting, rotationsOf(source, trials), settings.intervals, run);
    }
    AngleHistograms histograms(trials.size(), settings.intervals);
    const StepCounter counter(source, settings);
    for (std::size_t k = 0; k < trials.size(); ++k) {
        const PositionSet positions = PositionSet::of(settings.counting, trials[k].length);
        counter.count(trials[k].factor, positions, histograms.counts(k));
        histograms.setTotal(k, positions.total());
    }
    return histograms;
}

std::vector<Rotation> rotationsOf(const Source& source, std::span<const ChannelTrial> trials)
{
    std::vector<Rotation> rotations(trials.size());
    std::ranges::transform(trials, rotations.begin(), [&](const ChannelTrial& trial) {
        return Rotation{turnOf(source.rope.invFreq[trial.channel], trial.factor), trial.length,
            static_cast<std::uint32_t>(trial.firstRow + trial.channel)};
    });
    return rotations;
}

} // namespace rotascope
