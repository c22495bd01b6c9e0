// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/input_file.h"

namespace rotascope {

/// Reads a whole small file and parses it; `parse(content, name)`.
template <class Parse> auto readAndParse(const std::filesystem::path& file, Parse parse)
{
    return readInputFile(file, Sentence::marked("a table that Rotascope exported")).and_then([&](const std::string& content) {
        return parse(content, file.string());
    });
}

} // namespace rotascope
