// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/escape.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace rotascope {

/// What core/report makes its texts of: keys in the order in which they were added.
using Json = nlohmann::ordered_json;

template <class T> Json orNull(const std::optional<T>& value)
{
    return value ? Json(*value) : Json();
}

/// The text without a line end. Names of files need not be UTF-8: what is not is replaced, where the library would throw. What a terminal
/// would take for an order, and what is not seen, is written with JSON's escapes.
inline std::string jsonText(const Json& json)
{
    return visibleJson(json.dump(2, ' ', false, Json::error_handler_t::replace));
}

/// Prints the object `head`, which has members, with one more: a list of objects. They are made one after the other, because all at once
/// would take many times the memory of what they are made of. With a line end.
template <class Range, class Make>
void printWithList(std::ostream& out, const Json& head, std::string_view listName, const Range& range, Make make)
{
    constexpr std::size_t indent = 4;
    std::string text = jsonText(head);
    text.resize(text.size() - std::string_view("\n}").size());
    out << text << ",\n  \"" << listName << "\": [";
    bool isFirst = true;
    for (const auto& item : range) {
        const std::string object = (isFirst ? "\n" : ",\n") + jsonText(make(item));
        isFirst = false;
        text.clear();
        for (const char c : object) {
            text.append(1, c).append(c == '\n' ? indent : 0, ' '); // within a name it is escaped
        }
        out << text;
    }
    out << (isFirst ? "]\n}\n" : "\n  ]\n}\n");
}

} // namespace rotascope
