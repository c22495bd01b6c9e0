// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tables/table_columns.h"

#include "core/files/text.h"

#include <limits>

namespace rotascope {

std::vector<TableColumn> columnsOf(const ExportDocument& document)
{
    const Analysis& analysis = *document.analysis;
    const RopeConfig& rope = document.rope();
    const ScalingTable written = document.written();
    std::vector<double> wavelengths;
    for (std::size_t i = 0; i < rope.dimensions(); ++i) {
        wavelengths.push_back(document.analysis->source->encoding.rotates() ? rope.wavelength(i) : std::numeric_limits<double>::infinity());
    }
    return {
        {"inv_freq", rope.invFreq},
        {"wavelength", std::move(wavelengths)},
        {"factor", written.factors},
        {"extended_inv_freq", extendedInvFreq(rope.invFreq, written)},
        {"disturbance_extrapolation", analysis.extrapolation->disturbance},
        {"disturbance_interpolation", analysis.interpolation->disturbance},
        {"disturbance", document.table->disturbance},
    };
}

std::vector<std::string_view> choicesOf(const ExportDocument& document)
{
    std::vector<std::string_view> choices;
    for (const double factor : document.table->table.factors) {
        choices.push_back(nameOf(choiceOf(factor, document.analysis->settings.scale())));
    }
    return choices;
}

std::string provenanceComments(const ExportDocument& document)
{
    std::string text;
    for (const auto& [name, value] : provenanceOf(document)) {
        text.append("# ").append(name).append(": ").append(value).append("\n");
    }
    return text;
}

std::map<std::string, std::string> parseProvenanceComments(std::string_view text)
{
    std::map<std::string, std::string> provenance;
    while (text.starts_with('#')) {
        const std::string_view line = takeLine(text);
        const std::size_t colon = line.find(": ");
        if (line.starts_with("# ") && !line.starts_with("# -*-") && colon != std::string_view::npos) {
            provenance.emplace(line.substr(2, colon - 2), line.substr(colon + 2));
        }
    }
    return provenance;
}

} // namespace rotascope
