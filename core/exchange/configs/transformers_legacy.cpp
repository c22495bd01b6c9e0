// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/configs/transformers_legacy.h"

#include "core/exchange/configs/longrope.h"
#include "core/exchange/configs/merge_target.h"
#include "core/files/json.h"
#include "core/files/text.h"
#include "core/lint/format_names.h"
#include "core/model/class_defaults.h"
#include "core/model/layered_classes.h"

namespace rotascope {
namespace {

using longrope::Json;
using longrope::MergeTarget;

// Transformers 4 refuses a Phi-3 whose rope_scaling has anything but type, short_factor and long_factor.
bool takesThreeFieldsAlone(const MergeTarget& target)
{
    return target.rope.modelType == "phi3" || target.rope.modelType == "phi4_multimodal";
}

// Whether the file states the older name of rope_type, and that alone.
bool statesType(const MergeTarget& target)
{
    const Json scaling = target.model.value("rope_scaling", Json());
    return takesThreeFieldsAlone(target) || (scaling.is_object() && scaling.contains("type") && !scaling.contains("rope_type"));
}

Json scalingOf(const Json& parameters, const MergeTarget& target)
{
    Json scaling = Json::object();
    for (const auto& [name, value] : parameters.items()) {
        const bool isList = name == "short_factor" || name == "long_factor";
        if (name == "rope_type") {
            scaling[statesType(target) ? "type" : "rope_type"] = value;
        } else if (isList || (name != "partial_rotary_factor" && !takesThreeFieldsAlone(target))) {
            scaling[name] = value;
        }
    }
    return scaling;
}

// The older form scales one RoPE: Gemma 3's for the global layers, but not for the others, nor ModernBERT's two by two tables.
Expected<MergeTarget> checkHasOneToScale(const MergeTarget& target, const std::string& file)
{
    const bool scalesBoth = target.model.contains("local_rope_theta") || target.rope.modelType == "modernbert";
    const bool isScaledAlone = target.ropeName == "full_attention" && !target.isNested && !scalesBoth;
    if (!target.ropeName.empty() && !isScaledAlone) {
        return inputError(file + ": "
            + Sentence::of("the older form has no place for a table of {1} alone; expected the format {2}", target.ropeName,
                formatName::transformers.both()));
    }
    if (needsObjectForEach(target.rope.modelType)) {
        return inputError(file + ": "
            + Sentence::of("a {1} takes no rope_scaling, but an object for each kind of layers; expected the format {2}",
                target.rope.modelType, formatName::transformers.both()));
    }
    if (!readsRopeScaling(target.rope.modelType)) {
        return inputError(file + ": "
            + Sentence::of(
                "rope_scaling does nothing in a {1}; expected the format {2}", target.rope.modelType, formatName::transformers.both()));
    }
    if (target.model.contains("rope_theta") && target.model["rope_theta"].is_array()) {
        return inputError(file + ": "
            + Sentence::of("rope_theta is a list, one for each layer; expected the format {1}", formatName::transformers.both()));
    }
    return target;
}

Expected<MergeTarget> checkTakesItsMagnitude(const MergeTarget& target, double attentionFactor)
{
    if (takesThreeFieldsAlone(target) && attentionFactor != 1.0) {
        return inputError(Sentence::of("the table's attention factor is {1}, and the rope_scaling of a {2} has no place for one in "
                                       "Transformers 4; expected the format {3}, or a method without an attention factor",
            exactText(attentionFactor), target.rope.modelType, formatName::transformers.both()));
    }
    return target;
}

void setRope(JsonObjectText& model, const MergeTarget& target, Json parameters, std::int64_t length)
{
    longrope::statePart(target, parameters);
    const double theta = *target.rope.ropeTheta;
    model.erase("rope_parameters");
    model.set("max_position_embeddings", length);
    model.set("original_max_position_embeddings", parameters["original_max_position_embeddings"]);
    model.set("rope_theta", theta);
    longrope::stateHeadDim(model, target);
    const bool isNeoX = target.rope.modelType == "gpt_neox"; // which has names of its own for both
    if (isNeoX) {
        model.set("rotary_emb_base", theta);
    }
    if (parameters.contains("partial_rotary_factor")) {
        model.set(isNeoX ? "rotary_pct" : "partial_rotary_factor", parameters["partial_rotary_factor"]);
    }
    Json scaling = scalingOf(parameters, target);
    if (!takesThreeFieldsAlone(target)) {
        longrope::keepOtherFields(target.parameters(), scaling);
    }
    model.set("rope_scaling", scaling);
}

Expected<PreparedExport> make(const ExportDocument& document, const ModelFilePointer& into)
{
    return longrope::mergeTargetOf(document, into)
        .and_then([&](const MergeTarget& target) { return checkHasOneToScale(target, into ? into->name : std::string()); })
        .and_then([&](const MergeTarget& target) { return checkTakesItsMagnitude(target, document.written().attentionFactor); })
        .and_then([&](const MergeTarget& target) {
            constexpr std::array<std::string_view, 5> readers = {"Transformers 4", "Transformers 5", "mlx-lm", "ExLlamaV2", "ExLlamaV3"};
            std::string text = longrope::mergedText(document, target, [&](JsonObjectText& model) {
                setRope(model, target, longrope::parameters(document, target.rope), document.analysis->settings.targetLength);
            });
            return longrope::preparedConfig(document, into, std::move(text), readers);
        });
}

} // namespace

const ExportFormat transformersLegacyFormat = {
    .name = formatName::transformersLegacy.name,
    .label = formatName::transformersLegacy.label,
    .suffix = ".json",
    .description
    = Sentence::marked("rope_scaling for config.json, as it was before rope_parameters; alone or merged into a model's config.json."),
    .readBy = Sentence::marked("Transformers 4, mlx-lm, ExLlamaV3"),
    .into = IntoKind::HuggingFaceConfig,
    .make = make,
    .recognises = looksLikeJsonObject,
    .read = longrope::read,
};

} // namespace rotascope
