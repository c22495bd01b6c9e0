// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/output_file.h"

#include "core/files/file_kind.h"
#include "core/files/temporary_names.h"

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
    // Of a full disk, a file that is too large or a name that is too long the reason says all.
    const bool isOfFolder = error == EACCES || error == EPERM || error == EROFS || error == ENOENT || error == ENOTDIR;
    const Sentence reason = systemReason(error);
    return outputError(file.string() + ": "
        + (isOfFolder ? Sentence::of("cannot be written: {1}; expected a file in a writable folder", reason)
                      : Sentence::of("cannot be written: {1}", reason)));
}

// So much is sent to the disk at once.
constexpr std::uint64_t pieceBytes = std::uint64_t{64} << 20U;

bool writeAll(int descriptor, std::uint64_t offset, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno != EINTR) {
            return false;
        }
        offset += static_cast<std::uint64_t>(std::max<ssize_t>(written, 0));
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    return true;
}

// O_TMPFILE is refused by file systems that have no such files (and, as a folder that is written, by kernels that do not know it).
bool hasNoNamelessFiles(int error)
{
    return error == EOPNOTSUPP || error == EISDIR || error == EINVAL || error == ENOENT;
}

// The file that a result may take the place of: where `file` is a link, what it leads to, whether that exists or not. Fails for
// what is there and is not a regular file (a folder, a pipe, a device), which a renamed file would destroy.
Expected<std::filesystem::path> outputTarget(const std::filesystem::path& file)
{
    constexpr int mostLinks = 40; // as the system
    struct stat existing { };
    if (::stat(file.c_str(), &existing) == 0 && !S_ISREG(existing.st_mode)) {
        return outputError(file.string() + ": "
            + Sentence::of("is {1}, not a regular file; expected the name of a file to write", Sentence::label(kindOf(existing.st_mode))));
    }
    std::error_code error;
    std::filesystem::path target = file;
    for (int i = 0; i < mostLinks && std::filesystem::is_symlink(target, error); ++i) {
        // A relative link is relative to where it lies; an absolute one replaces the whole path.
        target = target.parent_path() / std::filesystem::read_symlink(target, error);
    }
    if (std::filesystem::is_symlink(target, error)) {
        return outputError(file.string() + ": " + Sentence::of("a link that leads nowhere; expected the name of a file to write"));
    }
    return target;
}

// By which a file without a name can be linked to one.
std::string pathOf(int descriptor)
{
    return "/proc/self/fd/" + std::to_string(descriptor);
}

std::filesystem::path folderOf(const std::filesystem::path& target)
{
    return target.has_parent_path() ? target.parent_path() : ".";
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
    return outputTarget(file).and_then([&](std::filesystem::path target) -> Expected<OutputFile> {
        OutputFile output(file, std::move(target));
        return output.openTemporary() ? Expected<OutputFile>(std::move(output)) : failure(file, errno);
    });
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : m_file(std::move(other.m_file)), m_target(std::move(other.m_target)), m_temporary(std::exchange(other.m_temporary, {})),
      m_descriptor(std::exchange(other.m_descriptor, -1)), m_size(other.m_size), m_sent(other.m_sent)
{
}

OutputFile::~OutputFile()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
    removeTemporary();
}

bool OutputFile::openTemporary()
{
    constexpr mode_t ownerOnly = 0600;
    const std::filesystem::path folder = folderOf(m_target);
#ifdef O_TMPFILE
    m_descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, ownerOnly);
    if (m_descriptor < 0 && !hasNoNamelessFiles(errno)) {
        return false;
    }
    if (m_descriptor >= 0) {
        if (::access(pathOf(m_descriptor).c_str(), F_OK) == 0) {
            return true;
        }
        ::close(m_descriptor); // it could not be given a name
    }
#endif
    m_temporary = takeTemporaryName(folder);
    m_descriptor = ::open(m_temporary.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, ownerOnly);
    if (m_descriptor < 0) {
        const int error = errno;
        releaseTemporaryName(std::exchange(m_temporary, {})); // it is not ours
        errno = error;
    }
    return m_descriptor >= 0;
}

void OutputFile::removeTemporary()
{
    if (!m_temporary.empty()) {
        ::unlink(m_temporary.c_str());
        releaseTemporaryName(std::exchange(m_temporary, {}));
    }
}

Expected<void> OutputFile::write(std::string_view bytes)
{
    return writeAt(m_size, bytes);
}

Expected<void> OutputFile::writeAt(std::uint64_t offset, std::string_view bytes)
{
    if (!writeAll(m_descriptor, offset, bytes)) {
        return failure(m_file, errno);
    }
    m_size = std::max<std::uint64_t>(m_size, offset + bytes.size());
    return m_size - std::min(m_sent, m_size) < pieceBytes || sendToDisk() ? Expected<void>() : failure(m_file, errno);
}

Expected<void> OutputFile::readAt(std::uint64_t offset, std::span<std::byte> bytes) const
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::pread(m_descriptor, &bytes[done], bytes.size() - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno != EINTR) {
            return failure(m_file, errno);
        }
        if (got == 0) {
            break;
        }
        done += static_cast<std::size_t>(std::max<ssize_t>(got, 0));
    }
    std::ranges::fill(bytes.subspan(done), std::byte{});
    return {};
}

Expected<void> OutputFile::resize(std::uint64_t bytes)
{
    if (::ftruncate(m_descriptor, static_cast<off_t>(bytes)) != 0) {
        return failure(m_file, errno);
    }
    m_size = bytes;
    m_sent = std::min(m_sent, bytes);
    return {};
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
    if (!sync(m_sent, m_size, SYNC_FILE_RANGE_WRITE)
        || !sync(before, m_sent, SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER)) {
        return false;
    }
#endif
    m_sent = m_size;
    return true;
}

// A file without a name gets one: that of the target where there is none yet, else one beside it, for a moment.
bool OutputFile::giveName()
{
    if (!m_temporary.empty()) {
        return true;
    }
    const std::string self = pathOf(m_descriptor);
    const auto linkTo = [&](const char* name) { return ::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0; };
    std::string name = m_target; // copied first: nothing may fail once the file has its name
    if (linkTo(name.c_str())) {
        m_temporary = std::move(name);
        return true;
    }
    if (errno != EEXIST) {
        return false;
    }
    m_temporary = takeTemporaryName(folderOf(m_target));
    return linkTo(m_temporary.c_str());
}

// Closed before it takes its place: some file systems report only then that bytes were lost.
bool OutputFile::takePlace()
{
    if (!giveName() || ::close(std::exchange(m_descriptor, -1)) != 0) {
        return false;
    }
    if (m_temporary != m_target && ::rename(m_temporary.c_str(), m_target.c_str()) != 0) {
        return false;
    }
    releaseTemporaryName(std::exchange(m_temporary, {}));
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
    if (!takePlace()) {
        const int error = errno;
        removeTemporary();
        return failure(m_file, error);
    }
    return {};
}

Expected<void> checkIsAnother(const std::filesystem::path& target, const std::filesystem::path& input, std::string_view role)
{
    std::error_code ignored;
    if (input.empty() || !std::filesystem::equivalent(target, input, ignored)) {
        return {};
    }
    return usageError(target.string() + ": " + Sentence::of("is {1}; expected the name of another file", Sentence::label(role)));
}

Expected<void> writeOutputFile(const std::filesystem::path& file, std::string_view text, const std::stop_token& stop)
{
    return OutputFile::create(file).and_then(
        [&](OutputFile output) { return output.write(text).and_then([&] { return output.commit(stop); }); });
}

} // namespace rotascope
