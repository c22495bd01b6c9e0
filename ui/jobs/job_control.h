// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <stop_token>
#include <utility>

namespace rotascope {

/// What the GUI and a thread share of one request: whether it is to stop, and how far it is.
class JobControl {
public:
    JobControl() : m_token(m_stop.get_token()) { }

    void requestStop() { m_stop.request_stop(); }
    [[nodiscard]] const std::stop_token& stop() const { return m_token; }

    /// May be called as often as the work likes: the GUI looks at it a few times a second.
    void setProgress(std::uint64_t done, std::uint64_t total)
    {
        const std::lock_guard lock(m_mutex);
        m_progress = {done, total};
    }
    /// Done and total; 0 of 0 before the first.
    [[nodiscard]] std::pair<std::uint64_t, std::uint64_t> progress() const
    {
        const std::lock_guard lock(m_mutex);
        return m_progress;
    }

    /// Waits until then; false if it is asked to stop before.
    [[nodiscard]] bool sleepUntil(std::chrono::steady_clock::time_point time) const;

private:
    std::stop_source m_stop;
    std::stop_token m_token;
    mutable std::mutex m_mutex;
    std::pair<std::uint64_t, std::uint64_t> m_progress;
};

} // namespace rotascope
