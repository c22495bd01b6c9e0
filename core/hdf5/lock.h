// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>

namespace rotascope::hdf5 {

/// Held around every call into HDF5: one caller at a time in the process, whether or not the library was built thread-safe.
/// May be nested within a thread. While it is held, HDF5 prints no errors and loads no plugins.
class Lock {
public:
    Lock();

    /// In a child process that was made while its parent's only thread here held the lock: makes the lock again, because a
    /// recursive lock belongs to the thread that took it, and that one was left behind.
    static void renewAfterFork();

private:
    std::unique_lock<std::recursive_mutex> m_lock;
};

} // namespace rotascope::hdf5
