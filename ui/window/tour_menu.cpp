// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tour_menu.h"

#include "ui/tours/tour_list.h"
#include "ui/window/main_window.h"
#include "ui/window/tour_recorder.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace rotascope {
namespace {

class TourMenu {
    Q_DECLARE_TR_FUNCTIONS(TourMenu)
};

void askForTour(MainWindow& window)
{
    const QString file = QFileDialog::getOpenFileName(
        &window, TourMenu::tr("Open a tour"), folderOfOwnTours(), TourMenu::tr("Guided tours (*.json);;All files (*)"));
    if (!file.isEmpty()) {
        window.openTour(file);
    }
}

// One at a time.
void recordTour(MainWindow& window)
{
    auto* recorder = window.findChild<TourRecorder*>();
    if (recorder == nullptr) {
        recorder = new TourRecorder(window, &window.workspace());
    }
    recorder->show();
    recorder->raise();
    recorder->activateWindow();
}

} // namespace

std::vector<CommandEntry> tourEntries(MainWindow& window)
{
    std::vector<CommandEntry> entries;
    for (const TourEntry& tour : tours()) {
        entries.push_back({tour.listedTitle(), [&window, file = tour.file] { window.openTour(file); }, true, tour.summary});
    }
    entries.push_back({TourMenu::tr("A tour from a file…"), [&window] { askForTour(window); }, true,
        TourMenu::tr("Opens a tour that you or someone else has written")});
    entries.push_back({TourMenu::tr("Record a tour…"), [&window] { recordTour(window); }, window.workspace().analysis() != nullptr,
        TourMenu::tr("Makes a tour of what you do next in this window; you write the words")});
    return entries;
}

} // namespace rotascope
