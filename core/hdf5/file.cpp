// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/file.h"

#include <system_error>

namespace rotascope::hdf5 {
namespace {

Expected<std::uintmax_t> checkRegularFile(const std::filesystem::path& file, const std::string& expected)
{
    const std::string name = file.string();
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(file, error);
    if (status.type() == std::filesystem::file_type::not_found) {
        return inputError(name + ": no such file; expected " + expected);
    }
    if (error) {
        return inputError(name + ": cannot be opened: " + error.message());
    }
    if (status.type() == std::filesystem::file_type::directory) {
        return inputError(name + ": is a folder; expected " + expected);
    }
    if (status.type() != std::filesystem::file_type::regular) {
        return inputError(name + ": is not a regular file; expected " + expected);
    }
    const std::uintmax_t bytes = std::filesystem::file_size(file, error);
    if (error) {
        return inputError(name + ": cannot be opened: " + error.message());
    }
    if (bytes == 0) {
        return inputError(name + ": is empty; expected " + expected);
    }
    return bytes;
}

} // namespace

Expected<InputFile> openInputFile(const std::filesystem::path& file, std::string_view expected)
{
    InputFile opened;
    opened.name = file.string();
    const Expected<std::uintmax_t> bytes = checkRegularFile(file, std::string(expected));
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    opened.bytes = *bytes;
    const htri_t isHdf5 = H5Fis_hdf5(opened.name.c_str());
    if (isHdf5 == 0) {
        return inputError(opened.name + ": is not an HDF5 file; expected " + std::string(expected));
    }
    if (isHdf5 < 0) {
        return inputError(opened.name + ": cannot be opened: " + takeErrorText());
    }
    const PropertyList access(H5Pcreate(H5P_FILE_ACCESS));
    // Without file locks a file can be opened that another process still writes, or that lies on a disk that has none.
    H5Pset_file_locking(access.id(), false, true);
    opened.file = File(H5Fopen(opened.name.c_str(), H5F_ACC_RDONLY, access.id()));
    if (!opened.file.valid()) {
        return inputError(opened.name + ": cannot be opened: " + takeErrorText());
    }
    return opened;
}

} // namespace rotascope::hdf5
