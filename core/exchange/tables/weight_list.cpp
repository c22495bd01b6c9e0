// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tables/weight_list.h"

#include "core/files/input_file.h"
#include "core/files/json.h"
#include "core/files/text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace rotascope {
namespace {

constexpr std::string_view separators = " \t,;\r";
constexpr std::string_view expected = Sentence::marked("expected a list of numbers, one for each dimension");

Expected<void> addNumbers(std::string_view line, const std::string& place, std::vector<double>& numbers)
{
    while (true) {
        line.remove_prefix(std::min(line.find_first_not_of(separators), line.size()));
        if (line.empty()) {
            return {};
        }
        const std::string_view word = line.substr(0, line.find_first_of(separators));
        const std::optional<double> number = numberOf(word);
        if (!number) {
            return inputError(place + ": " + Sentence::of("{1} is not a number; {2}", inQuotes(word), Sentence::label(expected)));
        }
        numbers.push_back(*number);
        line.remove_prefix(word.size());
    }
}

Expected<std::vector<double>> weightsOfText(std::string_view text, const std::string& where)
{
    std::vector<double> numbers;
    for (int line = 1; !text.empty(); ++line) {
        const std::string_view content = takeLine(text);
        if (content.starts_with('#')) {
            continue;
        }
        if (Expected<void> added = addNumbers(content, where + ", line " + std::to_string(line), numbers); !added) {
            return tl::unexpected(added.error());
        }
    }
    return numbers;
}

Expected<std::vector<double>> weightsOfJson(std::string_view text, const std::string& where)
{
    const auto json = parseJson(text);
    if (!json) {
        return inputError(where + ": " + json.error() + "; " + Sentence::label(expected));
    }
    const bool isList = json->is_array() && std::ranges::all_of(*json, [](const nlohmann::json& value) { return value.is_number(); });
    return isList ? json->get<std::vector<double>>() : Expected<std::vector<double>>(inputError(where + ": " + Sentence::label(expected)));
}

} // namespace

Expected<std::vector<double>> parseWeights(std::string_view text, const std::string& where)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    const bool isJson = begin != std::string_view::npos && text[begin] == '[';
    return (isJson ? weightsOfJson(text, where) : weightsOfText(text, where))
        .and_then([&](std::vector<double>&& weights) -> Expected<std::vector<double>> {
            if (weights.empty()) {
                return inputError(where + ": " + Sentence::of("no numbers; {1}", Sentence::label(expected)));
            }
            return std::move(weights);
        });
}

Expected<std::vector<double>> readWeights(const std::filesystem::path& file)
{
    return readInputFile(file, Sentence::marked("a list of weights")).and_then([&](const std::string& text) {
        return parseWeights(text, file.string());
    });
}

} // namespace rotascope
