// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/transformers_legacy.h"

#include "core/exchange/json_object_text.h"
#include "core/exchange/longrope.h"
#include "core/exchange/read_table.h"

namespace rotascope {
namespace {

using longrope::Json;

// Whether the file states the older name of rope_type, and that alone.
bool statesType(const std::string& text)
{
    const Json config = Json::parse(text);
    const Json scaling = config.value("rope_scaling", Json());
    const bool phi3 = config.value("model_type", Json()) == "phi3";
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

Expected<std::string> write(const ExportDocument& document, const std::optional<ExportFormat::Into>& into)
{
    const Expected<double> theta = longrope::ropeTheta(document);
    if (!theta) {
        return tl::unexpected(theta.error());
    }
    return longrope::textOfInto(document, into).map([&](const std::string& merged) {
        const std::int64_t length = document.analysis->settings.targetLength;
        const Json parameters = longrope::parameters(document);
        Json scaling = scalingOf(parameters, statesType(merged));
        longrope::keepSections(merged, scaling);
        JsonObjectText config(merged);
        config.erase("rope_parameters");
        config.set("max_position_embeddings", length);
        config.set("original_max_position_embeddings", length);
        config.set("rope_theta", *theta);
        if (parameters.contains("partial_rotary_factor")) {
            config.set("partial_rotary_factor", parameters["partial_rotary_factor"]);
        }
        config.set("rope_scaling", scaling);
        config.set("rotascope", provenanceJson(document));
        return config.text();
    });
}

Expected<LintReport> lint(const ExportDocument& document, const std::optional<ExportFormat::Into>& into)
{
    return write(document, into).and_then([&](const std::string& text) { return longrope::lintText(document, text); });
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
