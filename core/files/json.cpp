// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/json.h"

#include <nlohmann/json.hpp>

namespace rotascope {
namespace {

constexpr int deepest = 64;

std::string tooDeep()
{
    return "nested deeper than " + std::to_string(deepest) + " levels";
}

// Whether brackets outside of strings nest deeper than that.
bool isDeeperThan(int limit, std::string_view text)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            i += c == '\\' ? 1 : 0;
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            if (++depth > limit) {
                return true;
            }
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

template <class Json> tl::expected<Json, std::string> parsed(std::string_view text)
{
    if (isDeeperThan(deepest, text)) {
        return tl::unexpected(tooDeep());
    }
    try {
        return Json::parse(text);
    } catch (const typename Json::exception& error) {
        // "[json.exception.parse_error.101] parse error at line 1, column 2: ..."
        const std::string_view what = error.what();
        return tl::unexpected(std::string(what.substr(what.find(']') + 2)));
    }
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

std::string whyNoObject(std::string_view expected, const std::string& reason)
{
    const std::string end = "; expected " + std::string(expected);
    return reason == tooDeep() ? reason + end : "not a JSON object" + end + (reason.empty() ? "" : " (" + reason + ")");
}

} // namespace rotascope
