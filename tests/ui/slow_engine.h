// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/engine/forwarding_engine.h"

#include <condition_variable>
#include <mutex>

namespace rotascope::uitest {

/// The CPU engine, which can be held: then it answers only when it is released or asked to stop. It can also be made to fail.
class SlowEngine final : public test::ForwardingEngine {
public:
    Expected<AngleHistograms> histograms(
        std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals, EngineRun& run) override
    {
        std::unique_lock lock(m_mutex);
        if (m_fails) {
            return tl::unexpected(Error{ErrorKind::Engine, "the device fell asleep"});
        }
        if (!m_changed.wait(lock, run.stop, [this] { return !m_isHeld; })) {
            return stoppedError();
        }
        lock.unlock();
        return ForwardingEngine::histograms(turns, positions, intervals, run);
    }

    void hold() { set(true, false); }
    void letGo() { set(false, false); }
    void fail() { set(false, true); }

private:
    void set(bool isHeld, bool fails)
    {
        const std::lock_guard lock(m_mutex);
        m_isHeld = isHeld;
        m_fails = fails;
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_isHeld = false;
    bool m_fails = false;
};

} // namespace rotascope::uitest
