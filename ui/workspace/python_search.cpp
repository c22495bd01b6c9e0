// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/python_search.h"

#include "ui/base/text.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTimer>
#include <chrono>
#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace rotascope {
namespace {

constexpr std::chrono::seconds longestAnswer{30};
constexpr qsizetype mostPythons = 8;
constexpr qsizetype longestWords = 300; // of a Python, in a message

// Prints the package's version, and what it needs and does not find.
constexpr const char* question = "import importlib.util as util, rotascope_evaluate.version as version\n"
                                 "missing = [name for name in ('numpy', 'torch', 'transformers') if util.find_spec(name) is None]\n"
                                 "print(f'rotascope_evaluate {version.__version__}', *missing)";

QStringList pythonsOnPath()
{
    QStringList found;
    for (const QString& folder : qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts)) {
        for (const char* name : {"python3", "python"}) {
            const QFileInfo file(QDir(folder).filePath(QLatin1String(name)));
            if (QDir::isAbsolutePath(folder) && file.isFile() && file.isExecutable()) {
                found << file.filePath();
                break; // both are the same
            }
        }
    }
    found.removeDuplicates();
    return found.mid(0, mostPythons);
}

// What a program says last is why it failed.
QString lastLineOf(const QByteArray& words)
{
    const QList<QByteArray> lines = words.trimmed().split('\n');
    return visible(QString::fromUtf8(lines.back().trimmed())).left(longestWords);
}

} // namespace

void setUpPython(QProcess& process)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PYTHONSAFEPATH"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(QDir::rootPath()); // a Python before 3.11 imports from there, whatever it is told
    process.setChildProcessModifier([] {
        ::setpgid(0, 0);
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    });
}

PythonSearch::PythonSearch(QObject* parent) : QObject(parent) { }

PythonSearch::~PythonSearch()
{
    forget();
}

void PythonSearch::start(const QString& chosen)
{
    forget();
    m_found.reset();
    m_problem.clear();
    m_left = chosen.isEmpty() ? pythonsOnPath() : QStringList{chosen};
    askNext();
}

void PythonSearch::askNext()
{
    if (m_left.isEmpty()) {
        m_problem = m_problem.isEmpty() ? tr("there is no Python on PATH") : m_problem;
        emit ended();
        return;
    }
    const QString program = m_left.takeFirst();
    m_process = new QProcess(this);
    setUpPython(*m_process);
    connect(m_process, &QProcess::finished, this, [this, program] { take(program); });
    connect(m_process, &QProcess::errorOccurred, this, [this, program](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) { // no other error is without an end
            take(program);
        }
    });
    QTimer::singleShot(longestAnswer, m_process, &QProcess::kill);
    m_process->start(program, {QStringLiteral("-c"), QString::fromLatin1(question)});
}

void PythonSearch::take(const QString& program)
{
    const QStringList words = QString::fromUtf8(m_process->readAllStandardOutput()).simplified().split(QLatin1Char(' '));
    const QByteArray said = m_process->readAllStandardError();
    const bool hasStarted = m_process->error() != QProcess::FailedToStart;
    const bool hasPackage = hasStarted && m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == 0 && words.size() >= 2
        && words[0] == QStringLiteral("rotascope_evaluate");
    const QString why = m_process->errorString();
    forget();
    if (hasPackage && words.size() == 2) {
        m_found = FoundPython{program, visible(words[1])};
        emit ended();
        return;
    }
    m_problem = !hasStarted ? tr("%1 cannot be started: %2").arg(visible(program), visible(why))
        : hasPackage        ? tr("%1 has rotascope_evaluate, but not what it needs: %2")
                           .arg(visible(program), visible(words.mid(2).join(QStringLiteral(", "))).left(longestWords))
        : said.trimmed().isEmpty() ? tr("%1 gave no answer").arg(visible(program))
                                   : tr("%1 has no rotascope_evaluate: %2").arg(visible(program), lastLineOf(said));
    askNext();
}

void PythonSearch::forget()
{
    if (m_process != nullptr) {
        m_process->disconnect(this);
        m_process->kill();
        m_process->deleteLater();
        m_process = nullptr;
    }
}

} // namespace rotascope
