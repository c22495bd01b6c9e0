// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/file.h"

#include <array>
#include <cstring>
#include <span>

namespace rotascope::hdf5 {
namespace {

// The signature stands at byte 0, or behind a user block of 512, 1024, 2048 ... bytes.
Expected<bool> isHdf5(const RandomAccessFile& file)
{
    constexpr std::string_view signature = "\x89HDF\r\n\x1a\n";
    for (std::uint64_t offset = 0; offset + signature.size() <= file.size(); offset = offset == 0 ? 512 : 2 * offset) {
        std::array<char, signature.size()> bytes{};
        if (const auto read = file.read(offset, std::as_writable_bytes(std::span(bytes))); !read) {
            return tl::unexpected(read.error());
        }
        if (std::string_view(bytes.data(), bytes.size()) == signature) {
            return true;
        }
    }
    return false;
}

} // namespace

Expected<std::shared_ptr<const RandomAccessFile>> openStoredFile(const std::filesystem::path& file, std::string_view expected)
{
    return RandomAccessFile::open(file, expected)
        .and_then([&](RandomAccessFile opened) -> Expected<std::shared_ptr<const RandomAccessFile>> {
            const Expected<bool> known = isHdf5(opened);
            if (!known) {
                return tl::unexpected(known.error());
            }
            if (!*known) {
                const Sentence what = Sentence::label(expected);
                return inputError(opened.name() + ": "
                    + (opened.size() == 0 ? Sentence::of("is empty; expected {1}", what)
                                          : Sentence::of("is not an HDF5 file; expected {1}", what)));
            }
            return std::make_shared<const RandomAccessFile>(std::move(opened));
        });
}

Expected<InputFile> openInputFile(std::shared_ptr<const RandomAccessFile> stored)
{
    InputFile opened;
    opened.storage = std::make_unique<InputStorage>(stored);
    opened.stored = std::move(stored);
    const PropertyList access = accessTo(*opened.storage);
    opened.file = File(H5Fopen(opened.name().c_str(), H5F_ACC_RDONLY, access.id()));
    if (opened.file.valid()) {
        return opened;
    }
    const std::string reason = takeReason();
    // Another program may be writing it as "single writer, multiple readers", which HDF5 wants to be told.
    constexpr unsigned fewAttempts = 10; // to read what is just being written
    H5Pset_metadata_read_attempts(access.id(), fewAttempts);
    opened.file = File(H5Fopen(opened.name().c_str(), H5F_ACC_RDONLY | H5F_ACC_SWMR_READ, access.id()));
    static_cast<void>(takeReason());
    if (!opened.file.valid()) {
        return inputError(opened.name() + ": " + Sentence::of("cannot be opened: {1}", reason));
    }
    return opened;
}

} // namespace rotascope::hdf5
