// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/configs/longrope.h"

#include "core/exchange/configs/json_object_text.h"
#include "core/model/class_defaults.h"
#include "core/rope/frozen.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope::longrope {
namespace {

// longrope divides rope_theta^(-2i/d): other frequencies cannot be stated in it. Recorded ones are float32.
Expected<void> checkIsStandard(const RopeConfig& rope, const std::string& origin)
{
    const std::vector<double> standard = standardInvFreq(*rope.ropeTheta, rope.rotaryDim);
    for (std::size_t i = 0; i < standard.size(); ++i) {
        if (!(std::abs(rope.invFreq[i] - standard[i]) <= 1e-4 * standard[i])) {
            return inputError(origin + ": "
                + Sentence::of(
                    "inv_freq[{1}] is not rope_theta^(-{2}/{3}); a Transformers configuration with rope_type longrope cannot state it",
                    std::to_string(i), std::to_string(2 * i), std::to_string(rope.rotaryDim)));
        }
    }
    return {};
}

} // namespace

std::int64_t originalLength(const ExportDocument& document, const RopeConfig& model)
{
    const bool scalesQueries = model.scaling.queryScaleBeta.value_or(0.0) != 0.0;
    return scalesQueries && model.originalMaxPositionEmbeddings ? *model.originalMaxPositionEmbeddings
                                                                : document.analysis->settings.targetLength;
}

Json parameters(const ExportDocument& document, const RopeConfig& model)
{
    const ScalingTable table = document.written();
    Json parameters = Json::object();
    parameters["rope_type"] = "longrope";
    const ClassDefaults* const defaults = classDefaultsOf(model.modelType);
    if (model.headDim > model.rotaryDim || (defaults != nullptr && defaults->partialRotaryFactor != 1.0)) {
        parameters["partial_rotary_factor"] = static_cast<double>(model.rotaryDim) / model.headDim;
    }
    // The attention of DeepSeek and its kin derives a scale of its own from these two, whatever the rope_type.
    const bool hasScale = model.isLatentAttention && model.scaling.mscaleAllDim && model.scaling.factor;
    parameters["factor"] = hasScale ? *model.scaling.factor : 1.0;
    if (hasScale) {
        parameters["mscale_all_dim"] = *model.scaling.mscaleAllDim;
    }
    parameters["attention_factor"] = table.attentionFactor;
    const std::int64_t original = originalLength(document, model);
    parameters["original_max_position_embeddings"] = original;
    parameters["short_factor"] = withoutFrozen(table.factors);
    parameters["long_factor"] = parameters["short_factor"];
    const bool isRatioOne = original == document.analysis->settings.targetLength; // else engines derive a magnitude from it
    if (table.attentionFactor != 1.0 || model.modelType == "phimoe" || !isRatioOne) {
        parameters["short_mscale"] = table.attentionFactor;
        parameters["long_mscale"] = table.attentionFactor;
    }
    return parameters;
}

Expected<double> ropeTheta(const ExportDocument& document)
{
    const RopeConfig& rope = document.rope();
    if (!rope.ropeTheta) {
        return inputError(document.analysis->source->origin + ": " + Sentence::of("rope_theta is not known; a configuration needs it"));
    }
    return checkIsStandard(rope, document.analysis->source->origin).map([&] { return *rope.ropeTheta; });
}

void keepOtherFields(const Json& stated, Json& parameters)
{
    constexpr std::array<std::string_view, 22> ofScaling
        = {"rope_type", "type", "rope_theta", "partial_rotary_factor", "factor", "alpha", "attention_factor", "attn_factor",
            "extrapolation_factor", "beta_fast", "beta_slow", "truncate", "mscale", "mscale_all_dim", "low_freq_factor", "high_freq_factor",
            "short_factor", "long_factor", "short_mscale", "long_mscale", "original_max_position_embeddings", "max_position_embeddings"};
    for (const auto& [name, value] : stated.items()) {
        if (!value.is_object() && std::ranges::find(ofScaling, name) == ofScaling.end()) {
            parameters[name] = value;
        }
    }
}

Expected<LintReport> lintText(const ExportDocument& document, bool isMerged, const std::string& text)
{
    const RopeConfig& rope = document.rope();
    std::string whole = text;
    if (!isMerged) {
        JsonObjectText model(text);
        model.set(rope.isLatentAttention ? "qk_rope_head_dim" : "head_dim", rope.headDim);
        if (!rope.modelType.empty()) {
            model.set("model_type", rope.modelType);
        }
        whole = model.text();
    }
    return modelFileOfConfig(std::move(whole), "the export").map([](const ModelFilePointer& file) { return lint(*file); });
}

Expected<PreparedExport> preparedConfig(
    const ExportDocument& document, const ModelFilePointer& into, std::string text, std::span<const std::string_view> readers)
{
    const Expected<LintReport> report = lintText(document, into != nullptr, text);
    if (!report) {
        return PreparedExport::ofText(std::move(text), std::nullopt);
    }
    const auto isReader = [&](const EngineReading& reading) { return std::ranges::find(readers, reading.engine) != readers.end(); };
    const auto drops = [&](const EngineReading& reading) {
        return !isReader(reading) || reading.outcome == Outcome::Refused || reading.outcome == Outcome::Ignored;
    };
    const auto first = std::ranges::find_if(report->engines, isReader);
    if (first != report->engines.end() && std::ranges::all_of(report->engines, drops)) {
        const std::string where = into ? into->name : document.analysis->source->origin;
        return inputError(
            where + ": " + Sentence::of("{1} would not apply the table: {2}; expected another format", first->engine, first->what));
    }
    return PreparedExport::ofText(std::move(text), *report);
}

} // namespace rotascope::longrope
