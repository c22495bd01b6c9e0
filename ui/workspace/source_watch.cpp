// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/source_watch.h"

#include <QFileInfo>
#include <algorithm>
#include <filesystem>
#include <utility>

namespace rotascope {

SourceWatch::SourceWatch(QObject* parent)
    : QObject(parent), m_job({.finished = [this](const Expected<FileState>& state) { finish(state); }}, WhenBusy::LeaveBehind)
{
    m_rest.setSingleShot(true);
    m_poll.setInterval(betweenPolls);
    connect(&m_rest, &QTimer::timeout, this, &SourceWatch::look);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (!m_job.isBusy()) {
            look();
        }
    });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &SourceWatch::noticed);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        if (m_isGone || !m_watcher.files().contains(m_file)) { // else it is another file that came or went
            noticed();
        }
    });
}

void SourceWatch::watch(const QString& file, const std::optional<FileState>& state, bool byTime)
{
    stop();
    m_file = file;
    m_known = state;
    m_byTime = byTime;
    m_isGone = false;
    if (!m_file.isEmpty()) {
        listen();
        look();
    }
}

void SourceWatch::stop()
{
    m_job.cancel();
    m_rest.stop();
    m_file.clear();
    if (const QStringList all = m_watcher.files() + m_watcher.directories(); !all.isEmpty()) {
        m_watcher.removePaths(all);
    }
}

void SourceWatch::setPolling(bool on)
{
    on ? m_poll.start() : m_poll.stop();
}

// A file that was replaced by another of its name is no longer watched, whatever files() says.
void SourceWatch::listen()
{
    m_watcher.removePath(m_file);
    if (QFileInfo::exists(m_file)) {
        m_watcher.addPath(m_file);
    }
    if (const QString folder = QFileInfo(m_file).path(); !m_watcher.directories().contains(folder)) {
        m_watcher.addPath(folder);
    }
}

void SourceWatch::noticed()
{
    if (!m_rest.isActive()) {
        m_sinceFirst.start();
    }
    const std::chrono::milliseconds left = atTheLatest - std::chrono::milliseconds(m_sinceFirst.elapsed());
    m_rest.start(std::clamp(left, std::chrono::milliseconds(0), rest));
}

void SourceWatch::look()
{
    if (!m_file.isEmpty()) {
        listen(); // first: what is written meanwhile is told
        m_job.request([path = std::filesystem::path(m_file.toStdString())](const auto&) { return stateOf(path); });
    }
}

bool SourceWatch::isOther(const FileState& state) const
{
    return m_known && (state.fingerprint != m_known->fingerprint || (m_byTime && state.written != m_known->written));
}

void SourceWatch::finish(const Expected<FileState>& state)
{
    if (!state && QFileInfo::exists(m_file)) {
        noticed(); // cut shorter while it was looked at, or not readable yet
        return;
    }
    if (!state) {
        if (!std::exchange(m_isGone, true)) {
            emit vanished();
        }
        return;
    }
    const bool wasGone = std::exchange(m_isGone, false);
    const bool tells = isOther(*state) || wasGone; // what was said of one that was gone no longer holds
    if (tells || !m_known) { // else the state that was told stays what others are compared with
        m_known = *state;
    }
    if (tells) {
        emit changed();
    }
}

} // namespace rotascope
