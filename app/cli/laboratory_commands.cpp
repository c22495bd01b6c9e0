// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/laboratory_commands.h"

#include "app/cli/analysis_options.h"
#include "app/cli/laboratory_report.h"
#include "app/cli/number_option.h"
#include "app/cli/output.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/laboratory.h"
#include "core/evaluation/score_correlation.h"
#include "core/files/input_file.h"
#include "core/files/output_file.h"
#include "core/report/evaluation_json.h"
#include "core/report/evaluation_scores.h"
#include "core/text.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Option.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

namespace rotascope::cli {
namespace {

// A standard error says little of fewer.
constexpr std::int64_t leastPrompts = 4;

struct EvaluateOptions {
    std::string lab = defaultLaboratoryModel;
    AnalysisOptions analysis;
    std::vector<std::string> methods;
    EvaluationRequest request{{}, 200, 4, true, 100};
    bool json = false;
    std::string scores; ///< the file to write; empty: none
};

void addSize(CLI::App& command, const std::string& option, WholeNumbers range, const std::string& help, std::size_t& size)
{
    addNumber(command, option, range, help, [&size](std::int64_t given) {
        size = static_cast<std::size_t>(given);
    })->default_str(std::to_string(size));
}

// The tables that the analysis has, each under the model. Without a choice all that it compares.
Expected<std::vector<EvaluatedTable>> evaluateTables(
    const LanguageModelPointer& model, const Analysis& analysis, const EvaluationRequest& request)
{
    std::vector<EvaluatedTable> tables;
    const auto total
        = static_cast<std::uint64_t>(std::ranges::count_if(analysis.methods, [](const auto& method) { return bool(method.result); }));
    const auto percent = percentOnTerminal();
    for (const MethodAnalysis& method : analysis.methods) {
        if (!method.result) {
            printNote(std::string(method.method->name) + " has no table for this model: " + method.unavailable);
            continue;
        }
        const ScalingTable& table = method.result->table;
        const auto progress = [&](std::size_t done, std::size_t texts) { percent(tables.size() * texts + done, total * texts); };
        Expected<Evaluation> evaluation = evaluate(model, table, request, {}, progress);
        if (!evaluation) {
            return tl::unexpected(evaluation.error());
        }
        tables.push_back({std::string(method.method->name), table, method.result->meanDisturbance, std::move(*evaluation)});
    }
    return tables;
}

// Before it is computed, which takes long: what the scores would replace.
Expected<void> checkScoresFile(const EvaluateOptions& options, const std::filesystem::path& folder)
{
    for (const char* part : {"config.json", "model.safetensors", "vocabulary.json"}) {
        if (Expected<void> other = checkIsAnother(options.scores, folder / part, "a file of the model"); !other) {
            return other;
        }
    }
    return checkIsAnother(options.scores, options.analysis.table, "the file that --table names");
}

Expected<void> runEvaluate(const EvaluateOptions& options)
{
    const std::filesystem::path folder = laboratoryModelFolder(options.lab);
    const Expected<LanguageModelPointer> model = LanguageModel::read(folder);
    if (!model) {
        return tl::unexpected(model.error());
    }
    if (!options.scores.empty()) {
        if (Expected<void> checked = checkScoresFile(options, folder); !checked) {
            return checked;
        }
    }
    SourceOptions source;
    source.config = (folder / "config.json").string();
    return runAnalysis(source, options.analysis, options.methods)
        .and_then([&](const std::shared_ptr<const Analysis>& analysis) -> Expected<void> {
            EvaluationHead head{options.lab, analysis->settings.pretrainingLength, analysis->settings.targetLength, options.request};
            if (head.request.lengths.empty()) {
                head.request.lengths = {static_cast<std::size_t>(head.targetLength)};
            }
            head.request.depths = std::min(head.request.depths, head.request.prompts);
            return evaluateTables(*model, *analysis, head.request)
                .and_then([&](const std::vector<EvaluatedTable>& tables) -> Expected<void> {
                    if (!options.scores.empty()) {
                        const std::string scores = toJson(scoresOf(head, analysis->source->rope.invFreq, tables));
                        if (Expected<void> written = writeOutputFile(options.scores, scores); !written) {
                            return written;
                        }
                    }
                    std::cout << (options.json ? toJson(head, tables) + "\n" : textReport(head, tables));
                    return {};
                });
        });
}

void addEvaluate(CLI::App& app, Action& action)
{
    auto* command = app.add_subcommand("evaluate", "Run a small language model under tables: does it still find a key in a long text?");
    auto options = std::make_shared<EvaluateOptions>();
    EvaluationRequest& request = options->request;
    command
        ->add_option("--lab", options->lab,
            "The model: tinykey, tinykey-seed2 or tinykey-seed3, which come with the programs, or a folder with config.json, "
            "model.safetensors and "
            "vocabulary.json")
        ->capture_default_str()
        ->type_name("MODEL");
    options->analysis.addTo(*command, /*needsTargetLength=*/false);
    addMethodsTo(*command, options->methods);
    addLengths(*command, "--length", {static_cast<std::int64_t>(shortestText), static_cast<std::int64_t>(longestPrompt)},
        "Tokens of a prompt; may be repeated (default: L′)",
        [&request](std::int64_t given) { request.lengths.push_back(static_cast<std::size_t>(given)); });
    addSize(*command, "--prompts", {leastPrompts, static_cast<std::int64_t>(mostPrompts)}, "How many of each length", request.prompts);
    addSize(
        *command, "--depths", {1, static_cast<std::int64_t>(mostPrompts)}, "Parts of the text that retrieval is told for", request.depths);
    addSize(*command, "--short-texts", {0, static_cast<std::int64_t>(mostPrompts)},
        "Texts of L tokens whose loss says what a table costs there; 0: none", request.shortTexts);
    addNumber(*command, "--seed", {0, std::numeric_limits<std::int64_t>::max()}, "What the prompts are drawn from",
        [&request](std::int64_t given) { request.seed = static_cast<std::uint64_t>(given); })
        ->default_str(std::to_string(request.seed));
    command->add_flag("--json", options->json, "Print one JSON object of the schema rotascope-evaluation/1");
    command->add_option("-o,--output", options->scores, "Also write the scores to this file, for the command scores and the window")
        ->type_name("FILE");
    command->callback([&action, options] { action = [options] { return runEvaluate(*options); }; });
}

struct ScoresOptions {
    std::string file;
    MeasureChoice measure;
    std::optional<std::uint32_t> bins; ///< none: usualIntervalsOf()
    std::optional<double> farWeight; ///< of near-far
    bool json = false;
};

std::string measureList()
{
    std::string list;
    for (const TableMeasure& measure : tableMeasures()) {
        list += (list.empty() ? "" : ", ") + measure.name + ": " + measure.label;
    }
    return list;
}

Expected<void> runScores(const ScoresOptions& options)
{
    if (options.farWeight && options.measure.name != "near-far") {
        return usageError("--far-weight is of the measure near-far; expected --measure near-far with it");
    }
    if (options.bins && !options.measure.usesIntervals()) {
        return usageError("the measure " + options.measure.name + " has no intervals; expected it without --bins");
    }
    return readInputFile(options.file, "a file of scores")
        .and_then([&](const std::string& text) { return parseScores(text, options.file); })
        .and_then([&](const ScoreSet& set) {
            MeasureChoice measure = options.measure;
            measure.intervals = options.bins.value_or(usualIntervalsOf(set));
            measure.farWeight = options.farWeight.value_or(measure.farWeight);
            return correlate(set, measure).map([&](const std::vector<ScoreCorrelation>& found) {
                std::cout << (options.json ? toJson(set, measure, found) + "\n" : textReport(set, measure, found));
            });
        });
}

void addScores(CLI::App& app, Action& action)
{
    auto* command = app.add_subcommand("scores", "Say how well a measure of tables foretells what a model scored under them");
    auto options = std::make_shared<ScoresOptions>();
    command->add_option("file", options->file, "Scores, of the schema rotascope-scores/1")->required()->type_name("FILE");
    command->add_option("--measure,--against", options->measure.name, measureList())->capture_default_str()->type_name("MEASURE");
    addNumber(*command, "--bins", {minIntervals, maxIntervals},
        "b, equal intervals of the circle (default: 360, or as many as have 10 angles each)",
        [options = options.get()](std::int64_t count) { options->bins = static_cast<std::uint32_t>(count); });
    addNumber(*command, "--far-weight", {", 0 to 1000000", [](double value) { return value >= 0.0 && value <= 1e6; }},
        "With near-far: w in near + w far (default " + shortText(options->measure.farWeight) + ")",
        [options = options.get()](double value) { options->farWeight = value; })
        ->type_name("W");
    command->add_flag("--json", options->json, "Print one JSON object of the schema rotascope-correlations/1");
    command->callback([&action, options] { action = [options] { return runScores(*options); }; });
}

} // namespace

void addLaboratoryCommands(CLI::App& app, Action& action)
{
    addEvaluate(app, action);
    addScores(app, action);
}

} // namespace rotascope::cli
