// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/analysis_options.h"
#include "app/cli/compare_command.h"
#include "app/cli/exploring_commands.h"
#include "app/cli/laboratory_commands.h"
#include "app/cli/number_option.h"
#include "app/cli/output.h"
#include "app/cli/recording_commands.h"
#include "app/cli/report.h"
#include "core/engine/engine_registry.h"
#include "core/exchange/export_format.h"
#include "core/files/escape.h"
#include "core/files/output_file.h"
#include "core/hdf5/file_structure.h"
#include "core/lint/compare_files.h"
#include "core/lint/lint.h"
#include "core/model/model_file.h"
#include "core/model/presets.h"
#include "core/recording/recording_reader.h"
#include "core/recording/recording_writer.h"
#include "core/report/analysis_json.h"
#include "core/report/engines_json.h"
#include "core/report/frequencies_json.h"
#include "core/report/lint_json.h"
#include "core/report/models_json.h"
#include "core/report/recording_json.h"
#include "core/report/structure_json.h"
#include "core/report/structure_text.h"
#include "core/text.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Option.hpp>
#include <algorithm>
#include <iostream>
#include <iterator>
#include <memory>
#include <vector>

namespace rotascope::cli {
namespace {

// Each command keeps its options in a shared value that its action owns.

void addEngines(CLI::App& app, Action& action)
{
    auto* command = app.add_subcommand("engines", "List the engines: what computes, on what, or why not");
    auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "Print JSON");
    command->callback([&action, json] {
        action = [json]() -> Expected<void> {
            const std::vector<EngineEntry> engines = EngineRegistry::instance().entries();
            std::cout << (*json ? toJson(engines) + "\n" : enginesReport(engines));
            return {};
        };
    });
}

void addModels(CLI::App& app, Action& action)
{
    auto* command = app.add_subcommand("models", "List the presets: public models and their RoPE fields");
    auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "Print JSON");
    command->callback([&action, json] {
        action = [json]() -> Expected<void> {
            std::cout << (*json ? toJson(presets()) + "\n" : modelsReport(presets()));
            return {};
        };
    });
}

void addInspect(CLI::App& app, Action& action)
{
    struct Options {
        std::string file;
        bool json = false;
    };
    auto* command = app.add_subcommand("inspect", "Say what a recording holds");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, "The recording")->required();
    command->add_flag("--json", options->json, "Print JSON");
    command->callback([&action, options] {
        action = [options]() -> Expected<void> {
            return RecordingReader::open(options->file).map([&](const std::shared_ptr<RecordingReader>& reader) {
                const RecordingInfo& info = reader->info();
                if (options->json) {
                    printJson(std::cout, options->file, info);
                } else {
                    std::cout << recordingReport(options->file, info);
                }
            });
        };
    });
}

void addStructure(CLI::App& app, Action& action)
{
    struct Options {
        std::string file;
        bool json = false;
    };
    auto* command = app.add_subcommand("structure", "List the groups, datasets and attributes of any HDF5 file");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, "The HDF5 file; it need not be a recording")->required();
    command->add_flag("--json", options->json, "Print JSON");
    command->callback([&action, options] {
        action = [options]() -> Expected<void> {
            return readStructure(options->file).map([&](const FileStructure& structure) {
                if (options->json) {
                    printJson(std::cout, structure);
                } else {
                    std::cout << outlineOf(structure);
                }
                std::ranges::for_each(structure.leftOut, printNote);
            });
        };
    });
}

// One report, printed; an error where it has some.
Expected<void> printLint(const ModelFile& file, bool json)
{
    const LintReport report = lint(file);
    std::cout << (json ? toJson(report) + "\n" : lintReport(report));
    if (const int errors = report.count(Severity::Error); errors > 0) {
        std::cout.flush();
        return tl::unexpected(
            Error{ErrorKind::Lint, file.name + ": " + std::to_string(errors) + (errors == 1 ? " error was found" : " errors were found")});
    }
    return {};
}

Expected<void> printComparison(const ModelFile& file, const ModelFile& other)
{
    return differencesOf(file, other).and_then([&](const std::vector<std::string>& differences) -> Expected<void> {
        std::cout << comparisonReport(file.name, other.name, differences);
        std::cout.flush();
        return differences.empty() ? Expected<void>()
                                   : tl::unexpected(Error{ErrorKind::Lint, file.name + " and " + other.name + " apply different RoPEs"});
    });
}

void addLint(CLI::App& app, Action& action)
{
    struct Options {
        std::string file;
        std::string other;
        bool json = false;
    };
    auto* command = app.add_subcommand("lint", "Say what each engine will really do with a model's RoPE, and the traps in its file");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, "A model's config.json, or a GGUF model")->required();
    auto* json = command->add_flag("--json", options->json, "Print one JSON object of the schema rotascope-lint/1");
    command->add_option("OTHER", options->other, "Compare with this file of the same model instead: a GGUF and its config.json, say")
        ->excludes(json);
    command->callback([&action, options] {
        action = [options]() -> Expected<void> {
            return openModelFile(options->file).and_then([&](const ModelFilePointer& file) {
                return options->other.empty()
                    ? printLint(*file, options->json)
                    : openModelFile(options->other).and_then([&](const ModelFilePointer& other) { return printComparison(*file, *other); });
            });
        };
    });
}

// What every RoPE of the list applies to a sequence; without a length: of the length that it was trained for.
Expected<std::vector<RopeFrequencies>> frequenciesOf(const RopeList& list, const std::string& only, std::optional<std::int64_t> length)
{
    std::vector<RopeFrequencies> result;
    for (const NamedRope& one : list.ropes) {
        if (!only.empty() && one.name != only) {
            continue;
        }
        if (one.encoding.kind != EncodingKind::Rope) {
            return inputError(list.origin + ": has " + std::string(nameOfEncoding(one.encoding.kind))
                + ", which have no RoPE frequencies; expected a model with a RoPE");
        }
        const std::int64_t sequence = length.value_or(one.rope.trainedLength().value_or(1));
        Expected<OwnFrequencies> own = list.isRecorded ? recordedFrequencies(one.rope) : ownFrequencies(one.rope, sequence);
        if (!own) {
            return inputError(list.origin + (list.ropes.size() > 1 ? ": " + one.name : "") + ": " + own.error().message);
        }
        result.push_back({one.name, one.layers, one.rope, std::move(*own)});
    }
    if (result.empty()) {
        return usageError(list.origin + ": no RoPE named \"" + only + "\"; expected one of " + namesOf(list.ropes, &NamedRope::name));
    }
    return result;
}

void addFrequencies(CLI::App& app, Action& action)
{
    struct Options {
        SourceOptions source;
        std::string file;
        std::optional<std::int64_t> length;
        bool json = false;
    };
    auto* command = app.add_subcommand("frequencies", "Say what a model itself applies: frequencies, factors and magnitude of each RoPE");
    auto options = std::make_shared<Options>();
    CLI::App* const source = options->source.addTo(*command);
    source->add_option("FILE", options->file, "A config.json, a GGUF model or a recording");
    addLength(*command, "--length", {1, maxContextLength}, "For a sequence of N positions (default: the length that it was trained for)",
        [options = options.get()](std::int64_t length) { options->length = length; });
    command->add_flag("--json", options->json, "Print one JSON object of the schema rotascope-frequencies/1");
    command->callback([&action, options] {
        action = [options]() -> Expected<void> {
            const SourceOptions& from = options->source;
            const std::string& file = !options->file.empty() ? options->file : !from.config.empty() ? from.config : from.recording;
            return (from.model.empty() ? ropesOfFile(file) : ropesOfPreset(from.model)).and_then([&](const RopeList& list) {
                return frequenciesOf(list, from.rope, options->length).map([&](const std::vector<RopeFrequencies>& ropes) {
                    if (list.isRecorded && (options->json || options->length)) { // the JSON does not say it, and --length has no effect
                        std::cerr << "rotascope-cli: note: " << visibleText(list.origin)
                                  << ": the frequencies are those that were recorded, whatever the length\n";
                    }
                    if (options->json) {
                        printJson(std::cout, ropes);
                    } else {
                        printFrequencies(std::cout, list, ropes, options->length);
                    }
                });
            });
        };
    });
}

void addGenerate(CLI::App& app, Action& action)
{
    struct Options {
        SourceOptions source;
        std::int64_t length = 0;
        bool angles = false;
        std::string output;
    };
    auto* command = app.add_subcommand("generate", "Write an ideal recording: positions 0 ... N-1 of one sequence");
    auto options = std::make_shared<Options>();
    options->source.addTo(*command);
    addLength(*command, "--length", {1, maxDensePosition + 1}, "N, positions", [options = options.get()](std::int64_t length) {
        options->length = length;
    })->required();
    command->add_flag("--angles", options->angles, "Write the exact angles too");
    command->add_option("-o,--output", options->output, "The recording to write")->required()->type_name("FILE");
    command->callback([&action, options] {
        action = [options]() -> Expected<void> {
            if (options->output == "-") {
                return usageError("a recording cannot be written to standard output; expected the name of a file after -o");
            }
            return options->source.open().and_then([&](const SourcePointer& source) {
                if (source->encoding.kind != EncodingKind::Rope) {
                    return Expected<void>(usageError(source->origin + " has " + std::string(nameOfEncoding(source->encoding.kind))
                        + "; expected a model with a RoPE, whose angles can be recorded"));
                }
                return checkIsNotAnalysed(*source, options->output).and_then([&] {
                    return writeRecording(
                        {.rope = source->rope, .length = options->length, .withAngles = options->angles, .created = {}}, options->output);
                });
            });
        };
    });
}

struct AnalyzeOptions {
    SourceOptions source;
    AnalysisOptions analysis;
    std::vector<std::string> methods;
    bool json = false;
};

Expected<void> analyzeOne(const AnalyzeOptions& options)
{
    return runAnalysis(options.source, options.analysis, options.methods).map([&](const std::shared_ptr<const Analysis>& analysis) {
        printNotes(*analysis);
        std::cout << (options.json ? toJson(*analysis) + "\n" : analysisReport(*analysis));
    });
}

// Every RoPE of a model, one after the other; nothing is printed where one of them fails.
Expected<void> analyzeAll(AnalyzeOptions options)
{
    options.source.rope.clear();
    options.analysis.keepWindows = true;
    const Expected<SourcePointer> first = options.source.open();
    if (!first) {
        return tl::unexpected(first.error());
    }
    std::vector<std::shared_ptr<const Analysis>> analyses;
    for (const std::string& name : (*first)->ropeNames.empty() ? std::vector<std::string>{""} : (*first)->ropeNames) {
        options.source.rope = name;
        Expected<std::shared_ptr<const Analysis>> analysis = runAnalysis(options.source, options.analysis, options.methods);
        if (!analysis) {
            return tl::unexpected(Error{analysis.error().kind, (name.empty() ? "" : name + ": ") + analysis.error().message});
        }
        analyses.push_back(std::move(*analysis));
    }
    for (const std::shared_ptr<const Analysis>& analysis : analyses) {
        printNotes(*analysis, analyses.size() > 1 ? analysis->source->ropeName + ": " : "");
        if (!options.json) {
            std::cout << (analysis == analyses.front() ? "" : "\n") << analysisReport(*analysis);
        }
    }
    std::cout << (options.json ? toJson(analyses) + "\n" : "");
    return {};
}

void addAnalyze(CLI::App& app, Action& action)
{
    auto* command = app.add_subcommand("analyze", "Compare how much extension methods disturb the angle distributions");
    auto options = std::make_shared<AnalyzeOptions>();
    options->source.addEncodingTo(*command, *options->source.addTo(*command));
    command->get_option("--rope")->description(
        "Which RoPE of a file with several (default: main or full_attention, or the first), or all, one "
        "after the other: L and L′ are then not for those whose layers slide, which begin at their window");
    options->source.addStartTo(*command);
    options->analysis.addTo(*command, /*needsTargetLength=*/false);
    addMethodsTo(*command, options->methods);
    command->add_flag(
        "--json", options->json, "Print one JSON object of the schema rotascope-analysis/1, of all RoPEs rotascope-analyses/1");
    command->callback(
        [&action, options] { action = [options] { return options->source.rope == "all" ? analyzeAll(*options) : analyzeOne(*options); }; });
}

std::string_view nameOfFormat(const ExportFormat* format)
{
    return format->name;
}

// What the registry says of its formats, for --help.
std::string formatNames()
{
    return namesOf(exportFormats(), nameOfFormat);
}

std::string intoHelp()
{
    const auto formatsInto = [](IntoKind into) {
        std::vector<const ExportFormat*> found;
        std::ranges::copy_if(
            exportFormats(), std::back_inserter(found), [into](const ExportFormat* format) { return format->into == into; });
        return namesOf(found, nameOfFormat);
    };
    return "Merge into a copy of this file: a config.json (" + formatsInto(IntoKind::HuggingFaceConfig) + ") or a model.gguf ("
        + formatsInto(IntoKind::GgufModel) + "); without one, a configuration has only the members that change";
}

Expected<void> writePrepared(const PreparedExport& prepared, const std::string& output)
{
    if (output != "-") {
        return prepared.writeTo(output, {{}, percentOnTerminal()});
    }
    std::cout << *prepared.content();
    return {};
}

void addExport(CLI::App& app, Action& action)
{
    struct Options {
        SourceOptions source;
        AnalysisOptions analysis;
        std::string method;
        std::string format;
        std::string into;
        std::string output;
    };
    auto* command = app.add_subcommand("export", "Write a method's scaling table in the form that an engine loads");
    auto options = std::make_shared<Options>();
    options->source.addEncodingTo(*command, *options->source.addTo(*command));
    options->source.addStartTo(*command);
    options->analysis.addTo(*command, /*needsTargetLength=*/true);
    command->add_option("--method", options->method, "The method that makes the table: one of " + methodNames())
        ->required()
        ->type_name("NAME");
    command->add_option("--format", options->format, formatNames())->required()->type_name("FORMAT");
    command->add_option("--into", options->into, intoHelp())->type_name("FILE");
    command->add_option("-o,--output", options->output, "The file to write; - for standard output")->required()->type_name("FILE");
    command->callback([&action, options] {
        action = [options]() -> Expected<void> {
            const Expected<const ExportFormat*> format = findExportFormat(options->format);
            if (!format) {
                return tl::unexpected(format.error());
            }
            if (auto other = checkIsAnother(options->output, options->analysis.table, "the file that --table names"); !other) {
                return other;
            }
            if ((*format)->onlyToFile && options->output == "-") {
                return usageError(
                    "format " + options->format + " cannot be written to standard output; expected the name of a file after -o");
            }
            const auto into = openInto(**format, options->into);
            if (!into) {
                return tl::unexpected(into.error());
            }
            if (options->into == options->source.config) { // the model that is analysed: read once
                options->source.configFile = *into;
            }
            return runAnalysis(options->source, options->analysis, {options->method})
                .and_then([&](const std::shared_ptr<const Analysis>& analysis) {
                    return documentOfMethod(analysis, options->method)
                        .and_then([&](const ExportDocument& document) { return (*format)->prepare(document, *into); })
                        .map([&](PreparedExport prepared) { // where there is none the reason stands alone
                            printNotes(*analysis);
                            return prepared;
                        });
                })
                .and_then([&](const PreparedExport& prepared) { return writePrepared(prepared, options->output); });
        };
    });
}

} // namespace

void addCommands(CLI::App& app, Action& action)
{
    app.require_subcommand(1);
    addEngines(app, action);
    addModels(app, action);
    addInspect(app, action);
    addStructure(app, action);
    addLint(app, action);
    addFrequencies(app, action);
    addGenerate(app, action);
    addRecordingCommands(app, action);
    addAnalyze(app, action);
    addCompare(app, action);
    addExploringCommands(app, action);
    addLaboratoryCommands(app, action);
    addExport(app, action);
}

} // namespace rotascope::cli
