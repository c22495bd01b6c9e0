// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/handle.h"

#include <cstdio>

namespace rotascope::hdf5 {
namespace {

// Called by H5Ewalk2 for each entry, the innermost first; a positive result ends the walk.
herr_t copyDescription(unsigned /*index*/, const H5E_error2_t* entry, void* text)
{
    if (entry->desc == nullptr || *entry->desc == '\0') {
        return 0;
    }
    *static_cast<std::string*>(text) = entry->desc;
    return 1;
}

} // namespace

std::string takeErrorText()
{
    std::string text;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, copyDescription, &text);
    H5Eclear2(H5E_DEFAULT);
    unsigned long long has = 0;
    unsigned long long wants = 0;
    if (std::sscanf(text.c_str(), "truncated file: eof = %llu, sblock->base_addr = %*u, stored_eof = %llu", &has, &wants) == 2) {
        return "it is cut off: it has " + std::to_string(has) + " of " + std::to_string(wants)
            + " bytes; expected the whole file: copy it again";
    }
    if (text.find("version number") != std::string::npos) { // "bad version number for layout message": of compressed data since HDF5 2.0
        text += " (a newer HDF5 wrote it; h5repack --high=1 FILE COPY, of that version, makes a copy that every version reads)";
    }
    return text.empty() ? "HDF5 gives no reason" : text;
}

} // namespace rotascope::hdf5
