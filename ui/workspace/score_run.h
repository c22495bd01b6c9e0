// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/score_run.h"
#include "ui/jobs/job.h"
#include "ui/workspace/score_files.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>

class QProcess;

namespace rotascope {

class Workspace;

/// A run of rotascope_evaluate (docs/evaluation.md) for this window: a process that scores a real model under tables and adds to a file as
/// it goes on. It goes on while the dialog that started it is closed, and ends with the window. What is in the file when it ends, however
/// it ends, is read and told.
class ScoreRun : public QObject {
    Q_OBJECT

public:
    /// That of this workspace, which all who show it share.
    static ScoreRun& of(Workspace& workspace);
    ~ScoreRun() override;

    /// Begins; not while isRunning(). The tables are there, and `python` has the package.
    void start(const QString& python, const ScoreRunRequest& request);
    /// Asks it to end, and ends it where it does not within some seconds. What it has measured is in the file.
    void stop();

    /// Whether the process has not ended yet, or what it wrote is still being read.
    [[nodiscard]] bool isRunning() const { return m_process != nullptr || m_reader.isBusy(); }
    /// Whether it would be cut short by the end of the window: it runs, and was not asked to stop.
    [[nodiscard]] bool isAtWork() const { return m_process != nullptr && !m_isStopping; }
    [[nodiscard]] bool isStopping() const { return m_isStopping; }
    /// total is 0 until the model is loaded.
    [[nodiscard]] const ScoreRunProgress& progress() const { return m_progress; }
    /// Where the scores of the last run go.
    [[nodiscard]] const QString& file() const { return m_file; }
    /// How the last run ended, in a sentence; empty before that.
    [[nodiscard]] const QString& outcome() const { return m_outcome; }
    /// Whether it failed.
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }
    /// How far it is, in a sentence: "3 of 12, 4 min left".
    [[nodiscard]] QString progressText() const;

signals:
    /// Any of these changed.
    void changed();
    /// It has ended and left scores.
    void scored(const rotascope::OpenedScores& scores);
    /// It has ended by a fault; outcome() says which.
    void failed(const QString& message);

private:
    using Result = std::shared_ptr<const ScoreSet>;

    explicit ScoreRun(Workspace* workspace);
    void readLines();
    void readWords();
    void endProcess();
    void signalGroup(int number) const;
    void readScores();
    void finish(const Expected<Result>& scores);

    QProcess* m_process = nullptr; ///< null: none runs
    QTimer m_patience; ///< until what was asked to end is ended
    QByteArray m_words; ///< the last that it said on standard error
    QString m_file;
    ScoreRunProgress m_progress;
    QString m_outcome;
    bool m_isStopping = false;
    bool m_hasFailed = false;
    Job<Result> m_reader; ///< of what it wrote
};

} // namespace rotascope
