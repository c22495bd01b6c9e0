// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// Weights of dimensions from outside: JSON's list of numbers, or numbers with spaces, commas or ends of lines between; lines that begin
/// with
/// "#" are passed over. What they may be is DimensionWeights' affair. Messages begin with `where`.
Expected<std::vector<double>> parseWeights(std::string_view text, const std::string& where);

/// The same of a file.
Expected<std::vector<double>> readWeights(const std::filesystem::path& file);

} // namespace rotascope
