// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/configs/vllm_command.h"

#include "core/exchange/checked_table.h"
#include "core/exchange/configs/longrope.h"
#include "core/exchange/configs/merge_target.h"
#include "core/exchange/read_table.h"
#include "core/exchange/tables/table_columns.h"
#include "core/files/escape.h"
#include "core/files/json.h"

#include <algorithm>

namespace rotascope {
namespace {

constexpr std::string_view option = "--hf-overrides ";

// shellWord() the other way: the word that begins at `text`.
std::optional<std::string> shellUnquoted(std::string_view text)
{
    std::string result;
    while (text.starts_with('\'')) {
        const std::size_t end = text.find('\'', 1);
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        result += text.substr(1, end - 1);
        text.remove_prefix(end + 1);
        if (text.starts_with("\\''")) {
            result += '\'';
            text.remove_prefix(2);
        }
    }
    return result;
}

// The argument of --hf-overrides.
std::optional<std::string> overridesOf(std::string_view text)
{
    const std::size_t at = text.find("\n  " + std::string(option));
    return at == std::string_view::npos ? std::nullopt : shellUnquoted(text.substr(at + 3 + option.size()));
}

longrope::Json overridesFor(const ExportDocument& document, double theta)
{
    const std::int64_t length = document.analysis->settings.targetLength;
    longrope::Json parameters = longrope::parameters(document, document.rope());
    parameters["rope_theta"] = theta;
    parameters["short_mscale"] = document.written().attentionFactor;
    parameters["long_mscale"] = document.written().attentionFactor;
    longrope::Json overrides = longrope::Json::object();
    overrides["max_position_embeddings"] = length;
    overrides["original_max_position_embeddings"] = parameters["original_max_position_embeddings"];
    overrides["rope_parameters"] = parameters;
    overrides["rope_scaling"] = parameters;
    return overrides;
}

// Of the engines' readings only its own counts: no other takes such a command.
Expected<LintReport> lintOverrides(const ExportDocument& document, const longrope::Json& overrides)
{
    return longrope::lintText(document, /*isMerged=*/false, overrides.dump(-1, ' ', false, longrope::Json::error_handler_t::replace))
        .map([](LintReport report) {
            report.findings.clear();
            std::erase_if(report.engines, [](const EngineReading& reading) { return reading.engine != "vLLM"; });
            return report;
        });
}

// A model whose code in vLLM does not read the lists would run unscaled.
Expected<LintReport> checkIsRead(const ExportDocument& document, const LintReport& report)
{
    for (const EngineReading& reading : report.engines) {
        if (reading.outcome == Outcome::Ignored || reading.outcome == Outcome::Refused) {
            return inputError(
                document.analysis->source->origin + ": " + Sentence::of("vLLM cannot run this model with a table: {1}", reading.what));
        }
    }
    return report;
}

// What the model is served with, and what vLLM makes of it.
struct Served {
    longrope::Json overrides = longrope::Json::object();
    LintReport report;
};

Expected<Served> serve(const ExportDocument& document)
{
    return longrope::checkIsSingle(document).and_then([&] { return longrope::ropeTheta(document); }).and_then([&](double theta) {
        const longrope::Json overrides = overridesFor(document, theta);
        return lintOverrides(document, overrides)
            .and_then([&](const LintReport& report) { return checkIsRead(document, report); })
            .map([&](const LintReport& report) {
                return Served{overrides, report};
            });
    });
}

// Of a multimodal model the language model's part is overridden, which vLLM does where the overrides are nested alike.
longrope::Json within(const std::string& section, longrope::Json overrides)
{
    const std::vector<std::string> names = namesOfSection(section);
    for (std::size_t i = names.size(); i-- > 0;) {
        overrides = longrope::Json{{names[i], std::move(overrides)}};
    }
    return overrides;
}

// The repository's id: behind it the name of a preset may say which of its models or layers it is for.
std::string repositoryOf(const std::string& name)
{
    const bool isRepository = std::ranges::count(name.substr(0, name.find(' ')), '/') == 1;
    return name.substr(0, isRepository ? std::min(name.find(" ("), name.find(" / ")) : std::string::npos);
}

std::string commandFor(const ExportDocument& document, const longrope::Json& overrides)
{
    const std::string model = repositoryOf(document.rope().modelId);
    std::string text = "#!/bin/sh\n" + provenanceComments(document);
    if (!vllmCommandNamesTheModel(document)) {
        text += model.empty()
            ? "# The model's name is not known: put it, or its folder, in the place of MODEL.\n"
            : "# The model's name in the file cannot be used: put the right one, or the model's folder, in the place of MODEL.\n";
    }
    text += "vllm serve " + shellWord(vllmCommandNamesTheModel(document) ? model : "MODEL") + " --max-model-len "
        + std::to_string(document.analysis->settings.targetLength) + " \\\n  ";
    return text + std::string(option) + shellWord(overrides.dump(-1, ' ', false, longrope::Json::error_handler_t::replace)) + "\n";
}

Expected<PreparedExport> make(const ExportDocument& document, const ModelFilePointer&)
{
    return serve(document).map([&](const Served& served) {
        return PreparedExport::ofText(commandFor(document, within(document.analysis->source->section, served.overrides)), served.report);
    });
}

bool recognises(std::string_view head)
{
    return head.starts_with("#!");
}

Expected<ImportedTable> read(const std::filesystem::path& file)
{
    return readAndParse(file, parseVllmCommand);
}

} // namespace

const ExportFormat vllmFormat = {
    .name = "vllm",
    .label = Sentence::marked("vLLM command"),
    .suffix = ".sh",
    .description
    = Sentence::marked("The command that serves the model with the table, and the complete --hf-overrides argument, quoted for a shell."),
    .readBy = Sentence::marked("vLLM"),
    .make = make,
    .recognises = recognises,
    .read = read,
};

bool vllmCommandNamesTheModel(const ExportDocument& document)
{
    return isPlainArgument(repositoryOf(document.rope().modelId));
}

Expected<ImportedTable> parseVllmCommand(std::string_view text, const std::string& where)
{
    const std::optional<std::string> overrides = overridesOf(text);
    if (!overrides) {
        return inputError(
            where + ": " + Sentence::of("no --hf-overrides with a quoted argument; expected a command that Rotascope exported"));
    }
    const auto json = parseOrderedJson(*overrides);
    if (!json || !json->is_object()) {
        return inputError(where + ": "
            + Sentence::of("--hf-overrides: {1}",
                whyNoObject(Sentence::of("a configuration that Rotascope exported"), json ? std::string() : json.error())));
    }
    return longrope::tableIn(*json, where + ": --hf-overrides").and_then([&](const ScalingTable& table) {
        return checked({table, parseProvenanceComments(text)}, where);
    });
}

} // namespace rotascope
