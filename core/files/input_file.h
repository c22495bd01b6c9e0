// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace rotascope {

/// The largest configuration or table that is read into memory: they have some kB; what people open by mistake has more.
inline constexpr std::uintmax_t largestInputFile = std::uintmax_t{64} << 20U;

/// Reads a whole small file. `expected` ends the message, e.g. "the model's config.json".
Expected<std::string> readInputFile(const std::filesystem::path& file, std::string_view expected);

} // namespace rotascope
