// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/escape.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

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

} // namespace rotascope
