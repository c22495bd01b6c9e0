// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare_command.h"

#include "app/cli/analysis_options.h"
#include "app/cli/number_option.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "core/analysis/before.h"
#include "core/analysis/summary.h"
#include "core/engine/engine_registry.h"
#include "core/report/comparison_json.h"
#include "core/report/view_csv.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Option.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>

namespace rotascope::cli {
namespace {

// Two sources are compared as they are, extended by nothing.
constexpr const char* noExtension = "extrapolation";

/// What is stated of one of the two.
struct Stated {
    std::string name; ///< a file, or a preset
    std::string rope;
    std::string from;

    [[nodiscard]] Expected<SourcePointer> open(const std::string& fromOption) const
    {
        return openNamed(name, rope, {}, paceOnTerminal(name)).and_then([&](const SourcePointer& source) {
            return startedFrom(from, source, fromOption);
        });
    }
};

struct Options {
    Stated a;
    Stated b;
    AnalysisOptions analysis; ///< of A, and what both are counted by
    std::optional<std::int64_t> pretrainingLengthB;
    std::string beforeB; ///< empty: as A's, if B has it and that was asked for
    std::string positionsB;
    std::string sequencesB;
    bool json = false;
    bool csv = false;
};

Expected<BeforeKind> beforeOfB(const Options& options, const Source& source, const AnalysisSettings& settings)
{
    const bool isAsked = options.analysis.before != "best" || !options.analysis.measure.empty();
    if (!options.beforeB.empty()) {
        return beforeNamed(options.beforeB, source, "--before-b");
    }
    return isAsked && offers(source, settings.before) ? settings.before : bestBefore(source);
}

Expected<OtherSource> otherOf(const Options& options, const SourcePointer& source, const AnalysisSettings& settings)
{
    OtherSource other = rotascope::otherOf(source);
    other.pretrainingLength = options.pretrainingLengthB.value_or(other.pretrainingLength);
    return beforeOfB(options, *source, settings)
        .and_then([&](BeforeKind kind) {
            other.before = kind;
            return partOf(options.positionsB, options.sequencesB, *source, kind, "-b");
        })
        .map([&](std::shared_ptr<const RecordedPart>&& part) {
            other.part = std::move(part);
            return other;
        });
}

Expected<AnalysisSettings> settingsOf(const Options& options, const Source& a, const SourcePointer& b)
{
    if (options.analysis.measure == "near-far") {
        return usageError("--measure near-far judges tables and compares no distributions; expected another measure");
    }
    return options.analysis.settingsFor(a).and_then([&](AnalysisSettings settings) {
        return otherOf(options, b, settings).and_then([&](OtherSource&& other) {
            settings.other = std::move(other);
            settings.method = noExtension;
            settings.comparedMethods = {noExtension};
            return validate(settings, a).map([&] {
                if (!options.analysis.bins) {
                    settings.intervals = std::min(settings.intervals, usualIntervals(*b, settingsOfOther(settings)));
                }
                return settings;
            });
        });
    });
}

Expected<std::shared_ptr<const Analysis>> compare(const Options& options)
{
    const auto engine = EngineRegistry::instance().find(options.analysis.engine);
    if (!engine) {
        return tl::unexpected(engine.error());
    }
    return options.a.open("--from").and_then([&](const SourcePointer& a) {
        return options.b.open("--from-b").and_then([&](const SourcePointer& b) {
            return settingsOf(options, *a, b).and_then([&](const AnalysisSettings& settings) {
                return countAhead(*a, settings, {}, {.progress = paceOnTerminal(a->origin)})
                    .and_then([&] { return countAhead(*b, settingsOfOther(settings), {}, {.progress = paceOnTerminal(b->origin)}); })
                    .and_then([&] { return analyze(**engine, a, settings); });
            });
        });
    });
}

// Those of each source, and the engine's, which are of both.
void printNotesOfBoth(const Analysis& analysis)
{
    const AnalysisSettings& settings = analysis.settings;
    for (const Sentence& note : notesOf(*analysis.source, settings)) {
        printNote("A: " + note);
    }
    for (const Sentence& note : notesOf(*settings.other->source, settingsOfOther(settings))) {
        printNote("B: " + note);
    }
    std::ranges::for_each(analysis.notices, printNote);
}

void addOptions(CLI::App& command, Options& options)
{
    command.add_option("A", options.a.name, "A recording, a config.json, a GGUF model or a preset: what is before")->required();
    command.add_option("B", options.b.name, "The same, with as many rotary dimensions: what is after")->required();
    command.add_option("--rope", options.a.rope, "Which RoPE of A, if it has several (default: main or full_attention, or the first)")
        ->type_name("NAME");
    command.add_option("--rope-b", options.b.rope, "Which RoPE of B")->type_name("NAME");
    command
        .add_option("--from", options.a.from,
            "A as it was trained (trained), or its RoPE without the scaling of its own (unscaled). Default: trained, unless users set such "
            "a scaling themselves")
        ->type_name("START");
    command.add_option("--from-b", options.b.from, "The same of B")->type_name("START");
    options.analysis.extends = false;
    options.analysis.addCountingTo(command);
    addLength(command, "--pretraining-length-b", {1, maxContextLength}, "L of B, positions (default: what B states)",
        [&options](std::int64_t length) { options.pretrainingLengthB = length; });
    command.add_option("--before-b", options.beforeB, "What B is counted from (default: what was asked for A if B has it, else best)")
        ->type_name("KIND");
    command.add_option("--positions-b", options.positionsB, "Of a recording B: count only the tokens at these positions")
        ->type_name("FROM:TO");
    command.add_option("--sequences-b", options.sequencesB, "Of a recording B: count only the tokens of these sequences")
        ->type_name("LIST");
    auto* json = command.add_flag("--json", options.json, "Print one JSON object of the schema rotascope-comparison/1");
    command.add_flag("--csv", options.csv, "Print comma-separated values, a line for each dimension")->excludes(json);
}

} // namespace

void addCompare(CLI::App& app, Action& action)
{
    auto* command = app.add_subcommand("compare", "Say how the angles of two models or recordings differ, dimension by dimension");
    auto options = std::make_shared<Options>();
    addOptions(*command, *options);
    command->callback([&action, options] {
        action = [options]() -> Expected<void> {
            return compare(*options).map([&](const std::shared_ptr<const Analysis>& analysis) {
                printNotesOfBoth(*analysis);
                std::cout << (options->json ? comparisonJson(*analysis) + "\n"
                        : options->csv      ? comparisonCsv(analysis)
                                            : differencesReport(*analysis));
            });
        };
    });
}

} // namespace rotascope::cli
