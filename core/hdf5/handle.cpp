// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/handle.h"

#include <new>

namespace rotascope::hdf5 {
namespace {

std::recursive_mutex& processMutex()
{
    static std::recursive_mutex mutex;
    return mutex;
}

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

Lock::Lock() : m_lock(processMutex())
{
    // The error stack and its printing belong to the thread in a thread-safe build, so this is not done once and for all.
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    H5PLset_loading_state(0);
}

void Lock::renewAfterFork()
{
    new (&processMutex()) std::recursive_mutex;
}

std::string takeErrorText()
{
    std::string text;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, copyDescription, &text);
    H5Eclear2(H5E_DEFAULT);
    return text.empty() ? "HDF5 gives no reason" : text;
}

} // namespace rotascope::hdf5
