// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/files/random_access_file.h"

#include <cstdint>
#include <filesystem>

namespace rotascope {

/// Says, at the cost of some reads, whether a file of any size is the one that was seen before. A change goes unseen if it keeps the size
/// and touches none of the bytes that are read.
struct FileFingerprint {
    std::uint64_t bytes = 0; ///< of the file
    std::uint64_t digest = 0; ///< of all its bytes up to 1 MiB, else of 256 pieces of 4 KiB, evenly spread, the first and the last included

    friend bool operator==(const FileFingerprint&, const FileFingerprint&) = default;
};

/// Fails where the file cannot be read.
Expected<FileFingerprint> fingerprintOf(const RandomAccessFile& file);

/// A file as it is at a moment.
struct FileState {
    FileFingerprint fingerprint;
    std::int64_t written = 0; ///< when it was last written to, ns since 1970

    friend bool operator==(const FileState&, const FileState&) = default;
};

/// Fails where the file is not there or cannot be read.
Expected<FileState> stateOf(const std::filesystem::path& file);

} // namespace rotascope
