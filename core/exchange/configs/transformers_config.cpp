// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/configs/transformers_config.h"

#include "core/exchange/configs/longrope.h"
#include "core/exchange/configs/merge_target.h"
#include "core/files/json.h"
#include "core/lint/format_names.h"

#include <array>

namespace rotascope {
namespace {

using longrope::Json;
using longrope::MergeTarget;

// An object for each RoPE, in place of Gemma 3's and ModernBERT's older forms, which name their bases on top, and of a class's own.
Json withObjectForEach(const MergeTarget& target, const Json& parameters)
{
    Json ropes = Json::object();
    const Json before = target.model.value(target.field, Json::object());
    for (const NamedRope& rope : target.ropes) {
        const bool isNamed = before.contains(rope.name) && before[rope.name].is_object();
        Json other = isNamed ? before[rope.name] : rope.rope.ropeType == "default" ? Json{{"rope_type", "default"}} : target.parameters();
        other["rope_theta"] = *rope.rope.ropeTheta;
        if (rope.rope.rotaryDim < rope.rope.headDim) {
            other["partial_rotary_factor"] = static_cast<double>(rope.rope.rotaryDim) / rope.rope.headDim;
        }
        ropes[rope.name] = rope.name == target.ropeName ? parameters : other;
    }
    return ropes;
}

void setRope(JsonObjectText& model, const MergeTarget& target, Json parameters, std::int64_t length)
{
    const Json original = parameters["original_max_position_embeddings"];
    parameters["rope_theta"] = *target.rope.ropeTheta;
    longrope::statePart(target, parameters);
    longrope::keepOtherFields(target.parameters(), parameters);
    model.set("max_position_embeddings", length);
    longrope::stateHeadDim(model, target);
    if (target.isNested) {
        model.edit(target.field, [&](JsonObjectText& ropes) { ropes.set(target.ropeName, parameters); });
        return;
    }
    model.erase("rope_scaling");
    if (!target.ropeName.empty()) {
        model.set("rope_parameters", withObjectForEach(target, parameters));
        return;
    }
    // On top as well: Transformers prefers it there, and its Phi-3 fills in 4096 where it is missing.
    model.set("original_max_position_embeddings", original);
    model.set("rope_parameters", parameters);
}

Expected<std::string> merged(const ExportDocument& document, const ModelFilePointer& into)
{
    return longrope::mergeTargetOf(document, into).map([&](const MergeTarget& target) {
        return longrope::mergedText(document, target, [&](JsonObjectText& model) {
            setRope(model, target, longrope::parameters(document, target.rope), longrope::servedLength(document, target));
        });
    });
}

// Each table is merged into the file with those before it.
Expected<PreparedExport> make(const ExportDocument& document, const ModelFilePointer& into)
{
    Expected<std::string> text = merged(document, into);
    for (const ExportDocument& other : document.others) {
        text = text.and_then([&](std::string before) { return modelFileOfConfig(std::move(before), into->name); })
                   .and_then([&](const ModelFilePointer& file) { return merged(other, file); });
    }
    constexpr std::array<std::string_view, 1> readers = {"Transformers 5"};
    return text.and_then([&](std::string whole) { return longrope::preparedConfig(document, into, std::move(whole), readers); });
}

} // namespace

const ExportFormat transformersFormat = {
    .name = formatName::transformers.name,
    .label = formatName::transformers.label,
    .suffix = ".json",
    .description = Sentence::marked("rope_parameters for config.json, alone or merged into a model's config.json."),
    .readBy = Sentence::marked("Transformers 5, vLLM, SGLang"),
    .into = IntoKind::HuggingFaceConfig,
    .holdsSeveral = true,
    .make = make,
    .recognises = looksLikeJsonObject,
    .read = longrope::read,
};

} // namespace rotascope
