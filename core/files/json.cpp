// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/json.h"

#include <array>
#include <exception>
#include <nlohmann/json.hpp>
#include <optional>

namespace rotascope {
namespace {

constexpr std::size_t deepest = 64;
constexpr std::size_t mostValues = 1'048'576;
constexpr std::size_t mostMembers = 16'384;
constexpr std::size_t longestText = std::size_t{4} << 20U;
constexpr std::size_t longestReason = 200;
constexpr std::string_view tooDeep = "nested deeper than ";
constexpr std::string_view tooMany = "more than ";
constexpr std::string_view tooLong = "a text of more than ";
constexpr std::string_view tooLarge = "a number that is too large: ";
constexpr std::string_view overflow = "number overflow parsing ";

// What makes a text too large to be parsed; empty: nothing. Commas and brackets outside of strings tell about how many values there are,
// and colons how many members an object has, before any memory is taken for them. A text takes twice as much as a number, an object or a
// list four times.
std::string whyTooLarge(std::string_view text)
{
    std::array<std::size_t, deepest + 1> members{}; // of the object at each depth that is open
    std::size_t depth = 0;
    std::size_t values = 0;
    std::optional<std::size_t> stringBegin;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (stringBegin) {
            if (i - *stringBegin > longestText) {
                return std::string(tooLong) + std::to_string(longestText) + " bytes";
            }
            i += c == '\\' ? 1 : 0;
            stringBegin = c == '"' ? std::nullopt : stringBegin;
        } else if (c == '"') {
            stringBegin = i;
            ++values;
        } else if (c == '[' || c == '{') {
            if (++depth > deepest) {
                return std::string(tooDeep) + std::to_string(deepest) + " levels";
            }
            values += 4;
            members[depth] = 0;
        } else if (c == ']' || c == '}') {
            depth -= depth > 0 ? 1 : 0;
        } else if (c == ',') {
            ++values;
        } else if (c == ':' && ++members[depth] > mostMembers) {
            return std::string(tooMany) + std::to_string(mostMembers) + " members in an object";
        }
        if (values > mostValues) {
            return std::string(tooMany) + std::to_string(mostValues) + " values (a text counts twice, an object or a list four times)";
        }
    }
    return {};
}

// "[json.exception.parse_error.101] parse error at line 1, column 2: ...", which holds all of the text that was last read.
std::string reasonOf(const std::exception& error)
{
    std::string_view reason = error.what();
    reason.remove_prefix(reason.find(']') + 2);
    if (reason.starts_with(overflow)) { // its JSON is sound
        return std::string(tooLarge) + std::string(reason.substr(overflow.size(), longestReason));
    }
    return reason.size() > longestReason ? std::string(reason.substr(0, longestReason)) + "..." : std::string(reason);
}

template <class Json> tl::expected<Json, std::string> parsed(std::string_view text)
{
    if (std::string reason = whyTooLarge(text); !reason.empty()) {
        return tl::unexpected(std::move(reason));
    }
    try {
        return Json::parse(text);
    } catch (const typename Json::exception& error) {
        return tl::unexpected(reasonOf(error));
    }
}

bool isLimit(const std::string& reason)
{
    return reason.starts_with(tooDeep) || reason.starts_with(tooMany) || reason.starts_with(tooLong) || reason.starts_with(tooLarge);
}

} // namespace

tl::expected<nlohmann::json, std::string> parseJson(std::string_view text)
{
    return parsed<nlohmann::json>(text);
}

tl::expected<nlohmann::ordered_json, std::string> parseOrderedJson(std::string_view text)
{
    return parsed<nlohmann::ordered_json>(text);
}

bool looksLikeJsonObject(std::string_view head)
{
    const std::size_t begin = head.find_first_not_of(" \t\r\n");
    return begin != std::string_view::npos && head[begin] == '{';
}

Sentence whyNoObject(const Sentence& expected, const std::string& reason)
{
    return isLimit(reason) ? Sentence::of("{1}; expected {2}", reason, expected)
        : reason.empty()   ? Sentence::of("not a JSON object; expected {1}", expected)
                           : Sentence::of("not a JSON object; expected {1} ({2})", expected, reason);
}

} // namespace rotascope
