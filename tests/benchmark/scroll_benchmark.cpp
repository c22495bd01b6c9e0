// SPDX-License-Identifier: GPL-3.0-or-later
// The table of samples and the track over a generated recording of [ROWS, 64] (2^22 unless told: 1 GiB of angles), or over a FILE: the time
// of a step of the wheel, painted, and the time from a jump to rows that were never read until they are painted; the time until the track
// is there, and a frame of it while it is zoomed.
#include "core/recording/recording_writer.h"
#include "tests/benchmark/figures.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/track/track_plot.h"
#include "ui/views/samples_view.h"
#include "ui/views/track_view.h"
#include "ui/workspace/row_loader.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QWheelEvent>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <random>
#include <sys/resource.h>

using namespace rotascope;

namespace {

double millisecondsOf(const std::function<void()>& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

// Of the calling thread, the window's: what other programs and threads do meanwhile is not in it.
double processorMillisecondsOf(const std::function<void()>& work)
{
    const auto now = [] {
        struct timespec time { };
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
    };
    const double begin = now();
    work();
    return now() - begin;
}

// The most memory that the program had so far, MiB.
double mostMemory()
{
    struct rusage usage { };
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void wheel(QWidget& cells)
{
    QWheelEvent event(
        QPointF(50, 50), cells.mapToGlobal(QPointF(50, 50)), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&cells, &event);
}

void measure(const char* what, SamplesView& view)
{
    auto& table = *view.findChild<LongTable*>();
    const auto* loader = view.findChild<RowLoader*>();
    std::printf("%s\n", what);
    const auto measureSteps = [&](const char* name, const std::function<void()>& paint) {
        std::vector<double> steps;
        std::vector<double> processor;
        for (int i = 0; i < 300; ++i) {
            processor.push_back(processorMillisecondsOf([&] {
                steps.push_back(millisecondsOf([&] {
                    wheel(*table.viewport());
                    paint();
                }));
            }));
            QApplication::processEvents();
        }
        printFigures(name, steps);
        printFigures("    of the processor, the window's thread", processor);
    };
    measureSteps("  a step of the wheel, as the window paints it", [] { QApplication::processEvents(); });
    measureSteps("  the same, all of the view painted anew", [&] { view.grab(); });
    std::mt19937_64 random(1);
    std::vector<double> jumps;
    for (int i = 0; i < 100; ++i) {
        const auto step = static_cast<int>(random() % (static_cast<std::uint64_t>(table.verticalScrollBar()->maximum()) + 1));
        jumps.push_back(millisecondsOf([&] {
            table.verticalScrollBar()->setSliderPosition(step);
            while (loader->isReading()) {
                QApplication::processEvents(QEventLoop::WaitForMoreEvents);
            }
            view.grab();
        }));
    }
    printFigures("  a jump, until what is there is painted", jumps);
}

// Some positions of each sequence: the time until their rows are found, and scrolling through them.
void measureFilter(SamplesView& view)
{
    const auto& table = view.table();
    const std::int64_t all = table.rows();
    auto* positions = view.findChild<QLineEdit*>(QStringLiteral("samplesPositions"));
    positions->setText(QStringLiteral("100:110"));
    const double found = millisecondsOf([&] {
        QMetaObject::invokeMethod(positions, "editingFinished");
        while (table.rows() == all) {
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
    });
    std::printf("positions 100 to 109 alone: found in %.0f ms\n", found);
    measure("and scrolled", view);
}

void measureTrack(TrackView& view)
{
    auto& plot = *view.findChild<TrackPlot*>();
    std::vector<double> whole;
    whole.push_back(millisecondsOf([&] {
        while (!view.isSettled()) {
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
    }));
    std::printf("the track of one dimension, 1600 x 1000\n");
    printFigures("  until the whole is there", whole);
    std::vector<double> frames;
    std::vector<double> processor;
    const QPointF middle(plot.width() / 2.0, plot.height() / 2.0);
    for (int i = 0; i < 240; ++i) {
        QWheelEvent event(
            middle, plot.mapToGlobal(middle), {}, {0, i % 120 < 60 ? 120 : -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        processor.push_back(processorMillisecondsOf([&] {
            frames.push_back(millisecondsOf([&] {
                QApplication::sendEvent(&plot, &event);
                view.grab();
            }));
        }));
        QApplication::processEvents();
    }
    printFigures("  a step of the wheel, painted", frames);
    printFigures("  of the processor, the window's thread", processor);
    std::mt19937_64 random(1);
    std::vector<double> jumps;
    for (int i = 0; i < 100; ++i) {
        const auto first
            = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(std::max<std::int64_t>(1, plot.places() - 1000)));
        jumps.push_back(millisecondsOf([&] {
            plot.show({first, first + 1000});
            while (!view.isSettled()) {
                QApplication::processEvents(QEventLoop::WaitForMoreEvents);
            }
            view.grab();
        }));
    }
    printFigures("  a jump to single samples, painted", jumps);
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    const bool isGiven = argc > 1 && std::filesystem::exists(argv[1]);
    const std::int64_t rows = argc > 1 && !isGiven ? std::atoll(argv[1]) : std::int64_t{1} << 22;
    const auto file = isGiven ? std::filesystem::path(argv[1]) : std::filesystem::temp_directory_path() / "rotascope-scroll-benchmark.h5";
    const RopeConfig rope = uitest::llama2()->rope;
    if (!isGiven && !writeRecording({.rope = rope, .length = rows, .withAngles = true, .created = {}}, file)) {
        std::fprintf(stderr, "cannot write %s\n", file.c_str());
        return 1;
    }
    const auto source = openRecording(file);
    if (source) {
        Workspace workspace(makeCpuEngine());
        uitest::adopt(workspace, *source);
        SamplesView view(&workspace);
        view.resize(1600, 1000);
        view.show();
        QApplication::processEvents();
        std::printf("the most memory, opened: %.0f MiB\n", mostMemory());
        measure("angles alone, 1600 x 1000", view);
        view.findChild<QCheckBox*>()->setChecked(true);
        measure("with ideal angle and error", view);
        measureFilter(view);
        view.hide();
        std::printf("the most memory, with the samples: %.0f MiB\n", mostMemory());
        TrackView track(&workspace);
        track.resize(1600, 1000);
        track.show();
        measureTrack(track);
        std::printf("the most memory: %.0f MiB\n", mostMemory());
    }
    if (!isGiven) {
        std::filesystem::remove(file);
    }
    return source ? 0 : 1;
}
