// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <memory>

namespace rotascope {

/// Runs analyses off the GUI thread. Each takes over what the one before has counted for the source, whether that was shown or not.
/// One that fails because its method has no table is followed by one of the other methods, so that these can still be compared.
class LiveAnalysis : public QObject {
    Q_OBJECT

public:
    explicit LiveAnalysis(std::shared_ptr<Engine> engine, QObject* parent = nullptr);

    /// From the next request on; that one takes nothing over.
    void setEngine(std::shared_ptr<Engine> engine) { m_engine = std::move(engine); }
    /// Asks for an analysis; finished() or failed() follows unless a newer request or cancel() comes in between.
    /// `known` (may be null) is taken over where nothing has been computed here for the source yet.
    void request(std::shared_ptr<const Source> source, AnalysisSettings settings, std::shared_ptr<const Analysis> known = nullptr);
    /// Forgets all requests, also the one that is running.
    void cancel() { m_job.cancel(); }
    /// Whether a result is still to come.
    [[nodiscard]] bool isBusy() const { return m_job.isBusy(); }

signals:
    void finished(std::shared_ptr<const rotascope::Analysis> analysis);
    /// `others`: the comparison of the other methods under these settings; null where that failed as well.
    void failed(const QString& message, std::shared_ptr<const rotascope::Analysis> others);
    /// Some times a second, in steps of the analysis.
    void progressed(const rotascope::JobProgress& progress);

private:
    using Result = std::shared_ptr<const Analysis>;

    std::shared_ptr<Engine> m_engine;
    // What was computed last, and by what. Only the works touch them, and these never overlap.
    Result m_previous;
    std::shared_ptr<Engine> m_previousEngine;
    Result m_others; ///< of the request that is about to fail
    Job<Result> m_job; ///< last: its thread uses the others
};

} // namespace rotascope
