// SPDX-License-Identifier: GPL-3.0-or-later
// Guided tours, in the window and as --check-tour goes through them.
#include "core/engine/cpu_engine.h"
#include "core/tour/tour.h"
#include "tests/ui/ui_test.h"
#include "ui/base/language.h"
#include "ui/base/readable.h"
#include "ui/base/user_settings.h"
#include "ui/dialogs/command_palette.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/tours/tour_list.h"
#include "ui/tours/tour_runner.h"
#include "ui/window/main_window.h"
#include "ui/window/tour_check.h"
#include "ui/window/tour_guide.h"
#include "ui/workspace/session_keeper.h"

#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTreeView>
#include <QUndoStack>
#include <algorithm>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

// Tours are written with ' in place of ", which is easier to read here.
std::string tourOf(const std::string& steps)
{
    return "{'schema': 'rotascope-tour/1', 'id': 'test', 'title': 'A tour of mine', 'summary': 'A sentence.', "
           "'begin': [{'open': 'meta-llama/Llama-2-7b-hf'}], 'steps': ["
        + steps + "]}";
}

// Three steps: a method, a dimension by hand, words.
const std::string threeSteps
    = "{'title': 'One', 'text': 'Take linear interpolation.', 'target': {'control': 'method'}, "
      "'show': [{'method': 'linear'}], 'expect': {'method': 'linear'}}, "
      "{'title': 'Two', 'text': 'Set dimension 22 by hand.', 'target': {'dimension': 22}, "
      "'show': [{'dimension': 22}, {'extrapolate': '22'}], 'expect': {'dimension': 22, 'by_hand': true, 'mean_below': 0.02}}, "
      "{'title': 'Three', 'text': 'That was all.'}";

} // namespace

class ToursTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const auto language = languageOf(qEnvironmentVariable("ROTASCOPE_LANGUAGE"))) {
            useLanguage(*language);
        }
    }

    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", folder->filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", folder->filePath(QStringLiteral("config")).toUtf8());
    }

    void cleanup()
    {
        if (MainWindow* const tour = tourWindow()) {
            tour->close();
        }
        QTRY_VERIFY(!tourWindow());
        window.reset();
    }

    void everyTourThatComesWithTheProgramCanBeReached_data()
    {
        QTest::addColumn<QString>("file");
        for (const TourEntry& tour : tours()) {
            QTest::newRow(qPrintable(tour.file)) << tour.file;
        }
    }
    void everyTourThatComesWithTheProgramCanBeReached()
    {
        QFETCH(QString, file);
        const Expected<QString> checked = checkTour(makeCpuEngine(), file);
        QVERIFY2(checked, checked ? "" : checked.error().message.english().c_str());
    }

    void everyTourThatComesWithTheProgramIsInThreeLanguages()
    {
        for (const TourEntry& entry : tours()) {
            const Expected<Tour> tour = openTour(entry.file);
            QVERIFY2(tour, qPrintable(entry.summary));
            std::vector<const TourText*> texts = {&tour->title, &tour->summary};
            for (const TourStep& step : tour->steps) {
                texts.push_back(&step.title);
                texts.push_back(&step.text);
                if (!step.answer.isEmpty()) {
                    texts.push_back(&step.answer);
                }
            }
            for (const TourText* text : texts) {
                for (const char* const language : {"en", "ja", "ko"}) {
                    QVERIFY2(text->byLanguage.contains(language), (tour->id + ": \"" + text->in("en") + "\" in " + language).c_str());
                }
            }
        }
    }

    void aCheckSaysWhichStepCannotBeReachedAndWhy_data()
    {
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const char* step, const char* reason) {
            QTest::newRow(name)
                << QStringLiteral("{'title': 'One', 'text': 'Fine'}, {'title': 'Bad', 'text': 'Bad', %1}").arg(QLatin1String(step))
                << QString::fromUtf8(reason);
        };
        row("view", "'target': {'view': 'clouds'}", "There is no view clouds.");
        row("control", "'target': {'view': 'clock', 'control': 'volume'}", "There is no control volume.");
        row("command", "'target': {'command': 'dance'}", "Unknown command: dance.");
        row("manual", "'manual': 'clock#poetry'", "The manual has no place clock#poetry.");
        row("run", "'show': [{'command': 'quit'}]", "The command quit cannot be run by a tour.");
        row("menu", "'show': [{'command': 'recent'}]", "The command recent cannot be run by a tour.");
        row("enabled", "'show': [{'command': 'redo'}]", "The command redo cannot be run now.");
        row("press", "'show': [{'press': 'nothing'}]", "There is no control nothing.");
        row("card", "'show': [{'press': 'tourRestart'}]", "There is no control tourRestart.");
        row("dialog", "'show': [{'command': 'export'}, {'press': 'save'}]", "There is no control save.");
        row("entry", "'show': [{'choose': 'clockDimensions', 'entry': 99}]", "The control clockDimensions cannot be set to that.");
        row("length", "'show': [{'target_length': 100}]", "The target length cannot be 100 here.");
        row("dimension", "'show': [{'dimension': 64}]", "There is no dimension 64.");
        row("dimensions", "'show': [{'interpolate': '3, 60-70'}]", "There is no dimension 70.");
        row("seen", "'expect': {'view': 'clock'}", "The view clock cannot be seen.");
        row("method", "'expect': {'method': 'yarn'}", "The method is distributional, not yarn.");
        row("mean", "'show': [{'method': 'linear'}], 'expect': {'mean_below': 0.01}", "The mean disturbance is 0.02406, not below 0.01.");
        row("by hand", "'expect': {'by_hand': true}", "No dimension is set by hand.");
        row("pins", "'expect': {'pins': 1}", "Tables are pinned: 0, fewer than 1.");
        row("source", "'expect': {'source': 'Qwen/Qwen3-8B'}", "The source is meta-llama/Llama-2-7b-hf, not Qwen/Qwen3-8B.");
        row("row", "'target': {'dimension': 64}", "What it points to cannot be seen.");
    }
    void aCheckSaysWhichStepCannotBeReachedAndWhy()
    {
        QFETCH(QString, steps);
        QFETCH(QString, reason);
        const Expected<QString> checked = checkTour(makeCpuEngine(), write(tourOf(steps.toStdString())));
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, ErrorKind::Lint);
        QCOMPARE(
            QString::fromStdString(checked.error().message), QStringLiteral("own.json: step 2, \"Bad\", cannot be reached. ") + reason);
    }

    void aFileThatIsNoTourIsRefused()
    {
        const QString file = write("{'schema': 'rotascope-tour/1'");
        const Expected<QString> checked = checkTour(makeCpuEngine(), file);
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, ErrorKind::Input);
        begin();
        window->openTour(file);
        QVERIFY(!tourWindow());
        QVERIFY(window->isVisible());
    }

    void aStepIsDoneByHandOrShown()
    {
        takeOwn();
        QCOMPARE(runner().index(), 0U);
        QVERIFY(!runner().isDone());
        QVERIFY(!button("tourBack")->isEnabled());
        Workspace& workspace = tourWindow()->workspace();
        AnalysisSettings settings = workspace.settings();
        settings.method = "linear";
        workspace.edit(settings, QStringLiteral("by the user"));
        QTRY_VERIFY(runner().isDone());
        QCOMPARE(label("tourState")->text(), QStringLiteral("✓ Done"));
        click("tourNext");
        QCOMPARE(runner().index(), 1U);
        QVERIFY(!runner().isDone());
        click("tourShowMe");
        QTRY_VERIFY(runner().isDone() && !runner().isShowing());
        QCOMPARE(runner().index(), 1U);
        QCOMPARE(workspace.settings().dimensionsSetByHand(), 1);
        QTRY_VERIFY(tourWindow()->findChild<QWidget*>(QStringLiteral("tourFrame"))->isVisible());
    }

    void nextGoesThroughATourByKeysAndFinishes()
    {
        takeOwn();
        for (std::size_t step = 0; step < 2; ++step) {
            QTRY_VERIFY(runner().index() == step && !runner().isShowing());
            QTest::keyClick(tourWindow(), Qt::Key_F8);
        }
        QTRY_COMPARE(runner().index(), 2U);
        QCOMPARE(button("tourNext")->text(), QStringLiteral("Finish"));
        QTest::keyClick(tourWindow(), Qt::Key_F8);
        QTRY_VERIFY(!tourWindow());
        QVERIFY(window->isVisible());
        QCOMPARE(own().resumesAt, 0U);
    }

    void backBringsTheStateInWhichTheStepBegan()
    {
        takeOwn();
        Workspace& workspace = tourWindow()->workspace();
        click("tourNext");
        QTRY_COMPARE(runner().index(), 1U);
        click("tourNext");
        QTRY_COMPARE(runner().index(), 2U);
        QCOMPARE(workspace.settings().dimensionsSetByHand(), 1);
        click("tourBack");
        QCOMPARE(runner().index(), 1U);
        QCOMPARE(workspace.settings().dimensionsSetByHand(), 0);
        QCOMPARE(workspace.settings().method, std::string("linear"));
        QVERIFY(!runner().isDone());
        click("tourBack");
        QCOMPARE(workspace.settings().method, std::string("distributional"));
    }

    void aStepThatIsNotReachedSaysSoAndCanBePassed()
    {
        take("{'title': 'One', 'text': 'Never', 'expect': {'pins': 9}}, {'title': 'Two', 'text': 'Here'}");
        click("tourNext");
        QTRY_VERIFY(!runner().isShowing());
        QCOMPARE(runner().index(), 0U);
        QVERIFY(label("tourState")->text().contains(QStringLiteral("Tables are pinned: 0")));
        click("tourNext");
        QCOMPARE(runner().index(), 1U);
    }

    void theUsersWorkIsUntouched()
    {
        begin();
        adopt(window->workspace(), llama2());
        window->workspace().setOverride({12_dim}, Override{Choice::Interpolation});
        window->workspace().setNotes(QStringLiteral("my words"));
        QVERIFY(waitForAnalysis(window->workspace()));
        const AnalysisSettings settings = window->workspace().settings();
        const int steps = window->workspace().undoStack()->count();
        takeOwn();
        QVERIFY(!window->isVisible());
        click("tourNext");
        QTRY_COMPARE(runner().index(), 1U);
        QTest::mouseClick(button("tourLeave"), Qt::LeftButton);
        QTRY_VERIFY(!tourWindow()); // without a question, though a dimension may be set by hand there
        QVERIFY(window->isVisible());
        QVERIFY(window->workspace().settings() == settings);
        QCOMPARE(window->workspace().notes(), QStringLiteral("my words"));
        QCOMPARE(window->workspace().undoStack()->count(), steps);
        QVERIFY(window->workspace().isModified());
        window->workspace().undoStack()->undo();
        QCOMPARE(window->workspace().settings().dimensionsSetByHand(), 0);
        window->workspace().setNotes({});
    }

    // What a crash in a tour leaves on the disk is the user's work, not the tour's.
    void whatIsKeptForACrashIsTheUsersWork()
    {
        window = std::make_unique<MainWindow>(makeCpuEngine());
        window->keepState();
        window->resize(1280, 800);
        window->show();
        adopt(window->workspace(), llama2());
        window->workspace().setNotes(QStringLiteral("my words"));
        takeOwn();
        click("tourNext");
        QTRY_COMPARE(runner().index(), 1U);
        const QDir copies(folder->filePath(QStringLiteral("data/rotascope/sessions")));
        const auto kept = [&] {
            const QStringList names = copies.entryList({QStringLiteral("open-*.rotascope")}, QDir::Files);
            QFile file(names.size() == 1 ? copies.filePath(names.front()) : QString());
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTRY_VERIFY(kept().contains("my words"));
        QVERIFY(kept().contains("\"method\": \"distributional\"") || kept().contains("\"method\":\"distributional\""));
        QCOMPARE(copies.entryList({QStringLiteral("*.rotascope")}, QDir::Files).size(), 1);
        window->workspace().setNotes({});
    }

    void aTourGoesOnWhereItWasLeft()
    {
        takeOwn();
        click("tourNext");
        QTRY_COMPARE(runner().index(), 1U);
        click("tourNext");
        QTRY_COMPARE(runner().index(), 2U);
        tourWindow()->close();
        QTRY_VERIFY(!tourWindow());
        QCOMPARE(own().resumesAt, 2U);
        window->openTour(own().file);
        QTRY_COMPARE(runner().index(), 2U);
        QCOMPARE(tourWindow()->workspace().settings().dimensionsSetByHand(), 1); // by the way of the steps before
        click("tourRestart");
        QTRY_VERIFY(runner().index() == 0 && !runner().isShowing());
        QTRY_COMPARE(tourWindow()->workspace().settings().dimensionsSetByHand(), 0);
    }

    void anotherTourTakesThePlaceOfOne()
    {
        takeOwn();
        tourWindow()->openTour(tours().front().file);
        QTRY_VERIFY(tourWindow() && runner().tour().id == "lesson");
        QVERIFY(!window->isVisible());
    }

    void theStartPageTheMenuAndThePaletteHaveThem()
    {
        ownFile();
        begin();
        window->showStartPage();
        auto* list = window->findChild<QListWidget*>(QStringLiteral("tours"));
        QVERIFY(list);
        QCOMPARE(list->count(), static_cast<int>(tours().size()));
        keepPicture(*window, QStringLiteral("tours-start"));
        QMenu* menu = window->findChild<QAction*>(QStringLiteral("toursAction"))->menu();
        emit menu->aboutToShow();
        QCOMPARE(menu->actions().size(), static_cast<qsizetype>(tours().size() + 2));
        CommandPalette palette(*window->menuBar());
        palette.findChild<QLineEdit*>()->setText(QStringLiteral("tour of mine"));
        QCOMPARE(palette.findChild<QTreeView*>()->model()->rowCount(), 1);
        list->setFocus();
        list->setCurrentRow(list->count() - 1);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(tourWindow());
        QTRY_COMPARE(runner().tour().id, std::string("test"));
        QTest::mouseClick(button("tourLeave"), Qt::LeftButton);
        QTRY_VERIFY(!tourWindow());
        QVERIFY(window->findChild<QListWidget*>(QStringLiteral("tours"))->isVisible());
    }

    // As a class goes through it, with pictures for people to look at: each step as it begins and once it was shown.
    void theLessonRunsByTheMouse_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1280x800") << QSize(1280, 800);
        QTest::newRow("1920x1080") << QSize(1920, 1080);
    }
    void theLessonRunsByTheMouse()
    {
        QFETCH(QSize, size);
        takeLesson(size);
        const QPoint next = button("tourNext")->mapTo(tourWindow(), button("tourNext")->rect().center());
        for (std::size_t step = 0; step < runner().tour().steps.size(); ++step) {
            QTRY_VERIFY_WITH_TIMEOUT(runner().index() == step && !runner().isShowing(), 60000);
            lookAtStep(QStringLiteral("before"));
            QVERIFY(!label("tourState")->text().contains(textOf(runner().step().answer)));
            if (!runner().step().expect.view) { // else it is for the pupil to find
                theTargetIsSeen();
            }
            QCOMPARE(tourWindow()->childAt(next), button("tourNext"));
            click(step % 2 == 0 ? "tourShowMe" : "tourNext"); // either gives the answer
            QTRY_VERIFY_WITH_TIMEOUT(runner().isRevealed() && !runner().isShowing(), 60000);
            QCOMPARE(runner().index(), step);
            QCOMPARE(label("tourState")->text(), QStringLiteral("✓ ") + textOf(runner().step().answer));
            QTest::qWait(200); // until what was shown has its place, and hands have moved
            lookAtStep(QStringLiteral("shown"));
            theTargetIsSeen();
            theTargetIsLarge();
            QCOMPARE(tourWindow()->size(), size);
            QCOMPARE(tourWindow()->childAt(next), button("tourNext")); // it stays under the pointer
            if (runner().isLast()) {
                theExportIsShownBelowTheCard();
            }
            QTest::mouseClick(tourWindow()->childAt(next), Qt::LeftButton);
        }
        QTRY_VERIFY(!tourWindow());
        QVERIFY(window->isVisible());
    }

    // Where there is little room as well.
    void theCardLeavesASmallWindowAsItIs()
    {
        const QSize size(1024, 700);
        takeLesson(size);
        const auto isWhole = [&] {
            const QLabel& why = *label("why");
            const QRect text = why.fontMetrics().boundingRect(QRect(0, 0, why.width(), 10'000), Qt::TextWordWrap, why.text());
            return tourWindow()->size() == size && !why.visibleRegion().isEmpty() && why.height() >= text.height();
        };
        for (std::size_t step = 0; !runner().isLast(); ++step) {
            QTRY_VERIFY_WITH_TIMEOUT(runner().index() == step && !runner().isShowing(), 60000);
            QTRY_VERIFY2(isWhole(), qPrintable(QString::number(step)));
            click("tourNext");
            QTRY_VERIFY_WITH_TIMEOUT(runner().isRevealed() && !runner().isShowing(), 60000);
            keepPicture(*tourWindow(), QStringLiteral("lesson-small-%1").arg(step + 1));
            QTRY_VERIFY2(isWhole(), qPrintable(QString::number(step)));
            click("tourNext");
        }
    }

    void theLessonRunsByKeysAlone()
    {
        takeLesson({1280, 800});
        for (std::size_t step = 0; step < runner().tour().steps.size(); ++step) {
            QTRY_VERIFY_WITH_TIMEOUT(runner().index() == step && !runner().isShowing(), 60000);
            QTest::keyClick(QApplication::focusWidget(), step % 2 == 0 ? Qt::Key_F8 : Qt::Key_F9);
            QTRY_VERIFY_WITH_TIMEOUT(runner().isRevealed() && !runner().isShowing(), 60000);
            QVERIFY(runner().obstacle().isEmpty());
            if (runner().isLast()) {
                QTest::keyClick(openExport(), Qt::Key_Escape);
                QTRY_VERIFY(!openExport());
                tourWindow()->activateWindow(); // which window managers do
                QTRY_VERIFY(tourWindow()->isActiveWindow());
            }
            QTest::keyClick(tourWindow(), Qt::Key_F8);
        }
        QTRY_VERIFY(!tourWindow());
    }

    void aStepThatIsDoneByHandGivesItsAnswer()
    {
        take("{'title': 'One', 'text': 'Which?', 'answer': 'That one.', 'expect': {'method': 'linear'}}, {'title': 'Two', 'text': 'Here'}");
        QVERIFY(!label("tourState")->text().contains(QStringLiteral("That one.")));
        AnalysisSettings settings = tourWindow()->workspace().settings();
        settings.method = "linear";
        tourWindow()->workspace().edit(settings, QStringLiteral("by the user"));
        QTRY_COMPARE(label("tourState")->text(), QStringLiteral("✓ That one."));
        click("tourNext");
        QCOMPARE(runner().index(), 1U);
        click("tourBack"); // asked again
        QVERIFY(!label("tourState")->text().contains(QStringLiteral("That one.")) || runner().isDone());
    }

    // Else it would be gone with the tour's window.
    void whatTheLastStepShowsIsSeen()
    {
        take("{'title': 'One', 'text': 'Linear', 'show': [{'method': 'linear'}], 'expect': {'method': 'linear'}}");
        QCOMPARE(button("tourNext")->text(), QStringLiteral("Finish"));
        click("tourNext");
        QTRY_VERIFY(runner().isRevealed() && !runner().isShowing());
        QCOMPARE(label("tourState")->text(), QStringLiteral("✓ Done"));
        click("tourNext");
        QTRY_VERIFY(!tourWindow());
    }

    void theCardHasLargeLettersInALargeWindow()
    {
        takeOwn();
        const int usual = label("tourText")->fontMetrics().height();
        tourWindow()->resize(1920, 1080);
        QTRY_VERIFY(label("tourText")->fontMetrics().height() > usual);
        tourWindow()->resize(1280, 800);
        QTRY_COMPARE(label("tourText")->fontMetrics().height(), usual);
    }

    void anAnswerNeedsNothingToBeShown()
    {
        take("{'title': 'One', 'text': 'Which?', 'answer': 'That one.'}, {'title': 'Two', 'text': 'Here'}");
        QVERIFY(button("tourShowMe")->isEnabled());
        click("tourNext");
        QTRY_COMPARE(label("tourState")->text(), QStringLiteral("✓ That one."));
        QCOMPARE(runner().index(), 0U);
        click("tourNext");
        QTRY_COMPARE(runner().index(), 1U);
    }

    // A tour says what to press, and the clock may play already.
    void playIsPressedOnce()
    {
        take("{'title': 'One', 'text': 'Play', 'target': {'view': 'clock'}, 'show': [{'view': 'clock'}, {'press': 'clockPlay'}]}");
        auto* play = tourWindow()->findChild<QPushButton*>(QStringLiteral("clockPlay"));
        QTRY_VERIFY(play->isVisible() && play->isEnabled());
        QTest::mouseClick(play, Qt::LeftButton);
        QVERIFY(play->isChecked());
        click("tourShowMe");
        QTRY_VERIFY(!runner().isShowing());
        QVERIFY(play->isChecked());
        QCOMPARE(play->text(), QStringLiteral("Pause"));
    }

private:
    void begin()
    {
        if (!window) {
            window = std::make_unique<MainWindow>(makeCpuEngine());
            window->resize(1280, 800);
            window->show();
            QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        }
    }
    QString write(const std::string& text)
    {
        QDir().mkpath(folderOfOwnTours());
        QFile file(folderOfOwnTours() + QStringLiteral("/own.json"));
        [&] { QVERIFY(file.open(QIODevice::WriteOnly)); }();
        file.write(QByteArray::fromStdString(text).replace('\'', '"'));
        return file.fileName();
    }
    QString ownFile() { return write(tourOf(threeSteps)); }
    static TourEntry own() { return tours().back(); }
    void take(const std::string& steps)
    {
        begin();
        window->openTour(write(tourOf(steps)));
        QVERIFY(tourWindow());
        QTRY_VERIFY(!runner().isShowing());
    }
    void takeOwn() { take(threeSteps); }
    void takeLesson(const QSize& size)
    {
        window = std::make_unique<MainWindow>(makeCpuEngine());
        window->fitTo(size);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        window->openTour(tours().front().file);
        QTRY_VERIFY(tourWindow() && !runner().isShowing());
        QCOMPARE(tourWindow()->size(), size);
        QTest::qWait(50); // until its docks have their places
    }
    void lookAtStep(const QString& when) const
    {
        const QString name
            = QStringLiteral("lesson-%1-%2-%3").arg(tourWindow()->width()).arg(runner().index() + 1, 2, 10, QLatin1Char('0')).arg(when);
        keepPicture(*tourWindow(), name);
        inTheDark([&] { keepPicture(*tourWindow(), name + QStringLiteral("-dark")); });
    }

    // What a step points to is large enough to be looked at; once it is shown, so is the largest thing that its view draws or lists.
    void theTargetIsSeen() const
    {
        const TourTarget& target = runner().step().target;
        const TourStage& stage = tourWindow()->findChild<TourGuide*>()->stage();
        const QString id = QString::fromStdString(target.view);
        if (!target.command.empty()) {
            QVERIFY(isAtLeast(stage.placeOf(target).size(), {20, 16}));
        } else if (!target.control.empty()) {
            const QWidget* control = stage.control(id, QString::fromStdString(target.control));
            QCOMPARE(control->visibleRegion().boundingRect().size(), control->size());
        } else {
            QVERIFY(isAtLeast(stage.view(id)->visibleRegion().boundingRect().size(), {500, 250}));
        }
    }
    void theTargetIsLarge() const
    {
        const TourTarget& target = runner().step().target;
        if (!target.view.empty() && target.control.empty()) {
            const TourStage& stage = tourWindow()->findChild<TourGuide*>()->stage();
            QVERIFY(isAtLeast(largestIn(*stage.view(QString::fromStdString(target.view))), {400, 120}));
        }
    }
    static bool isAtLeast(const QSize& size, const QSize& least)
    {
        if (size.expandedTo(least) != size) {
            qWarning() << size << "instead of at least" << least;
        }
        return size.expandedTo(least) == size;
    }
    static QSize largestIn(const QWidget& view)
    {
        QSize largest;
        for (const QWidget* widget : view.findChildren<QWidget*>()) {
            const auto* area = qobject_cast<const QAbstractScrollArea*>(widget); // its viewport covers it
            const QSize size = (area != nullptr ? area->viewport() : widget)->visibleRegion().boundingRect().size();
            const bool isLooked
                = dynamic_cast<const Readable*>(widget) != nullptr || qobject_cast<const QAbstractItemView*>(widget) != nullptr;
            if (isLooked && size.width() * size.height() > largest.width() * largest.height()) {
                largest = size;
            }
        }
        return largest;
    }

    ExportDialog* openExport() const
    {
        const QList<ExportDialog*> dialogs = tourWindow()->findChildren<ExportDialog*>();
        const auto open = std::ranges::find_if(dialogs, [](const ExportDialog* dialog) { return dialog->isVisible(); });
        return open == dialogs.end() ? nullptr : *open;
    }
    void theExportIsShownBelowTheCard() const
    {
        ExportDialog* const dialog = openExport();
        QVERIFY(dialog);
        QTRY_VERIFY(!dialog->isPreparing());
        QCOMPARE(dialog->findChild<QComboBox*>(QStringLiteral("target"))->currentText(), QStringLiteral("Transformers 5"));
        QVERIFY(dialog->findChild<QTextBrowser*>(QStringLiteral("lint"))->toPlainText().contains(QStringLiteral("mlx-lm")));
        const auto* card = tourWindow()->findChild<QWidget*>(QStringLiteral("tourCard"));
        QVERIFY(dialog->y() >= card->mapToGlobal(QPoint(0, card->height())).y());
        QVERIFY(dialog->y() + dialog->height() <= tourWindow()->y() + tourWindow()->height());
        keepPicture(*dialog, QStringLiteral("lesson-%1-export").arg(tourWindow()->width()));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!openExport());
    }

    // The window of the tour that goes on; null: none does.
    MainWindow* tourWindow() const
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (auto* found = qobject_cast<MainWindow*>(widget); found != nullptr && found != window.get() && found->isVisible()) {
                return found;
            }
        }
        return nullptr;
    }
    [[nodiscard]] TourRunner& runner() const { return tourWindow()->findChild<TourGuide*>()->runner(); }
    [[nodiscard]] QPushButton* button(const char* name) const { return tourWindow()->findChild<QPushButton*>(QLatin1String(name)); }
    [[nodiscard]] QLabel* label(const char* name) const { return tourWindow()->findChild<QLabel*>(QLatin1String(name)); }
    void click(const char* name) const { QTest::mouseClick(button(name), Qt::LeftButton); }

    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(ToursTest)
#include "tours_test.moc"
