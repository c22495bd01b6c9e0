// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/session_keeper.h"

#include "core/files/output_file.h"
#include "core/files/random_access_file.h"
#include "ui/base/text.h"
#include "ui/workspace/scene_list.h"
#include "ui/workspace/session_state.h"
#include "ui/workspace/source_watch.h"
#include "ui/workspace/workspace.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>
#include <QSysInfo>
#include <QUuid>
#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <functional>
#include <system_error>
#include <utility>

namespace rotascope {
namespace {

// What is lost at most when the program is killed.
constexpr std::chrono::seconds betweenCopies{1};

QString folderOfCopies()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/rotascope/sessions");
}

QString lastCopy()
{
    return folderOfCopies() + QStringLiteral("/last.rotascope");
}

// Of the same computer alone: whether a program on another one still runs is not known here.
std::unique_ptr<QLockFile> lockOf(const QString& copy)
{
    auto lock = std::make_unique<QLockFile>(copy + QStringLiteral(".lock"));
    lock->setStaleLockTime(0);
    return lock;
}

void addFingerprint(SessionSource& source)
{
    if (source.kind != SourceKind::Preset) {
        // A source that is gone meanwhile is still what the session is of.
        const auto fingerprint = RandomAccessFile::open(source.origin, "the session's source").and_then(fingerprintOf);
        source.fingerprint = fingerprint ? std::optional(*fingerprint) : std::nullopt;
    }
}

Expected<void> write(Session session, const QString& file)
{
    const std::filesystem::path path = file.toStdString();
    addFingerprint(session.source);
    for (SessionRope& rope : session.ropes) {
        if (rope.other) {
            addFingerprint(rope.other->source);
        }
    }
    return toJson(session, path.parent_path()).and_then([&](const std::string& text) { return writeOutputFile(path, text); });
}

// Whether nobody has written to the file since it was in this state. One that is gone can be written again.
bool isAsBefore(const QString& file, const FileState& before, std::optional<FileState>& now)
{
    const Expected<FileState> state = stateOf(file.toStdString());
    now = state ? std::optional(*state) : std::nullopt;
    return !now || now->fingerprint == before.fingerprint;
}

QString textOf(const FileState& state)
{
    return QStringLiteral("%1 %2 %3").arg(state.fingerprint.bytes).arg(state.fingerprint.digest).arg(state.written);
}

// The newest copy of a program that does not run any more, held by its lock.
struct LostCopy {
    QString file; ///< empty: there is none
    std::unique_ptr<QLockFile> lock;
};

LostCopy lostCopy(const QString& own)
{
    const QDir folder(folderOfCopies());
    for (const QFileInfo& copy : folder.entryInfoList({QStringLiteral("open-*.rotascope")}, QDir::Files, QDir::Time)) {
        std::unique_ptr<QLockFile> lock = lockOf(copy.filePath());
        if (copy.filePath() != own && lock->tryLock(0)) {
            return {copy.filePath(), std::move(lock)};
        }
    }
    return {};
}

// Whether another window of this user runs on this computer. A lock that another computer left counts for nothing: it may be there forever.
bool anotherRuns(const QString& own)
{
    const QDir folder(folderOfCopies());
    const QString suffix = QStringLiteral(".lock");
    for (const QFileInfo& file : folder.entryInfoList({QStringLiteral("open-*.rotascope") + suffix}, QDir::Files)) {
        const QString copy = file.filePath().chopped(suffix.size());
        const std::unique_ptr<QLockFile> lock = copy == own ? nullptr : lockOf(copy);
        qint64 process = 0;
        QString computer;
        QString program;
        if (lock && !lock->tryLock(0) && lock->getLockInfo(&process, &computer, &program) && computer == QSysInfo::machineHostName()) {
            return true;
        }
    }
    return false;
}

bool rename(const QString& from, const QString& to)
{
    std::error_code fault;
    std::filesystem::rename(from.toStdString(), to.toStdString(), fault); // replaces what is there, which QFile's does not
    return !fault;
}

} // namespace

SessionKeeper::SessionKeeper(Workspace* workspace, ViewState view, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_view(std::move(view)), m_watch(new SourceWatch(this)),
      m_saving({.finished = [this](const Expected<Saved>& saved) { finish(saved); }}),
      m_copying(std::in_place, Job<QString>::Handlers{.finished = [](const Expected<QString>&) {}}) // the next one may go well
{
    connect(m_watch, &SourceWatch::changed, this, [this] {
        if (!m_saving.isBusy()) { // else it may be this window that writes
            m_isFileOther = true;
            emit fileChanged();
        }
    });
    m_copySoon.setSingleShot(true);
    m_copySoon.setInterval(betweenCopies);
    connect(&m_copySoon, &QTimer::timeout, this, &SessionKeeper::writeCopy);
    const auto copySoon = [this] {
        if (!m_copy.isEmpty() && !m_copySoon.isActive()) {
            m_copySoon.start();
        }
    };
    connect(workspace, &Workspace::sourceChanged, this, copySoon);
    connect(workspace, &Workspace::settingsChanged, this, copySoon);
    connect(workspace, &Workspace::notesChanged, this, copySoon);
    connect(&SceneList::of(*workspace), &SceneList::changed, this, copySoon);
    connect(workspace, &Workspace::currentDimensionChanged, this, copySoon);
    connect(this, &SessionKeeper::saved, this, copySoon); // else the copy would be taken for work that is in no file
}

SessionKeeper::~SessionKeeper() = default;

std::optional<Session> SessionKeeper::session() const
{
    if (!m_workspace->source()) {
        return {};
    }
    Session session = sessionOf(*m_workspace);
    session.view = m_view();
    return session;
}

void SessionKeeper::setFile(const QString& file, const std::optional<FileState>& state)
{
    m_file = file;
    m_state = state;
    m_isFileOther = false;
    m_inFile.clear();
    m_watch->watch(file, state, /*byTime=*/false);
}

void SessionKeeper::save(const QString& file, bool overwrite)
{
    if (std::optional<Session> session = this->session()) {
        const bool isKnown = QFileInfo(file) == QFileInfo(m_file);
        m_saving.request(
            [session = std::move(*session), before = isKnown && !overwrite ? m_state : std::nullopt,
                saved = Saved{file, {}, false, m_workspace->ropes(), m_workspace->notes(), SceneList::of(*m_workspace).scenes()}](
                const Job<Saved>::Run&) mutable -> Expected<Saved> {
                if (before && !isAsBefore(saved.file, *before, saved.state)) {
                    saved.isOther = true;
                    return saved;
                }
                return write(session, saved.file).map([&] {
                    const Expected<FileState> state = stateOf(saved.file.toStdString());
                    saved.state = state ? std::optional(*state) : std::nullopt;
                    return saved;
                });
            },
            {ErrorKind::Output, tr("%1: cannot be written").arg(file).toStdString()});
    }
}

void SessionKeeper::finish(const Expected<Saved>& saved)
{
    if (!saved) {
        m_watch->watch(m_file, m_state, false); // what it told of meanwhile was not heard
        emit failed(translated(saved.error().message));
        return;
    }
    if (saved->isOther) {
        m_isFileOther = true;
        emit fileChanged();
        emit refused(saved->file, saved->state->written);
        return;
    }
    setFile(saved->file, saved->state);
    m_inFile = saved->ropes;
    SceneList::of(*m_workspace).markSaved(saved->scenes);
    m_workspace->markSaved(saved->ropes, saved->notes);
    emit this->saved(m_file);
}

void SessionKeeper::keepCopies()
{
    if (!QDir().mkpath(folderOfCopies())) {
        return; // for example the home folder is not writable: nothing is kept, and the window works as usual
    }
    const QString name = QUuid::createUuid().toString(QUuid::Id128).left(12);
    const QString copy = folderOfCopies() + QStringLiteral("/open-%1.rotascope").arg(name);
    m_lock = lockOf(copy);
    m_copy = m_lock->tryLock(0) ? copy : QString();
}

std::optional<Session> SessionKeeper::sessionToKeep() const
{
    std::optional<Session> session = this->session();
    if (session) {
        session->view["file"] = m_file.toStdString();
        session->view["file_state"] = m_state ? textOf(*m_state).toStdString() : std::string();
    }
    return session;
}

std::optional<FileState> SessionKeeper::stateIn(const std::map<std::string, std::string>& view)
{
    const auto text = view.find("file_state");
    const QStringList parts = text == view.end() ? QStringList() : QString::fromStdString(text->second).split(QLatin1Char(' '));
    if (parts.size() != 3) {
        return {};
    }
    std::array<bool, 3> areNumbers{};
    const FileState state{
        {parts[0].toULongLong(areNumbers.data()), parts[1].toULongLong(&areNumbers[1])}, parts[2].toLongLong(&areNumbers[2])};
    return std::ranges::all_of(areNumbers, std::identity()) ? std::optional(state) : std::nullopt;
}

void SessionKeeper::writeCopy()
{
    std::optional<Session> session = sessionToKeep();
    if (!session || m_copy.isEmpty() || !m_copying) {
        return;
    }
    m_copying->request([session = std::move(*session), copy = m_copy](
                           const Job<QString>::Run&) { return write(session, copy).map([&] { return copy; }); });
}

std::optional<SessionKeeper::Last> SessionKeeper::takeUp()
{
    const QString last = lastCopy();
    if (m_copy.isEmpty()) { // no copy can be kept: it is opened where it lies
        return QFileInfo(last).isFile() ? std::optional(Last{last}) : std::nullopt;
    }
    // Another window that starts at this moment finds it gone.
    if (const LostCopy lost = lostCopy(m_copy); !lost.file.isEmpty() && rename(lost.file, m_copy)) {
        return Last{m_copy, true};
    }
    return !anotherRuns(m_copy) && rename(last, m_copy) ? std::optional(Last{m_copy}) : std::nullopt;
}

void SessionKeeper::end(bool keep)
{
    m_copySoon.stop();
    m_copying.reset(); // waits: a copy that is still being written must not be there after it was removed
    if (m_copy.isEmpty()) {
        return;
    }
    if (const std::optional<Session> session = sessionToKeep(); session && keep) {
        static_cast<void>(write(*session, lastCopy())); // the window closes even if this fails
    } else if (!session && keep) {
        rename(m_copy, lastCopy());
    }
    QFile::remove(std::exchange(m_copy, {}));
    m_lock.reset();
}

bool SessionKeeper::isCopy(const QString& file)
{
    return QFileInfo(file).path() == folderOfCopies();
}

} // namespace rotascope
