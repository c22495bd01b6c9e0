// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <filesystem>
#include <string_view>

namespace rotascope {

/// Writes a whole file beside the target and renames it: the target is either replaced whole or left as it was.
/// Fails with ErrorKind::Output and the name of the file.
Expected<void> writeOutputFile(const std::filesystem::path& file, std::string_view text);

} // namespace rotascope
