// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/longrope.h"

#include "core/rope/hugging_face_config.h"

#include <algorithm>
#include <cmath>

namespace rotascope::longrope {
namespace {

// longrope divides rope_theta^(-2i/d): other frequencies cannot be stated in it. Recorded ones are float32.
Expected<void> checkIsStandard(const RopeConfig& rope, const std::string& origin)
{
    const std::vector<double> standard = standardInvFreq(*rope.ropeTheta, rope.rotaryDim);
    for (std::size_t i = 0; i < standard.size(); ++i) {
        if (!(std::abs(rope.invFreq[i] - standard[i]) <= 1e-4 * standard[i])) {
            return inputError(origin + ": inv_freq[" + std::to_string(i) + "] is not rope_theta^(-" + std::to_string(2 * i) + "/"
                + std::to_string(rope.rotaryDim) + "); a Transformers configuration with rope_type longrope cannot state it");
        }
    }
    return {};
}

// The table must fit the model that it is merged into: the same base and the same number of dimensions.
Expected<void> checkFits(const RopeConfig& target, const RopeConfig& rope, const std::string& name)
{
    if (target.dimensions() != rope.dimensions()) {
        return inputError(name + ": the model rotates " + std::to_string(2 * target.dimensions())
            + " components of a head; the table is for " + std::to_string(2 * rope.dimensions()) + " (" + std::to_string(rope.dimensions())
            + " factors)");
    }
    if (target.ropeTheta != rope.ropeTheta) {
        return inputError(
            name + ": rope_theta is " + exactText(*target.ropeTheta) + "; the table was made for " + exactText(*rope.ropeTheta));
    }
    return {};
}

} // namespace

Json parameters(const ExportDocument& document)
{
    const RopeConfig& rope = document.analysis->source->rope;
    const ScalingTable& table = document.table->table;
    Json parameters;
    parameters["rope_type"] = "longrope";
    if (rope.headDim > rope.rotaryDim) {
        parameters["partial_rotary_factor"] = static_cast<double>(rope.rotaryDim) / rope.headDim;
    }
    parameters["factor"] = 1.0;
    parameters["attention_factor"] = table.attentionFactor;
    parameters["original_max_position_embeddings"] = document.analysis->settings.targetLength;
    parameters["short_factor"] = table.factors;
    parameters["long_factor"] = table.factors;
    return parameters;
}

Expected<double> ropeTheta(const ExportDocument& document)
{
    const RopeConfig& rope = document.analysis->source->rope;
    if (!rope.ropeTheta) {
        return inputError(document.analysis->source->origin + ": rope_theta is not known; a configuration needs it");
    }
    return checkIsStandard(rope, document.analysis->source->origin).map([&] { return *rope.ropeTheta; });
}

Expected<std::string> textOfInto(const ExportDocument& document, const std::optional<ExportFormat::Into>& into)
{
    if (!into) {
        return checkIsSingle(document).map([] { return std::string("{}\n"); });
    }
    return parseHuggingFaceRopes(into->text, into->name)
        .and_then([&](const HuggingFaceRopes& found) -> Expected<void> {
            // Which of the file's objects would be the right place is not known to an export.
            if (found.ropes.size() > 1 || !found.section.empty()) {
                return inputError(into->name + ": the RoPE is not described on top"
                    + (found.section.empty() ? " but once for each layer type" : " but in " + found.section)
                    + "; a table can be merged into a configuration with a single RoPE, described on top");
            }
            return checkFits(found.ropes.front().rope, document.analysis->source->rope, into->name);
        })
        .map([&] { return into->text; });
}

Expected<void> checkIsSingle(const ExportDocument& document)
{
    const Source& source = *document.analysis->source;
    if (source.ropeNames.size() > 1) {
        return inputError(source.origin + ": the model has " + std::to_string(source.ropeNames.size())
            + " RoPEs, each for some layers; a configuration with one table would be wrong for the others (the format json has the table)");
    }
    if (!source.rope.axis.empty()) {
        return inputError(source.origin
            + ": the model's dimensions share several position axes (M-RoPE), which must be stated beside the factors; expected the format "
              "transformers or transformers-legacy, merged into the model's config.json");
    }
    return {};
}

void keepSections(std::string_view config, Json& parameters)
{
    const Json json = parseJson(config);
    for (const char* const object : {"rope_scaling", "rope_parameters"}) {
        for (const char* const field : {"mrope_section", "mrope_interleaved"}) {
            if (json.contains(object) && json[object].contains(field)) {
                parameters[field] = json[object][field];
            }
        }
    }
}

Expected<LintReport> lintText(const ExportDocument& document, std::string_view text)
{
    Json json = parseJson(text);
    const auto states = [&](const char* field) { return json.contains(field); };
    if (json.is_object() && !states("head_dim") && !states("hidden_size") && !states("n_embd") && !states("qk_rope_head_dim")) {
        json["head_dim"] = document.analysis->source->rope.headDim;
    }
    return lintConfig(json.dump(-1, ' ', false, Json::error_handler_t::replace), "the export");
}

Expected<ScalingTable> parseParameters(const Json& parameters, const std::string& where)
{
    const auto failure = [&](const std::string& what) { return inputError(where + ": " + what); };
    if (!parameters.is_object() || !parameters.contains("long_factor")) {
        return failure("no long_factor; expected a configuration that Rotascope exported");
    }
    const auto isList = [](const Json& value) {
        return value.is_array() && std::ranges::all_of(value, [](const Json& factor) { return factor.is_number(); });
    };
    if (!isList(parameters["long_factor"])) {
        return failure("long_factor is not a list of numbers; expected one factor a dimension");
    }
    if (const auto other = parameters.find("short_factor"); other != parameters.end() && *other != parameters["long_factor"]) {
        return failure("short_factor and long_factor differ; expected a single table: put the list that is meant into a file of its own");
    }
    ScalingTable table;
    table.factors = parameters["long_factor"].get<std::vector<double>>();
    for (const char* name : {"attention_factor", "long_mscale"}) {
        if (const auto found = parameters.find(name); found != parameters.end()) {
            if (!found->is_number()) {
                return failure(std::string(name) + " is not a number");
            }
            table.attentionFactor = found->get<double>();
        }
    }
    return validate(table, where).map([&] { return table; });
}

Expected<ImportedTable> parse(std::string_view text, const std::string& where)
{
    const Json json = parseJson(text);
    if (!json.is_object()) {
        return inputError(where + ": not a JSON object; expected a configuration that Rotascope exported");
    }
    // The parameters alone are how factor lists are passed around.
    const bool isAlone = json.contains("long_factor");
    const std::string member = json.contains("rope_parameters") ? "rope_parameters" : "rope_scaling";
    return parseParameters(isAlone ? json : json.value(member, Json()), isAlone ? where : where + ": " + member)
        .map([&](const ScalingTable& table) {
            return ImportedTable{table, parseProvenance(json.value("rotascope", Json()))};
        });
}

} // namespace rotascope::longrope
