// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <ctime>
#include <filesystem>
#include <string_view>

namespace rotascope {

/// A file that is mapped into memory to be read: pages that are not looked at cost nothing, however large the file is. As with every
/// mapping, the file must not be cut shorter by someone else meanwhile; so only what is small is read from it (headers), and
/// what is large is copied through the descriptor.
class MappedFile {
public:
    /// `expected` ends the message, e.g. "a GGUF model".
    static Expected<MappedFile> open(const std::filesystem::path& file, std::string_view expected);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&&) = delete;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    /// The whole file; empty for an empty one.
    [[nodiscard]] std::string_view bytes() const { return m_bytes; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    /// Whether nobody has written to the file or cut it since it was opened. (Another file under its name does not count.) To be asked
    /// before bytes are looked at some time after the opening: those that were cut off cannot be read.
    [[nodiscard]] bool isAsOpened() const;

private:
    explicit MappedFile(int descriptor) : m_descriptor(descriptor) { }

    int m_descriptor;
    std::string_view m_bytes;
    timespec m_written{}; // when it was last written to, before it was opened
};

} // namespace rotascope
