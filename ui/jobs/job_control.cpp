// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job_control.h"

#include <condition_variable>

namespace rotascope {

bool JobControl::sleepUntil(std::chrono::steady_clock::time_point time) const
{
    std::mutex mutex;
    std::condition_variable_any wake; // nothing but the stop wakes it early
    std::unique_lock lock(mutex);
    wake.wait_until(lock, m_token, time, [] { return false; });
    return !m_token.stop_requested();
}

} // namespace rotascope
