// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/input_file.h"

#include "core/files/random_access_file.h"

namespace rotascope {

Expected<std::string> readInputFile(const std::filesystem::path& file, std::string_view expected)
{
    return RandomAccessFile::open(file, expected).and_then([&](const RandomAccessFile& opened) -> Expected<std::string> {
        if (opened.size() > largestInputFile) {
            return inputError(file.string() + ": " + Sentence::of("larger than 64 MiB; expected {1}", Sentence::label(expected)));
        }
        return opened.read(0, static_cast<std::size_t>(opened.size()));
    });
}

} // namespace rotascope
