// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/lock.h"

#include <hdf5.h>
#include <new>

namespace rotascope::hdf5 {
namespace {

std::recursive_mutex& processMutex()
{
    static std::recursive_mutex mutex;
    return mutex;
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

} // namespace rotascope::hdf5
