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
    if (const RecordedPart* part = settings.countedPart()) {
        return part->tokens;
    }
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

Sentence against(const Sentence& what)
{
    return Sentence::of("{1}: the disturbance is against what was recorded, not against pre-training.", what);
}

// `subject`: "The recording"; of several axes, with the axis.
Sentence coverageOfAxis(const PositionSet& recorded, const Sentence& subject, std::int64_t pretrainingLength)
{
    std::int64_t covered = 0;
    for (std::size_t i = 0; i < recorded.runs() && recorded.run(i).first < pretrainingLength; ++i) {
        const CountedRun run = recorded.run(i);
        const std::int64_t within = std::min(run.end(), pretrainingLength) - run.first;
        covered += std::ranges::count_if(
            run.multiplicity.first(static_cast<std::size_t>(within)), [](std::uint64_t count) { return count > 0; });
    }
    if (covered < pretrainingLength) {
        return against(Sentence::of("{1} covers {2} of the {3} positions of pre-training", subject, covered, pretrainingLength));
    }
    if (recorded.end() > pretrainingLength) {
        return against(Sentence::of("{1} goes up to position {2}, beyond L = {3}", subject, recorded.end() - 1, pretrainingLength));
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
    if (source.encoding.kind == EncodingKind::T5) {
        return source.encoding.buckets;
    }
    const double most = static_cast<double>(anglesBefore(source, settings)) / enoughSamples;
    return static_cast<std::uint32_t>(std::clamp<double>(std::floor(most), minIntervals, mostUsualIntervals));
}

Sentence fewSamplesNote(const Source& source, const AnalysisSettings& settings)
{
    const double samples = samplesPerInterval(source, settings);
    if (samples >= enoughSamples || settings.farWeight) {
        return {};
    }
    const std::uint32_t usual = usualIntervals(source, settings);
    return Sentence::of("{1} samples per interval, expected {2} or more: differences are mostly noise.",
               number(std::round(10.0 * samples) / 10.0), number(enoughSamples))
        + " "
        + (settings.intervals > usual ? Sentence::of("Choose {1} intervals or fewer.", usual) : Sentence::of("There are too few angles."));
}

Sentence coverageNote(const Source& source, const AnalysisSettings& settings)
{
    if (settings.before == BeforeKind::UniformPositions || settings.counting.counting == Counting::Distances) {
        return {};
    }
    const RecordedPart* const part = settings.countedPart();
    const Sentence subject = part != nullptr ? Sentence::of("The chosen part of the recording") : Sentence::of("The recording");
    const std::vector<PositionSet>& recorded = part != nullptr ? part->positions : source.recordedPositions;
    if (recorded.empty()) {
        const std::int64_t angles = anglesBefore(source, settings);
        if (angles == settings.pretrainingLength) {
            return {};
        }
        return against(angles == 1
                ? Sentence::of("{1} has the angles of 1 token without their positions; pre-training has {2} positions", subject,
                    settings.pretrainingLength)
                : Sentence::of("{1} has the angles of {2} tokens without their positions; pre-training has {3} positions", subject, angles,
                    settings.pretrainingLength));
    }
    for (std::size_t axis = 0; axis < recorded.size(); ++axis) {
        const Sentence name = recorded.size() > 1 ? Sentence::of("{1} (axis {2})", subject, axis) : subject;
        if (Sentence note = coverageOfAxis(recorded[axis], name, settings.pretrainingLength); !note.empty()) {
            return note;
        }
    }
    return {};
}

Sentence beforeText(const AnalysisSettings& settings)
{
    if (settings.counting.counting == Counting::Positions) {
        const RecordedPart* const part = settings.countedPart();
        const Sentence before = Sentence::label(nameOf(settings.before));
        return part != nullptr ? Sentence::of("{1}, {2}", before, textOf(part->choice)) : before;
    }
    const bool isRecorded = settings.before == BeforeKind::RecordedPositions;
    if (settings.counting.window > 0) {
        return isRecorded ? Sentence::of("recorded distances within a window of {1}", settings.counting.window)
                          : Sentence::of("distances 0 … L-1 within a window of {1}", settings.counting.window);
    }
    return isRecorded ? Sentence::of("recorded distances") : Sentence::of("distances 0 … L-1");
}

Sentence epsilonNote(const AnalysisSettings& settings)
{
    constexpr double small = 0.01;
    const double share = 1.0 / settings.intervals;
    return !settings.farWeight && infoOf(settings.divergence).usesEpsilon && settings.epsilon > small * share
        ? Sentence::of("Epsilon {1} is not small against the share of an interval, 1/b = {2}: differences are flattened, and the "
                       "divergence may be negative. Choose a smaller one, such as 1e-12.",
            number(settings.epsilon), number(share))
        : Sentence();
}

Sentence windowNote(const Source& source, const AnalysisSettings& settings)
{
    if (!source.rope.isWithinWindow()) {
        return {};
    }
    const std::int64_t window = *source.rope.window;
    return settings.pretrainingLength == window
        ? Sentence::of("The layers of this RoPE attend within a sliding window of {1} positions, whatever the length of a text, and so see "
                       "no distance beyond it: L is that window, L′ one that is widened. While the window stays, the RoPE needs no table.",
            window)
        : Sentence::of("The layers of this RoPE attend within a sliding window of {1} positions, whatever the length of a text, and so see "
                       "no distance beyond it: expected L = {2}, not {3}.",
            window, window, settings.pretrainingLength);
}

Sentence encodingNote(const Source& source)
{
    switch (source.encoding.kind) {
    case EncodingKind::Sinusoidal:
        return Sentence::of("Sinusoidal positions are added to the embedding: their angles are counted as those of a RoPE are.");
    case EncodingKind::Learned:
        return Sentence::of(
            "Learned positions have a row for each position: rows are compared. The last interval is all rows beyond L, which "
            "training never saw. Interpolation reads between the rows, at m/s.");
    case EncodingKind::Alibi:
        return Sentence::of(
            "ALiBi adds a bias for the distance: it is compared within the range that it had in training, head by head; the "
            "last interval is all beyond. The slope has no part in that, so heads with the same factor are equal. That far "
            "keys weigh little is not seen.");
    case EncodingKind::T5:
        return Sentence::of(
            "T5 has a bias for each bucket of distances: an interval is a bucket, as a decoder has them. All distances from "
            "{1} on share the last one.",
            source.encoding.maxDistance);
    case EncodingKind::Rope:
        break;
    }
    return {};
}

Sentence measureLabel(const AnalysisSettings& settings)
{
    if (settings.farWeight) {
        return Sentence::of("near + {1} far", number(*settings.farWeight));
    }
    Sentence label = Sentence::label(infoOf(settings.divergence).label);
    if (settings.counting.counting == Counting::Distances) {
        return settings.counting.window > 0 ? Sentence::of("{1} of distances below {2}", label, settings.counting.window)
                                            : Sentence::of("{1} of distances", label);
    }
    return label;
}

std::vector<Sentence> notesOf(const Source& source, const AnalysisSettings& settings)
{
    std::vector<Sentence> notes;
    for (Sentence note : {encodingNote(source), startNote(source), windowNote(source, settings), coverageNote(source, settings),
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
