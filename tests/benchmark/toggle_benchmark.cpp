// SPDX-License-Identifier: GPL-3.0-or-later
// From one toggle to every view repainted, in the whole window (1600 x 1000, offscreen platform).
#include "core/engine/cpu_engine.h"
#include "tests/benchmark/figures.h"
#include "ui/window/main_window.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QElapsedTimer>

using namespace rotascope;

namespace {

void waitForResult(Workspace& workspace)
{
    while (!workspace.analysis() || workspace.isBusy()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    QCoreApplication::processEvents(); // the paint events that the result has posted
}

template <class Change> void measure(const char* what, Workspace& workspace, Change change)
{
    std::vector<double> times;
    for (int i = 0; i < 200; ++i) {
        QElapsedTimer timer;
        timer.start();
        change(i);
        waitForResult(workspace);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
    }
    printFigures(what, times);
}

void setTargetLength(Workspace& workspace, std::int64_t length)
{
    AnalysisSettings settings = workspace.settings();
    settings.targetLength = length;
    workspace.edit(settings, QStringLiteral("target length"), 1);
    waitForResult(workspace);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    MainWindow window(makeCpuEngine());
    window.show();
    window.openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
    Workspace& workspace = window.workspace();
    waitForResult(workspace);
    workspace.setCurrentDimension(Dimension(22));

    for (const int exponent : {13, 30}) {
        setTargetLength(workspace, std::int64_t{1} << exponent);
        const auto flip = [&](int i) {
            workspace.setOverride({Dimension(22)}, Override{i % 2 == 0 ? Choice::Interpolation : Choice::Extrapolation, 1.0});
        };
        measure(qPrintable(QStringLiteral("flip one dimension, 64 x 360, L′ = 2^%1").arg(exponent)), workspace, flip);
        const auto drag = [&](int i) { workspace.setOverride({Dimension(22)}, Override{Choice::Custom, 1.1 + i * 1e-3}); };
        measure(qPrintable(QStringLiteral("another factor for one dimension, L′ = 2^%1").arg(exponent)), workspace, drag);
    }
    measure("another target length (all dimensions, all methods)", workspace, [&](int i) { setTargetLength(workspace, 8192 + 64 * i); });
    measure("another current dimension (no computation)", workspace, [&](int i) { workspace.setCurrentDimension(Dimension::of(i % 64)); });
    return 0;
}
