// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/score_run.h"

#include "core/files/input_file.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/jobs/pace_text.h"
#include "ui/workspace/python_search.h"
#include "ui/workspace/workspace.h"

#include <QFileInfo>
#include <QProcess>
#include <QStringList>
#include <chrono>
#include <csignal>
#include <filesystem>

namespace rotascope {
namespace {

constexpr std::chrono::seconds politeness{5};
constexpr qsizetype keptWords = 4096; // bytes
constexpr qsizetype longestLine = 1 << 20; // bytes; what is longer is no progress
constexpr qsizetype longestReason = 300;

// What a program says last is why it failed; a bar that moves on its line ends in a return.
QString lastLineIn(QByteArray words)
{
    words.replace('\r', '\n');
    const QList<QByteArray> lines = words.trimmed().split('\n');
    QString line = visible(QString::fromUtf8(lines.back().trimmed())).left(longestReason);
    const QString prefix = QStringLiteral("rotascope-evaluate: ");
    return line.startsWith(prefix) ? line.mid(prefix.size()) : line;
}

} // namespace

ScoreRun& ScoreRun::of(Workspace& workspace)
{
    auto* run = workspace.findChild<ScoreRun*>(QString(), Qt::FindDirectChildrenOnly);
    return run != nullptr ? *run : *new ScoreRun(&workspace);
}

ScoreRun::ScoreRun(Workspace* workspace)
    : QObject(workspace), m_reader({.finished = [this](const Expected<Result>& scores) { finish(scores); }})
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(politeness);
    connect(&m_patience, &QTimer::timeout, this, [this] { signalGroup(SIGKILL); });
}

// The program ends: the process cannot go on alone.
ScoreRun::~ScoreRun()
{
    if (m_process != nullptr) {
        m_process->disconnect(this);
        signalGroup(SIGTERM);
        if (!m_process->waitForFinished(static_cast<int>(std::chrono::milliseconds(politeness).count()))) {
            signalGroup(SIGKILL);
            m_process->waitForFinished();
        }
    }
}

void ScoreRun::start(const QString& python, const ScoreRunRequest& request)
{
    m_file = QString::fromStdString(request.output.string());
    m_progress = {};
    m_words.clear();
    m_outcome.clear();
    m_isStopping = false;
    m_hasFailed = false;
    QStringList arguments;
    for (const std::string& word : argumentsOf(request)) {
        arguments << QString::fromStdString(word);
    }
    arguments << QStringLiteral("--progress") << QStringLiteral("json");
    m_process = new QProcess(this);
    setUpPython(*m_process);
    connect(m_process, &QProcess::readyReadStandardOutput, this, &ScoreRun::readLines);
    connect(m_process, &QProcess::readyReadStandardError, this, &ScoreRun::readWords);
    connect(m_process, &QProcess::finished, this, &ScoreRun::endProcess);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) { // no other error is without an end
            endProcess();
        }
    });
    m_process->start(python, arguments);
    emit changed();
}

void ScoreRun::stop()
{
    if (m_process != nullptr && !m_isStopping) {
        m_isStopping = true;
        signalGroup(SIGTERM);
        m_patience.start();
        emit changed();
    }
}

// To the process and all that it started.
void ScoreRun::signalGroup(int number) const
{
    const auto process = m_process != nullptr ? static_cast<pid_t>(m_process->processId()) : 0;
    if (process > 0 && ::kill(-process, number) != 0) {
        ::kill(process, number); // it has just begun, and has no group yet
    }
}

void ScoreRun::readLines()
{
    m_process->setReadChannel(QProcess::StandardOutput);
    while (m_process->canReadLine()) {
        const QByteArray line = m_process->readLine();
        if (auto progress = parseScoreRunProgress({line.constData(), static_cast<std::size_t>(line.size())})) {
            m_progress = std::move(*progress);
            emit changed();
        }
    }
    if (m_process->bytesAvailable() > longestLine) {
        m_process->readAllStandardOutput();
    }
}

void ScoreRun::readWords()
{
    m_words = (m_words + m_process->readAllStandardError()).right(keptWords);
}

void ScoreRun::endProcess()
{
    m_patience.stop();
    const bool hasStarted = m_process->error() != QProcess::FailedToStart;
    if (hasStarted) {
        readLines();
        readWords();
    }
    const bool isDone = hasStarted && m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == 0;
    m_hasFailed = !isDone && !m_isStopping;
    if (isDone) {
        m_outcome = tr("The run is done. Its scores are in %1.").arg(visible(m_file));
    } else if (m_isStopping) {
        m_outcome = tr("The run was stopped. What it measured is in %1; the same run goes on with what is missing.").arg(visible(m_file));
    } else if (!hasStarted) {
        m_outcome = tr("%1 cannot be started: %2").arg(visible(m_process->program()), visible(m_process->errorString()));
    } else {
        const QString reason = lastLineIn(m_words);
        m_outcome = reason.isEmpty() ? tr("The run failed and did not say why.") : tr("The run failed: %1").arg(reason);
    }
    m_process->deleteLater();
    m_process = nullptr;
    readScores();
}

void ScoreRun::readScores()
{
    m_reader.request([file = std::filesystem::path(m_file.toStdString())](const Job<Result>::Run&) -> Expected<Result> {
        std::error_code none;
        if (!std::filesystem::exists(file, none)) {
            return nullptr;
        }
        return readInputFile(file, Sentence::marked("a file of scores"))
            .and_then([&](const std::string& text) { return parseScores(text, file.string()); })
            .map([](ScoreSet&& set) { return std::make_shared<const ScoreSet>(std::move(set)); });
    });
    emit changed();
}

void ScoreRun::finish(const Expected<Result>& scores)
{
    if (m_isStopping && scores && *scores == nullptr) {
        m_outcome = tr("The run was stopped before it had measured anything.");
    } else if (!m_hasFailed && !scores) {
        m_hasFailed = true;
        m_outcome = translated(scores.error().message);
    }
    m_isStopping = false;
    emit changed();
    if (scores && *scores != nullptr) {
        emit scored({m_file, *scores});
    }
    if (m_hasFailed) {
        emit failed(m_outcome);
    }
}

QString ScoreRun::progressText() const
{
    if (m_isStopping) {
        return tr("The run is being stopped …");
    }
    if (m_progress.total == 0) {
        return tr("The model is being loaded …");
    }
    const QString count = tr("%1 of %2").arg(countText(m_progress.done), countText(m_progress.total));
    const QString left = m_progress.secondsLeft ? durationText(*m_progress.secondsLeft) : QString();
    return left.isEmpty() || m_progress.done == m_progress.total ? count : tr("%1, %2 left").arg(count, left);
}

} // namespace rotascope
