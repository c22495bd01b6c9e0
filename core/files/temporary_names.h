// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

// Files that must not stay when the program is interrupted.
namespace rotascope {

/// A new name in a folder, ".rotascope-" and 16 random digits; from now on SIGINT, SIGTERM and SIGHUP, where they would end the program,
/// remove a file of this name first.
std::string takeTemporaryName(const std::filesystem::path& folder);
/// The file was renamed or removed.
void releaseTemporaryName(const std::string& name);

} // namespace rotascope
