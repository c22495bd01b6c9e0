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

/// A result that takes long, such as a landscape, for the workspace's newest analysis and while its view can be seen. After each change a
/// coarse result comes first; the full one follows when the user has changed nothing for a moment, so that a slider can be moved
/// smoothly.
///
/// A newer change stops the full computation but not a coarse one, which is soon there: while a slider moves without a break, views
/// show results that are a little old rather than none.
template <class Value> class CoarseThenFull : public ResultSignals {
public:
    using Result = std::shared_ptr<const Value>;

    /// What one kind of result differs in from the others.
    struct Kind {
        /// Runs on a thread. `lastFull`: the last full result of this engine, from which a full one may take over what still holds;
        /// may be null.
        Expected<Result> (*compute)(
            Engine& engine, const Analysis& analysis, Detail detail, const Result& lastFull, const std::stop_token& stop);
        /// Whether a result for one analysis is also that of the other.
        bool (*holdsFor)(const Analysis& computed, const Analysis& other);
        /// Whether the full result is likely to come as soon as a coarse one, which is then left out. `last`: the last full one,
        /// computed for `analysis`.
        bool (*isQuick)(const Value& last, const Analysis& analysis, const Analysis& wanted);
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
    [[nodiscard]] const Result& result() const { return m_result; }
    /// Whether it is that of the workspace's analysis.
    [[nodiscard]] bool isCurrent() const { return m_result && holdsFor(m_resultOf, newest()); }
    /// Whether it is that, and full.
    [[nodiscard]] bool isFinal() const { return isCurrent() && m_result == m_full.result; }

private:
    using AnalysisPointer = std::shared_ptr<const Analysis>;

    // A slider that moves sends something new more often than this.
    static constexpr std::chrono::milliseconds rest{150};

    struct Full {
        Result result;
        AnalysisPointer analysis; ///< that it is of
        std::shared_ptr<Engine> engine; ///< that computed it
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
        const bool isQuick = m_full.result && m_kind.isQuick(*m_full.result, *m_full.analysis, *m_wanted);
        // Another engine's results are not taken over: a user who chose this engine wants to see it at work.
        const Result lastFull = m_full.engine == m_engine ? m_full.result : nullptr;
        m_job.request([compute = m_kind.compute, engine = m_engine, analysis = m_wanted, isQuick, lastFull, rested = m_changed + rest](
                          const JobRun<Result>& run) -> Expected<Result> {
            if (!isQuick) {
                Expected<Result> coarse = compute(*engine, *analysis, Detail::Coarse, nullptr, run.stop());
                if (!coarse) {
                    return coarse;
                }
                run.deliver(*coarse);
                if (!run.sleepUntil(rested)) {
                    return stoppedError();
                }
            }
            return compute(*engine, *analysis, Detail::Full, lastFull, run.stop());
        });
    }

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
            m_full = {*result, m_computed, m_engine};
            show(*result);
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
        m_result = result;
        m_resultOf = m_computed;
        m_workspace->notify(result->run.notices);
    }

    Kind m_kind;
    QPointer<Workspace> m_workspace; ///< may go first
    std::function<bool()> m_isSeen;

    Result m_result;
    AnalysisPointer m_resultOf; ///< that m_result is of
    Full m_full; ///< the last full one
    AnalysisPointer m_wanted; ///< the newest that was asked for
    std::chrono::steady_clock::time_point m_changed; ///< when that was
    bool m_hasFailed = false; ///< whether that failed: it would do so again
    AnalysisPointer m_computed; ///< that the job works for, or did last
    std::shared_ptr<Engine> m_engine; ///< that it computes with
    bool m_comesSoon = false; ///< whether the job's next result is a quick one: coarse, or full and as quick
    Job<Result> m_job; ///< last: it delivers to the others
};

} // namespace rotascope
