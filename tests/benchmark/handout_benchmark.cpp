// SPDX-License-Identifier: GPL-3.0-or-later
// The handout of a talk of 32 scenes: how long the window stands still at most while it is drawn, and how long that takes.
#include "tests/ui/ui_test.h"
#include "ui/window/main_window.h"
#include "ui/window/scene_director.h"
#include "ui/workspace/scene_list.h"

#include <QElapsedTimer>
#include <QProgressDialog>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <cstdio>

using namespace rotascope;

namespace {

void addScenes(SceneList& scenes)
{
    for (const char* const view : {"distribution", "clock", "landscape", "overview", "multiples", "disturbance", "sweep", "decay"}) {
        for (std::size_t dimension = 20; dimension < 24; ++dimension) {
            scenes.add({view, "What is said about it.", view, dimension, {}});
        }
    }
}

void measure(MainWindow& window, const QString& file)
{
    const int scenes = SceneList::of(window.workspace()).count();
    window.findChild<SceneDirector*>()->writeHandout(file);
    auto* progress = window.findChild<QProgressDialog*>();
    while (progress->value() < scenes) { // scenes are shown, one after the other
        QApplication::processEvents();
    }
    QElapsedTimer whole;
    whole.start();
    qint64 longest = 0;
    while (progress->isVisible()) {
        QElapsedTimer turn;
        turn.start();
        QApplication::processEvents();
        longest = std::max(longest, turn.elapsed());
    }
    std::printf("%s: %lld ms in all, the longest turn of the event loop %lld ms\n", qPrintable(file.section(QLatin1Char('/'), -1)),
        static_cast<long long>(whole.elapsed()), static_cast<long long>(longest));
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    MainWindow window(makeCpuEngine());
    window.resize(1280, 800);
    window.show();
    uitest::adopt(window.workspace(), uitest::llama2());
    addScenes(SceneList::of(window.workspace()));
    const QTemporaryDir folder;
    measure(window, folder.filePath(QStringLiteral("talk.pdf")));
    measure(window, folder.filePath(QStringLiteral("talk.html")));
    return 0;
}
