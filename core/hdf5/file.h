// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/hdf5/handle.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace rotascope::hdf5 {

/// An open file that is not trusted.
struct InputFile {
    File file;
    std::string name;
    std::uintmax_t bytes = 0;

    /// What messages about its members begin with.
    [[nodiscard]] std::string where() const { return name + ": /"; }
};

/// Opens a file to be read. `expected` ends the message, e.g. "a recording (HDF5)". To be called under a Lock.
Expected<InputFile> openInputFile(const std::filesystem::path& file, std::string_view expected);

} // namespace rotascope::hdf5
