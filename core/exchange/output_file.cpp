// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/output_file.h"

#include "core/output_target.h"

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

} // namespace

Expected<void> writeOutputFile(const std::filesystem::path& file, std::string_view text)
{
    const Expected<std::filesystem::path> target = outputTarget(file);
    if (!target) {
        return tl::unexpected(target.error());
    }
    std::string temporary = target->string() + ".XXXXXX";
    const int descriptor = ::mkstemp(temporary.data());
    if (descriptor < 0) {
        return failure(file, errno);
    }
    const bool written = writeAll(descriptor, text) && ::fchmod(descriptor, outputMode(*target)) == 0 && ::fsync(descriptor) == 0;
    int reason = errno;
    ::close(descriptor);
    if (written) {
        if (::rename(temporary.c_str(), target->c_str()) == 0) {
            return {};
        }
        reason = errno;
    }
    ::unlink(temporary.c_str());
    return failure(file, reason);
}

} // namespace rotascope
