// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/files/random_access_file.h"
#include "core/hdf5/driver.h"
#include "core/hdf5/handle.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace rotascope::hdf5 {

/// A file that is not trusted, opened by HDF5.
struct InputFile {
    std::shared_ptr<const RandomAccessFile> stored;
    std::unique_ptr<InputStorage> storage; // outlives `file`
    File file;

    [[nodiscard]] const std::string& name() const { return stored->name(); }
    /// What messages about its members begin with.
    [[nodiscard]] std::string where() const { return name() + ": /"; }
};

/// Opens a file, without HDF5. `expected` ends the message, e.g. "a recording (HDF5)".
Expected<std::shared_ptr<const RandomAccessFile>> openStoredFile(const std::filesystem::path& file, std::string_view expected);

/// Lets HDF5 open it.
Expected<InputFile> openInputFile(std::shared_ptr<const RandomAccessFile> stored);

} // namespace rotascope::hdf5
