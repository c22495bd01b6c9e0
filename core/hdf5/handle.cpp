// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/handle.h"

#include <cstdio>

namespace rotascope::hdf5 {
namespace {

// The part of an error stack that messages are made from.
struct Failure {
    std::string innermost; // in HDF5's words
    bool isMemory = false;
};

// Called by H5Ewalk2 for each entry, the innermost first.
herr_t noteEntry(unsigned /*index*/, const H5E_error2_t* entry, void* found)
{
    Failure& failure = *static_cast<Failure*>(found);
    if (failure.innermost.empty() && entry->desc != nullptr) {
        failure.innermost = entry->desc;
    }
    failure.isMemory = failure.isMemory || (entry->maj_num == H5E_RESOURCE && entry->min_num == H5E_NOSPACE);
    return 0;
}

} // namespace

Sentence takeReason()
{
    Failure failure;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, noteEntry, &failure);
    H5Eclear2(H5E_DEFAULT);
    if (failure.isMemory) {
        return Sentence::of("it takes more memory than there is, or than files of its size are given");
    }
    unsigned long long has = 0;
    unsigned long long wants = 0;
    constexpr const char* truncated = "truncated file: eof = %llu, sblock->base_addr = %*u, stored_eof = %llu";
    if (std::sscanf(failure.innermost.c_str(), truncated, &has, &wants) == 2) {
        return Sentence::of("it is cut off: it has {1} of {2} bytes; expected the whole file: copy it again", has, wants);
    }
    for (const char* const versioned : {"bad superblock version number", "bad version number for layout message"}) { // HDF5 2.0 has another
        if (failure.innermost.find(versioned) != std::string::npos) {
            return Sentence::of(
                "it is damaged, or a newer HDF5 wrote it; h5repack --high=1 FILE COPY, of that version, makes a copy that every version "
                "reads");
        }
    }
    return Sentence::of("it is damaged; expected a file that was written to its end and not changed since");
}

} // namespace rotascope::hdf5
