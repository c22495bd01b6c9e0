// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/files/file_fingerprint.h"

#include <QObject>
#include <QString>
#include <memory>
#include <optional>

namespace rotascope {

class MessageBar;
class SourceLoader;
class SourceWatch;
class TableLoader;
class Workspace;
struct ReloadedSource;

/// What the window does when the file of what is open, or that of the table that is set, becomes another: it says so and offers to read it
/// again, or, while it follows, does so on its own. All that was chosen stays.
class FileFollower : public QObject {
    Q_OBJECT

public:
    FileFollower(Workspace* workspace, SourceLoader* loader, TableLoader* tables, MessageBar* messages, QObject* parent);

    /// Another source was adopted, whose file was in this state when it was read. It is not followed.
    void watch(const std::optional<FileState>& state);
    /// Reads the file of what is open again.
    void reload();
    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
    void setFollowing(bool on);
    /// Whether a failure of the loader is that of reading again, which is then dealt with.
    bool takes(const Error& error);
    /// Whether the message that stands is that the file is newer than what is shown.
    [[nodiscard]] bool isTelling() const;
    /// Something else is opened: what is read again does not matter any more.
    void forget() { m_isReloading = false; }

signals:
    void followingChanged();
    /// The file was read again, and is shown.
    void reloaded(const QString& name);
    /// It is to be opened as if for the first time.
    void openAsked(const QString& file);

private:
    void sourceChanged();
    void tableChanged();
    void watchTable();
    void adopt(const std::shared_ptr<const ReloadedSource>& source);
    void say(const QString& message);

    Workspace* m_workspace;
    SourceLoader* m_loader;
    TableLoader* m_tables;
    MessageBar* m_messages;
    SourceWatch* m_source;
    SourceWatch* m_table;
    bool m_isFollowing = false;
    bool m_isReloading = false;
    bool m_isOld = false; ///< the file is newer than what is shown
    QString m_said; ///< the message that tells of a file, while it stands
};

} // namespace rotascope
