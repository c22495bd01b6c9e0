// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// Exports keep the order of their members. An object is made as OrderedJson::object(): a null that becomes one at its first member crashes
/// where there is no memory for it.
using OrderedJson = nlohmann::ordered_json;

/// Provenance as an object of strings.
OrderedJson provenanceJson(const ExportDocument& document);
/// The same in a file that may say already how the tables of other RoPEs were made: beside those, each under its name. `present` is what
/// the file says: null, an object for one table, or one of objects.
OrderedJson provenanceJsonBeside(const OrderedJson& present, const ExportDocument& document);

/// Strings and numbers of an object, as provenance; anything else in it is ignored.
Provenance parseProvenance(const OrderedJson& object);
/// Of a file with a table for each RoPE, one for each; else one. At least one.
std::vector<Provenance> parseProvenances(const OrderedJson& object);

} // namespace rotascope
