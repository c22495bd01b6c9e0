// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/file_follower.h"

#include "ui/base/message_bar.h"
#include "ui/base/text.h"
#include "ui/workspace/source_loader.h"
#include "ui/workspace/source_watch.h"
#include "ui/workspace/table_loader.h"
#include "ui/workspace/workspace.h"

#include <QFileInfo>
#include <utility>

namespace rotascope {
namespace {

QString nameOfFile(const QString& file)
{
    return visible(QFileInfo(file).fileName());
}

} // namespace

FileFollower::FileFollower(Workspace* workspace, SourceLoader* loader, TableLoader* tables, MessageBar* messages, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_loader(loader), m_tables(tables), m_messages(messages), m_source(new SourceWatch(this)),
      m_table(new SourceWatch(this))
{
    connect(m_source, &SourceWatch::changed, this, &FileFollower::sourceChanged);
    connect(m_source, &SourceWatch::vanished, this,
        [this] { say(tr("%1 is no longer there. What is shown is as it was read.").arg(nameOfFile(m_source->file()))); });
    connect(m_table, &SourceWatch::changed, this, &FileFollower::tableChanged);
    connect(loader, &SourceLoader::reloaded, this, &FileFollower::adopt);
    connect(loader, &SourceLoader::busyChanged, this, [this](bool isBusy) {
        if (!isBusy && m_isOld && m_isFollowing) { // it had to wait
            QMetaObject::invokeMethod(this, &FileFollower::sourceChanged, Qt::QueuedConnection);
        }
    });
    connect(workspace, &Workspace::settingsChanged, this, &FileFollower::watchTable);
}

void FileFollower::watch(const std::optional<FileState>& state)
{
    m_isReloading = false;
    m_isOld = false;
    setFollowing(false);
    const std::shared_ptr<const Source>& source = m_workspace->source();
    if (source->kind == SourceKind::Preset) {
        m_source->stop();
    } else {
        m_source->watch(QString::fromStdString(source->origin), state, source->kind == SourceKind::Recording);
    }
}

void FileFollower::setFollowing(bool on)
{
    if (std::exchange(m_isFollowing, on) == on) {
        return;
    }
    m_source->setPolling(on);
    m_table->setPolling(on);
    emit followingChanged();
    if (on && m_isOld) {
        sourceChanged();
    }
}

bool FileFollower::isTelling() const
{
    return m_isOld && !m_isFollowing && m_messages->message() == m_said;
}

void FileFollower::say(const QString& message)
{
    m_said = message;
    m_messages->showMessage(message);
}

void FileFollower::sourceChanged()
{
    m_isOld = true;
    if (m_isFollowing) {
        if (!m_loader->isBusy()) {
            reload();
        }
        return;
    }
    m_said = tr("%1 was changed since it was read.").arg(nameOfFile(m_source->file()));
    m_messages->offer(m_said, {tr("Reload"), [this] { reload(); }, tr("Reads the file again; all that was chosen stays")},
        {tr("Follow"), [this] { setFollowing(true); }, tr("Reads the file again now and whenever it changes")});
}

void FileFollower::reload()
{
    const std::shared_ptr<const Source>& source = m_workspace->source();
    if (source && source->kind != SourceKind::Preset) {
        m_isReloading = true;
        m_isOld = false;
        m_loader->reload(m_workspace->ropes());
    }
}

void FileFollower::adopt(const std::shared_ptr<const ReloadedSource>& source)
{
    m_isReloading = false;
    if (m_messages->message() == m_said) {
        m_messages->hide();
    }
    m_workspace->renew(source->ropes, source->report);
    const QString file = QString::fromStdString(m_workspace->source()->origin);
    m_source->watch(file, m_loader->fileState(), m_workspace->source()->kind == SourceKind::Recording);
    emit reloaded(nameOfFile(file));
}

// A file that is being written may be readable a moment later: while it is followed the next change is waited for.
bool FileFollower::takes(const Error& error)
{
    if (!std::exchange(m_isReloading, false)) {
        return false;
    }
    const QString message = translated(error.message);
    if (m_isFollowing) {
        m_source->countEveryWriting(); // it may have been read while it was half written
        say(tr("%1 What is shown is as it was read before.").arg(message + QLatin1Char('.')));
        return true;
    }
    m_isOld = true;
    m_said = message;
    m_messages->offer(message, {tr("Reload"), [this] { reload(); }, tr("Tries again to read the file; all that was chosen stays")},
        {tr("Open anew"), [this] { emit openAsked(QString::fromStdString(m_workspace->source()->origin)); },
            tr("Opens the file as if for the first time")});
    return true;
}

// It may be another after each step.
void FileFollower::watchTable()
{
    if (const QString file = m_workspace->tableFile(); file != m_table->file()) {
        const std::optional<TableFile>& adopted = m_tables->adopted();
        m_table->watch(file, adopted && adopted->name == file ? adopted->state : std::nullopt, false);
    }
}

void FileFollower::tableChanged()
{
    const QString file = m_table->file();
    if (m_isFollowing) {
        m_tables->load(file);
        return;
    }
    m_said = tr("The table %1 was changed since it was read.").arg(nameOfFile(file));
    m_messages->offer(m_said,
        {tr("Reload"), [this, file] { m_tables->load(file); }, tr("Reads the table again, as a step that can be undone")},
        {tr("Follow"),
            [this, file] {
                m_tables->load(file);
                setFollowing(true);
            },
            tr("Reads the file again now and whenever it changes")});
}

} // namespace rotascope
