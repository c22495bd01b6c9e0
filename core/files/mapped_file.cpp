// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/mapped_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace rotascope {

Expected<MappedFile> MappedFile::open(const std::filesystem::path& file, std::string_view expected)
{
    const auto failure
        = [&](const std::string& what) { return inputError(file.string() + ": " + what + "; expected " + std::string(expected)); };
    // Not to hang on a pipe that nobody writes.
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        return failure(errno == ENOENT ? "no such file" : std::string("cannot be read: ") + std::strerror(errno));
    }
    MappedFile result(descriptor);
    struct stat status { };
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        return failure("cannot be read: not a regular file");
    }
    result.m_written = status.st_mtim;
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > 0) {
        void* const address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
        if (address == MAP_FAILED) {
            return failure(std::string("cannot be read: ") + std::strerror(errno));
        }
        result.m_bytes = {static_cast<const char*>(address), size};
    }
    return result;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_bytes(std::exchange(other.m_bytes, {})), m_written(other.m_written)
{
}

bool MappedFile::isAsOpened() const
{
    struct stat status { };
    return ::fstat(m_descriptor, &status) == 0 && static_cast<std::size_t>(status.st_size) == m_bytes.size()
        && status.st_mtim.tv_sec == m_written.tv_sec && status.st_mtim.tv_nsec == m_written.tv_nsec;
}

MappedFile::~MappedFile()
{
    if (!m_bytes.empty()) {
        ::munmap(const_cast<char*>(m_bytes.data()), m_bytes.size());
    }
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

} // namespace rotascope
