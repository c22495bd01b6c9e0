// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

namespace rotascope {

/// A file that is written beside its target and takes the target's place only when it is complete: the target is either replaced whole or
/// left as it was. Given up when it is destroyed before commit(); then nothing stays. Until it is complete it has no name (O_TMPFILE), so
/// that nothing stays either when the program is killed; where the file system knows no such files, it has a name that begins with
/// ".rotascope-", which SIGINT, SIGTERM and SIGHUP remove.
/// A target that is a link stays one: what it leads to is replaced. What is there and is not a regular file (a folder, a pipe, a device) is
/// refused. A file that replaces another gets its permissions. Errors have ErrorKind::Output and the name of the target.
class OutputFile {
public:
    static Expected<OutputFile> create(const std::filesystem::path& file);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    /// Appends.
    Expected<void> write(std::string_view bytes);
    /// The same at any place; what lies between is zeros.
    Expected<void> writeAt(std::uint64_t offset, std::string_view bytes);
    /// What was written: as many bytes as there are from `offset` on, the rest zeros.
    Expected<void> readAt(std::uint64_t offset, std::span<std::byte> bytes) const;
    /// Cuts it to this size, or lengthens it with zeros.
    Expected<void> resize(std::uint64_t bytes);
    /// Bytes.
    [[nodiscard]] std::uint64_t size() const { return m_size; }

    /// Makes sure that the bytes are on the disk, then puts the file in the place of its target. Nothing can be written after it. A stop
    /// that comes before gives the file up.
    Expected<void> commit(const std::stop_token& stop = {});

private:
    OutputFile(std::filesystem::path file, std::filesystem::path target) : m_file(std::move(file)), m_target(std::move(target)) { }
    [[nodiscard]] bool openTemporary();
    [[nodiscard]] bool sendToDisk();
    [[nodiscard]] bool giveName();
    [[nodiscard]] bool takePlace();
    void removeTemporary();

    std::filesystem::path m_file; // as the user named it
    std::filesystem::path m_target; // where a link leads to
    std::string m_temporary; // its name, empty while it has none
    int m_descriptor = -1;
    std::uint64_t m_size = 0; // bytes
    std::uint64_t m_sent = 0; // of them, on their way to the disk
};

/// Fails, as wrong usage, where `input` is the same file as the target, under whatever name: what is read must not be replaced by something
/// else made of it. `input` empty, or a target that is not there: another file. `role` says what it is read for: "the file that ...".
Expected<void> checkIsAnother(const std::filesystem::path& target, const std::filesystem::path& input, std::string_view role);

/// Writes a whole file as OutputFile does.
Expected<void> writeOutputFile(const std::filesystem::path& file, std::string_view text, const std::stop_token& stop = {});

} // namespace rotascope
