// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/settings.h"

#include "core/analysis/summary.h"
#include "core/rope/frozen.h"
#include "core/scaling/method.h"
#include "core/text.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <variant>

namespace rotascope {
namespace {

Expected<void> validateOverrides(const AnalysisSettings& settings, std::size_t dimensions)
{
    if (!settings.overrides.empty() && settings.overrides.size() != dimensions) {
        return usageError(Sentence::of("choices are given for {1} dimensions; the source has {2}", settings.overrides.size(), dimensions));
    }
    for (std::size_t i = 0; i < settings.overrides.size(); ++i) {
        const std::optional<Override>& set = settings.overrides[i];
        if (set && set->choice == Choice::Custom && !canBeSet(set->factor)) {
            return usageError(Sentence::of("the factor of dimension {1} is {2}; expected {3}", i, number(set->factor), factorRange()));
        }
    }
    return {};
}

// `name`: for a message, "the custom table".
Expected<void> validateTable(const ScalingTable& table, const Sentence& name, std::size_t dimensions)
{
    if (table.factors.size() != dimensions) {
        return usageError(Sentence::of("{1} has {2} factors; the source has {3} dimensions", name, table.factors.size(), dimensions));
    }
    for (std::size_t i = 0; i < dimensions; ++i) {
        if (!canBeSet(table.factors[i])) {
            return usageError(
                Sentence::of("{1}'s factor of dimension {2} is {3}; expected {4}", name, i, number(table.factors[i]), factorRange()));
        }
    }
    return {};
}

Expected<void> validatePins(const std::vector<PinnedTable>& pins, std::size_t dimensions)
{
    for (std::size_t i = 0; i < pins.size(); ++i) {
        if (pins[i].place >= mostPins || (i > 0 && pins[i].place <= pins[i - 1].place)) {
            return usageError(Sentence::of("the places of the pinned tables are not in order, or not below {1}", mostPins));
        }
        if (Expected<void> valid
            = validateTable(pins[i].table, Sentence::of("the pinned table {1}", std::string(1, pins[i].letter())), dimensions);
            !valid) {
            return valid;
        }
    }
    return {};
}

// near and far are of the positions 0 ... L-1.
Expected<void> validateFarWeight(const AnalysisSettings& settings)
{
    if (!settings.farWeight) {
        return {};
    }
    if (!(*settings.farWeight >= 0.0 && *settings.farWeight <= maxFarWeight)) {
        return usageError(Sentence::of("the weight of far is {1}; expected 0 to {2}", number(*settings.farWeight), number(maxFarWeight)));
    }
    return settings.before == BeforeKind::UniformPositions && settings.counting == CountingMeasure{}
        ? Expected<void>()
        : usageError(
            Sentence::of("the measure near-far compares with the positions 0 … L-1; expected no other kind of before, and no distances"));
}

// Whether the chosen part of a recording has what is counted: of what is only there as counts it has nothing.
Expected<void> validatePart(const AnalysisSettings& settings, const Source& source)
{
    const RecordedPart* const part = settings.countedPart();
    if (part == nullptr) {
        return {};
    }
    if (settings.counting.counting == Counting::Distances) {
        return usageError(
            Sentence::of("recorded distances are of the whole recording, not of {1}; expected positions to be counted, or all tokens",
                textOf(part->choice)));
    }
    const bool hasIt = settings.before == BeforeKind::RecordedAngles ? part->angles != nullptr : !part->positions.empty();
    return hasIt
        ? Expected<void>()
        : usageError(Sentence::of("the source {1} has its {2} as counts alone, which do not tell tokens apart; expected another kind of "
                                  "before, or all tokens",
            source.origin, Sentence::label(nameOf(settings.before))));
}

// What an encoding asks of the measure.
Expected<void> validateEncoding(const AnalysisSettings& settings, const Source& source)
{
    const Encoding& encoding = source.encoding;
    const Sentence name = Sentence::label(nameOfEncoding(encoding.kind));
    if (encoding.isOfDistances() && settings.counting.counting != Counting::Distances) {
        return usageError(Sentence::of(
            "{1} depends on distances alone; expected the measure distances or window, not {2}", name, std::string(settings.measure())));
    }
    if (encoding.kind == EncodingKind::Learned && settings.counting.counting != Counting::Positions) {
        return usageError(Sentence::of(
            "{1} have a row for each position; expected the measure positions, not {2}", name, std::string(settings.measure())));
    }
    if (encoding.rotates()) {
        return {};
    }
    const auto* const threshold = std::get_if<Threshold>(&settings.selection);
    if (settings.farWeight || (threshold != nullptr && threshold->nearWeight > 0.0)) {
        return usageError(
            Sentence::of("near and far compare angles, and {1} has none; expected another measure, and no near threshold", name));
    }
    if (settings.divergence == Divergence::Wasserstein) {
        return usageError(Sentence::of("the divergence wasserstein goes round the circle, and {1} does not; expected another one", name));
    }
    return encoding.kind == EncodingKind::T5 && settings.intervals != encoding.buckets ? usageError(
               Sentence::of("the number of intervals b is {1}; expected {2}, one for each bucket", settings.intervals, encoding.buckets))
                                                                                       : Expected<void>();
}

// Whether the source has what is counted, and its sums fit.
Expected<void> validateCounting(const AnalysisSettings& settings, const Source& source)
{
    const CountingMeasure& counting = settings.counting;
    if (Expected<void> valid = validatePart(settings, source); !valid) {
        return valid;
    }
    if (counting.counting == Counting::Positions) {
        return offers(source, settings.before)
            ? Expected<void>()
            : usageError(Sentence::of("the source {1} has no {2}", source.origin, Sentence::label(nameOf(settings.before))));
    }
    if (settings.before == BeforeKind::RecordedAngles) {
        return usageError(
            Sentence::of("recorded angles are of positions, not of distances; expected --before positions or recorded-positions"));
    }
    if (settings.before == BeforeKind::RecordedPositions && !source.recordedDistances) {
        return usageError(Sentence::of("the source {1} has no recorded distances", source.origin));
    }
    if (counting.window < 0 || counting.window > maxContextLength) {
        return usageError(Sentence::of("the window is {1}; expected 1 to {2} positions, or 0 for none", counting.window, maxContextLength));
    }
    if (!counting.fits(settings.targetLength)) {
        return usageError(Sentence::of("the target length L′ is {1}, which has more than 2^61 pairs of a query and a key; expected at most "
                                       "2147483647 positions, or a smaller window",
            settings.targetLength));
    }
    return {};
}

Expected<void> validateOther(const AnalysisSettings& settings, const Source& source)
{
    if (!settings.other) {
        return {};
    }
    const Source& other = *settings.other->source;
    if (other.rope.dimensions() != source.rope.dimensions()) {
        return usageError(Sentence::of("{1} has {2} rotary dimensions, and {3} has {4}; expected two RoPEs with as many", other.origin,
            other.rope.dimensions(), source.origin, source.rope.dimensions()));
    }
    if (other.encoding != source.encoding) {
        return usageError(Sentence::of("{1} has {2}, and {3} has {4}; expected two sources with the same encoding", other.origin,
            Sentence::label(nameOfEncoding(other.encoding.kind)), source.origin, Sentence::label(nameOfEncoding(source.encoding.kind))));
    }
    const std::int64_t length = settings.other->pretrainingLength;
    if (length < 1 || length > maxContextLength) {
        return usageError(
            Sentence::of("the pre-training length of {1} is {2}; expected 1 to {3} positions", other.origin, length, maxContextLength));
    }
    if (!offers(other, settings.other->before)) {
        return usageError(Sentence::of("the source {1} has no {2}", other.origin, Sentence::label(nameOf(settings.other->before))));
    }
    return validateCounting(settingsOfOther(settings), other);
}

} // namespace

OtherSource otherOf(std::shared_ptr<const Source> source)
{
    const AnalysisSettings own = defaultSettings(*source);
    return {std::move(source), own.pretrainingLength, own.before};
}

AnalysisSettings settingsOfOther(const AnalysisSettings& settings)
{
    AnalysisSettings own = settings;
    const OtherSource& other = *settings.other;
    own.pretrainingLength = own.targetLength = other.pretrainingLength;
    own.before = other.before;
    own.part = other.part;
    if (own.counting.counting == Counting::Distances && own.before != BeforeKind::UniformPositions) {
        own.before = other.source->recordedDistances ? BeforeKind::RecordedPositions : BeforeKind::UniformPositions;
    }
    own.farWeight.reset();
    own.other.reset();
    return own;
}

bool canBeSet(double factor)
{
    return (factor >= minFactor && factor <= maxFactor) || factor == frozenFactor;
}

Sentence factorRange()
{
    return Sentence::of("{1} to {2}, or inf (frozen)", number(minFactor), number(maxFactor));
}

Override Override::to(double factor, double scale)
{
    const Choice choice = choiceOf(factor, scale);
    return {choice, choice == Choice::Custom ? factor : 1.0};
}

double Override::factorAt(double scale) const
{
    switch (choice) {
    case Choice::Extrapolation:
        return 1.0;
    case Choice::Interpolation:
        return scale;
    case Choice::Custom:
        break;
    }
    return factor;
}

std::string_view AnalysisSettings::measure() const
{
    if (farWeight) {
        return "near-far";
    }
    const bool isRecorded = before == BeforeKind::RecordedPositions;
    if (counting.counting == Counting::Positions) {
        return isRecorded ? "recorded-positions" : "positions";
    }
    return isRecorded ? "recorded-distances" : counting.window > 0 ? "window" : "distances";
}

Counting countingOf(std::string_view measure)
{
    const bool isOfPositions = measure == "positions" || measure == "recorded-positions" || measure == "near-far";
    return isOfPositions ? Counting::Positions : Counting::Distances;
}

bool offersMeasure(const Source& source, std::string_view measure)
{
    const Encoding& encoding = source.encoding;
    if (!encoding.rotates()) {
        return encoding.isOfDistances() ? measure == "distances" || measure == "window" : measure == "positions";
    }
    return measure == "recorded-distances" ? source.recordedDistances != nullptr
        : measure == "recorded-positions"  ? offers(source, BeforeKind::RecordedPositions)
                                           : true;
}

Expected<AnalysisSettings> withMeasure(AnalysisSettings settings, std::string_view name, std::int64_t window, const Source& source)
{
    if (std::ranges::find(measureNames, name) == measureNames.end()) {
        return usageError(Sentence::of("the measure is \"{1}\"; expected one of {2}", name, namesOf(measureNames, std::identity())));
    }
    if (window == 0 && name == "window") {
        if (!source.rope.window) {
            return usageError(Sentence::of("the measure \"window\" needs one: {1} states none; expected --window W", source.origin));
        }
        window = *source.rope.window;
    }
    const bool isNearFar = name == "near-far";
    const bool isOfDistances = countingOf(name) == Counting::Distances;
    if (window > 0 && !isOfDistances) {
        return usageError(Sentence::of(
            "a window is of distances; expected the measure window or recorded-distances with it, not {1}", std::string(name)));
    }
    settings.farWeight = isNearFar ? std::optional(settings.farWeight.value_or(defaultFarWeight)) : std::nullopt;
    settings.counting = {countingOf(name), window};
    if (name.starts_with("recorded-")) {
        settings.before = BeforeKind::RecordedPositions;
    } else if (isOfDistances || isNearFar || settings.before == BeforeKind::RecordedPositions) {
        settings.before = BeforeKind::UniformPositions;
    }
    return settings;
}

std::optional<Override> AnalysisSettings::overrideOf(Dimension dimension) const
{
    return dimension < overrides.size() ? overrides[dimension] : std::nullopt;
}

int AnalysisSettings::dimensionsSetByHand() const
{
    return static_cast<int>(std::ranges::count_if(overrides, [](const std::optional<Override>& set) { return set.has_value(); }));
}

AnalysisSettings carriedOver(AnalysisSettings settings, const Source& from, const Source& to)
{
    const AnalysisSettings before = defaultSettings(from);
    const AnalysisSettings now = defaultSettings(to);
    const auto follow = [&](auto AnalysisSettings::*member) {
        if (settings.*member == before.*member) {
            settings.*member = now.*member;
        }
    };
    follow(&AnalysisSettings::pretrainingLength);
    follow(&AnalysisSettings::targetLength);
    follow(&AnalysisSettings::intervals);
    follow(&AnalysisSettings::before);
    return settings;
}

AnalysisSettings defaultSettings(const Source& source)
{
    AnalysisSettings settings;
    settings.pretrainingLength = source.rope.attendedLength().value_or(4096);
    // What a model is configured for says nothing of a window that is widened.
    const std::int64_t configured = source.rope.isWithinWindow() ? 0 : source.rope.maxPositionEmbeddings.value_or(0);
    settings.targetLength = std::min(maxContextLength, std::max(2 * settings.pretrainingLength, configured));
    settings.before = bestBefore(source);
    settings.counting.counting = source.encoding.isOfDistances() ? Counting::Distances : Counting::Positions;
    settings.intervals = usualIntervals(source, settings);
    settings.overrides.resize(source.rope.dimensions());
    return settings;
}

Expected<void> validate(const AnalysisSettings& settings, const Source& source)
{
    if (settings.pretrainingLength < 1 || settings.pretrainingLength > maxContextLength) {
        return usageError(
            Sentence::of("the pre-training length L is {1}; expected 1 to {2} positions", settings.pretrainingLength, maxContextLength));
    }
    if (settings.targetLength < settings.pretrainingLength || settings.targetLength > maxContextLength) {
        return usageError(Sentence::of("the target length L′ is {1}; expected L = {2} to {3} positions", settings.targetLength,
            settings.pretrainingLength, maxContextLength));
    }
    if (settings.intervals < minIntervals || settings.intervals > maxIntervals) {
        return usageError(
            Sentence::of("the number of intervals b is {1}; expected {2} to {3}", settings.intervals, minIntervals, maxIntervals));
    }
    if (!(settings.epsilon > 0.0 && settings.epsilon <= 1.0)) {
        return usageError(Sentence::of("epsilon is {1}; expected more than 0, at most 1", number(settings.epsilon)));
    }
    if (Expected<void> valid = validateEncoding(settings, source); !valid) {
        return valid;
    }
    if (Expected<void> counted = validateCounting(settings, source); !counted) {
        return counted;
    }
    if (Expected<void> valid = validateFarWeight(settings); !valid) {
        return valid;
    }
    for (const std::string& name : settings.comparedMethods) {
        if (const auto method = findMethod(name); !method) {
            return tl::unexpected(method.error());
        }
    }
    return findMethod(settings.method)
        .and_then([&](const Method*) { return validate(settings.selection, source.rope.dimensions()); })
        .and_then([&] { return validate(settings.weights, source.rope.dimensions()); })
        .and_then([&] { return validate(settings.parameters, source.rope.dimensions()); })
        .and_then([&] { return validateOverrides(settings, source.rope.dimensions()); })
        .and_then([&]() -> Expected<void> {
            return settings.customTable ? validateTable(*settings.customTable, Sentence::of("the custom table"), source.rope.dimensions())
                                        : Expected<void>();
        })
        .and_then([&] { return validatePins(settings.pins, source.rope.dimensions()); })
        .and_then([&] { return validateOther(settings, source); });
}

} // namespace rotascope
