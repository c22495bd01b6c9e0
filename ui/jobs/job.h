// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "ui/jobs/job_control.h"
#include "ui/jobs/progress_meter.h"
#include "ui/jobs/workers.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace rotascope {

/// What a work sees of the request that it works for.
template <class Result> class JobRun {
public:
    JobRun(JobControl& control, std::function<void(Result)> deliver) : m_control(control), m_deliver(std::move(deliver)) { }

    /// To be looked at often; whoever is asked to stop answers ErrorKind::Stopped.
    [[nodiscard]] const std::stop_token& stop() const { return m_control.stop(); }
    /// Delivers a result before the last one, which the work returns.
    void deliver(Result result) const { m_deliver(std::move(result)); }
    /// How far the work is, in any unit; `total` 0: unknown. Cheap, and may come often.
    void progress(std::uint64_t done, std::uint64_t total) const { m_control.setProgress(done, total); }
    /// Waits until then; false if the work is asked to stop before.
    [[nodiscard]] bool sleepUntil(std::chrono::steady_clock::time_point time) const { return m_control.sleepUntil(time); }

private:
    JobControl& m_control;
    std::function<void(Result)> m_deliver;
};

/// Work off the GUI thread. It is asked for with request(), and what comes of it is told to the handlers, in the thread where the job
/// was made (the GUI thread, which needs an event loop).
///
/// - Only the newest request counts. It stops the older one, of which nothing is delivered any more.
/// - A work may deliver some results before its last one: coarse, then full.
/// - A work may say how far it is. The GUI learns it at most ten times a second, with rate and time left.
/// - An exception that leaves a work becomes an error. (Out of memory while its result is posted ends the program, as it does in Qt.)
/// - stop() asks the work to end soon, and its end is still told; cancel() forgets it.
/// - A job that is destroyed stops its work, waits until that has ended, and delivers nothing more.
///
/// Results are copied into the GUI thread: make large ones shared pointers.
template <class Result> class Job {
public:
    using Run = JobRun<Result>;
    /// Runs on a thread. Whatever it holds goes there as well.
    using Work = std::function<Expected<Result>(const Run&)>;

    /// None of them may destroy the job; all but finished() may be empty.
    struct Handlers {
        std::function<void(const Expected<Result>&)> finished; ///< the last result; the job is no longer busy
        std::function<void(const Result&)> staged = {}; ///< a result before the last
        std::function<void(const JobProgress&)> progressed = {}; ///< while the work runs, also when it has said nothing new
        std::function<void(bool)> busyChanged = {};
    };

    static constexpr std::chrono::milliseconds betweenLooks{100};

    explicit Job(Handlers handlers, WhenBusy whenBusy = WhenBusy::Wait) : m_handlers(std::move(handlers)), m_workers(whenBusy)
    {
        m_look.setInterval(betweenLooks);
        QObject::connect(&m_look, &QTimer::timeout, &m_home, [this] { look(); });
    }
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;
    ~Job()
    {
        m_workers.forget();
        if (m_current) {
            m_current->requestStop();
        }
    }

    /// Asks for a result. `onException`: the error that an exception becomes; the exception's own words are added to the message.
    void request(Work work,
        Error onException = {ErrorKind::Engine, QCoreApplication::translate("Job", "the computation could not be finished").toStdString()})
    {
        const bool wasBusy = isBusy();
        if (wasBusy) {
            m_current->requestStop();
        }
        m_current = std::make_shared<JobControl>();
        m_meter = {};
        m_workers.run([this, control = m_current, work = std::move(work), onException = std::move(onException)] {
            const Run run(*control, [&](Result result) { post([this, control, result = std::move(result)] { stage(control, result); }); });
            post([this, control, result = guarded(work, run, onException)] { finish(control, result); });
        });
        if (!wasBusy) {
            setBusy(true);
        }
    }

    /// Asks the work to stop. finished() follows: with ErrorKind::Stopped, or, if it was too late, with the result.
    void stop()
    {
        if (m_current) {
            m_current->requestStop();
        }
    }

    /// Stops the work and forgets it: no handler hears of it any more.
    void cancel()
    {
        stop();
        m_workers.forget();
        if (std::exchange(m_current, nullptr)) {
            setBusy(false);
        }
    }

    /// Whether the last result is still to come.
    [[nodiscard]] bool isBusy() const { return m_current != nullptr; }

private:
    using Control = std::shared_ptr<JobControl>;

    // Out of memory, above all.
    static Expected<Result> guarded(const Work& work, const Run& run, const Error& onException)
    try {
        return work(run);
    } catch (const std::exception& error) {
        return tl::unexpected(Error{onException.kind, onException.message + ": " + error.what()});
    } catch (...) {
        return tl::unexpected(onException);
    }

    // From any thread. Qt drops what arrives when m_home is gone.
    template <class Function> void post(Function function)
    {
        QMetaObject::invokeMethod(&m_home, std::move(function), Qt::QueuedConnection);
    }

    void stage(const Control& control, const Result& result)
    {
        if (control == m_current && m_handlers.staged) {
            m_handlers.staged(result);
        }
    }

    void finish(const Control& control, const Expected<Result>& result)
    {
        if (control == m_current) {
            m_current = nullptr;
            setBusy(false);
            m_handlers.finished(result);
        }
    }

    void look()
    {
        const auto [done, total] = m_current->progress();
        m_handlers.progressed(m_meter.update(done, total, std::chrono::steady_clock::now()));
    }

    void setBusy(bool busy)
    {
        if (busy && m_handlers.progressed) {
            m_look.start();
        } else {
            m_look.stop();
        }
        if (m_handlers.busyChanged) {
            m_handlers.busyChanged(busy);
        }
    }

    Handlers m_handlers;
    QObject m_home;
    QTimer m_look; ///< at the progress
    ProgressMeter m_meter;
    Control m_current; ///< the newest request's; null: nothing is to come
    Workers m_workers; ///< last: they end before anything that they use goes
};

} // namespace rotascope
