// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_format.h"

#include "core/exchange/csv_table.h"
#include "core/exchange/transformers_config.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace rotascope {
namespace {

constexpr std::array formats = {&csvFormat, &transformersFormat};

std::string selectionText(const SelectionRule& rule)
{
    if (const auto* threshold = std::get_if<Threshold>(&rule)) {
        return "threshold t = " + exactText(threshold->t);
    }
    return "interpolated components = " + std::to_string(std::get<InterpolatedComponents>(rule).count);
}

} // namespace

std::vector<std::pair<std::string, std::string>> provenanceOf(const ExportDocument& document)
{
    const Analysis& analysis = *document.analysis;
    const AnalysisSettings& settings = analysis.settings;
    return {
        {"program", "Rotascope " ROTASCOPE_VERSION},
        {"source", analysis.source->origin},
        {"model_id", analysis.source->rope.modelId},
        {"method", document.method},
        {"pretraining_length", std::to_string(settings.pretrainingLength)},
        {"target_length", std::to_string(settings.targetLength)},
        {"before", std::string(settings.before == BeforeKind::UniformPositions ? "positions 0 ... L-1" : nameOf(settings.before))},
        {"bins", std::to_string(settings.intervals)},
        {"divergence", std::string(infoOf(settings.divergence).name)},
        {"epsilon", exactText(settings.epsilon)},
        {"selection", selectionText(settings.selection)},
        {"mean_disturbance", exactText(document.table->meanDisturbance)},
        {"attention_factor", exactText(document.table->table.attentionFactor)},
    };
}

ExportDocument documentOfChosen(const std::shared_ptr<const Analysis>& analysis)
{
    const AnalysisSettings& settings = analysis->settings;
    const auto byHand = std::ranges::count_if(settings.overrides, [](const auto& override) { return override.has_value(); });
    std::string method = settings.method;
    if (byHand > 0) {
        method += ", " + std::to_string(byHand) + (byHand == 1 ? " dimension" : " dimensions") + " set by hand";
    }
    return {analysis, analysis->chosen, method};
}

Expected<ExportDocument> documentOfMethod(const std::shared_ptr<const Analysis>& analysis, std::string_view method)
{
    const auto found = std::ranges::find(analysis->methods, method, [](const MethodAnalysis& m) { return m.method->name; });
    if (found == analysis->methods.end()) {
        return usageError("method \"" + std::string(method) + "\" was not analysed");
    }
    if (!found->result) {
        return inputError("method \"" + std::string(method) + "\" has no table: " + found->unavailable);
    }
    return ExportDocument{analysis, found->result, std::string(method)};
}

std::span<const ExportFormat* const> exportFormats()
{
    return formats;
}

Expected<const ExportFormat*> findExportFormat(std::string_view name)
{
    std::string names;
    for (const ExportFormat* format : formats) {
        if (format->name == name) {
            return format;
        }
        names += (names.empty() ? "" : ", ") + std::string(format->name);
    }
    return usageError("format \"" + std::string(name) + "\" is not known; expected one of " + names);
}

std::string exactText(double value)
{
    std::array<char, 32> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), result.ptr};
}

} // namespace rotascope
