// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <hdf5.h>

namespace rotascope::test {

/// Takes the positions out of a recording, so that its angles alone remain. Whether that went well.
inline bool removePositions(const std::filesystem::path& recording)
{
    const hid_t file = H5Fopen(recording.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    const bool removed = H5Ldelete(file, "/positions", H5P_DEFAULT) >= 0;
    return H5Fclose(file) >= 0 && removed;
}

} // namespace rotascope::test
