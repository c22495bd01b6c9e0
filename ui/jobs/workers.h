// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <vector>

namespace rotascope {

/// What becomes of a task that is asked for while an older one still runs.
enum class WhenBusy {
    Wait, ///< it begins when the older has ended: tasks run one after the other, and may share data without a lock
    LeaveBehind ///< it begins at once, on another thread: for tasks that may hang where they cannot be stopped
};

/// Threads that run the newest of the tasks that they are given. The first begins with the first task.
class Workers {
public:
    explicit Workers(WhenBusy whenBusy);
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;
    /// Waits until every task that runs has ended, those left behind as well. One that waits is never run.
    ~Workers();

    /// Runs the task, which must not throw. One that waits is forgotten. Where the system gives no thread, it returns when the task has
    /// ended.
    void run(std::function<void()> task);
    /// Forgets the task that waits, if there is one.
    void forget();

private:
    class Worker;

    WhenBusy m_whenBusy;
    std::vector<std::unique_ptr<Worker>> m_workers; ///< the last one takes the next task; the others have been left behind
};

} // namespace rotascope
