// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/files/random_access_file.h"

#include <cstdint>

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

} // namespace rotascope
