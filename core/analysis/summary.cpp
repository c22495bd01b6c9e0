// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/summary.h"

#include "core/analysis/starting_point.h"

#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <span>
#include <utility>

namespace rotascope {
namespace {

// How many angles each dimension has before the extension, those of the same distance as one. All position axes have as many.
std::int64_t anglesBefore(const Source& source, const AnalysisSettings& settings)
{
    if (settings.counting.counting == Counting::Distances) {
        const std::int64_t longest
            = settings.before == BeforeKind::RecordedPositions ? source.recordedPositions.front().end() : settings.pretrainingLength;
        return static_cast<std::int64_t>(settings.counting.over(longest).end);
    }
    switch (settings.before) {
    case BeforeKind::RecordedAngles:
        return source.recordedAngles->rows();
    case BeforeKind::RecordedPositions:
        return static_cast<std::int64_t>(source.recordedPositions.front().total());
    case BeforeKind::UniformPositions:
        break;
    }
    return settings.pretrainingLength;
}

std::string against(const std::string& what)
{
    return what + ": the disturbance is against what was recorded, not against pre-training.";
}

// `name` tells the axis where there are several.
std::string coverageOfAxis(const PositionSet& recorded, const std::string& name, std::int64_t pretrainingLength)
{
    const std::span<const std::uint64_t> seen = recorded.multiplicity();
    const auto within = std::min(static_cast<std::int64_t>(seen.size()), pretrainingLength);
    const auto covered = std::ranges::count_if(seen.first(static_cast<std::size_t>(within)), [](std::uint64_t count) { return count > 0; });
    if (covered < pretrainingLength) {
        return against("The recording" + name + " covers " + std::to_string(covered) + " of the " + std::to_string(pretrainingLength)
            + " positions of pre-training");
    }
    if (static_cast<std::int64_t>(seen.size()) > pretrainingLength) {
        return against("The recording" + name + " goes up to position " + std::to_string(seen.size() - 1)
            + ", beyond L = " + std::to_string(pretrainingLength));
    }
    return {};
}

} // namespace

double samplesPerInterval(const Source& source, const AnalysisSettings& settings)
{
    return static_cast<double>(anglesBefore(source, settings)) / settings.intervals;
}

std::uint32_t usualIntervals(const Source& source, const AnalysisSettings& settings)
{
    const double most = static_cast<double>(anglesBefore(source, settings)) / enoughSamples;
    return static_cast<std::uint32_t>(std::clamp<double>(std::floor(most), minIntervals, mostUsualIntervals));
}

std::string fewSamplesNote(const Source& source, const AnalysisSettings& settings)
{
    const double samples = samplesPerInterval(source, settings);
    if (samples >= enoughSamples || settings.farWeight) {
        return {};
    }
    const std::uint32_t usual = usualIntervals(source, settings);
    return shortText(std::round(10.0 * samples) / 10.0) + " samples per interval, expected " + shortText(enoughSamples)
        + " or more: differences are mostly noise. "
        + (settings.intervals > usual ? "Choose " + std::to_string(usual) + " intervals or fewer." : "There are too few angles.");
}

std::string coverageNote(const Source& source, const AnalysisSettings& settings)
{
    if (settings.before == BeforeKind::UniformPositions || settings.counting.counting == Counting::Distances) {
        return {};
    }
    if (source.recordedPositions.empty()) {
        const std::int64_t angles = anglesBefore(source, settings);
        return angles == settings.pretrainingLength
            ? std::string()
            : against("The recording has the angles of " + std::to_string(angles) + (angles == 1 ? " token" : " tokens")
                + " without their positions; pre-training has " + std::to_string(settings.pretrainingLength) + " positions");
    }
    for (std::size_t axis = 0; axis < source.recordedPositions.size(); ++axis) {
        const std::string name = source.recordedPositions.size() > 1 ? " (axis " + std::to_string(axis) + ")" : "";
        if (std::string note = coverageOfAxis(source.recordedPositions[axis], name, settings.pretrainingLength); !note.empty()) {
            return note;
        }
    }
    return {};
}

std::string beforeText(const AnalysisSettings& settings)
{
    if (settings.counting.counting == Counting::Positions) {
        return std::string(nameOf(settings.before));
    }
    return std::string(settings.before == BeforeKind::RecordedPositions ? "recorded distances" : "distances 0 … L-1")
        + (settings.counting.window > 0 ? " within a window of " + std::to_string(settings.counting.window) : "");
}

std::string epsilonNote(const AnalysisSettings& settings)
{
    constexpr double small = 0.01;
    const double share = 1.0 / settings.intervals;
    return !settings.farWeight && infoOf(settings.divergence).usesEpsilon && settings.epsilon > small * share
        ? "Epsilon " + shortText(settings.epsilon) + " is not small against the share of an interval, 1/b = " + shortText(share)
            + ": differences are flattened, and the divergence may be negative. Choose a smaller one, such as 1e-12."
        : std::string();
}

std::string windowNote(const Source& source, const AnalysisSettings& settings)
{
    if (!source.rope.isWithinWindow()) {
        return {};
    }
    const std::string window = std::to_string(*source.rope.window);
    const std::string first = "The layers of this RoPE attend within a sliding window of " + window
        + " positions, whatever the length of a text, and so see no distance beyond it: ";
    return settings.pretrainingLength == *source.rope.window
        ? first + "L is that window, L′ one that is widened. While the window stays, the RoPE needs no table."
        : first + "expected L = " + window + ", not " + std::to_string(settings.pretrainingLength) + ".";
}

std::string measureLabel(const AnalysisSettings& settings)
{
    if (settings.farWeight) {
        return "near + " + shortText(*settings.farWeight) + " far";
    }
    std::string label(infoOf(settings.divergence).label);
    if (settings.counting.counting == Counting::Distances) {
        label += " of distances" + (settings.counting.window > 0 ? " below " + std::to_string(settings.counting.window) : std::string());
    }
    return label;
}

std::vector<std::string> notesOf(const Source& source, const AnalysisSettings& settings)
{
    std::vector<std::string> notes;
    for (std::string note : {startNote(source), windowNote(source, settings), coverageNote(source, settings),
             fewSamplesNote(source, settings), epsilonNote(settings)}) {
        if (!note.empty()) {
            notes.push_back(std::move(note));
        }
    }
    return notes;
}

TableSummary summaryOf(const Analysis& analysis, const TableAnalysis& table)
{
    const double scale = analysis.settings.scale();
    const double linear = analysis.interpolation->meanDisturbance;
    const bool hasOthers
        = std::ranges::any_of(table.table.factors, [scale](double factor) { return choiceOf(factor, scale) == Choice::Custom; });
    return {.meanDisturbance = table.meanDisturbance,
        .ratioToLinear = linear > 0.0 ? std::optional(table.meanDisturbance / linear) : std::nullopt,
        .interpolatedComponents = hasOthers ? std::nullopt : std::optional(interpolatedComponents(table.table, scale))};
}

std::vector<Dimension> byDisturbance(const Analysis& analysis)
{
    std::vector<Dimension> dimensions;
    for (std::size_t i = 0; i < analysis.dimensions(); ++i) {
        dimensions.emplace_back(i);
    }
    std::ranges::stable_sort(dimensions, std::greater(), [&](Dimension dimension) { return analysis.chosen->disturbance[dimension]; });
    return dimensions;
}

int selectedComponents(const Analysis& analysis)
{
    return 2 * static_cast<int>(std::ranges::count(analysis.selected, Choice::Interpolation));
}

} // namespace rotascope
