// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/before.h"

#include "core/analysis/channel_counts.h"
#include "core/angle/fine_histograms.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <vector>

namespace rotascope {
namespace {

Expected<AngleHistograms> countRecordedAngles(Engine& engine, const RecordedAngles& angles, std::uint32_t intervals, EngineRun& run)
{
    if (angles.isCounted(intervals)) {
        return angles.histograms(intervals, run.stop);
    }
    if (!angles.wantsFineCounts(intervals)) {
        return engine.recordedHistograms(angles, intervals, run);
    }
    return engine.recordedHistograms(angles, fineIntervals, run).map([&](const AngleHistograms& fine) {
        angles.keep(fine);
        return coarsened(fine, intervals);
    });
}

PositionSet withinWindow(const PositionSet& distances, std::int64_t window)
{
    if (window == 0 || window >= distances.end()) {
        return distances;
    }
    std::vector<std::uint64_t> seen(static_cast<std::size_t>(window));
    distances.copyTo(0, seen);
    return PositionSet::counted(seen);
}

Expected<AngleHistograms> count(Engine& engine, const Source& source, const AnalysisSettings& settings,
    std::span<const std::size_t> dimensions, const PositionSet& positions, EngineRun& run)
{
    std::vector<DimensionFactor> channels(dimensions.size());
    std::ranges::transform(dimensions, channels.begin(), [](std::size_t i) { return DimensionFactor{i, 1.0}; });
    return countChannels(engine, source, settings, channels, positions, run);
}

std::vector<std::size_t> allDimensions(const RopeConfig& rope)
{
    std::vector<std::size_t> dimensions(rope.dimensions());
    std::iota(dimensions.begin(), dimensions.end(), std::size_t{0});
    return dimensions;
}

// Each position axis (M-RoPE) has its own positions and turns its own dimensions.
Expected<AngleHistograms> countRecordedPositions(
    Engine& engine, const Source& source, const AnalysisSettings& settings, std::span<const PositionSet> recorded, EngineRun& run)
{
    const RopeConfig& rope = source.rope;
    AngleHistograms before(rope.dimensions(), settings.intervals);
    for (std::size_t axis = 0; axis < recorded.size(); ++axis) {
        std::vector<std::size_t> dimensions = allDimensions(rope);
        std::erase_if(dimensions, [&](std::size_t i) { return (rope.axis.empty() ? 0 : rope.axis[i]) != static_cast<int>(axis); });
        Expected<AngleHistograms> counted = count(engine, source, settings, dimensions, recorded[axis], run);
        if (!counted) {
            return counted;
        }
        for (std::size_t i = 0; i < dimensions.size(); ++i) {
            before.copyDimension(dimensions[i], *counted, i);
        }
    }
    return before;
}

} // namespace

Expected<AngleHistograms> countBefore(Engine& engine, const Source& source, const AnalysisSettings& settings, EngineRun& run)
{
    const auto countAll
        = [&](const PositionSet& positions) { return count(engine, source, settings, allDimensions(source.rope), positions, run); };
    const RecordedPart* const part = settings.countedPart();
    switch (settings.before) {
    case BeforeKind::RecordedAngles:
        return countRecordedAngles(engine, part != nullptr ? *part->angles : *source.recordedAngles, settings.intervals, run);
    case BeforeKind::RecordedPositions:
        return settings.counting.counting == Counting::Positions
            ? countRecordedPositions(engine, source, settings, part != nullptr ? part->positions : source.recordedPositions, run)
            : source.recordedDistances(run.stop).and_then(
                [&](const PositionSet& distances) { return countAll(withinWindow(distances, settings.counting.window)); });
    case BeforeKind::UniformPositions:
        break;
    }
    return countAll(PositionSet::of(settings.counting, settings.pretrainingLength));
}

Expected<void> countAhead(const Source& source, const AnalysisSettings& settings, const std::stop_token& stop, const CountingWatch& watch)
{
    const bool isAsked = settings.before == BeforeKind::RecordedAngles && settings.countedPart() == nullptr && source.recordedAngles;
    if (!isAsked || source.recordedAngles->isCounted(settings.intervals) || !source.recordedAngles->wantsFineCounts(settings.intervals)) {
        return {};
    }
    return validate(settings, source).and_then([&] { return source.recordedAngles->countAhead(stop, watch); });
}

} // namespace rotascope
