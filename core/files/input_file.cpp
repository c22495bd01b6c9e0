// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/input_file.h"

#include <fstream>
#include <iterator>

namespace rotascope {

Expected<std::string> readInputFile(const std::filesystem::path& file, std::string_view expected)
{
    const auto failure
        = [&](const std::string& what) { return inputError(file.string() + ": " + what + "; expected " + std::string(expected)); };
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return failure("no such file");
    }
    if (!std::filesystem::is_regular_file(file, error)) {
        return failure("cannot be read: not a regular file");
    }
    if (std::filesystem::file_size(file, error) > largestInputFile) {
        return failure("larger than 64 MiB");
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return failure("cannot be read: check its permissions");
    }
    return std::string{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

} // namespace rotascope
