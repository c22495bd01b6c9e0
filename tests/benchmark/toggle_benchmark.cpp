// SPDX-License-Identifier: GPL-3.0-or-later
// From one toggle to every view repainted, in the whole window (1600 x 1000, offscreen platform).
//     toggle_benchmark [WORD [STEPS]]    only the measurements with WORD in their names; so many steps of each
#include "core/engine/cpu_engine.h"
#include "tests/benchmark/figures.h"
#include "ui/window/main_window.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSlider>
#include <cstdlib>
#include <ctime>
#include <string_view>

using namespace rotascope;

namespace {

void waitForResult(Workspace& workspace)
{
    while (!workspace.analysis() || workspace.isBusy()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    QCoreApplication::processEvents(); // the paint events that the result has posted
}

std::string_view wanted; // a word of the name
int steps = 200;

// CPU time is that of all threads: it hardly depends on what else runs.
template <class Change> void measure(std::string_view what, Workspace& workspace, Change change)
{
    if (what.find(wanted) == std::string_view::npos) {
        return;
    }
    std::vector<double> times;
    std::vector<double> cpuTimes;
    for (int i = 0; i < steps; ++i) {
        QElapsedTimer timer;
        timer.start();
        const std::clock_t begin = std::clock();
        change(i);
        waitForResult(workspace);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
        cpuTimes.push_back(1e3 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    printFigures(std::string(what).c_str(), times);
    printFigures("    CPU time", cpuTimes);
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
    wanted = argc > 1 ? argv[1] : "";
    steps = argc > 2 ? std::atoi(argv[2]) : steps;
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
        measure("flip one dimension, 64 x 360, L′ = 2^" + std::to_string(exponent), workspace, flip);
        const auto drag = [&](int i) { workspace.setOverride({Dimension(22)}, Override{Choice::Custom, 1.1 + i * 1e-3}); };
        measure("another factor for one dimension, L′ = 2^" + std::to_string(exponent), workspace, drag);
    }
    measure("another target length (all dimensions, all methods)", workspace, [&](int i) { setTargetLength(workspace, 8192 + 64 * i); });
    auto* slider = window.findChild<QSlider*>(QStringLiteral("targetSlider"));
    measure("a step of the slider of L′", workspace, [&](int i) { slider->setValue(8 + i % (slider->maximum() - 8)); });
    measure("another current dimension (no computation)", workspace, [&](int i) { workspace.setCurrentDimension(Dimension::of(i % 64)); });
    return 0;
}
