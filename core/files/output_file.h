// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>

namespace rotascope {

/// A file that is written beside its target and takes the target's place only when it is complete: the target is either replaced whole or
/// left as it was. Given up when it is destroyed before commit(); then nothing stays. It is written piece by piece, or by a library that
/// opens files by their names.
/// A target that is a link stays one: what it leads to is replaced. What is there and is no regular file (a folder, a pipe, a device) is
/// refused. A file that replaces another gets its permissions. Errors have ErrorKind::Output and the name of the target.
class OutputFile {
public:
    static Expected<OutputFile> create(const std::filesystem::path& file);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    Expected<void> write(std::string_view bytes);
    /// Where it lies until commit(), in place of write(): a library may write to this path, and must have closed it by then. The file is
    /// there and empty; it may be cut to nothing, but not replaced.
    [[nodiscard]] const std::string& path() const { return m_temporary; }
    /// Makes sure that the bytes are on the disk, then renames. Nothing can be written after it. A stop that comes before the renaming
    /// gives the file up.
    Expected<void> commit(const std::stop_token& stop = {});

private:
    [[nodiscard]] bool sendToDisk();
    OutputFile(std::filesystem::path file, std::filesystem::path target, std::string temporary, int descriptor);

    std::filesystem::path m_file; // as the user named it
    std::filesystem::path m_target; // where a link leads to
    std::string m_temporary;
    int m_descriptor;
    std::uint64_t m_written = 0; // bytes
    std::uint64_t m_sent = 0; // of them, on their way to the disk
};

/// Writes a whole file as OutputFile does.
Expected<void> writeOutputFile(const std::filesystem::path& file, std::string_view text, const std::stop_token& stop = {});

} // namespace rotascope
