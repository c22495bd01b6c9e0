// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/settings.h"
#include "core/analysis/source.h"
#include "core/engine/engine.h"
#include "core/scaling/method.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rotascope {

/// A channel (a dimension, or a head) with a factor, in a context of a length.
struct ChannelTrial {
    std::size_t channel = 0;
    double factor = 1.0;
    std::int64_t length = 0;
    std::size_t firstRow = 0; ///< of what it is compared with: where the channels of its length begin
};

/// Counts the channels of an encoding that does not rotate. All of them are counted alike, but for their factors.
class StepCounter {
public:
    StepCounter(const Source& source, const AnalysisSettings& settings);
    /// `counts` is overwritten; shape [settings.intervals].
    void count(double factor, const PositionSet& positions, std::span<std::uint64_t> counts) const;

private:
    std::vector<double> m_starts;
};

/// Histograms of these channels with their factors, shape [channels, settings.intervals]. Angles are counted by the engine.
Expected<AngleHistograms> countChannels(Engine& engine, const Source& source, const AnalysisSettings& settings,
    std::span<const DimensionFactor> channels, const PositionSet& positions, EngineRun& run);

/// Histograms of these trials, whatever their lengths, shape [trials, settings.intervals]. Angles are counted in one request.
Expected<AngleHistograms> countTrials(
    Engine& engine, const Source& source, const AnalysisSettings& settings, std::span<const ChannelTrial> trials, EngineRun& run);

/// Trials that rotate, as engines take them; shape [trials].
std::vector<Rotation> rotationsOf(const Source& source, std::span<const ChannelTrial> trials);

} // namespace rotascope
