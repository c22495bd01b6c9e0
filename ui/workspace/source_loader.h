// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/sentence.h"
#include "core/session/session.h"
#include "core/source/open_source.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QString>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

struct LintReport;

/// A session that is open again.
struct RestoredSession {
    Session session;
    std::vector<std::shared_ptr<const Analysis>> ropes; ///< of its ropes that were chosen, the one that is shown last
    std::shared_ptr<const LintReport> report; ///< as loaded() gives it
    Sentence note; ///< what changed in the source since the session was saved; empty: nothing
};

/// Opens sources and makes the first analysis of each off the GUI thread: counting a large recording takes a while, and only then is
/// it known to be good. Only the newest request counts. It does not wait for an older one, which may hang at a bad file or a slow
/// disk where it cannot be stopped.
class SourceLoader : public QObject {
    Q_OBJECT

public:
    explicit SourceLoader(std::shared_ptr<Engine> engine, QObject* parent = nullptr);

    /// What makes the first analysis of sources that are asked for from now on.
    void setEngine(std::shared_ptr<Engine> engine) { m_engine = std::move(engine); }
    /// Opens a recording or a model's file (and one of its RoPEs; empty: the main one); loaded() or failed() follows. Of a session,
    /// restored() or failed(). `targetLength`: L′ to begin with, instead of the default.
    void loadFile(const QString& file, const QString& ropeName = {}, std::optional<std::int64_t> targetLength = {});
    /// The same for a preset.
    void loadPreset(const QString& modelId, std::optional<std::int64_t> targetLength = {});
    /// Another RoPE of the file; switched() or failed() follows.
    void loadRope(const QString& file, const QString& ropeName);
    /// A source that is open, from another starting point; the same.
    void loadStart(const SourcePointer& source, StartingPoint start);
    /// Stops; no signal follows but busyChanged().
    void cancel() { m_job.cancel(); }
    [[nodiscard]] bool isBusy() const { return m_job.isBusy(); }

signals:
    /// `report`: what engines do with the model's file that the source was read from; null where it has none.
    void loaded(std::shared_ptr<const rotascope::Analysis> first, std::shared_ptr<const rotascope::LintReport> report);
    void failed(const rotascope::Error& error);
    /// `file`: the session's.
    void restored(std::shared_ptr<const rotascope::RestoredSession> session, const QString& file);
    void switched(std::shared_ptr<const rotascope::Analysis> first);
    /// Some times a second: rows counted so far. The total is unknown before the first; when all are counted, the analysis follows.
    void progressed(const rotascope::JobProgress& progress);
    /// Also between a request and a newer one.
    void busyChanged(bool busy);

private:
    struct Opened {
        SourcePointer source;
        std::shared_ptr<const LintReport> report;
    };
    using Open = std::function<Expected<Opened>(const std::stop_token&, const OpenProgress&)>;
    static Opened atDefault(const OpenedSource& opened);
    static Open openerOf(const QString& file, const QString& ropeName);
    struct First {
        std::shared_ptr<const Analysis> analysis;
        std::shared_ptr<const LintReport> report;
        bool isSameModel = false; ///< as the one that was open
        std::shared_ptr<const RestoredSession> session = {}; ///< null: the file was not a session
        std::filesystem::path sessionFile = {};
    };
    /// What runs on the thread.
    using Work = Job<First>::Work;
    static Expected<First> restore(
        Engine& engine, const std::filesystem::path& file, std::optional<std::int64_t> targetLength, const Job<First>::Run& run);
    static Expected<First> open(
        Engine& engine, const Open& open, std::optional<std::int64_t> targetLength, bool isSameModel, const Job<First>::Run& run);

    void load(Open open, std::optional<std::int64_t> targetLength, bool isSameModel = false);
    void request(Work work);

    std::shared_ptr<Engine> m_engine;
    Job<First> m_job; ///< last: it tells the others
};

} // namespace rotascope
