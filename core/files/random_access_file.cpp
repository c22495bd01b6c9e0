// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/random_access_file.h"

#include "core/files/file_kind.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace rotascope {

Expected<RandomAccessFile> RandomAccessFile::open(const std::filesystem::path& file, std::string_view expected)
{
    const auto failure = [&](const Sentence& what) {
        return inputError(file.string() + ": " + Sentence::of("{1}; expected {2}", what, Sentence::label(expected)));
    };
    // Not to hang on a pipe that nobody writes.
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        return failure(errno == ENOENT ? Sentence::of("no such file") : Sentence::of("cannot be read: {1}", systemReason(errno)));
    }
    RandomAccessFile result(file.string(), descriptor);
    struct stat status { };
    if (::fstat(descriptor, &status) != 0) {
        return failure(Sentence::of("cannot be read: {1}", systemReason(errno)));
    }
    if (!S_ISREG(status.st_mode)) {
        return failure(Sentence::of("is {1}, not a regular file", Sentence::label(kindOf(status.st_mode))));
    }
    result.m_written = status.st_mtim;
    result.m_size = static_cast<std::uint64_t>(status.st_size);
    return result;
}

RandomAccessFile::RandomAccessFile(RandomAccessFile&& other) noexcept
    : m_name(std::move(other.m_name)), m_descriptor(std::exchange(other.m_descriptor, -1)), m_size(other.m_size), m_written(other.m_written)
{
}

RandomAccessFile::~RandomAccessFile()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

bool RandomAccessFile::isAsOpened() const
{
    struct stat status { };
    return ::fstat(m_descriptor, &status) == 0 && static_cast<std::uint64_t>(status.st_size) == m_size
        && status.st_mtim.tv_sec == m_written.tv_sec && status.st_mtim.tv_nsec == m_written.tv_nsec;
}

Expected<void> RandomAccessFile::checkIsAsOpened() const
{
    return isAsOpened()
        ? Expected<void>()
        : inputError(m_name + ": " + Sentence::of("was changed after it was opened; expected a file that stays as it is: open it again"));
}

Expected<std::size_t> RandomAccessFile::readSome(std::uint64_t offset, std::span<std::byte> bytes) const
{
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<off_t>::max());
    std::size_t done = 0;
    while (done < bytes.size() && offset <= largest - done) {
        const ssize_t got = ::pread(m_descriptor, &bytes[done], bytes.size() - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno != EINTR) {
            return inputError(m_name + ": " + Sentence::of("cannot be read: {1}", systemReason(errno)));
        }
        if (got == 0) {
            break;
        }
        done += static_cast<std::size_t>(std::max<ssize_t>(got, 0));
    }
    return done;
}

Expected<void> RandomAccessFile::read(std::uint64_t offset, std::span<std::byte> bytes) const
{
    return readSome(offset, bytes).and_then([&](std::size_t done) -> Expected<void> {
        if (done < bytes.size()) {
            return inputError(m_name + ": "
                + (offset < m_size ? Sentence::of("cannot be read: it became shorter while it was read")
                                   : Sentence::of("cannot be read: it is too short")));
        }
        return {};
    });
}

Expected<std::string> RandomAccessFile::read(std::uint64_t offset, std::size_t count) const
{
    std::string bytes(count, '\0');
    return read(offset, std::as_writable_bytes(std::span(bytes))).map([&] { return std::move(bytes); });
}

std::string headOf(const std::filesystem::path& file, std::size_t count)
{
    std::string head(count, '\0');
    const auto opened = RandomAccessFile::open(file, {});
    head.resize(opened ? opened->readSome(0, std::as_writable_bytes(std::span(head))).value_or(0) : 0);
    return head;
}

} // namespace rotascope
