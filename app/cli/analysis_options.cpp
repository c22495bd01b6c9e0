// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/analysis_options.h"

#include "app/cli/number_option.h"
#include "app/cli/output.h"
#include "core/analysis/before.h"
#include "core/analysis/starting_point.h"
#include "core/analysis/summary.h"
#include "core/analysis/usage_weights.h"
#include "core/engine/engine_registry.h"
#include "core/exchange/export_format.h"
#include "core/exchange/tables/weight_list.h"
#include "core/files/text.h"
#include "core/text.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Option.hpp>
#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

namespace rotascope::cli {
namespace {

constexpr int mostChannels = 32768;

Expected<DimensionWeights> weightsNamed(const std::string& name, const Source& source)
{
    if (name == equalWeights) {
        return DimensionWeights{};
    }
    if (areOfUsage(name)) {
        return usageWeightsOf(source, layersOfUsage(name));
    }
    return readWeights(name).map([](std::vector<double>&& values) { return DimensionWeights{std::string(ownWeights), std::move(values)}; });
}

Expected<std::optional<ScalingTable>> readTable(const std::string& file, const Source& source, double scale)
{
    if (file.empty()) {
        return std::nullopt;
    }
    return readScalingTable(file).and_then([&](const ImportedTable& read) {
        return tableFor(read, source)
            .map([&](const ScalingTable& table) { return std::optional(source.fromModel(table, scale)); })
            .map_error([&](const Error& error) {
                return Error{error.kind, file + ": " + error.message};
            });
    });
}

// "kl: KL(before ‖ after), reverse-kl: ..."
std::string divergenceList()
{
    std::string list;
    for (const DivergenceInfo& info : divergences()) {
        list += (list.empty() ? "" : ", ") + std::string(info.name) + ": " + std::string(info.label);
    }
    return list;
}

// The methods that are not compared unless asked for, and why, for --help.
std::string exceptionsOfComparison()
{
    std::string searching;
    for (const Method* method : methods()) {
        if (method->onRequest) {
            searching += (searching.empty() ? "" : ", ") + std::string(method->name);
        }
    }
    return searching + ", which take longer, and " + std::string(methodOfOwnTable().name) + ", which needs --table";
}

} // namespace

Expected<BeforeKind> beforeNamed(const std::string& name, const Source& source, const std::string& option)
{
    if (name == "best") {
        return bestBefore(source);
    }
    const auto* found = std::ranges::find(allBeforeKinds, name, machineNameOf);
    if (found == allBeforeKinds.end()) {
        return usageError(option + " is \"" + name + "\"; expected one of best, " + namesOf(allBeforeKinds, machineNameOf));
    }
    return *found;
}

Expected<std::shared_ptr<const RecordedPart>> partOf(
    const std::string& positions, const std::string& sequences, const Source& source, BeforeKind before, const std::string& suffix)
{
    if (positions.empty() && sequences.empty()) {
        return nullptr;
    }
    if (before == BeforeKind::UniformPositions) {
        return usageError("--" + std::string(positions.empty() ? "sequences" : "positions") + suffix
            + " chooses what was recorded; expected "
            + (source.kind == SourceKind::Recording ? "--before" + suffix + " recorded-angles or recorded-positions with it"
                                                    : "a recording, which " + source.origin + " is not"));
    }
    return tokenChoiceOf(positions, sequences).and_then([&](const TokenChoice& choice) {
        const auto pace = paceOnTerminal(source.origin);
        return countPart(source, choice, {}, [&](std::int64_t done, std::int64_t total) { pace(done, total); });
    });
}

Expected<SourcePointer> startedFrom(const std::string& name, const SourcePointer& source, const std::string& option)
{
    if (name.empty()) {
        return atDefaultStart(source);
    }
    for (const StartingPoint start : {StartingPoint::Trained, StartingPoint::Unscaled}) {
        if (name == machineNameOfStart(start)) {
            return startingFrom(source, start);
        }
    }
    return usageError(option + " is \"" + name + "\"; expected one of trained, unscaled");
}

CLI::App* SourceOptions::addTo(CLI::App& command)
{
    auto* group = command.add_option_group("SOURCE", "What is analysed: exactly one of");
    group->add_option("--model", model, "A preset (`rotascope-cli models` lists them)")->type_name("ID");
    group->add_option("--config", config, "A Hugging Face config.json, or a GGUF model")->type_name("FILE");
    group->add_option("--recording", recording, "A Rotascope recording")->type_name("FILE");
    group->require_option(1);
    command.add_option("--rope", rope, "Which RoPE of a file with several (default: main or full_attention, or the first)")
        ->type_name("NAME");
    return group;
}

void SourceOptions::addEncodingTo(CLI::App& command, CLI::App& group)
{
    const auto toName = [](EncodingKind kind) { return machineNameOfEncoding(kind); };
    group.add_option("--encoding", encoding, "A position encoding of no model: " + namesOf(allEncodingKinds, toName) + "; with --channels")
        ->type_name("NAME");
    addNumber(command, "--channels", {1, mostChannels}, "With --encoding: how many heads (alibi) or dimensions (rope, sinusoidal)",
        [this](std::int64_t count) { channels = static_cast<int>(count); });
    addNumber(command, "--base", {" greater than 1", [](double value) { return value > 1.0 && value <= maxFrequency; }},
        "With --encoding rope or sinusoidal: the base of the frequencies (default 10000)", [this](double value) { base = value; })
        ->type_name("B");
}

void SourceOptions::addStartTo(CLI::App& command)
{
    command
        .add_option("--from", from,
            "What is extended: trained (the model with its own scaling) or unscaled (its RoPE without). Default: trained, unless "
            "users set such a scaling themselves")
        ->type_name("START");
}

Expected<SourcePointer> SourceOptions::open() const
{
    return openAsStated().and_then([this](const SourcePointer& source) { return startedFrom(from, source); });
}

Expected<SourcePointer> SourceOptions::openEncoding() const
{
    return encodingNamed(encoding).and_then([this](EncodingKind kind) -> Expected<SourcePointer> {
        const bool isOne = kind == EncodingKind::Learned || kind == EncodingKind::T5;
        const bool turns = Encoding{.kind = kind}.rotates();
        if (isOne ? channels.has_value() : !channels) {
            return usageError(isOne
                    ? "--encoding " + encoding + " has one channel; expected it without --channels"
                    : "--encoding " + encoding + " needs --channels N, the number of its " + (turns ? "dimensions" : "heads"));
        }
        if (base && !turns) {
            return usageError("--encoding " + encoding + " has no frequencies; expected it without --base");
        }
        EncodedPositions made = kind == EncodingKind::Learned ? learnedPositions()
            : kind == EncodingKind::T5                        ? t5Positions()
            : kind == EncodingKind::Alibi                     ? alibiPositions(alibiSlopes(*channels))
                                                              : sinusoidalPositions(2 * *channels, base.value_or(10000.0));
        made.encoding.kind = kind; // a RoPE has the same frequencies
        made.rope.headDim = kind == EncodingKind::Rope ? made.rope.rotaryDim : 0;
        Source source;
        source.origin = std::string(machineNameOfEncoding(kind));
        source.rope = std::move(made.rope);
        source.encoding = made.encoding;
        return std::make_shared<const Source>(std::move(source));
    });
}

Expected<SourcePointer> SourceOptions::openAsStated() const
{
    if (encoding.empty() && (channels || base)) {
        return usageError(std::string(channels ? "--channels" : "--base") + " goes with --encoding alone; a model states its own");
    }
    if (!model.empty() && !rope.empty()) {
        return usageError("--rope is \"" + rope + "\", but a preset has a single RoPE; expected --config or --recording with it");
    }
    if (!model.empty()) {
        return openPreset(model);
    }
    if (!encoding.empty()) {
        return openEncoding();
    }
    if (configFile) {
        return sourceOf(*configFile, rope);
    }
    return recording.empty() ? openConfig(config, rope).map(&OpenedSource::source)
                             : openRecording(recording, rope, {}, paceOnTerminal(recording));
}

void AnalysisOptions::addCountingTo(CLI::App& command)
{
    addLength(command, "--pretraining-length", {1, maxContextLength}, "L, positions (default: what the source states)",
        [this](std::int64_t length) { pretrainingLength = length; });
    addNumber(command, "--bins", {minIntervals, maxIntervals},
        "b, equal intervals of the circle (default: " + std::to_string(mostUsualIntervals) + ", or as many as have "
            + shortText(enoughSamples) + " angles each)",
        [this](std::int64_t count) { bins = static_cast<std::uint32_t>(count); });
    command.add_option("--divergence", divergence, divergenceList())->capture_default_str()->type_name("NAME");
    const auto isEpsilon = [](double value) { return value > 0.0 && value <= 1.0; };
    addNumber(command, "--epsilon", {" greater than 0, at most 1", isEpsilon}, "Added to frequencies in kl and reverse-kl",
        [this](double value) { epsilon = value; })
        ->default_str(exactText(epsilon))
        ->type_name("E");
    command.add_option("--before", before, "What the distribution before is counted from: best, " + namesOf(allBeforeKinds, machineNameOf))
        ->capture_default_str()
        ->type_name("KIND");
    command.add_option("--positions", positions, "Of a recording: count only the tokens at positions from FROM to TO - 1")
        ->type_name("FROM:TO");
    command.add_option("--sequences", sequences, "Of a recording: count only the tokens of these sequences, such as 0,2-5")
        ->type_name("LIST");
    command.add_option("--measure", measure, "What is counted: " + namesOf(measureNames, std::identity()) + " (default: as --before says)")
        ->type_name("NAME");
    addLength(command, "--window", {1, maxContextLength}, "With a measure of distances: the sliding window, positions",
        [this](std::int64_t length) { window = length; });
    command
        .add_option("--weights", weights,
            "How much each dimension counts in means and in the choice: equal, usage (as a recording has it; usage:0-3,8: in these "
            "layers alone) or a file of numbers")
        ->capture_default_str()
        ->type_name("equal|usage[:LAYERS]|FILE");
    command.add_option("--engine", engine, "auto, cpu or cuda")->capture_default_str()->type_name("NAME");
}

void AnalysisOptions::addTo(CLI::App& command, bool needsTargetLength)
{
    addLength(command, "--target-length", {1, maxContextLength},
        needsTargetLength ? "L′, positions" : "L′, positions (default: 2 L, or max_position_embeddings if that is more)",
        [this](std::int64_t length) { targetLength = length; })
        ->required(needsTargetLength);
    addCountingTo(command);
    auto* t = addNumber(command, "--threshold", {"", [](double) { return true; }},
        "t: interpolate a dimension if D(extrapolation) > D(interpolation) + t (default 0)", [this](double value) {
            threshold = value;
        })->type_name("T");
    auto* near = addNumber(command, "--near-threshold", {", 0 or more", [](double value) { return value >= 0.0; }},
        "c: adds c * near(interpolation) to the t of each dimension: what moves neighbours must be worth it; 0.01 is a good start",
        [this](double value) {
            nearThreshold = value;
        })->type_name("C");
    addNumber(command, "--interpolated-components", {0, std::numeric_limits<int>::max()},
        "Interpolate exactly N components (two a dimension) instead",
        [this](std::int64_t count) { interpolatedComponents = static_cast<int>(count); })
        ->excludes(t)
        ->excludes(near);
    addNumber(command, "--far-weight", {", 0 to 1000000", [](double value) { return value >= 0.0 && value <= maxFarWeight; }},
        "With the measure near-far: w in near + w far (default " + shortText(defaultFarWeight) + ")",
        [this](double value) { farWeight = value; })
        ->type_name("W");
    command.add_option("--band", band, "Of the method band: the dimensions from FIRST to END - 1 (default: the run that gains most)")
        ->type_name("FIRST:END");
    addNumber(command, "--clipped", {0, mostChannels},
        "Of cope and hardclip: so many dimensions, the last ones (default: all that complete no turn within L)",
        [this](std::int64_t count) { clipped = static_cast<std::size_t>(count); });
    command
        .add_option("--table", table,
            "A table that was exported, in any format, or a list of LongRoPE's factors: the method " + std::string(methodOfOwnTable().name))
        ->type_name("FILE");
}

Expected<AnalysisSettings> AnalysisOptions::settingsFor(const Source& source) const
{
    AnalysisSettings settings = defaultSettings(source);
    if (!(keepWindows && source.rope.isWithinWindow())) {
        settings.pretrainingLength = pretrainingLength.value_or(settings.pretrainingLength);
        settings.targetLength = targetLength.value_or(std::max(settings.targetLength, 2 * settings.pretrainingLength));
    }
    if (!extends) {
        settings.targetLength = settings.pretrainingLength;
    }
    if (!targetLength && !pretrainingLength && settings.targetLength > maxContextLength) { // what was not asked for is not the user's fault
        return inputError(source.origin + ": the context length is " + std::to_string(settings.pretrainingLength) + "; expected at most "
            + std::to_string(maxContextLength / 2) + " positions, so that it can be doubled, or --target-length");
    }
    settings.epsilon = epsilon;
    settings.parameters.clipped = clipped;
    if (!band.empty()) {
        const Expected<DimensionRange> range = dimensionRangeOf(band);
        if (!range) {
            return tl::unexpected(range.error());
        }
        settings.parameters.band = *range;
    }
    if (interpolatedComponents) {
        settings.selection = InterpolatedComponents{*interpolatedComponents};
    } else {
        settings.selection = Threshold{threshold.value_or(0.0), nearThreshold};
    }
    return findDivergence(divergence)
        .and_then([&](Divergence found) {
            settings.divergence = found;
            return beforeNamed(before, source);
        })
        .and_then([&](BeforeKind kind) {
            settings.before = kind;
            return withMeasureAsked(std::move(settings), source);
        })
        .and_then([&](AnalysisSettings counted) {
            return partOf(positions, sequences, source, counted.before).map([&](std::shared_ptr<const RecordedPart>&& part) {
                counted.part = std::move(part);
                return counted;
            });
        })
        .and_then([&](AnalysisSettings counted) {
            return weightsNamed(weights, source).and_then([&](DimensionWeights&& found) {
                counted.weights = std::move(found);
                counted.intervals = bins.value_or(counted.intervals);
                return validate(counted, source).map([&] {
                    counted.intervals = bins.value_or(usualIntervals(source, counted));
                    return counted;
                });
            });
        });
}

Expected<AnalysisSettings> AnalysisOptions::withMeasureAsked(AnalysisSettings settings, const Source& source) const
{
    if (farWeight && measure != "near-far") {
        return usageError("--far-weight is of the measure near-far; expected --measure near-far with it");
    }
    settings.farWeight = farWeight;
    if (measure.empty()) {
        return window == 0 ? Expected<AnalysisSettings>(std::move(settings))
                           : usageError("--window is of distances; expected --measure window or recorded-distances with it");
    }
    const BeforeKind asked = settings.before;
    return withMeasure(std::move(settings), measure, window, source).and_then([&](AnalysisSettings found) -> Expected<AnalysisSettings> {
        if (before != "best" && found.before != asked) {
            return usageError("--before " + before + " and --measure " + measure + " do not go together; expected one of them");
        }
        return found;
    });
}

void addMethodsTo(CLI::App& command, std::vector<std::string>& methods)
{
    command
        .add_option("--method", methods,
            "A method to compare; may be repeated. Default: all but " + exceptionsOfComparison() + ". One of " + methodNames())
        ->type_name("NAME")
        ->expected(1)
        ->take_all();
}

Expected<std::shared_ptr<const Analysis>> runAnalysis(
    const SourceOptions& source, const AnalysisOptions& options, const std::vector<std::string>& methods)
{
    const auto engine = EngineRegistry::instance().find(options.engine);
    if (!engine) {
        return tl::unexpected(engine.error());
    }
    if (const std::string own(methodOfOwnTable().name); options.table.empty() && std::ranges::find(methods, own) != methods.end()) {
        return usageError("the method " + own + " is a table of your own; expected --table FILE with it");
    }
    return source.open().and_then([&](const SourcePointer& opened) {
        if (!source.encoding.empty() && !options.pretrainingLength) {
            printNote("an encoding of no model states no length: L = " + std::to_string(defaultSettings(*opened).pretrainingLength)
                + (options.targetLength ? " is taken" : " and L′ = 2 L are taken")
                + "; --pretraining-length and --target-length give others.");
        }
        return options.settingsFor(*opened).and_then([&](AnalysisSettings settings) {
            return readTable(options.table, *opened, settings.scale()).and_then([&](const std::optional<ScalingTable>& table) {
                settings.customTable = table;
                settings.comparedMethods = methods;
                return countAhead(*opened, settings, {}, {.progress = paceOnTerminal(opened->origin)}).and_then([&] {
                    return analyze(**engine, opened, settings);
                });
            });
        });
    });
}

} // namespace rotascope::cli
