// SPDX-License-Identifier: GPL-3.0-or-later
// Work that is saved, left and opened again.
#include "core/session/session.h"

#include "tests/ui/ui_test.h"
#include "tests/ui/window/file_dialog.h"
#include "ui/base/file_places.h"
#include "ui/base/message_bar.h"
#include "ui/base/preferences.h"
#include "ui/base/user_settings.h"
#include "ui/start/start_page.h"
#include "ui/views/method_comparison.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMap>
#include <QMenu>
#include <QMessageBox>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTimer>
#include <QUndoStack>
#include <functional>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

std::unique_ptr<MainWindow> windowWith(const QString& file)
{
    auto window = std::make_unique<MainWindow>(makeCpuEngine());
    window->show();
    window->openFile(file);
    return window;
}

// Types a name into the dialog that the action opens.
void triggerWithFile(MainWindow& window, const char* action, const QString& file)
{
    answerFileDialog(file);
    window.findChild<QAction*>(QString::fromLatin1(action))->trigger();
}

void reply(MainWindow& window, const char* button)
{
    auto* question = window.findChild<QMessageBox*>();
    QVERIFY(question);
    QTest::mouseClick(question->findChild<QAbstractButton*>(QString::fromLatin1(button)), Qt::LeftButton);
}

Override setTo(double factor)
{
    return {Choice::Custom, factor};
}

void change(Workspace& workspace, double factor)
{
    workspace.setOverride({3_dim}, setTo(factor));
    QVERIFY(waitForAnalysis(workspace));
}

QStringList copies()
{
    const QDir folder(qEnvironmentVariable("XDG_DATA_HOME") + QStringLiteral("/rotascope/sessions"));
    return folder.entryList({QStringLiteral("*.rotascope")}, QDir::Files);
}

} // namespace

class SessionTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", QFile::encodeName(folder->filePath(QStringLiteral("data"))));
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder->filePath(QStringLiteral("config"))));
        config = folder->filePath(QStringLiteral("config.json"));
        QVERIFY(QFile::copy(QStringLiteral(ROTASCOPE_SOURCE_DIR "/tests/data/field/c36-olmo-3.1-32b.json"), config));
    }

    // A sample may lie where nothing can be written.
    void savingBeginsWhereTheUserSavedLast()
    {
        const auto window = windowWith(samplePath());
        QVERIFY(waitForAnalysis(window->workspace()));
        keepUserSetting(QStringLiteral("saveFolder"), QString());
        const QString documents = QFileInfo(placeToSave(QStringLiteral("x"))).absolutePath();
        QVERIFY(documents != QFileInfo(samplePath()).absolutePath());
        QString began;
        answerFileDialog(folder->filePath(QStringLiteral("first")), &began);
        window->findChild<QAction*>(QStringLiteral("saveAsAction"))->trigger();
        QTRY_VERIFY(!began.isEmpty());
        QCOMPARE(began, documents);
        QTRY_VERIFY(window->statusBar()->currentMessage().contains(QStringLiteral("first.rotascope")));
        QVERIFY(QFile::exists(folder->filePath(QStringLiteral("first.rotascope"))));
        began.clear();
        answerFileDialog(folder->filePath(QStringLiteral("window.png")), &began);
        window->findChild<QAction*>(QStringLiteral("pictureAction"))->trigger();
        QTRY_COMPARE(began, folder->path());
    }

    // Where nothing could be written, saving does not begin the next time.
    void aPlaceWhereSavingFailedIsNotRemembered()
    {
        const auto window = windowWith(samplePath());
        QVERIFY(waitForAnalysis(window->workspace()));
        keepUserSetting(QStringLiteral("saveFolder"), folder->path());
        QVERIFY(QDir().mkpath(folder->filePath(QStringLiteral("data/taken.rotascope"))));
        answerFileDialog(folder->filePath(QStringLiteral("data/taken.rotascope/none/w.png")));
        window->findChild<QAction*>(QStringLiteral("pictureAction"))->trigger();
        QTRY_VERIFY(window->messageBar().isVisible());
        QCOMPARE(placeToSave(QStringLiteral("x")), folder->filePath(QStringLiteral("x")));
        answerFileDialog(folder->filePath(QStringLiteral("data/w.png")));
        window->findChild<QAction*>(QStringLiteral("pictureAction"))->trigger();
        QTRY_COMPARE(placeToSave(QStringLiteral("x")), folder->filePath(QStringLiteral("data/x")));
        QVERIFY2(
            window->statusBar()->currentMessage().contains(QStringLiteral("w.png")), qPrintable(window->statusBar()->currentMessage()));
    }

    void openingBeginsWhereTheUserOpenedLast()
    {
        const auto window = windowWith(samplePath());
        keepUserSetting(QStringLiteral("openFolder"), QString());
        keepUserSetting(QStringLiteral("saveFolder"), folder->filePath(QStringLiteral("data")));
        QVERIFY(QDir().mkpath(folder->filePath(QStringLiteral("data"))));
        QString began;
        answerFileDialog(config, &began);
        QSignalSpy opened(window.get(), &MainWindow::opened);
        window->findChild<QAction*>(QStringLiteral("openAction"))->trigger();
        QCOMPARE(began, folder->filePath(QStringLiteral("data"))); // where the user saved last
        QVERIFY(opened.wait(60000));
        QVERIFY(waitForAnalysis(window->workspace()));
        answerFileDialog(config, &began);
        window->findChild<QAction*>(QStringLiteral("tableAction"))->trigger();
        QCOMPARE(began, folder->path());
    }

    void savesWhatWasChosenAndOpensIt()
    {
        const QString file = folder->filePath(QStringLiteral("work"));
        AnalysisSettings saved;
        {
            const auto window = windowWith(config);
            Workspace& workspace = window->workspace();
            QVERIFY(waitForAnalysis(workspace));
            change(workspace, 1.5);
            workspace.setCurrentDimension(22_dim);
            window->findChild<QDockWidget*>(QStringLiteral("overview"))->close();
            triggerWithFile(*window, "saveAsAction", file);
            QTRY_VERIFY(QFile::exists(file + QStringLiteral(".rotascope")));
            QTRY_VERIFY(window->windowTitle().startsWith(QStringLiteral("work")));
            saved = workspace.settings();
        }
        const auto window = windowWith(file + QStringLiteral(".rotascope"));
        QTRY_VERIFY(window->workspace().source());
        QVERIFY(window->workspace().settings() == saved);
        QCOMPARE(window->workspace().currentDimension(), 22_dim);
        QVERIFY(window->findChild<QDockWidget*>(QStringLiteral("overview"))->isHidden());
        QVERIFY(window->windowTitle().startsWith(QStringLiteral("work")));
        QVERIFY(window->messageBar().isHidden());
    }

    void keepsTheColumnsAndTheOrderOfTheComparison()
    {
        const PreferenceValues before = Preferences::instance().values();
        const QString file = folder->filePath(QStringLiteral("columns.rotascope"));
        {
            auto window = windowWith(samplePath());
            QVERIFY(waitForAnalysis(*window->findChild<Workspace*>()));
            const auto click = [&](const char* menu, int entry) {
                QMenu* const entries = window->findChild<QAction*>(QString::fromLatin1(menu))->menu();
                emit entries->aboutToShow();
                entries->actions().at(entry)->trigger();
            };
            click("comparisonColumnsAction", 5); // near
            click("columnsAction", 6); // the margin
            click("comparisonOrderAction", 3);
            click("comparisonOrderAction", 3);
            QCOMPARE(window->findChild<MethodComparison*>()->order().text(), QStringLiteral("-near"));
            triggerWithFile(*window, "saveAsAction", file);
            QTRY_VERIFY(QFile::exists(file));
        }
        const QMap<QString, bool> columns = Preferences::instance().values().columns;
        QCOMPARE(columns, (QMap<QString, bool>{{QStringLiteral("margin"), true}, {QStringLiteral("methods.near"), true}}));
        Preferences::instance().set(before);
        auto window = windowWith(file);
        QVERIFY(waitForAnalysis(*window->findChild<Workspace*>()));
        QCOMPARE(Preferences::instance().columns(), columns);
        QCOMPARE(window->findChild<MethodComparison*>()->order().text(), QStringLiteral("-near"));
        // Of that session alone, also what is changed in it.
        QMenu* const entries = window->findChild<QAction*>(QStringLiteral("columnsAction"))->menu();
        emit entries->aboutToShow();
        entries->actions().at(6)->trigger();
        QCOMPARE(Preferences::instance().columns().value(QStringLiteral("margin")), false);
        QCOMPARE(Preferences::instance().values().columns, before.columns);
        window->workspace().markSaved(window->workspace().ropes(), window->workspace().notes(), true);
        window->openFile(samplePath());
        QTRY_COMPARE(Preferences::instance().columns(), before.columns);
    }

    void savesEveryRope()
    {
        const QString file = folder->filePath(QStringLiteral("two.rotascope"));
        AnalysisSettings full;
        {
            const auto window = windowWith(config);
            Workspace& workspace = window->workspace();
            QVERIFY(waitForAnalysis(workspace));
            change(workspace, 1.5);
            full = workspace.settings();
            auto* box = window->findChild<QComboBox*>(QStringLiteral("rope"));
            QVERIFY(box);
            box->setCurrentText(QStringLiteral("sliding_attention"));
            emit box->activated(box->currentIndex());
            QTRY_COMPARE(workspace.source()->ropeName, "sliding_attention");
            change(workspace, 2.5);
            triggerWithFile(*window, "saveAsAction", file);
            QTRY_VERIFY(QFile::exists(file));
        }
        const auto window = windowWith(file);
        Workspace& workspace = window->workspace();
        QTRY_VERIFY(workspace.source());
        QCOMPARE(workspace.source()->ropeName, "sliding_attention");
        QCOMPARE(workspace.settings().overrideOf(3_dim), setTo(2.5));
        QCOMPARE(workspace.otherRopes().size(), 1U);
        QVERIFY(workspace.switchBackTo("full_attention"));
        QVERIFY(workspace.settings() == full);
    }

    void saveWritesToTheFileThatTheSessionHas()
    {
        const QString file = folder->filePath(QStringLiteral("work.rotascope"));
        const auto window = windowWith(config);
        QVERIFY(waitForAnalysis(window->workspace()));
        triggerWithFile(*window, "saveAction", file);
        QTRY_VERIFY(QFile::exists(file));
        QTRY_VERIFY(!window->workspace().isModified());
        change(window->workspace(), 1.25);
        QVERIFY(window->workspace().isModified());
        window->findChild<QAction*>(QStringLiteral("saveAction"))->trigger();
        QTRY_VERIFY(!window->workspace().isModified());
        QVERIFY(readSession(file.toStdString())->ropes.front().settings.overrideOf(3_dim) == setTo(1.25));
    }

    // Also without a dimension set by hand: who keeps a session in a file expects that to be whole.
    void whatTheFileLacksIsWork()
    {
        const QString file = folder->filePath(QStringLiteral("work.rotascope"));
        const auto window = windowWith(config);
        Workspace& workspace = window->workspace();
        QVERIFY(waitForAnalysis(workspace));
        const AnalysisSettings asOpened = workspace.settings();
        change(workspace, 1.25);
        triggerWithFile(*window, "saveAction", file);
        QTRY_VERIFY(!window->isWindowModified());
        workspace.edit(asOpened, QStringLiteral("all automatic"));
        QVERIFY(window->isWindowModified());
        QVERIFY(waitForAnalysis(workspace));
        window->openFile(samplePath());
        QTRY_VERIFY(window->findChild<QMessageBox*>());
        auto* question = window->findChild<QMessageBox*>();
        QVERIFY2(question->text().contains(QStringLiteral("changed settings")), qPrintable(question->text()));
        reply(*window, "cancel");
        workspace.undoStack()->undo();
        QVERIFY(!window->isWindowModified());
        QVERIFY(waitForAnalysis(workspace));
        AnalysisSettings others = workspace.settings();
        others.targetLength *= 2;
        others.method = "yarn";
        workspace.edit(others, QStringLiteral("length and method"));
        QVERIFY(waitForAnalysis(workspace));
        window->close();
        QTRY_VERIFY(window->findChild<QMessageBox*>());
        question = window->findChild<QMessageBox*>();
        QVERIFY2(question->text().contains(QStringLiteral("changed settings (target length, method)")), qPrintable(question->text()));
        keepPicture(*question, QStringLiteral("changed-settings"));
        reply(*window, "cancel");
    }

    // Two windows have the same session open. What the first has saved is not replaced by the second without a question.
    void asksBeforeItReplacesWhatAnotherWindowSaved_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<double>("inFile");
        QTest::newRow("cancel") << QStringLiteral("cancel") << 2.5;
        QTest::newRow("overwrite") << QStringLiteral("overwrite") << 3.5;
        QTest::newRow("save as") << QStringLiteral("saveAs") << 2.5;
    }

    void asksBeforeItReplacesWhatAnotherWindowSaved()
    {
        QFETCH(const QString, answer);
        QFETCH(const double, inFile);
        const QString file = savedSession();
        const QString elsewhere = folder->filePath(QStringLiteral("s2.rotascope"));
        const auto first = windowWith(file);
        const auto second = windowWith(file);
        QTRY_VERIFY(first->workspace().source() && second->workspace().source());
        change(first->workspace(), 2.5);
        change(second->workspace(), 3.5);
        first->findChild<QAction*>(QStringLiteral("saveAction"))->trigger();
        QTRY_VERIFY(!first->isWindowModified());
        second->findChild<QAction*>(QStringLiteral("saveAction"))->trigger();
        auto* question = static_cast<QMessageBox*>(nullptr);
        QTRY_VERIFY((question = second->findChild<QMessageBox*>(QStringLiteral("conflict"))));
        QVERIFY2(
            question->text().startsWith(QStringLiteral("s1.rotascope was changed by another program at ")), qPrintable(question->text()));
        QCOMPARE(factorIn(file), 2.5);
        keepPicture(*question, QStringLiteral("conflict"));
        inTheDark([&] { keepPicture(*question, QStringLiteral("conflict-dark")); });
        if (answer == QStringLiteral("saveAs")) {
            answerFileDialog(elsewhere);
        }
        reply(*second, qPrintable(answer));
        QTRY_COMPARE(second->isWindowModified(), answer == QStringLiteral("cancel"));
        QCOMPARE(factorIn(file), inFile);
        QCOMPARE(QFile::exists(elsewhere), answer == QStringLiteral("saveAs"));
        if (answer == QStringLiteral("saveAs")) {
            QCOMPARE(factorIn(elsewhere), 3.5);
        }
    }

    // The file dialog asks about the name as it was typed, and not about the one that the file gets.
    void aNameWithoutItsEndingReplacesNoSession()
    {
        const QString file = savedSession();
        const auto window = windowWith(config);
        QVERIFY(waitForAnalysis(window->workspace()));
        change(window->workspace(), 2.5);
        triggerWithFile(*window, "saveAsAction", folder->filePath(QStringLiteral("s1")));
        QTRY_VERIFY(window->messageBar().message().contains(QStringLiteral("s1.rotascope is there already")));
        QVERIFY(window->isWindowModified());
        QCOMPARE(factorIn(file), 1.5);
    }

    void savingAgainAfterItsOwnSaveAsksNothing()
    {
        const QString file = savedSession();
        const auto window = windowWith(file);
        QTRY_VERIFY(window->workspace().source());
        for (const double factor : {2.5, 3.5}) {
            change(window->workspace(), factor);
            window->findChild<QAction*>(QStringLiteral("saveAction"))->trigger();
            QTRY_VERIFY(!window->isWindowModified());
            QTest::qWait(600); // the file is looked at once it rests
            QVERIFY(!window->isWindowModified() && window->messageBar().isHidden());
        }
        QCOMPARE(factorIn(file), 3.5);
    }

    // The window whose work was replaced says so at once, and does not close as if all were saved.
    void saysThatAnotherProgramChangedTheFile()
    {
        const QString file = savedSession();
        const auto window = windowWith(file);
        QTRY_VERIFY(window->workspace().source());
        QVERIFY(!window->isWindowModified());
        saveInAnotherWindow(file, 2.5);
        QTRY_VERIFY_WITH_TIMEOUT(window->isWindowModified(), 30000);
        QCOMPARE(
            window->messageBar().message(), QStringLiteral("s1.rotascope was changed by another program. What is open here is not in it."));
        keepPicture(*window, QStringLiteral("changed-session"));
        inTheDark([&] { keepPicture(*window, QStringLiteral("changed-session-dark")); });
        window->close();
        QVERIFY(window->isVisible());
        auto* question = window->findChild<QMessageBox*>();
        QVERIFY2(question->text().contains(QStringLiteral("what s1.rotascope had before another program changed it")),
            qPrintable(question->text()));
        keepPicture(*question, QStringLiteral("changed-session-close"));
        reply(*window, "save");
        QTRY_VERIFY(window->findChild<QMessageBox*>(QStringLiteral("conflict")));
        QTest::mouseClick(
            window->findChild<QMessageBox*>(QStringLiteral("conflict"))->findChild<QAbstractButton*>(QStringLiteral("overwrite")),
            Qt::LeftButton);
        QTRY_VERIFY(!window->isVisible());
        QCOMPARE(factorIn(file), 1.5);
    }

    void readsTheChangedSessionAgain()
    {
        const QString file = savedSession();
        const auto window = windowWith(file);
        QTRY_VERIFY(window->workspace().source());
        saveInAnotherWindow(file, 2.5);
        QTRY_VERIFY_WITH_TIMEOUT(window->isWindowModified(), 30000);
        QTest::mouseClick(window->findChild<QAbstractButton*>(QStringLiteral("messageAction")), Qt::LeftButton);
        QTRY_COMPARE(window->workspace().settings().overrideOf(3_dim), setTo(2.5));
        QVERIFY(!window->isWindowModified() && window->messageBar().isHidden());
    }

    // The copy knows as which the file was saved: what another program wrote to that between two starts counts as well.
    void whatChangedBetweenTwoStartsIsNotReplacedEither()
    {
        const QString file = savedSession();
        {
            auto window = windowWith(file);
            window->keepState();
            QTRY_VERIFY(window->workspace().source());
            window->close();
        }
        saveInAnotherWindow(file, 2.5);
        const auto window = startedWindow();
        QTRY_VERIFY(window->workspace().source());
        QCOMPARE(window->workspace().settings().overrideOf(3_dim), setTo(1.5));
        QTRY_VERIFY_WITH_TIMEOUT(window->isWindowModified(), 30000);
        window->findChild<QAction*>(QStringLiteral("saveAction"))->trigger();
        QTRY_VERIFY(window->findChild<QMessageBox*>(QStringLiteral("conflict")));
        reply(*window, "cancel");
        QCOMPARE(factorIn(file), 2.5);
    }

    // What is changed while the session is written is not in it.
    void aChangeWhileItIsSavedIsNotSaved()
    {
        const QString file = folder->filePath(QStringLiteral("work.rotascope"));
        const auto window = windowWith(config);
        QVERIFY(waitForAnalysis(window->workspace()));
        change(window->workspace(), 1.5);
        triggerWithFile(*window, "saveAsAction", file);
        window->workspace().setOverride({3_dim}, Override{Choice::Custom, 2.5}); // the event loop has not turned since
        QTRY_VERIFY(window->windowTitle().startsWith(QStringLiteral("work")));
        QVERIFY(readSession(file.toStdString())->ropes.front().settings.overrideOf(3_dim) == setTo(1.5));
        QVERIFY(window->isWindowModified());
    }

    // A copy that is on its way when the window closes is not left behind.
    void noCopyIsLeftBehind()
    {
        for (int i = 0; i < 5; ++i) {
            const auto window = windowWith(config);
            window->keepState();
            QVERIFY(waitForAnalysis(window->workspace()));
            QTest::qWait(1000 + i); // about when the copy is written
            window->close();
            QTest::qWait(50);
            QCOMPARE(copies(), QStringList{QStringLiteral("last.rotascope")});
        }
    }

    void saysWhatChangedAndWhatIsMissing()
    {
        const QString file = folder->filePath(QStringLiteral("work.rotascope"));
        {
            const auto window = windowWith(config);
            QVERIFY(waitForAnalysis(window->workspace()));
            triggerWithFile(*window, "saveAsAction", file);
            QTRY_VERIFY(QFile::exists(file));
        }
        QFile source(config);
        QVERIFY(source.open(QIODevice::Append) && source.write(" ") == 1);
        source.close();
        const auto changed = windowWith(file);
        QTRY_VERIFY(changed->workspace().source());
        QVERIFY(changed->messageBar().message().contains(QStringLiteral("config.json was changed since the session was saved")));
        QVERIFY(QFile::remove(config));
        const auto missing = windowWith(file);
        QTRY_VERIFY(missing->messageBar().message().contains(QStringLiteral("its source is not at")));
        QVERIFY(!missing->workspace().source());
    }

    void aSaveThatFailsSaysSo()
    {
        const auto window = windowWith(config);
        QVERIFY(waitForAnalysis(window->workspace()));
        change(window->workspace(), 1.5);
        triggerWithFile(*window, "saveAsAction", QStringLiteral("/proc/work.rotascope"));
        QTRY_VERIFY(window->messageBar().message().contains(QStringLiteral("/proc/work.rotascope")));
        QVERIFY(window->workspace().isModified());
    }

    void aStartTakesUpWhatWasOpenLast()
    {
        std::int64_t left = 0;
        {
            const auto window = windowWith(config);
            window->keepState();
            QVERIFY(waitForAnalysis(window->workspace()));
            AnalysisSettings settings = window->workspace().settings();
            settings.targetLength *= 2;
            window->workspace().edit(settings, QStringLiteral("length"));
            QVERIFY(waitForAnalysis(window->workspace()));
            left = settings.targetLength;
            window->close();
        }
        QCOMPARE(copies(), QStringList{QStringLiteral("last.rotascope")});
        MainWindow window(makeCpuEngine());
        window.keepState();
        window.show();
        window.openLast();
        QTRY_VERIFY(window.workspace().source());
        QCOMPARE(window.workspace().settings().targetLength, left);
        QVERIFY(window.messageBar().isHidden());
    }

    void whatIsDiscardedIsNotTakenUp()
    {
        const auto window = windowWith(config);
        window->keepState();
        QVERIFY(waitForAnalysis(window->workspace()));
        change(window->workspace(), 1.75);
        window->close();
        QVERIFY(window->isVisible());
        reply(*window, "discard");
        QTRY_VERIFY(!window->isVisible());
        QCOMPARE(copies(), QStringList());
    }

    void theWindowClosesWhenTheSessionIsSaved()
    {
        const QString file = folder->filePath(QStringLiteral("work.rotascope"));
        const auto window = windowWith(config);
        window->keepState();
        QVERIFY(waitForAnalysis(window->workspace()));
        triggerWithFile(*window, "saveAction", file);
        QTRY_VERIFY(QFile::exists(file));
        QTRY_VERIFY(window->windowTitle().startsWith(QStringLiteral("work")));
        change(window->workspace(), 1.75);
        QVERIFY(window->isWindowModified());
        window->close();
        reply(*window, "save");
        QTRY_VERIFY(!window->isVisible());
        QCOMPARE(readSession(file.toStdString())->ropes.front().settings.overrideOf(3_dim), setTo(1.75));
    }

    // As a kill leaves it: the copy, and the lock of a process that is gone. (gui_program_test.sh kills a program.)
    void aKilledProgramLosesNothing()
    {
        leaveACopy();
        const auto window = startedWindow();
        QTRY_VERIFY(window->workspace().source());
        QCOMPARE(window->workspace().settings().overrideOf(3_dim), setTo(1.75));
        QVERIFY(window->messageBar().message().contains(QStringLiteral("did not end as it should")));
        QVERIFY(window->isWindowModified());
        QVERIFY(copies().filter(QStringLiteral("0123")).isEmpty());
    }

    // Whoever starts a second window wants another piece of work, not the same one twice: both would be saved to one file.
    void aSecondWindowDoesNotTakeUpWhatTheFirstHas()
    {
        leaveACopy();
        const QString file = folder->filePath(QStringLiteral("s1.rotascope"));
        const auto first = startedWindow();
        const auto early = startedWindow(); // while the first still opens it
        QTRY_VERIFY(first->workspace().source());
        triggerWithFile(*first, "saveAction", file);
        QTRY_VERIFY(!first->isWindowModified() && first->windowTitle().startsWith(QStringLiteral("s1")));
        const auto second = startedWindow();
        for (MainWindow* window : {early.get(), second.get()}) {
            QVERIFY(window->findChild<StartPage*>()->isVisible());
            QVERIFY(!window->workspace().source());
            QVERIFY(window->messageBar().isHidden());
            window->close();
        }
        first->close();
        const auto next = startedWindow();
        QTRY_VERIFY(next->workspace().source());
        QVERIFY(!next->isWindowModified() && next->windowTitle().startsWith(QStringLiteral("s1")));
        const auto besideNext = startedWindow();
        QTest::qWait(50);
        QVERIFY(!besideNext->workspace().source());
    }

    // The copy says so, too: else the next start would take it for work that is in no file.
    void whatWasSavedIsNoLostWorkAfterAKill()
    {
        const QString file = folder->filePath(QStringLiteral("s1.rotascope"));
        leaveACopy();
        {
            const auto window = startedWindow();
            QTRY_VERIFY(window->workspace().source());
            triggerWithFile(*window, "saveAction", file);
            QTRY_VERIFY(!window->isWindowModified());
            QTRY_VERIFY(isKept([](const Session& session) { return session.view.at("modified") == "no"; }));
            window->close();
        }
        becomesLost();
        const auto window = startedWindow();
        QTRY_VERIFY(window->workspace().source());
        QVERIFY(window->windowTitle().startsWith(QStringLiteral("s1")));
        QVERIFY(!window->isWindowModified());
    }

    void aRecoveryThatWasDiscardedIsGone()
    {
        leaveACopy();
        const auto window = startedWindow();
        QTRY_VERIFY(window->workspace().source());
        window->close();
        reply(*window, "discard");
        QTRY_VERIFY(!window->isVisible());
        QCOMPARE(copies(), QStringList());
    }

    // For example its source lies on a disk that is not there today.
    void aRecoveryThatCannotBeOpenedStays()
    {
        leaveACopy();
        const QString away = config + QStringLiteral(".away");
        QVERIFY(QFile::rename(config, away));
        {
            const auto window = startedWindow();
            QTRY_VERIFY(window->messageBar().message().contains(QStringLiteral("its source is not at")));
            window->close();
        }
        QVERIFY(QFile::rename(away, config));
        const auto window = startedWindow();
        QTRY_VERIFY(window->workspace().source());
        QCOMPARE(window->workspace().settings().overrideOf(3_dim), setTo(1.75));
        QVERIFY(window->isWindowModified());
    }

    void aLastSessionThatCannotBeOpenedIsTold()
    {
        QVERIFY(QDir().mkpath(folder->filePath(QStringLiteral("data/rotascope/sessions"))));
        QFile last(folder->filePath(QStringLiteral("data/rotascope/sessions/last.rotascope")));
        QVERIFY(last.open(QIODevice::WriteOnly) && last.write(R"({"schema": "rotascope-session/1"})") > 0);
        last.close();
        MainWindow window(makeCpuEngine());
        window.show();
        window.openLast();
        QTRY_VERIFY(window.findChild<StartPage*>());
        QVERIFY(window.messageBar().message().contains(QStringLiteral("source is missing")));
    }

private:
    /// A session in a file, with dimension 3 set to 1.5.
    QString savedSession()
    {
        const QString file = folder->filePath(QStringLiteral("s1.rotascope"));
        const auto window = windowWith(config);
        waitForAnalysis(window->workspace());
        change(window->workspace(), 1.5);
        triggerWithFile(*window, "saveAction", file);
        const bool isSaved = QTest::qWaitFor([&] { return !window->isWindowModified() && QFile::exists(file); }, 60000);
        return isSaved ? file : QString();
    }

    static void saveInAnotherWindow(const QString& file, double factor)
    {
        const auto window = windowWith(file);
        QTRY_VERIFY(window->workspace().source());
        change(window->workspace(), factor);
        window->findChild<QAction*>(QStringLiteral("saveAction"))->trigger();
        QTRY_VERIFY(!window->isWindowModified());
    }

    /// What dimension 3 is set to in a session's file; 0: nothing.
    static double factorIn(const QString& file)
    {
        const auto session = readSession(file.toStdString());
        const auto override = session ? session->ropes.front().settings.overrideOf(3_dim) : std::nullopt;
        return override ? override->factor : 0.0;
    }

    /// As the program starts without a file.
    static std::unique_ptr<MainWindow> startedWindow()
    {
        auto window = std::make_unique<MainWindow>(makeCpuEngine());
        window->keepState();
        window->show();
        window->openLast();
        return window;
    }

    /// Puts a copy that is kept, and for which this holds, aside.
    bool isKept(const std::function<bool(const Session&)>& holds)
    {
        const QDir sessions(folder->filePath(QStringLiteral("data/rotascope/sessions")));
        for (const QString& name : copies()) {
            const auto session = readSession(sessions.filePath(name).toStdString());
            if (session && holds(*session)) {
                QFile::remove(folder->filePath(QStringLiteral("left")));
                return QFile::copy(sessions.filePath(name), folder->filePath(QStringLiteral("left")));
            }
        }
        return false;
    }

    /// What was put aside is what a program that was killed left.
    void becomesLost()
    {
        const QDir sessions(folder->filePath(QStringLiteral("data/rotascope/sessions")));
        QFile::remove(sessions.filePath(QStringLiteral("last.rotascope")));
        QVERIFY(QFile::rename(folder->filePath(QStringLiteral("left")), sessions.filePath(QStringLiteral("open-0123.rotascope"))));
    }

    /// A program with a dimension set by hand was killed.
    void leaveACopy()
    {
        const auto window = windowWith(config);
        window->keepState();
        QVERIFY(waitForAnalysis(window->workspace()));
        change(window->workspace(), 1.75);
        QTRY_VERIFY(isKept([](const Session& session) { return session.ropes.front().settings.dimensionsSetByHand() == 1; }));
        window->close();
        reply(*window, "discard");
        QTRY_VERIFY(!window->isVisible());
        becomesLost();
    }

    std::unique_ptr<QTemporaryDir> folder;
    QString config;
};

QTEST_MAIN(SessionTest)
#include "session_test.moc"
