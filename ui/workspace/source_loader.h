// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/files/file_fingerprint.h"
#include "core/sentence.h"
#include "core/session/session.h"
#include "core/source/open_source.h"
#include "ui/jobs/job.h"
#include "ui/workspace/score_files.h"
#include "ui/workspace/workspace.h"

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
    Sentence note; ///< what changed in its sources since the session was saved, and what of it is left out; empty: nothing
    std::optional<FileState> state; ///< of the session's file, when it was read; none: not known
};

/// What was open, read again from its file.
struct ReloadedSource {
    std::vector<std::shared_ptr<const Analysis>> ropes; ///< one for each that was asked for, in their order
    std::shared_ptr<const LintReport> report; ///< as loaded() gives it
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
    /// restored() or failed(); of scores, scoresLoaded() or failed(). `targetLength`: L′ to begin with, instead of the default.
    void loadFile(const QString& file, const QString& ropeName = {}, std::optional<std::int64_t> targetLength = {});
    /// The same for a preset.
    void loadPreset(const QString& modelId, std::optional<std::int64_t> targetLength = {});
    /// Another RoPE of the file; switched() or failed() follows.
    void loadRope(const QString& file, const QString& ropeName);
    /// Reads what is open again from its file, each with its settings as they are carried over (core/analysis/settings.h); reloaded() or
    /// failed() follows. It fails, too, where a RoPE is gone, has other dimensions, or its settings are not valid any more.
    void reload(const std::vector<Workspace::RopeState>& ropes);
    /// A source that is open, from another starting point; the same.
    void loadStart(const SourcePointer& source, StartingPoint start);
    /// What a second source is to be compared with: the source that is open, and how.
    struct Beside {
        SourcePointer source;
        AnalysisSettings settings;
    };
    /// Opens a second source, and counts it to be sure that it can be compared; otherLoaded() or failed() follows. Of a file with several
    /// RoPEs the one named so; empty: the one named as that of the source that is open, else the main one.
    void loadOther(const QString& file, const QString& ropeName, const Beside& beside);
    void loadOtherPreset(const QString& modelId, const Beside& beside);
    /// Finds these tokens of the recording that is open; partLoaded() or failed() follows.
    void loadPart(const Beside& beside, const TokenChoice& tokens);
    /// Stops; no signal follows but busyChanged().
    void cancel() { m_job.cancel(); }
    [[nodiscard]] bool isBusy() const { return m_job.isBusy(); }
    /// The file of what loaded(), restored() or reloaded() told of last, just before it was read; none of a preset.
    [[nodiscard]] const std::optional<FileState>& fileState() const { return m_fileState; }

signals:
    /// `report`: what engines do with the model's file that the source was read from; null where it has none.
    void loaded(std::shared_ptr<const rotascope::Analysis> first, std::shared_ptr<const rotascope::LintReport> report);
    void failed(const rotascope::Error& error);
    /// `file`: the session's.
    void restored(std::shared_ptr<const rotascope::RestoredSession> session, const QString& file);
    void scoresLoaded(const rotascope::OpenedScores& scores);
    void switched(std::shared_ptr<const rotascope::Analysis> first);
    void otherLoaded(const rotascope::OtherSource& other);
    /// `source`: what it is a part of.
    void partLoaded(std::shared_ptr<const rotascope::Source> source, std::shared_ptr<const rotascope::RecordedPart> part);
    void reloaded(std::shared_ptr<const rotascope::ReloadedSource> source);
    /// Some times a second: rows counted so far, of the positions and then of the angles. The total is unknown before the first; when all
    /// are counted, the analysis follows.
    void progressed(const rotascope::JobProgress& progress);
    /// Now and then while the angles of a large recording are counted: some of them (CountingWatch::soFar).
    void counted(std::shared_ptr<const rotascope::AngleHistograms> soFar);
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
        std::optional<OtherSource> other = {}; ///< none: it is no second source that was asked for
        std::shared_ptr<const RecordedPart> part = {}; ///< null: no part of a recording was
        SourcePointer whole = {}; ///< what it is a part of
        std::shared_ptr<const ReloadedSource> reloaded = {}; ///< null: it was not read again
        std::optional<FileState> fileState = {};
        OpenedScores scores = {}; ///< no file: it was not one of scores
        std::shared_ptr<const AngleHistograms> counted = {}; ///< before the last: what was counted so far
    };
    /// What runs on the thread.
    using Work = Job<First>::Work;
    static Expected<First> readScores(const std::filesystem::path& file);
    static Expected<First> restore(
        Engine& engine, const std::filesystem::path& file, std::optional<std::int64_t> targetLength, const Job<First>::Run& run);
    static Expected<First> open(
        Engine& engine, const Open& open, std::optional<std::int64_t> targetLength, bool isSameModel, const Job<First>::Run& run);
    /// What of a session's RoPE is made of files: a part of the recording, and a second source. What cannot be had is left out, and said in
    /// `note`.
    static AnalysisSettings completed(Engine& engine, const SessionRope& rope, const SourcePointer& source,
        const std::filesystem::path& sessionFile, Sentence& note, const Job<First>::Run& run);
    static Expected<void> countWatched(const Source& source, const AnalysisSettings& settings, const Job<First>::Run& run);
    static Expected<std::shared_ptr<const Analysis>> analyzeFirst(
        Engine& engine, const SourcePointer& source, const AnalysisSettings& settings, const Job<First>::Run& run);
    static Expected<OtherSource> checkedOther(Engine& engine, const OtherSource& other, const Beside& beside, const Job<First>::Run& run);
    static Expected<OtherSource> openOther(
        const SessionOther& other, const std::filesystem::path& sessionFile, Sentence& note, const Job<First>::Run& run);

    void requestOther(Open opener, const Beside& beside);
    void load(Open open, std::optional<std::int64_t> targetLength, bool isSameModel = false);
    void request(Work work);

    static Expected<First> readAgain(Engine& engine, const std::vector<Workspace::RopeState>& ropes, const Job<First>::Run& run);
    void finish(const Expected<First>& result);

    std::shared_ptr<Engine> m_engine;
    std::optional<FileState> m_fileState;
    Job<First> m_job; ///< last: it tells the others
};

} // namespace rotascope
