// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tables/csv_table.h"

#include "core/exchange/checked_table.h"
#include "core/exchange/read_table.h"
#include "core/exchange/tables/table_columns.h"
#include "core/files/escape.h"
#include "core/files/text.h"

#include <algorithm>
#include <optional>

namespace rotascope {
namespace {

constexpr std::string_view header
    = "dimension,inv_freq,wavelength,factor,extended_inv_freq,disturbance_extrapolation,disturbance_interpolation,disturbance,choice";
constexpr std::size_t factorColumn = 3;
constexpr std::size_t disturbanceColumn = 7;

Expected<PreparedExport> make(const ExportDocument& document, const ModelFilePointer&)
{
    const std::vector<TableColumn> columns = columnsOf(document);
    const std::vector<std::string_view> choices = choicesOf(document);
    std::string text = csvProvenance(document);
    text.append(header).append("\n");
    for (std::size_t i = 0; i < choices.size(); ++i) {
        text += std::to_string(i);
        for (const TableColumn& column : columns) {
            text += "," + exactText(column.values[i]);
        }
        text += "," + std::string(choices[i]) + "\n";
    }
    return PreparedExport::ofText(text);
}

std::vector<std::string_view> split(std::string_view line)
{
    std::vector<std::string_view> fields;
    while (true) {
        const std::size_t comma = line.find(',');
        fields.push_back(line.substr(0, comma));
        if (comma == std::string_view::npos) {
            return fields;
        }
        line.remove_prefix(comma + 1);
    }
}

Expected<ImportedTable> read(const std::filesystem::path& file)
{
    return readAndParse(file, parseCsvTable).map([](const CsvTable& csv) { return ImportedTable{csv.table, csv.provenance}; });
}

// Alone, or behind the lines that say how the table was made.
bool recognises(std::string_view head)
{
    while (head.starts_with("# ")) {
        takeLine(head);
    }
    return head.starts_with(header);
}

} // namespace

const ExportFormat csvFormat = {
    .name = "csv",
    .label = Sentence::marked("CSV table"),
    .suffix = ".csv",
    .description = Sentence::marked("One line a dimension, with both disturbances and how the table was made."),
    .readBy = Sentence::marked("spreadsheets, pandas, R"),
    .others = allEncodingKinds,
    .make = make,
    .recognises = recognises,
    .read = read,
};

std::string csvProvenance(const ExportDocument& document)
{
    std::string text;
    for (const auto& [name, value] : provenanceOf(document)) {
        text.append("# ").append(name).append(": ").append(csvComment(value)).append("\n");
    }
    return text;
}

Expected<CsvTable> parseCsvTable(std::string_view text, const std::string& where)
{
    CsvTable result;
    int lineNumber = 0;
    bool inTable = false;
    while (!text.empty()) {
        const std::string_view line = takeLine(text);
        const std::string place = where + ", line " + std::to_string(++lineNumber);
        if (line.starts_with("# ") && !inTable) {
            const std::size_t colon = std::min(line.find(": "), line.size());
            result.provenance.emplace(line.substr(2, colon - 2), fromCsvComment(line.substr(std::min(colon + 2, line.size()))));
        } else if (!inTable) {
            if (line != header) {
                return inputError(place + ": " + Sentence::of("not the header of a Rotascope table; expected \"{1}\"", header));
            }
            inTable = true;
        } else if (!line.empty()) {
            const std::vector<std::string_view> fields = split(line);
            if (fields.size() != disturbanceColumn + 2) {
                return inputError(place + ": "
                    + Sentence::of("{1} fields; expected {2}", std::to_string(fields.size()), std::to_string(disturbanceColumn + 2)));
            }
            if (fields[0] != std::to_string(result.table.factors.size())) {
                return inputError(place + ": "
                    + Sentence::of("dimension {1}; expected {2}", inQuotes(fields[0]), std::to_string(result.table.factors.size())));
            }
            const Expected<double> factor = factorOf(fields[factorColumn], place + ": " + nameOfFactor(result.table.factors.size()));
            const std::optional<double> disturbance = numberOf(fields[disturbanceColumn]);
            if (!factor) {
                return tl::unexpected(factor.error());
            }
            if (!disturbance) {
                return inputError(
                    place + ": " + Sentence::of("disturbance is {1}; expected a number", inQuotes(fields[disturbanceColumn])));
            }
            result.table.factors.push_back(*factor);
            result.disturbance.push_back(*disturbance);
        }
    }
    if (result.table.factors.empty()) {
        return inputError(where + ": " + Sentence::of("no dimensions; expected a table that Rotascope exported as CSV"));
    }
    if (const auto found = result.provenance.find("attention_factor"); found != result.provenance.end()) {
        const Expected<double> value = attentionFactorOf(found->second, where + ": attention_factor");
        if (!value) {
            return tl::unexpected(value.error());
        }
        result.table.attentionFactor = *value;
    }
    return checked({result.table, result.provenance}, where).map([&](const ImportedTable&) { return result; });
}

} // namespace rotascope
