// SPDX-License-Identifier: GPL-3.0-or-later
// The rotary clock: the time of a frame, from another position until its hands and bars are painted, and a jump to any position.
#include "tests/benchmark/figures.h"
#include "tests/ui/ui_test.h"
#include "ui/views/clock_view.h"

#include <QComboBox>
#include <chrono>
#include <cstdlib>
#include <random>

using namespace rotascope;

namespace {

double millisecondsOf(const std::function<void()>& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

void measure(const char* what, ClockView& view, const std::function<std::int64_t(std::int64_t)>& next)
{
    std::vector<double> times;
    for (std::int64_t frame = 0; frame < 600; ++frame) {
        times.push_back(millisecondsOf([&] {
            view.goTo(next(frame));
            QApplication::processEvents(); // paints what is to be painted again
        }));
    }
    printFigures(what, times);
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    Workspace workspace(makeCpuEngine());
    uitest::adopt(workspace, uitest::llama2());
    ClockView view(&workspace);
    view.show();
    std::mt19937_64 random(1);
    for (const QSize& size : {QSize(655, 380), QSize(1920, 1000)}) {
        view.resize(size);
        QApplication::processEvents();
        std::printf("%d x %d\n", size.width(), size.height());
        view.findChild<QComboBox*>(QStringLiteral("clockDimensions"))->setCurrentIndex(0);
        const std::int64_t last = view.lastPosition();
        measure("  12 dimensions, a frame", view, [&](std::int64_t frame) { return frame * last / 600; });
        measure("  12 dimensions, a jump", view,
            [&](std::int64_t) { return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(last)); });
        view.findChild<QComboBox*>(QStringLiteral("clockDimensions"))->setCurrentIndex(4);
        measure("  64 dimensions, a frame", view, [&](std::int64_t frame) { return frame * last / 600; });
    }
    return 0;
}
