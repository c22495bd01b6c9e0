// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tables/json_table.h"

#include "core/exchange/checked_table.h"
#include "core/exchange/provenance_json.h"
#include "core/exchange/read_table.h"
#include "core/exchange/tables/table_columns.h"
#include "core/files/json.h"
#include "core/files/json_numbers.h"

#include <cmath>

namespace rotascope {
namespace {

constexpr std::string_view schema = "rotascope-table/1";

Expected<PreparedExport> make(const ExportDocument& document, const ModelFilePointer&)
{
    const std::vector<TableColumn> columns = columnsOf(document);
    const std::vector<std::string_view> choices = choicesOf(document);
    OrderedJson json = OrderedJson::object();
    json["schema"] = schema;
    json["provenance"] = provenanceJson(document);
    json["attention_factor"] = document.written().attentionFactor;
    json["dimensions"] = OrderedJson::array();
    for (std::size_t i = 0; i < choices.size(); ++i) {
        OrderedJson dimension = OrderedJson::object();
        dimension["index"] = i;
        for (const TableColumn& column : columns) {
            const double value = column.values[i];
            dimension[std::string(column.name)] = column.name == "factor" ? jsonNumber<OrderedJson>(value) : OrderedJson(value);
        }
        dimension["choice"] = choices[i];
        json["dimensions"].push_back(std::move(dimension));
    }
    return PreparedExport::ofText(json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n");
}

Expected<ImportedTable> read(const std::filesystem::path& file)
{
    return readAndParse(file, parseJsonTable);
}

bool recognises(std::string_view head)
{
    return looksLikeJsonObject(head) && head.find("\"rotascope-table/") != std::string_view::npos;
}

} // namespace

const ExportFormat jsonFormat = {
    .name = "json",
    .label = Sentence::marked("JSON table"),
    .suffix = ".json",
    .description = Sentence::marked("Every dimension with both disturbances, and how the table was made."),
    .readBy = Sentence::marked("programs in any language"),
    .others = allEncodingKinds,
    .make = make,
    .recognises = recognises,
    .read = read,
};

Expected<ImportedTable> parseJsonTable(std::string_view text, const std::string& where)
{
    auto parsed = parseOrderedJson(text);
    const OrderedJson json = parsed ? std::move(*parsed) : OrderedJson();
    if (!json.is_object() || json.value("schema", OrderedJson()) != schema) {
        const std::string reason = parsed ? std::string() : parsed.error();
        return inputError(where + ": " + whyNoObject(Sentence::of("one of the schema \"{1}\"", schema), reason));
    }
    const OrderedJson dimensions = json.value("dimensions", OrderedJson());
    const OrderedJson attentionFactor = json.value("attention_factor", OrderedJson());
    if (!dimensions.is_array()) {
        return inputError(where + ": " + Sentence::of("\"dimensions\" is missing, or no list; expected an object for each dimension"));
    }
    const Expected<double> attention = attentionFactorIn(attentionFactor, where + ": attention_factor");
    if (!attention) {
        return tl::unexpected(attention.error());
    }
    ImportedTable result;
    result.provenance = parseProvenance(json.value("provenance", OrderedJson()));
    result.table.attentionFactor = *attention;
    for (const OrderedJson& dimension : dimensions) {
        const std::size_t index = result.table.factors.size();
        if (!dimension.is_object() || dimension.value("index", OrderedJson()) != index) {
            return inputError(where + ": "
                + Sentence::of("dimensions[{1}]: expected an object whose \"index\" is {2}", std::to_string(index), std::to_string(index)));
        }
        const Expected<double> factor = factorIn(dimension.value("factor", OrderedJson()), where + ": " + nameOfFactor(index));
        if (!factor) {
            return tl::unexpected(factor.error());
        }
        result.table.factors.push_back(*factor);
    }
    return checked(std::move(result), where);
}

} // namespace rotascope
