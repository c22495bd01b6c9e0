// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"
#include "core/exchange/provenance_json.h"

#include <cstddef>
#include <string>
#include <string_view>

// What every reader of tables asks of a file. Messages name the number that is wrong, and have it as it stands in the file.
namespace rotascope {

/// "the factor of dimension 17", for messages.
Sentence nameOfFactor(std::size_t dimension);

/// The number that a text or a JSON value holds: greater than 0; a factor may be inf, for a dimension that never turns. `what` begins the
/// message: the file, the place, the number's name.
Expected<double> factorOf(std::string_view text, const Sentence& what);
Expected<double> factorIn(const OrderedJson& value, const Sentence& what);
Expected<double> attentionFactorOf(std::string_view text, const Sentence& what);
Expected<double> attentionFactorIn(const OrderedJson& value, const Sentence& what);

/// The factors of a JSON list; `where` begins the message.
Expected<std::vector<double>> factorsIn(const OrderedJson& list, const std::string& where);

/// What was read, if validate() accepts the table, and the lengths that it says it was made for are possible: L and L′ from 1 to
/// maxContextLength, L′ not below L. `where` begins the message.
Expected<ImportedTable> checked(ImportedTable table, const std::string& where);

} // namespace rotascope
