// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QMetaObject>
#include <QObject>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>

namespace rotascope {

/// Computes results of one kind on a thread of its own. Only the newest request counts: it replaces one that waits and stops one
/// that runs; a result that is no longer wanted is dropped, never delivered. What is computed one after the other may share data
/// without a lock: there is one thread.
template <class Result> class LiveResult {
public:
    /// Runs on the thread; should look at the token and answer ErrorKind::Stopped when it is asked to stop.
    using Compute = std::function<Expected<Result>(const std::stop_token&)>;
    /// Runs where this object was made (the GUI thread) unless a newer request or cancel() came in between. Never gets ErrorKind::Stopped.
    using Deliver = std::function<void(const Expected<Result>&)>;

    explicit LiveResult(Deliver deliver) : m_deliver(std::move(deliver)), m_thread([this](const std::stop_token& stop) { work(stop); }) { }
    LiveResult(const LiveResult&) = delete;
    LiveResult& operator=(const LiveResult&) = delete;
    ~LiveResult() { cancel(); }

    /// Asks for a result; it is delivered unless a newer request or cancel() comes first.
    void request(Compute compute)
    {
        ++m_generation;
        {
            const std::lock_guard lock(m_mutex);
            m_waiting = Job{std::move(compute), m_generation};
            m_running.request_stop();
        }
        m_wake.notify_one();
    }

    /// Forgets whatever is asked for or running.
    void cancel()
    {
        m_delivered = ++m_generation;
        const std::lock_guard lock(m_mutex);
        m_waiting.reset();
        m_running.request_stop();
    }

    /// Whether a result is still to come.
    [[nodiscard]] bool isBusy() const { return m_delivered != m_generation; }

private:
    struct Job {
        Compute compute;
        std::uint64_t generation = 0;
    };

    void work(const std::stop_token& stop)
    {
        while (true) {
            Job job;
            std::stop_token running;
            {
                std::unique_lock lock(m_mutex);
                if (!m_wake.wait(lock, stop, [this] { return m_waiting.has_value(); })) {
                    return;
                }
                job = *std::exchange(m_waiting, std::nullopt);
                m_running = std::stop_source();
                running = m_running.get_token();
            }
            QMetaObject::invokeMethod(
                &m_home, [this, generation = job.generation, result = guarded(job.compute, running)] { deliver(generation, result); },
                Qt::QueuedConnection);
        }
    }

    // Out of memory, above all: no exception leaves a thread.
    static Expected<Result> guarded(const Compute& compute, const std::stop_token& stop)
    try {
        return compute(stop);
    } catch (const std::exception& error) {
        return tl::unexpected(Error{ErrorKind::Engine, std::string("the computation could not be finished: ") + error.what()});
    }

    void deliver(std::uint64_t generation, const Expected<Result>& result)
    {
        if (generation != m_generation) {
            return;
        }
        m_delivered = generation;
        if (result || result.error().kind != ErrorKind::Stopped) {
            m_deliver(result);
        }
    }

    Deliver m_deliver;
    QObject m_home; ///< results that arrive after it is gone are dropped by Qt

    // Touched by the GUI thread alone.
    std::uint64_t m_generation = 0;
    std::uint64_t m_delivered = 0;

    // Shared with the thread.
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Job> m_waiting;
    std::stop_source m_running; ///< stops what is computed now

    std::jthread m_thread; ///< last: it is joined before anything that it uses goes
};

} // namespace rotascope
