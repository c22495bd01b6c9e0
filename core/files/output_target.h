// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <filesystem>
#include <string>
#include <sys/stat.h>

namespace rotascope {

/// The file that a result may take the place of: where `file` is a link, what it leads to, whether that exists or not. Fails for
/// what is there and is no regular file (a folder, a pipe, a device), which a renamed file would destroy.
inline Expected<std::filesystem::path> outputTarget(const std::filesystem::path& file)
{
    constexpr int mostLinks = 40; // as the system
    std::error_code error;
    std::filesystem::path target = file;
    for (int i = 0; i < mostLinks && std::filesystem::is_symlink(target, error); ++i) {
        // A relative link is relative to where it lies; an absolute one replaces the whole path.
        target = target.parent_path() / std::filesystem::read_symlink(target, error);
    }
    if (std::filesystem::exists(target, error) && !std::filesystem::is_regular_file(target, error)) {
        return outputError(file.string() + ": not a regular file; expected the name of a file to write");
    }
    if (std::filesystem::is_symlink(target, error)) {
        return outputError(file.string() + ": a link that leads nowhere; expected the name of a file to write");
    }
    return target;
}

/// The permissions of a result: those of the file that it replaces, else those of any new file.
inline mode_t outputMode(const std::filesystem::path& target)
{
    struct stat existing { };
    if (::stat(target.c_str(), &existing) == 0) {
        return existing.st_mode & 0777U;
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666U & ~mask;
}

} // namespace rotascope
