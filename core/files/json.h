// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sentence.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

// JSON from outside. The JSON library copies, prints and frees values recursively, so that depth costs stack; a value costs up to a hundred
// bytes, and a member of an ordered object a look at all members before it. So what nests deeper than 64 levels, has more than 1,048,576
// values, 16,384 members in an object or a text of 4 MiB is refused before it is parsed. Configurations nest four or five levels, exports
// two or three; a table of 65,536 factors has half a million values.
namespace rotascope {

/// The value, or the reason why there is none, to be put into a message: "parse error at line 1, column 2: ...", "nested deeper than 64
/// levels", or "more than 1048576 values". Short, whatever the text holds. Nothing is thrown but std::bad_alloc.
tl::expected<nlohmann::json, std::string> parseJson(std::string_view text);
/// The same, with the members of objects in the order of the text.
tl::expected<nlohmann::ordered_json, std::string> parseOrderedJson(std::string_view text);

/// Whether a file that begins like this is a JSON object.
bool looksLikeJsonObject(std::string_view head);

/// For a message about a text that should be an object: "not a JSON object; expected E (parse error at ...)", or "nested deeper than 64
/// levels; expected E". `reason`: of one of the two above; empty where the text is JSON, but no object.
Sentence whyNoObject(const Sentence& expected, const std::string& reason = {});

} // namespace rotascope
