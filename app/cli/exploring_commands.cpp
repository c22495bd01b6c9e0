// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exploring_commands.h"

#include "app/cli/analysis_options.h"
#include "app/cli/number_option.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "core/analysis/certificate.h"
#include "core/analysis/landscape.h"
#include "core/analysis/length_sweep.h"
#include "core/engine/engine_registry.h"
#include "core/exchange/export_format.h"
#include "core/files/output_file.h"
#include "core/report/certificate_json.h"
#include "core/report/landscape_json.h"
#include "core/report/sweep_json.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Option.hpp>
#include <algorithm>
#include <memory>

namespace rotascope::cli {
namespace {

// With fewer there is nothing to see between the ends.
constexpr std::int64_t leastLandscapeFactors = 3;
constexpr std::int64_t leastSweepLengths = 4;

struct Options {
    SourceOptions source;
    AnalysisOptions analysis;
    std::vector<std::string> methods;
    std::size_t count = 0; ///< of factors or lengths
    bool json = false;
    std::string output = "-";
};

std::shared_ptr<Options> addOptions(CLI::App& command, const std::string& countName, const std::string& countHelp, std::size_t count,
    std::int64_t leastCount, std::size_t mostCount, const std::string& schema)
{
    auto options = std::make_shared<Options>();
    options->count = count;
    options->source.addEncodingTo(command, *options->source.addTo(command));
    options->source.addStartTo(command);
    options->analysis.addTo(command, /*needsTargetLength=*/false);
    addMethodsTo(command, options->methods);
    addNumber(command, countName, {leastCount, static_cast<std::int64_t>(mostCount)}, countHelp,
        [options = options.get()](std::int64_t given) { options->count = static_cast<std::size_t>(given); })
        ->default_str(std::to_string(count));
    command.add_flag("--json", options->json, "Write one JSON object of the schema " + schema);
    command.add_option("-o,--output", options->output, "The file to write; - for standard output")
        ->capture_default_str()
        ->type_name("FILE");
    return options;
}

// Analyses, computes what the command is about, and writes its text.
// compute: Expected<std::shared_ptr<const Result>>(Engine&, const Analysis&, std::size_t count, const Progress&)
template <class Compute> Action actionOf(const std::shared_ptr<Options>& options, Compute compute)
{
    return [options, compute]() -> Expected<void> {
        if (Expected<void> other = checkIsAnother(options->output, options->analysis.table, "the file that --table names"); !other) {
            return other;
        }
        return runAnalysis(options->source, options->analysis, options->methods)
            .and_then([&](const std::shared_ptr<const Analysis>& analysis) -> Expected<void> {
                const auto engine = EngineRegistry::instance().find(options->analysis.engine);
                printNotes(*analysis);
                const auto result = compute(**engine, *analysis, options->count, percentOnTerminal());
                if (!result) {
                    return tl::unexpected(result.error());
                }
                for (const Sentence& notice : (*result)->run.notices) {
                    if (std::ranges::find(analysis->notices, notice) == analysis->notices.end()) {
                        printNote(notice);
                    }
                }
                return writeResult(options->json ? toJson(**result, *analysis) + "\n" : textReport(**result, *analysis), *analysis->source,
                    options->output);
            });
    };
}

void addLandscape(CLI::App& app, Action& action)
{
    auto* command = app.add_subcommand("landscape", "Say how much every factor disturbs each dimension, and which disturbs least");
    const auto options = addOptions(*command, "--factors", "How many factors, from 1 to 1.5 s", landscapeFactorCount, leastLandscapeFactors,
        maxLandscapeFactors, "rotascope-landscape/1");
    command->callback([&action, options] {
        action = actionOf(options, [](Engine& engine, const Analysis& analysis, std::size_t count, const Progress& progress) {
            return computeLandscape(engine, analysis, count, {}, progress);
        });
    });
}

void addSweep(CLI::App& app, Action& action)
{
    auto* command = app.add_subcommand("sweep", "Say what each method's table for L′ costs at every context length");
    const auto options = addOptions(*command, "--lengths", "About how many lengths, from L/16 to 4 L′", sweepLengthCount, leastSweepLengths,
        maxSweepLengths, "rotascope-sweep/1");
    command->callback([&action, options] {
        action = actionOf(options, [](Engine& engine, const Analysis& analysis, std::size_t count, const Progress& progress) {
            return sweepLengths(engine, analysis, nullptr, count, {}, progress);
        });
    });
}

void addCertificate(CLI::App& app, Action& action)
{
    auto* command = app.add_subcommand(
        "certificate", "Prove which of all tables of factors 1 and s disturbs least, by what margin, and how it depends on b and epsilon");
    const auto options = addOptions(*command, "--factors", "How many factors the lower bound is over, from 1 to 1.5 s",
        landscapeFactorCount, leastLandscapeFactors, maxLandscapeFactors, "rotascope-certificate/1");
    command->callback([&action, options] {
        action = actionOf(options, [](Engine& engine, const Analysis& analysis, std::size_t count, const Progress& progress) {
            return certify(engine, analysis, count, {}, progress);
        });
    });
}

} // namespace

void addExploringCommands(CLI::App& app, Action& action)
{
    addLandscape(app, action);
    addSweep(app, action);
    addCertificate(app, action);
}

} // namespace rotascope::cli
