// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/output_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace rotascope {
namespace {

tl::unexpected<Error> failure(const std::filesystem::path& file, int error)
{
    return outputError(file.string() + ": cannot be written: " + std::strerror(error) + "; expected a file in a writable folder");
}

bool writeAll(int descriptor, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    return true;
}

// mkstemp makes files that only their owner can read; a result is as readable as any other new file, or as the one it replaces.
mode_t modeFor(const std::filesystem::path& target)
{
    struct stat existing { };
    if (::stat(target.c_str(), &existing) == 0) {
        return existing.st_mode & 0777U;
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666U & ~mask;
}

} // namespace

Expected<void> writeOutputFile(const std::filesystem::path& file, std::string_view text)
{
    std::error_code error;
    // A link is followed, so that the file that it names is replaced and not the link.
    const std::filesystem::path target = std::filesystem::is_symlink(file, error) ? std::filesystem::weakly_canonical(file, error) : file;
    if (std::filesystem::exists(target, error) && !std::filesystem::is_regular_file(target, error)) {
        return outputError(file.string() + ": not a regular file; expected the name of a file to write");
    }
    std::string temporary = target.string() + ".XXXXXX";
    const int descriptor = ::mkstemp(temporary.data());
    if (descriptor < 0) {
        return failure(file, errno);
    }
    const bool written = writeAll(descriptor, text) && ::fchmod(descriptor, modeFor(target)) == 0 && ::fsync(descriptor) == 0;
    int reason = errno;
    ::close(descriptor);
    if (written) {
        if (::rename(temporary.c_str(), target.c_str()) == 0) {
            return {};
        }
        reason = errno;
    }
    ::unlink(temporary.c_str());
    return failure(file, reason);
}

} // namespace rotascope
