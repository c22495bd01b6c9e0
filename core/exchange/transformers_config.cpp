// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/transformers_config.h"

#include "core/rope/hugging_face_config.h"

#include <nlohmann/json.hpp>

namespace rotascope {
namespace {

using Json = nlohmann::ordered_json;

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
    return parseHuggingFaceConfig(into->text, into->name)
        .and_then([&](const RopeConfig& target) { return checkFits(target, rope, into->name); })
        .map([&] { return Json::parse(into->text); });
}

Expected<std::string> write(const ExportDocument& document, const std::optional<ExportFormat::Into>& into)
{
    const RopeConfig& rope = document.analysis->source->rope;
    if (!rope.ropeTheta) {
        return inputError(document.analysis->source->origin + ": rope_theta is not known; a Transformers configuration needs it");
    }
    return parsedInto(into, rope).map([&](Json json) {
        json.erase("rope_scaling");
        // Phi-3 states it on top, where it would contradict the one in rope_parameters.
        json.erase("original_max_position_embeddings");
        json["max_position_embeddings"] = document.analysis->settings.targetLength;
        json["rope_parameters"] = ropeParameters(document);
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
