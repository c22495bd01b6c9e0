// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/file_fingerprint.h"

#include "core/digest.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace rotascope {

Expected<FileFingerprint> fingerprintOf(const RandomAccessFile& file)
{
    constexpr std::uint64_t pieces = 256;
    constexpr std::uint64_t pieceBytes = 4096;
    const std::uint64_t size = file.size();
    const bool isWhole = size <= pieces * pieceBytes;
    const std::uint64_t count = isWhole ? (size + pieceBytes - 1) / pieceBytes : pieces;
    const auto offsetOf = [&](std::uint64_t piece) {
        return isWhole ? piece * pieceBytes : piece + 1 == pieces ? size - pieceBytes : (size - pieceBytes) / (pieces - 1) * piece;
    };
    Digest digest;
    for (std::uint64_t piece = 0; piece < count; ++piece) {
        const std::uint64_t offset = offsetOf(piece);
        const Expected<std::string> bytes = file.read(offset, static_cast<std::size_t>(std::min(pieceBytes, size - offset)));
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        digest.add(*bytes);
    }
    return FileFingerprint{size, digest.value()};
}

Expected<FileState> stateOf(const std::filesystem::path& file)
{
    return RandomAccessFile::open(file, "a file").and_then([](const RandomAccessFile& opened) {
        return fingerprintOf(opened).map([&](const FileFingerprint& fingerprint) {
            constexpr std::int64_t second = 1'000'000'000;
            return FileState{fingerprint, std::int64_t{opened.written().tv_sec} * second + opened.written().tv_nsec};
        });
    });
}

} // namespace rotascope
