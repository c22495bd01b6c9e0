// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace rotascope {

/// Exports keep the order of their members.
using OrderedJson = nlohmann::ordered_json;

/// Whether a file that begins like this is a JSON object.
bool looksLikeJsonObject(std::string_view head);

/// Provenance as an object of strings.
OrderedJson provenanceJson(const ExportDocument& document);
/// Strings of an object, as provenance; anything else in it is passed over.
std::map<std::string, std::string> parseProvenance(const OrderedJson& object);

} // namespace rotascope
