// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/disturbance/analysis.h"

#include <QObject>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace rotascope {

/// Runs analyses on a thread of its own. Only the newest request counts: one that is asked for while another runs waits for
/// it and replaces any that waits already; a result that is no longer wanted is dropped, never shown.
class LiveAnalysis : public QObject {
    Q_OBJECT

public:
    explicit LiveAnalysis(std::shared_ptr<Engine> engine, QObject* parent = nullptr);
    ~LiveAnalysis() override;

    /// Asks for an analysis; finished() or failed() follows unless a newer request or cancel() comes in between.
    void request(std::shared_ptr<const Source> source, AnalysisSettings settings);
    /// Forgets whatever is asked for or running.
    void cancel();
    /// Whether a result is still to come.
    [[nodiscard]] bool isBusy() const { return m_delivered != m_generation; }

signals:
    void finished(std::shared_ptr<const rotascope::Analysis> analysis);
    void failed(const QString& message);

private:
    struct Request {
        std::shared_ptr<const Source> source;
        AnalysisSettings settings;
        std::uint64_t generation = 0;
    };

    void work(const std::stop_token& stop);
    void deliver(std::uint64_t generation, const Expected<std::shared_ptr<const Analysis>>& result);

    std::shared_ptr<Engine> m_engine;

    // Touched by the GUI thread alone.
    std::uint64_t m_generation = 0;
    std::uint64_t m_delivered = 0;

    // Shared with the worker.
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Request> m_waiting;
    std::stop_source m_running; ///< stops the analysis that runs now

    std::jthread m_thread; ///< last: it is joined before anything that it uses goes
};

} // namespace rotascope
