// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tables/factor_list.h"

#include "core/exchange/checked_table.h"
#include "core/files/json.h"
#include "core/files/text.h"

#include <algorithm>

namespace rotascope {
namespace {

using Rows = std::vector<std::vector<double>>;

constexpr std::string_view separators = " \t,;";

Expected<std::vector<double>> numbersOf(std::string_view line, const std::string& place)
{
    std::vector<double> numbers;
    while (true) {
        line.remove_prefix(std::min(line.find_first_not_of(separators), line.size()));
        if (line.empty()) {
            return numbers;
        }
        const std::string_view word = line.substr(0, line.find_first_of(separators));
        const std::optional<double> number = numberOf(word);
        if (!number) {
            return inputError(place + ": " + Sentence::of("{1} is not a number; expected a list of factors", inQuotes(word)));
        }
        numbers.push_back(*number);
        line.remove_prefix(word.size());
    }
}

Expected<Rows> rowsOfText(std::string_view text, const std::string& where)
{
    Rows rows;
    for (int line = 1; !text.empty(); ++line) {
        const std::string_view content = takeLine(text);
        if (content.starts_with('#')) {
            continue;
        }
        auto numbers = numbersOf(content, where + ", line " + std::to_string(line));
        if (!numbers) {
            return tl::unexpected(numbers.error());
        }
        if (!numbers->empty()) {
            rows.push_back(std::move(*numbers));
        }
    }
    return rows;
}

Expected<Rows> rowsOfJson(std::string_view text, const std::string& where)
{
    auto parsed = parseOrderedJson(text);
    const OrderedJson json = parsed ? std::move(*parsed) : OrderedJson();
    if (!json.is_array()) {
        return inputError(where + ": "
            + (parsed ? Sentence::of("not a list of numbers; expected one factor a dimension, or such a list for each layer")
                      : Sentence::of(
                          "not a list of numbers; expected one factor a dimension, or such a list for each layer ({1})", parsed.error())));
    }
    const bool hasLayers = !json.empty() && json.front().is_array();
    Rows rows;
    for (std::size_t layer = 0; layer < (hasLayers ? json.size() : 1); ++layer) {
        const OrderedJson& list = hasLayers ? json[layer] : json;
        const std::string place = where + (hasLayers ? ": layer " + std::to_string(layer) : "");
        if (!list.is_array()) {
            return inputError(Sentence::of("{1} is not a list of numbers; expected one factor a dimension, as in layer 0", place));
        }
        auto factors = factorsIn(list, place);
        if (!factors) {
            return tl::unexpected(factors.error());
        }
        rows.push_back(std::move(*factors));
    }
    return rows;
}

// One number a line is a column; else a line is a layer.
Expected<std::vector<double>> factorsOf(const Rows& rows, const std::string& where)
{
    if (rows.empty()) {
        return inputError(where + ": " + Sentence::of("no numbers; expected a list of factors"));
    }
    if (std::ranges::all_of(rows, [](const auto& row) { return row.size() == 1; })) {
        std::vector<double> column;
        std::ranges::transform(rows, std::back_inserter(column), [](const auto& row) { return row.front(); });
        return column;
    }
    for (std::size_t layer = 1; layer < rows.size(); ++layer) {
        if (rows[layer] != rows.front()) {
            return inputError(where + ": "
                + Sentence::of("the factors of layer {1} are not those of layer 0; expected the same in every layer, because engines read "
                               "one table for all of them",
                    std::to_string(layer)));
        }
    }
    return rows.front();
}

} // namespace

bool looksLikeFactorList(std::string_view head)
{
    const std::size_t begin = head.find_first_not_of(" \t\r\n");
    return begin != std::string_view::npos && std::string_view("+-.0123456789[").find(head[begin]) != std::string_view::npos;
}

Expected<ImportedTable> parseFactorList(std::string_view text, const std::string& where)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    const bool isJson = begin != std::string_view::npos && text[begin] == '[';
    const Expected<Rows> rows = isJson ? rowsOfJson(text, where) : rowsOfText(text, where);
    return rows.and_then([&](const Rows& found) { return factorsOf(found, where); }).and_then([&](const std::vector<double>& factors) {
        return checked({ScalingTable{.factors = factors}, {}}, where);
    });
}

} // namespace rotascope
