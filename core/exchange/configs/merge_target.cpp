// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/configs/merge_target.h"

#include "core/exchange/configs/longrope.h"
#include "core/files/json.h"
#include "core/files/text.h"
#include "core/lint/format_names.h"
#include "core/lint/lint.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace rotascope::longrope {
namespace {

// The one that the source's table is for: of its name, or the main one where the source has no names.
Expected<const NamedRope*> ropeToReplace(const HuggingFaceRopes& found, const Source& source, const std::string& file)
{
    const auto named = std::ranges::find(found.ropes, source.ropeName, &NamedRope::name);
    if (named != found.ropes.end()) {
        return &*named;
    }
    if (found.ropes.size() == 1 || source.ropeNames.size() <= 1) {
        return &found.ropes[found.mainRope()];
    }
    return inputError(file + ": "
        + Sentence::of(
            "no RoPE named \"{1}\", which the table is for; it has {2}", source.ropeName, namesOf(found.ropes, &NamedRope::name)));
}

// The same base and the same number of dimensions.
Expected<void> checkFits(const NamedRope& target, const RopeConfig& rope, const std::string& file)
{
    if (target.rope.dimensions() != rope.dimensions()) {
        return inputError(file + ": "
            + Sentence::of("the model rotates {1} components of a head; the table is for {2} ({3} factors)",
                std::to_string(2 * target.rope.dimensions()), std::to_string(2 * rope.dimensions()), std::to_string(rope.dimensions())));
    }
    if (target.rope.ropeTheta != rope.ropeTheta) {
        return inputError(file + ": "
            + Sentence::of("rope_theta is {1}; the table was made for {2}", exactText(*target.rope.ropeTheta), exactText(*rope.ropeTheta)));
    }
    return {};
}

Expected<void> checkTakesATable(const RopeConfig& model, const std::string& name)
{
    const Sentence reason = whyNoTable(model.modelType);
    return reason.empty() ? Expected<void>()
                          : inputError(name + ": " + Sentence::of("a model of type {1} takes no table: {2}", model.modelType, reason));
}

// The code that comes with such models reads neither rope_parameters nor rope_scaling.
Expected<void> checkIsNoFormOfItsOwn(const MergeTarget& target, const std::string& file)
{
    return target.rope.modelType == "nomic_bert" && target.model.contains("rotary_emb_base") ? inputError(file + ": "
               + Sentence::of("is in nomic_bert's own form, whose code reads no rope_parameters: the table would be dropped; expected a "
                              "config.json with rope_parameters, as Transformers saves it, or the format {1}",
                   formatName::python.both()))
                                                                                             : Expected<void>();
}

// max_position_embeddings becomes the target length, and a scaling that states no length of its own is derived from it.
Expected<void> checkOthersStayAsTheyAre(const MergeTarget& target, const ExportDocument& document, const std::string& file)
{
    const auto isReplaced = [&](const std::string& name) {
        return std::ranges::any_of(document.others, [&](const ExportDocument& other) { return other.analysis->source->ropeName == name; });
    };
    constexpr std::array needsLength = {"dynamic", "yarn", "longrope", "llama3"};
    for (const NamedRope& rope : target.ropes) {
        const bool isOther = !target.ropeName.empty() && rope.name != target.ropeName && !isReplaced(rope.name);
        const Json stated = target.isNested && isOther ? target.model.value(target.field, Json::object()).value(rope.name, Json::object())
                                                       : target.parameters();
        const bool statesLength = stated.contains("original_max_position_embeddings")
            || (!target.isNested && target.model.contains("original_max_position_embeddings"));
        if (isOther && std::ranges::find(needsLength, rope.rope.ropeType) != needsLength.end() && !statesLength) {
            return inputError(file + ": "
                + Sentence::of("the scaling of {1} ({2}) is derived from max_position_embeddings, which the table for {3} changes; state "
                               "its original_max_position_embeddings first",
                    rope.name, rope.rope.ropeType, target.ropeName));
        }
    }
    return {};
}

} // namespace

Json MergeTarget::parameters() const
{
    const Json object = model.value(field, Json::object());
    const Json own = isNested ? object.value(ropeName, Json::object()) : object;
    return own.is_object() ? own : Json::object();
}

Expected<MergeTarget> mergeTargetOf(const ExportDocument& document, const ModelFilePointer& into)
{
    const Source& source = *document.analysis->source;
    if (const Expected<double> theta = ropeTheta(document); !theta) {
        return tl::unexpected(theta.error());
    }
    if (!into) {
        return checkIsSingle(document).and_then([&] { return checkTakesATable(source.modelRope(), source.origin); }).map([&] {
            return MergeTarget{
                .file = JsonObjectText("{}\n"), .section = {}, .ropes = {}, .field = {}, .ropeName = {}, .rope = source.modelRope()};
        });
    }
    const HuggingFaceRopes& found = into->found;
    return ropeToReplace(found, source, into->name).and_then([&](const NamedRope* rope) -> Expected<MergeTarget> {
        MergeTarget target{.file = JsonObjectText(into->config()->text),
            .section = namesOfSection(found.section),
            .model = into->config()->inOrder(),
            .ropes = found.ropes,
            .field = found.field,
            .ropeName = found.isNested || found.ropes.size() > 1 || rope->name != "main" ? rope->name : "",
            .isNested = found.isNested,
            .isMain = rope == &found.ropes[found.mainRope()],
            .rope = rope->rope};
        if (target.rope.modelType.empty()) {
            target.rope.modelType = source.modelRope().modelType;
        }
        for (const std::string& name : target.section) {
            target.model = Json(target.model[name]);
        }
        if (found.ofClass) {
            target.model[found.field] = Json::parse(found.ofClass->dump());
        }
        return checkTakesATable(target.rope, into->name)
            .and_then([&] { return checkIsNoFormOfItsOwn(target, into->name); })
            .and_then([&] { return checkFits(*rope, source.modelRope(), into->name); })
            .and_then([&] { return checkOthersStayAsTheyAre(target, document, into->name); })
            .map([&] { return target; });
    });
}

std::int64_t servedLength(const ExportDocument& document, const MergeTarget& target)
{
    const std::int64_t length = document.analysis->settings.targetLength;
    return target.isMain ? length : std::max(length, target.model.value("max_position_embeddings", std::int64_t{0}));
}

std::string mergedText(const ExportDocument& document, const MergeTarget& target, const std::function<void(JsonObjectText&)>& setRope)
{
    JsonObjectText file = target.file;
    file.edit(target.section, setRope);
    const Json whole = parseOrderedJson(file.text()).value_or(Json::object());
    const bool hasNames = !target.ropeName.empty();
    file.set("rotascope", hasNames ? provenanceJsonBeside(whole.value("rotascope", Json()), document) : provenanceJson(document));
    return file.text();
}

void stateHeadDim(JsonObjectText& model, const MergeTarget& target)
{
    constexpr std::array<std::string_view, 6> needsIt
        = {"hunyuan_v1_dense", "hunyuan_v1_moe", "hunyuan_vl_text", "minimax", "ministral", "mixtral"};
    const bool isMissing = !target.model.contains("head_dim") || target.model["head_dim"].is_null();
    if (isMissing && std::ranges::find(needsIt, target.rope.modelType) != needsIt.end()) {
        model.set("head_dim", target.rope.headDim);
    }
}

void statePart(const MergeTarget& target, Json& parameters)
{
    constexpr const char* field = "partial_rotary_factor";
    const Json own = target.parameters();
    const Json* const stated = own.contains(field) ? &own : target.model.contains(field) ? &target.model : nullptr;
    if (stated != nullptr && !parameters.contains(field)) {
        const bool isOfWholeHead = target.rope.isLatentAttention; // of which qk_rope_head_dim is already the part
        parameters[field] = isOfWholeHead ? (*stated)[field] : Json(static_cast<double>(target.rope.rotaryDim) / target.rope.headDim);
    }
}

Expected<void> checkIsSingle(const ExportDocument& document)
{
    const Source& source = *document.analysis->source;
    if (source.isForSomeLayers()) {
        return inputError(source.origin + ": "
            + (source.ropeNames.size() == 1 ? Sentence::of(
                   "the model has a RoPE for some layers; a configuration with one table would be wrong for the others: expected the "
                   "format {1}, merged into the model's config.json",
                   formatName::transformers.both())
                                            : Sentence::of("the model has {1} RoPEs, each for some layers; a configuration with one table "
                                                           "would be wrong for the others: expected the "
                                                           "format {2}, merged into the model's config.json",
                                                std::to_string(source.ropeNames.size()), formatName::transformers.both())));
    }
    if (!source.modelRope().axis.empty()) {
        return inputError(source.origin + ": "
            + Sentence::of("the model's dimensions share several position axes (M-RoPE), which must be stated beside the factors; expected "
                           "the format {1} or {2}, merged into the model's config.json",
                formatName::transformers.both(), formatName::transformersLegacy.both()));
    }
    return {};
}

} // namespace rotascope::longrope
