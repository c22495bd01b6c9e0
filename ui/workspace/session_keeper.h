// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/file_fingerprint.h"
#include "core/session/session.h"
#include "ui/jobs/job.h"
#include "ui/workspace/workspace.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QLockFile;

namespace rotascope {

class SourceWatch;

/// The session's file: what Save writes, and the copy that is kept on the side (autosave), so that neither a crash nor the end of the
/// program loses more than the last seconds. The copies lie in the user's data folder, one for each open window. A window that ends as it
/// should leaves its copy under the name `last`. Whoever takes up a copy makes it its own: no other window ever opens it as well.
class SessionKeeper : public QObject {
    Q_OBJECT

public:
    /// How the window shows the session, as Session::view has it.
    using ViewState = std::function<std::map<std::string, std::string>()>;

    SessionKeeper(Workspace* workspace, ViewState view, QObject* parent = nullptr);
    ~SessionKeeper() override;

    /// Where the session was saved last, or opened from; empty: nowhere yet.
    [[nodiscard]] const QString& file() const { return m_file; }
    /// The session comes from this file now, which was in this state when it was read or written, or from none.
    void setFile(const QString& file, const std::optional<FileState>& state);
    /// What is in the file of each RoPE; empty: there is none, or it is not known.
    [[nodiscard]] const std::vector<Workspace::RopeState>& inFile() const { return m_inFile; }
    void setInFile(const std::vector<Workspace::RopeState>& ropes) { m_inFile = ropes; }
    /// Another program has written to the file since this window read or wrote it. Then what is open here is in no file.
    [[nodiscard]] bool isFileOther() const { return m_isFileOther; }
    /// Writes the session off the GUI thread; saved(), failed() or refused() follows. A file that another program has written to is
    /// replaced only if `overwrite`.
    void save(const QString& file, bool overwrite = false);
    [[nodiscard]] bool isSaving() const { return m_saving.isBusy(); }

    /// From now on a copy is kept on the side.
    void keepCopies();
    /// A session that a start without a file opens. `wasLost`: the program that had it open did not end as it should.
    struct Last {
        QString file;
        bool wasLost = false;
    };
    /// Takes up what a program that is gone had open: it becomes this window's copy. First what was lost, the newest before the others;
    /// else the copy `last`, but not while another window runs, which may have that open. None: there is nothing to take up.
    std::optional<Last> takeUp();
    /// The program ends as it should: writes the last copy and waits for it, unless the user has discarded what is open. What was taken up
    /// and could not be opened stays for the next start.
    void end(bool keep = true);

    /// Whether a session is a copy that was kept on the side, which is not a file that the user knows of.
    static bool isCopy(const QString& file);
    /// The file of which a copy was kept, as it was when the window read or wrote it last: from the view of the copy's session.
    static std::optional<FileState> stateIn(const std::map<std::string, std::string>& view);

signals:
    void saved(const QString& file);
    void failed(const QString& message);
    /// Nothing was written, because another program has written to the file since; `written`: when, ns since 1970.
    void refused(const QString& file, qint64 written);
    /// Another program has written to the file.
    void fileChanged();

private:
    struct Saved {
        QString file;
        std::optional<FileState> state; ///< of the file now
        bool isOther; ///< nothing was written: the file is another than it was
        std::vector<Workspace::RopeState> ropes; ///< that are in it
        QString notes; ///< the same
        std::vector<SessionScene> scenes; ///< the same
    };

    void finish(const Expected<Saved>& saved);
    [[nodiscard]] std::optional<Session> session() const;
    [[nodiscard]] std::optional<Session> sessionToKeep() const;
    void writeCopy();

    Workspace* m_workspace;
    ViewState m_view;
    QString m_file;
    std::optional<FileState> m_state; ///< of the file, when this window read or wrote it; none: not known
    SourceWatch* m_watch;
    bool m_isFileOther = false;
    std::vector<Workspace::RopeState> m_inFile;
    QString m_copy; ///< empty: none is kept
    std::unique_ptr<QLockFile> m_lock; ///< of the copy: whether the program that wrote it still runs
    QTimer m_copySoon;
    Job<Saved> m_saving;
    std::optional<Job<QString>> m_copying; ///< none when the program ends
};

} // namespace rotascope
