// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/file_fingerprint.h"
#include "ui/jobs/job.h"

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>
#include <chrono>
#include <optional>

namespace rotascope {

/// Sees when the file of what is open becomes another: written to, replaced, gone. A file that is being written is looked at once it rests
/// for a moment, and at the latest after some seconds. It is read off the GUI thread.
class SourceWatch : public QObject {
    Q_OBJECT

public:
    explicit SourceWatch(QObject* parent = nullptr);

    /// From now on this file, which was in this state when it was read. `byTime`: it counts as another, too, when it was written to and
    /// what is looked at of it is the same, as is true of recordings, whose values are read as they are seen. Looks at once.
    void watch(const QString& file, const std::optional<FileState>& state, bool byTime);
    void stop();
    /// What was told of last could not be read: any writing since then counts, whatever it wrote.
    void countEveryWriting() { m_byTime = true; }
    [[nodiscard]] const QString& file() const { return m_file; }
    /// Whether to look now and then without being told, because the system does not tell what another machine writes.
    void setPolling(bool on);

    static constexpr std::chrono::milliseconds rest{400};
    static constexpr std::chrono::milliseconds atTheLatest{3000};
    static constexpr std::chrono::milliseconds betweenPolls{5000};

signals:
    /// The file is another than the one that was read. Once for each state.
    void changed();
    /// It is gone. Once, until it is there again.
    void vanished();

private:
    void listen();
    void noticed();
    void look();
    void finish(const Expected<FileState>& state);
    [[nodiscard]] bool isOther(const FileState& state) const;

    QString m_file; ///< empty: none
    bool m_byTime = false;
    std::optional<FileState> m_known; ///< as it was read, or as it was told of last
    bool m_isGone = false;
    QFileSystemWatcher m_watcher;
    QTimer m_rest;
    QTimer m_poll;
    QElapsedTimer m_sinceFirst; ///< of the changes that it waits for
    Job<FileState> m_job;
};

} // namespace rotascope
