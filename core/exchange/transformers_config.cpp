// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/transformers_config.h"

#include "core/exchange/json_object_text.h"
#include "core/exchange/longrope.h"
#include "core/exchange/read_table.h"

namespace rotascope {
namespace {

Expected<std::string> write(const ExportDocument& document, const std::optional<ExportFormat::Into>& into)
{
    const Expected<double> theta = longrope::ropeTheta(document);
    if (!theta) {
        return tl::unexpected(theta.error());
    }
    return longrope::textOfInto(document, into).map([&](std::string merged) {
        longrope::Json parameters = longrope::parameters(document);
        parameters["rope_theta"] = *theta;
        longrope::keepSections(merged, parameters);
        JsonObjectText config(std::move(merged));
        config.erase("rope_scaling");
        // On top as well: Transformers prefers it there, and its Phi-3 fills in 4096 where it is missing.
        config.set("max_position_embeddings", document.analysis->settings.targetLength);
        config.set("original_max_position_embeddings", document.analysis->settings.targetLength);
        config.set("rope_parameters", parameters);
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

const ExportFormat transformersFormat = {
    .name = "transformers",
    .label = "Transformers configuration",
    .suffix = ".json",
    .description = "rope_parameters for config.json, alone or merged into a model's config.json.",
    .readBy = "Transformers 5, vLLM, SGLang",
    .into = IntoKind::HuggingFaceConfig,
    .write = write,
    .lint = lint,
    .read = read,
};

} // namespace rotascope
