// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/before.h"

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

Expected<AngleHistograms> count(Engine& engine, const RopeConfig& rope, std::span<const std::size_t> dimensions,
    const PositionSet& positions, std::uint32_t intervals, EngineRun& run)
{
    std::vector<Turn> turns(dimensions.size());
    std::ranges::transform(dimensions, turns.begin(), [&](std::size_t i) { return turnOf(rope.invFreq[i], 1.0); });
    return engine.histograms(turns, positions, intervals, run);
}

std::vector<std::size_t> allDimensions(const RopeConfig& rope)
{
    std::vector<std::size_t> dimensions(rope.dimensions());
    std::iota(dimensions.begin(), dimensions.end(), std::size_t{0});
    return dimensions;
}

// Each position axis (M-RoPE) has its own positions and turns its own dimensions.
Expected<AngleHistograms> countRecordedPositions(
    Engine& engine, const RopeConfig& rope, std::span<const PositionSet> recorded, std::uint32_t intervals, EngineRun& run)
{
    AngleHistograms before(rope.dimensions(), intervals);
    for (std::size_t axis = 0; axis < recorded.size(); ++axis) {
        std::vector<std::size_t> dimensions = allDimensions(rope);
        std::erase_if(dimensions, [&](std::size_t i) { return (rope.axis.empty() ? 0 : rope.axis[i]) != static_cast<int>(axis); });
        Expected<AngleHistograms> counted = count(engine, rope, dimensions, recorded[axis], intervals, run);
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
    const auto countAll = [&](const PositionSet& positions) {
        return count(engine, source.rope, allDimensions(source.rope), positions, settings.intervals, run);
    };
    const RecordedPart* const part = settings.countedPart();
    switch (settings.before) {
    case BeforeKind::RecordedAngles:
        return countRecordedAngles(engine, part != nullptr ? *part->angles : *source.recordedAngles, settings.intervals, run);
    case BeforeKind::RecordedPositions:
        return settings.counting.counting == Counting::Positions
            ? countRecordedPositions(
                engine, source.rope, part != nullptr ? part->positions : source.recordedPositions, settings.intervals, run)
            : source.recordedDistances(run.stop).and_then(
                [&](const PositionSet& distances) { return countAll(withinWindow(distances, settings.counting.window)); });
    case BeforeKind::UniformPositions:
        break;
    }
    return countAll(PositionSet::of(settings.counting, settings.pretrainingLength));
}

} // namespace rotascope
