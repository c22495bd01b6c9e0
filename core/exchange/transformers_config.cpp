// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/transformers_config.h"

#include "core/rope/hugging_face_config.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace rotascope {
namespace {

using Json = nlohmann::ordered_json;

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

// What says how M-RoPE's axes share the dimensions has its place beside the factors.
void keepSections(const Json& config, Json& parameters)
{
    for (const char* const object : {"rope_scaling", "rope_parameters"}) {
        for (const char* const field : {"mrope_section", "mrope_interleaved"}) {
            if (config.contains(object) && config[object].contains(field)) {
                parameters[field] = config[object][field];
            }
        }
    }
}

Json ropeParameters(const ExportDocument& document)
{
    const RopeConfig& rope = document.analysis->source->rope;
    const ScalingTable& table = document.table->table;
    Json parameters;
    parameters["rope_type"] = "longrope";
    parameters["rope_theta"] = *rope.ropeTheta;
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

Json provenance(const ExportDocument& document)
{
    Json result;
    for (const auto& [name, value] : provenanceOf(document)) {
        result[name] = value;
    }
    return result;
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

Expected<Json> parsedInto(const std::optional<ExportFormat::Into>& into, const RopeConfig& rope)
{
    if (!into) {
        return Json::object();
    }
    return parseHuggingFaceRopes(into->text, into->name)
        .and_then([&](const HuggingFaceRopes& found) -> Expected<void> {
            // Which of the file's objects would be the right place is not known to this export.
            if (found.ropes.size() > 1 || !found.section.empty()) {
                return inputError(into->name + ": the RoPE is not described on top"
                    + (found.section.empty() ? " but once for each layer type" : " but in " + found.section)
                    + "; a table can be merged into a configuration with a single RoPE, described on top");
            }
            return checkFits(found.ropes.front().rope, rope, into->name);
        })
        .map([&] { return Json::parse(into->text); });
}

Expected<std::string> write(const ExportDocument& document, const std::optional<ExportFormat::Into>& into)
{
    const RopeConfig& rope = document.analysis->source->rope;
    if (!rope.ropeTheta) {
        return inputError(document.analysis->source->origin + ": rope_theta is not known; a Transformers configuration needs it");
    }
    return checkIsStandard(rope, document.analysis->source->origin).and_then([&] { return parsedInto(into, rope); }).map([&](Json json) {
        Json parameters = ropeParameters(document);
        keepSections(json, parameters);
        json.erase("rope_scaling");
        // Phi-3 states it on top, where it would contradict the one in rope_parameters.
        json.erase("original_max_position_embeddings");
        json["max_position_embeddings"] = document.analysis->settings.targetLength;
        json["rope_parameters"] = parameters;
        json["rotascope"] = provenance(document);
        return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    });
}

} // namespace

const ExportFormat transformersFormat = {
    .name = "transformers",
    .label = "Transformers configuration",
    .suffix = ".json",
    .description = "rope_parameters for config.json: Transformers 5, vLLM and SGLang read it. Alone or merged into a model's config.json.",
    .mergesIntoFile = true,
    .write = write,
};

} // namespace rotascope
