// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/transformers_legacy.h"

#include "core/exchange/longrope.h"
#include "core/exchange/merge_target.h"
#include "core/exchange/read_table.h"

namespace rotascope {
namespace {

using longrope::Json;
using longrope::MergeTarget;

// Whether the file states the older name of rope_type, and that alone.
bool statesType(const Json& model)
{
    const Json scaling = model.value("rope_scaling", Json());
    const bool phi3 = model.value("model_type", Json()) == "phi3";
    return scaling.is_object() ? scaling.contains("type") && !scaling.contains("rope_type") : phi3;
}

Json scalingOf(const Json& parameters, bool withType)
{
    Json scaling;
    for (const auto& [name, value] : parameters.items()) {
        if (name == "rope_type") {
            scaling[withType ? "type" : "rope_type"] = value;
        } else if (name != "partial_rotary_factor") {
            scaling[name] = value;
        }
    }
    return scaling;
}

// The older form scales one RoPE: Gemma 3's for the global layers, but not for the others, nor ModernBERT's two by two tables.
Expected<MergeTarget> checkHasOneToScale(const MergeTarget& target)
{
    const bool isScaledAlone = target.ropeName == "full_attention" && !target.isNested && target.model.contains("rope_local_base_freq");
    if (!target.ropeName.empty() && !isScaledAlone) {
        return inputError("the older form has no place for a table of " + target.ropeName + " alone; expected the format transformers");
    }
    return target;
}

void setRope(JsonObjectText& model, const MergeTarget& target, const Json& parameters, double theta, std::int64_t length)
{
    model.erase("rope_parameters");
    model.set("max_position_embeddings", length);
    model.set("original_max_position_embeddings", length);
    model.set("rope_theta", theta);
    if (parameters.contains("partial_rotary_factor")) {
        model.set("partial_rotary_factor", parameters["partial_rotary_factor"]);
    }
    Json scaling = scalingOf(parameters, statesType(target.model));
    longrope::keepSections(target.parameters(), scaling);
    model.set("rope_scaling", scaling);
}

Expected<std::string> write(const ExportDocument& document, const std::optional<ExportFormat::Into>& into)
{
    const Expected<double> theta = longrope::ropeTheta(document);
    if (!theta) {
        return tl::unexpected(theta.error());
    }
    return longrope::mergeTargetOf(document, into).and_then(checkHasOneToScale).map([&](const MergeTarget& target) {
        JsonObjectText config = target.file;
        config.edit(target.section, [&](JsonObjectText& model) {
            setRope(model, target, longrope::parameters(document), *theta, document.analysis->settings.targetLength);
        });
        config.set("rotascope", provenanceJson(document));
        return config.text();
    });
}

Expected<LintReport> lint(const ExportDocument& document, const std::optional<ExportFormat::Into>& into)
{
    return write(document, into).and_then([&](const std::string& text) { return longrope::lintText(document, into, text); });
}

Expected<ImportedTable> read(const std::filesystem::path& file)
{
    return readAndParse(file, longrope::parse);
}

} // namespace

const ExportFormat transformersLegacyFormat = {
    .name = "transformers-legacy",
    .label = "Transformers configuration (older form)",
    .suffix = ".json",
    .description = "rope_scaling for config.json, as it was before rope_parameters; alone or merged into a model's config.json.",
    .readBy = "Transformers 4, mlx-lm, ExLlamaV2, ExLlamaV3",
    .into = IntoKind::HuggingFaceConfig,
    .write = write,
    .lint = lint,
    .read = read,
};

} // namespace rotascope
