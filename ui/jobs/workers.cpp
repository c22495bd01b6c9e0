// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/workers.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>

namespace rotascope {

/// One thread. Destroyed, it waits until its task has ended.
class Workers::Worker {
public:
    Worker() : m_thread([this](const std::stop_token& end) { work(end); }) { }

    void run(std::function<void()> task)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_next = std::move(task);
        }
        m_wake.notify_one();
    }

    void forget()
    {
        const std::lock_guard lock(m_mutex);
        m_next = nullptr;
    }

    [[nodiscard]] bool isBusy()
    {
        const std::lock_guard lock(m_mutex);
        return m_runs || m_next;
    }

    /// Takes no more tasks; the thread ends after the one that runs.
    void end() { m_thread.request_stop(); }
    /// Whether the thread has come to its end, so that waiting for it takes no time.
    [[nodiscard]] bool hasEnded() const { return m_ended; }

private:
    void work(const std::stop_token& end)
    {
        while (std::function<void()> task = next(end)) {
            task();
            task = nullptr; // what it holds goes before another task may begin
            const std::lock_guard lock(m_mutex);
            m_runs = false;
        }
        m_ended = true;
    }

    // The next task; none at the end.
    std::function<void()> next(const std::stop_token& end)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, end, [this] { return m_next != nullptr; });
        if (end.stop_requested()) {
            return nullptr;
        }
        m_runs = true;
        return std::exchange(m_next, nullptr);
    }

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::function<void()> m_next;
    bool m_runs = false;
    std::atomic<bool> m_ended = false;
    std::jthread m_thread; ///< last: it is joined before anything that it uses goes
};

Workers::Workers(WhenBusy whenBusy) : m_whenBusy(whenBusy) { }

Workers::~Workers() = default;

void Workers::run(std::function<void()> task)
{
    std::erase_if(m_workers, [](const auto& worker) { return worker->hasEnded(); });
    const bool isLeftBehind = !m_workers.empty() && m_whenBusy == WhenBusy::LeaveBehind && m_workers.back()->isBusy();
    if (m_workers.empty() || isLeftBehind) {
        try {
            m_workers.push_back(std::make_unique<Worker>());
        } catch (const std::system_error&) { // the system gives no thread: it is done here, and the window waits
            task();
            return;
        }
    }
    if (isLeftBehind) {
        m_workers[m_workers.size() - 2]->end();
    }
    m_workers.back()->run(std::move(task));
}

void Workers::forget()
{
    if (!m_workers.empty()) {
        m_workers.back()->forget();
    }
}

} // namespace rotascope
