// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"

#include <string>
#include <string_view>

namespace rotascope {

/// Whether a file that begins like this is a list of numbers: its first character belongs to a number, or is JSON's '['.
bool looksLikeFactorList(std::string_view head);

/// A list of factors and nothing else, as the search of LongRoPE (arXiv 2402.13753) writes them and numpy.savetxt does: one number a
/// line, or all of them in one line with spaces or commas between, or such a line for each layer of the model; lines that begin with
/// "#" are passed over. Or JSON: a list of numbers, or one such list for each layer. The layers must have the same factors, because
/// the engines that read tables have one for all. The attention factor is 1; there is no provenance.
Expected<ImportedTable> parseFactorList(std::string_view text, const std::string& where);

} // namespace rotascope
