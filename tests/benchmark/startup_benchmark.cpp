// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the program to the picture of its first painted result, for the bundled sample: the whole process.
#include "tests/benchmark/figures.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

int main()
{
    const QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    std::vector<double> times;
    for (int i = 0; i < 21; ++i) {
        QProcess program;
        program.setProcessEnvironment(environment);
        QElapsedTimer timer;
        timer.start();
        program.start(QStringLiteral(ROTASCOPE_PROGRAM),
            {QStringLiteral(ROTASCOPE_SOURCE_DIR "/resources/samples/llama-2-7b-4096.h5"), QStringLiteral("--snapshot"),
                folder.filePath(QStringLiteral("x.png"))});
        if (!program.waitForFinished() || program.exitCode() != 0) {
            std::fprintf(stderr, "%s\n", program.readAllStandardError().constData());
            return 1;
        }
        times.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
    }
    printFigures("start to the picture of the first result, saved", times);
    return 0;
}
