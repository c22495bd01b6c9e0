// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace rotascope {

/// A file that is open to be read at any place. Every read is checked: a file that someone else cuts shorter meanwhile is an error with its
/// name, where a file that is mapped into memory would end the program (SIGBUS). Several threads may read at a time.
class RandomAccessFile {
public:
    /// Never waits: what is not a regular file (a folder, a pipe, a device) is refused. `expected` ends the message, e.g. "a GGUF model".
    static Expected<RandomAccessFile> open(const std::filesystem::path& file, std::string_view expected);
    RandomAccessFile(RandomAccessFile&& other) noexcept;
    RandomAccessFile& operator=(RandomAccessFile&&) = delete;
    RandomAccessFile(const RandomAccessFile&) = delete;
    RandomAccessFile& operator=(const RandomAccessFile&) = delete;
    ~RandomAccessFile();

    /// As the user named it.
    [[nodiscard]] const std::string& name() const { return m_name; }
    /// Bytes, when it was opened.
    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    /// When it was last written to, before it was opened.
    [[nodiscard]] timespec written() const { return m_written; }

    /// Fills `bytes` from `offset` on; an error if the file does not have so many there.
    [[nodiscard]] Expected<void> read(std::uint64_t offset, std::span<std::byte> bytes) const;
    [[nodiscard]] Expected<std::string> read(std::uint64_t offset, std::size_t count) const;
    /// The same, as far as the file goes: how many bytes there were.
    [[nodiscard]] Expected<std::size_t> readSome(std::uint64_t offset, std::span<std::byte> bytes) const;

    /// Whether nobody has written to the file or cut it since it was opened. (Another file under its name does not count.)
    [[nodiscard]] bool isAsOpened() const;
    /// The same as an error with the file's name.
    [[nodiscard]] Expected<void> checkIsAsOpened() const;

private:
    RandomAccessFile(std::string name, int descriptor) : m_name(std::move(name)), m_descriptor(descriptor) { }

    std::string m_name;
    int m_descriptor;
    std::uint64_t m_size = 0;
    timespec m_written{}; // when it was last written to, before it was opened
};

/// The first bytes of a regular file, at most `count`; empty where there is none, or none that can be read.
std::string headOf(const std::filesystem::path& file, std::size_t count);

} // namespace rotascope
