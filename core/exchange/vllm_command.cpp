// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/vllm_command.h"

#include "core/exchange/longrope.h"
#include "core/exchange/read_table.h"
#include "core/exchange/table_columns.h"

namespace rotascope {
namespace {

constexpr std::string_view option = "--hf-overrides ";

// Within single quotes a POSIX shell leaves everything alone but the quote itself.
std::string shellQuoted(std::string_view text)
{
    std::string result = "'";
    for (const char c : text) {
        c == '\'' ? result += "'\\''" : result += c;
    }
    return result + "'";
}

// The other way: the word that begins at `text`.
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

Expected<std::string> write(const ExportDocument& document, const std::optional<ExportFormat::Into>&)
{
    const Expected<void> single = longrope::checkIsSingle(document);
    if (!single) {
        return tl::unexpected(single.error());
    }
    return longrope::ropeTheta(document).map([&](double theta) {
        const std::int64_t length = document.analysis->settings.targetLength;
        longrope::Json parameters = longrope::parameters(document);
        parameters["rope_theta"] = theta;
        parameters["short_mscale"] = document.table->table.attentionFactor;
        parameters["long_mscale"] = document.table->table.attentionFactor;
        longrope::Json overrides;
        overrides["max_position_embeddings"] = length;
        overrides["original_max_position_embeddings"] = length;
        overrides["rope_parameters"] = parameters;
        overrides["rope_scaling"] = parameters;
        const std::string& model = document.analysis->source->rope.modelId;
        std::string text = "#!/bin/sh\n" + provenanceComments(document);
        if (model.empty()) {
            text += "# The model's name is not known: put it, or its folder, in the place of MODEL.\n";
        }
        text += "vllm serve " + shellQuoted(model.empty() ? "MODEL" : model) + " --max-model-len " + std::to_string(length) + " \\\n  ";
        return text + std::string(option) + shellQuoted(overrides.dump(-1, ' ', false, longrope::Json::error_handler_t::replace)) + "\n";
    });
}

// Of the engines' readings only its own counts: no other takes such a command.
Expected<LintReport> lint(const ExportDocument& document, const std::optional<ExportFormat::Into>& into)
{
    return write(document, into)
        .and_then([&](const std::string& text) { return longrope::lintText(document, *overridesOf(text)); })
        .map([](LintReport report) {
            report.findings.clear();
            std::erase_if(report.engines, [](const EngineReading& reading) { return reading.engine != "vLLM"; });
            return report;
        });
}

Expected<ImportedTable> read(const std::filesystem::path& file)
{
    return readAndParse(file, parseVllmCommand);
}

} // namespace

const ExportFormat vllmFormat = {
    .name = "vllm",
    .label = "vLLM command",
    .suffix = ".sh",
    .description = "The command that serves the model with the table, and the complete --hf-overrides argument, quoted for a shell.",
    .readBy = "vLLM",
    .write = write,
    .lint = lint,
    .read = read,
};

Expected<ImportedTable> parseVllmCommand(std::string_view text, const std::string& where)
{
    const std::optional<std::string> overrides = overridesOf(text);
    const longrope::Json json = overrides ? parseJson(*overrides) : longrope::Json();
    if (!json.is_object()) {
        return inputError(where + ": no --hf-overrides with a JSON object; expected a command that Rotascope exported");
    }
    return longrope::parseParameters(json.value("rope_parameters", longrope::Json()), where + ": rope_parameters")
        .map([&](const ScalingTable& table) {
            return ImportedTable{table, parseProvenanceComments(text)};
        });
}

} // namespace rotascope
