// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/output_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace rotascope {
namespace {

tl::unexpected<Error> failure(const std::filesystem::path& file, int error)
{
    return outputError(file.string() + ": cannot be written: " + std::strerror(error) + "; expected a file in a writable folder");
}

// So much is sent to the disk at once.
constexpr std::uint64_t pieceBytes = std::uint64_t{64} << 20U;

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

// The file that a result may take the place of: where `file` is a link, what it leads to, whether that exists or not. Fails for
// what is there and is no regular file (a folder, a pipe, a device), which a renamed file would destroy.
Expected<std::filesystem::path> outputTarget(const std::filesystem::path& file)
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

// The permissions of a result: those of the file that it replaces, else those of any new file.
mode_t outputMode(const std::filesystem::path& target)
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

Expected<OutputFile> OutputFile::create(const std::filesystem::path& file)
{
    const Expected<std::filesystem::path> target = outputTarget(file);
    if (!target) {
        return tl::unexpected(target.error());
    }
    std::string temporary = target->string() + ".XXXXXX";
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0) {
        return failure(file, errno);
    }
    return OutputFile(file, *target, std::move(temporary), descriptor);
}

OutputFile::OutputFile(std::filesystem::path file, std::filesystem::path target, std::string temporary, int descriptor)
    : m_file(std::move(file)), m_target(std::move(target)), m_temporary(std::move(temporary)), m_descriptor(descriptor)
{
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : m_file(std::move(other.m_file)), m_target(std::move(other.m_target)), m_temporary(std::move(other.m_temporary)),
      m_descriptor(std::exchange(other.m_descriptor, -1)), m_written(other.m_written), m_sent(other.m_sent)
{
}

OutputFile::~OutputFile()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
        ::unlink(m_temporary.c_str());
    }
}

Expected<void> OutputFile::write(std::string_view bytes)
{
    if (!writeAll(m_descriptor, bytes)) {
        return failure(m_file, errno);
    }
    m_written += bytes.size();
    return m_written - m_sent < pieceBytes || sendToDisk() ? Expected<void>() : failure(m_file, errno);
}

// Sends the newest bytes to the disk and waits for those sent before. Left to the system, gigabytes would gather in memory until
// commit(), and whoever shows how far the writing is, or waits for it to stop, would wait for all of them at once.
bool OutputFile::sendToDisk()
{
#ifdef SYNC_FILE_RANGE_WRITE
    const auto sync = [this](std::uint64_t begin, std::uint64_t end, unsigned int flags) {
        return begin == end || ::sync_file_range(m_descriptor, static_cast<off_t>(begin), static_cast<off_t>(end - begin), flags) == 0
            || errno == ENOSYS || errno == EINVAL || errno == ESPIPE; // what a file system does not know it need not do
    };
    const std::uint64_t before = m_sent - std::min(m_sent, pieceBytes);
    if (!sync(m_sent, m_written, SYNC_FILE_RANGE_WRITE)
        || !sync(before, m_sent, SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER)) {
        return false;
    }
#endif
    m_sent = m_written;
    return true;
}

Expected<void> OutputFile::commit(const std::stop_token& stop)
{
    if (::fchmod(m_descriptor, outputMode(m_target)) != 0 || ::fsync(m_descriptor) != 0) {
        return failure(m_file, errno);
    }
    if (stop.stop_requested()) {
        return stoppedError();
    }
    if (::rename(m_temporary.c_str(), m_target.c_str()) != 0) {
        return failure(m_file, errno);
    }
    ::close(std::exchange(m_descriptor, -1));
    return {};
}

Expected<void> writeOutputFile(const std::filesystem::path& file, std::string_view text, const std::stop_token& stop)
{
    return OutputFile::create(file).and_then(
        [&](OutputFile output) { return output.write(text).and_then([&] { return output.commit(stop); }); });
}

} // namespace rotascope
