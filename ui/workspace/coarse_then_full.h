// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "ui/base/text.h"
#include "ui/jobs/job.h"
#include "ui/workspace/workspace.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace rotascope {

enum class Detail { Coarse, Full };

/// The signal of all CoarseThenFull: a class template cannot have its own.
class ResultSignals : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    /// The result is another one, or is no longer that of the newest analysis.
    void changed();
};

/// A result that takes long, such as a landscape, for the workspace's newest analysis and while its view can be seen. Where this machine is
/// fast enough for it, by what the results before took, the full one follows each change. Elsewhere a coarse result comes first, and the
/// full one when the user has changed nothing for a moment, so that a slider can be moved smoothly.
///
/// A newer change stops a full computation that takes long but nothing that is soon there: while a slider moves without a break, views
/// show results that are a little old rather than none.
template <class Value> class CoarseThenFull : public ResultSignals {
public:
    using Result = std::shared_ptr<const Value>;

    /// A result, and the analysis that it is of. Both null: there is none.
    struct Known {
        Result result = {};
        std::shared_ptr<const Analysis> analysis = {};
    };

    /// A full result that takes no longer follows a slider by itself, milliseconds: what people take for at once (Miller 1968, topic 1).
    static constexpr double atOnce = 100.0;

    /// What one kind of result differs in from the others.
    struct Kind {
        /// Runs on a thread. `lastFull`: the last full result of this engine, from which a full one may take over what still holds;
        /// may be null.
        Expected<Result> (*compute)(
            Engine& engine, const Analysis& analysis, Detail detail, const Result& lastFull, const std::stop_token& stop);
        /// Whether a result for one analysis is also that of the other.
        bool (*holdsFor)(const Analysis& computed, const Analysis& other);
        /// How long the full result is likely to take, milliseconds, by what earlier ones took. `newest`: the last result, coarse or full;
        /// `lastFull`: the last full one, which may be null; both of this engine.
        double (*expected)(const Known& newest, const Known& lastFull, const Analysis& wanted);
        QString failure; ///< the message for the user, with %1 for the reason
    };

    /// `isSeen`: whether the view can be seen. While it cannot, nothing is computed.
    CoarseThenFull(Kind kind, Workspace* workspace, std::function<bool()> isSeen, QObject* parent)
        : ResultSignals(parent), m_kind(std::move(kind)), m_workspace(workspace), m_isSeen(std::move(isSeen)),
          m_job({
              .finished = [this](const Expected<Result>& result) { takeLast(result); },
              .staged = [this](const Result& result) { takeCoarse(result); },
          })
    {
        connect(workspace, &Workspace::analysisChanged, this, &CoarseThenFull::look);
        connect(workspace, &QObject::destroyed, this, &CoarseThenFull::lookAway);
    }

    /// The view is seen, perhaps again: computes what is missing.
    void look()
    {
        const std::shared_ptr<const Analysis> analysis = newest();
        if (!analysis || !m_isSeen()) {
            return;
        }
        const bool isUnderWay = m_job.isBusy() || m_hasFailed || isFinal();
        if (holdsFor(m_wanted, analysis) && isUnderWay) {
            return;
        }
        m_wanted = analysis;
        m_changed = std::chrono::steady_clock::now();
        m_hasFailed = false;
        if (isFinal()) { // as after an undo, while another result was on its way
            m_job.cancel();
        } else if (!m_job.isBusy() || !m_comesSoon || m_computed->source != analysis->source) {
            compute();
        }
        emit changed();
    }

    /// The view is hidden: stops.
    void lookAway() { m_job.cancel(); }

    /// The newest result, coarse or full; null before the first.
    [[nodiscard]] const Result& result() const { return m_newest.result; }
    /// Whether it is that of the workspace's analysis.
    [[nodiscard]] bool isCurrent() const { return m_newest.result && holdsFor(m_newest.analysis, newest()); }
    /// Whether it is that, and full.
    [[nodiscard]] bool isFinal() const { return isCurrent() && m_newest.result == m_full.result; }

private:
    using AnalysisPointer = std::shared_ptr<const Analysis>;

    // A slider that moves sends something new more often than this.
    static constexpr std::chrono::milliseconds rest{150};

    struct Computed : Known {
        std::shared_ptr<Engine> engine = {};
    };

    [[nodiscard]] AnalysisPointer newest() const { return m_workspace != nullptr ? m_workspace->analysis() : nullptr; }
    [[nodiscard]] bool holdsFor(const AnalysisPointer& computed, const AnalysisPointer& other) const
    {
        return computed && other && m_kind.holdsFor(*computed, *other);
    }

    void compute()
    {
        m_computed = m_wanted;
        m_engine = m_workspace->engine();
        m_comesSoon = true;
        // Another engine's results are not taken over: a user who chose this engine wants to see it at work.
        const Known newest = ofThisEngine(m_newest);
        const Known lastFull = ofThisEngine(m_full);
        const bool isQuick = newest.result && m_kind.expected(newest, lastFull, *m_wanted) <= atOnce;
        m_job.request([kind = m_kind, engine = m_engine, analysis = m_wanted, isQuick, lastFull, rested = m_changed + rest](
                          const JobRun<Result>& run) -> Expected<Result> {
            if (!isQuick) {
                Expected<Result> coarse = kind.compute(*engine, *analysis, Detail::Coarse, nullptr, run.stop());
                if (!coarse) {
                    return coarse;
                }
                run.deliver(*coarse);
                if (kind.expected({*coarse, analysis}, lastFull, *analysis) > atOnce && !run.sleepUntil(rested)) {
                    return stoppedError();
                }
            }
            return kind.compute(*engine, *analysis, Detail::Full, lastFull.result, run.stop());
        });
    }

    [[nodiscard]] Known ofThisEngine(const Computed& computed) const { return computed.engine == m_engine ? Known(computed) : Known(); }

    void takeCoarse(const Result& result)
    {
        m_comesSoon = false;
        show(result);
        if (!m_isSeen()) {
            m_job.cancel();
        } else if (!holdsFor(m_computed, m_wanted)) {
            compute();
        }
        emit changed();
    }

    void takeLast(const Expected<Result>& result)
    {
        const bool isWanted = holdsFor(m_computed, m_wanted);
        if (result) {
            show(*result);
            m_full = m_newest;
        } else if (isWanted) {
            m_hasFailed = true;
            m_workspace->report(m_kind.failure.arg(translated(result.error().message)));
        }
        if (!isWanted && m_isSeen()) {
            compute();
        }
        if (result) {
            emit changed();
        }
    }

    void show(const Result& result)
    {
        m_newest = {{result, m_computed}, m_engine};
        m_workspace->notify(result->run.notices);
    }

    Kind m_kind;
    QPointer<Workspace> m_workspace; ///< may go first
    std::function<bool()> m_isSeen;

    Computed m_newest; ///< coarse or full
    Computed m_full; ///< the last full one
    AnalysisPointer m_wanted; ///< the newest that was asked for
    std::chrono::steady_clock::time_point m_changed; ///< when that was
    bool m_hasFailed = false; ///< whether that failed: it would do so again
    AnalysisPointer m_computed; ///< that the job works for, or did last
    std::shared_ptr<Engine> m_engine; ///< that it computes with
    bool m_comesSoon = false; ///< whether the job's next result is a quick one: coarse, or full and as quick
    Job<Result> m_job; ///< last: it delivers to the others
};

} // namespace rotascope
