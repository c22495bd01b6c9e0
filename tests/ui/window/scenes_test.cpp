// SPDX-License-Identifier: GPL-3.0-or-later
// Scenes: made from what is seen, shown again, kept in sessions, written as a handout.
#include "tests/ui/window/file_dialog.h"
#include "tests/ui/window/shown_window.h"
#include "ui/base/message_bar.h"
#include "ui/commands/command_actions.h"
#include "ui/headless/report.h"
#include "ui/panels/scenes_panel.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/views/clock_view.h"
#include "ui/views/curves_view.h"
#include "ui/views/distribution_view.h"
#include "ui/views/disturbance_view.h"
#include "ui/workspace/scene_list.h"

#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProgressDialog>
#include <QSet>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QUndoStack>

using namespace rotascope;
using namespace rotascope::uitest;

class ScenesTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<MainWindow> window;

    Workspace& workspace() { return window->workspace(); }
    SceneList& scenes() { return SceneList::of(workspace()); }
    QListWidget& list() { return *window->findChild<QListWidget*>(QStringLiteral("sceneList")); }
    QPlainTextEdit& note() { return *window->findChild<QPlainTextEdit*>(QStringLiteral("sceneNote")); }
    template <class View> View& view() { return *window->findChild<View*>(); }
    QDockWidget& dock(const char* id) { return *window->findChild<QDockWidget*>(QLatin1String(id)); }
    void click(const char* button) { QTest::mouseClick(window->findChild<QToolButton*>(QLatin1String(button)), Qt::LeftButton); }
    void press(const char* command) { QTest::keySequence(window.get(), window->findChild<CommandActions*>()->action(command)->shortcut()); }
    static QByteArray contentOf(const QString& name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    // A talk of three: the distribution of dimension 22, zoomed; the clock at 5000, of dimension 40; the decay.
    void makeTalk()
    {
        workspace().setCurrentDimension(22_dim);
        auto* chart = view<DistributionView>().findChild<StepChart*>();
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Plus);
        QTest::keyClick(chart, Qt::Key_Plus);
        QVERIFY(chart->isZoomed());
        press("addScene");
        dock("clock").raise();
        QTRY_VERIFY(view<ClockView>().isSettled());
        view<ClockView>().findChild<QWidget*>(QStringLiteral("clockPlay"))->setFocus();
        workspace().setCurrentDimension(40_dim);
        view<ClockView>().goTo(5000);
        press("addScene");
        dock("curves").raise();
        view<CurvesView>().setKind(CurvesView::Kind::Decay);
        view<CurvesView>().findChild<QComboBox*>()->setFocus();
        press("addScene");
        QCOMPARE(scenes().count(), 3);
        dock("scenes").raise();
    }

private slots:
    void init()
    {
        window = shownWindow();
        QVERIFY(window);
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(workspace()));
    }

    void cleanup()
    {
        scenes().set({});
        window.reset();
    }

    void whatIsSeenBecomesAScene()
    {
        makeTalk();
        const std::vector<SessionScene>& made = scenes().scenes();
        QCOMPARE(made[0].view, std::string("distribution"));
        QCOMPARE(made[0].name, std::string("Distribution · dimension 22"));
        QCOMPARE(made[0].dimension, std::size_t{22});
        QVERIFY(!made[0].state.at("distribution").empty());
        QCOMPARE(made[1].view, std::string("clock"));
        QCOMPARE(made[1].state.at("clock"), std::string("5000"));
        QCOMPARE(made[1].dimension, std::size_t{40});
        QCOMPARE(made[2].view, std::string("decay"));
        QVERIFY(made[2].state.empty());
        QCOMPARE(list().count(), 3);
        QCOMPARE(list().currentRow(), 2);
        keepPicture(*window, QStringLiteral("scenes"));
        inTheDark([&] { keepPicture(*window, QStringLiteral("scenes-dark")); });
    }

    void pageKeysGoFromSceneToScene()
    {
        makeTalk();
        auto* chart = view<DistributionView>().findChild<StepChart*>();
        const auto zoom = chart->visibleShare();
        workspace().setCurrentDimension(3_dim);
        chart->resetZoom();
        view<CurvesView>().setKind(CurvesView::Kind::Factors);
        view<ClockView>().goTo(7);
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_PageUp);
        QCOMPARE(scenes().current(), 1);
        QCOMPARE(workspace().currentDimension(), 40_dim);
        QVERIFY(!view<ClockView>().visibleRegion().isEmpty());
        QCOMPARE(view<ClockView>().position(), 5000);
        QTest::keyClick(&list(), Qt::Key_PageUp);
        QCOMPARE(workspace().currentDimension(), 22_dim);
        QVERIFY(std::abs(chart->visibleShare().first - zoom.first) < 1e-9 && std::abs(chart->visibleShare().second - zoom.second) < 1e-9);
        QTest::keyClick(&list(), Qt::Key_PageUp); // there is none before it
        QCOMPARE(scenes().current(), 0);
        press("nextScene"); // from wherever the keyboard is
        press("nextScene");
        QCOMPARE(scenes().current(), 2);
        QVERIFY(!view<CurvesView>().visibleRegion().isEmpty());
        QCOMPARE(view<CurvesView>().figureId(), QStringLiteral("decay"));
        press("previousScene");
        QCOMPARE(scenes().current(), 1);
    }

    void scenesAreNamedNotedMovedAndRemoved()
    {
        makeTalk();
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_Up);
        QTest::keyClick(&list(), Qt::Key_F2);
        auto* editor = list().findChild<QLineEdit*>();
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("Half way"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(scenes().scenes()[1].name, std::string("Half way"));
        note().setFocus();
        QTest::keyClicks(&note(), QStringLiteral("It turns."));
        QCOMPARE(scenes().scenes()[1].note, std::string("It turns."));
        click("sceneUp");
        QCOMPARE(scenes().scenes()[0].name, std::string("Half way"));
        QCOMPARE(note().toPlainText(), QStringLiteral("It turns."));
        QVERIFY(!window->findChild<QToolButton*>(QStringLiteral("sceneUp"))->isEnabled());
        workspace().setCurrentDimension(9_dim);
        view<ClockView>().goTo(9);
        click("updateScene");
        QCOMPARE(scenes().scenes()[0].dimension, std::size_t{9});
        QCOMPARE(scenes().scenes()[0].note, std::string("It turns."));
        auto* views = window->findChild<QComboBox*>(QStringLiteral("sceneView"));
        views->setFocus();
        QTest::keyClicks(views, QStringLiteral("Disturb"));
        QTest::keyClick(views, Qt::Key_Return);
        QCOMPARE(scenes().scenes()[0].view, std::string("disturbance"));
        QVERIFY(!view<DisturbanceView>().visibleRegion().isEmpty());
        click("sceneDown");
        click("removeScene");
        QCOMPARE(scenes().count(), 2);
        QCOMPARE(scenes().current(), 1);
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_Delete);
        QTest::keyClick(&list(), Qt::Key_Delete);
        QCOMPARE(scenes().count(), 0);
        QVERIFY(!note().isEnabled());
        QVERIFY(!window->findChild<CommandActions*>()->action("nextScene")->isEnabled());
    }

    void whatIsDoneToScenesCanBeUndone()
    {
        makeTalk();
        const std::vector<SessionScene> talk = scenes().scenes();
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_Up);
        QTest::keyClick(&list(), Qt::Key_Delete);
        QCOMPARE(scenes().count(), 2);
        press("undo");
        QVERIFY(scenes().scenes() == talk);
        QCOMPARE(scenes().current(), 1);
        QCOMPARE(list().currentRow(), 1);
        press("redo");
        QCOMPARE(scenes().count(), 2);
        press("undo");

        click("sceneUp");
        QVERIFY(scenes().scenes() != talk);
        press("undo");
        QVERIFY(scenes().scenes() == talk);
        workspace().setCurrentDimension(9_dim);
        click("updateScene");
        QCOMPARE(scenes().scenes()[1].dimension, std::size_t{9});
        press("undo");
        QVERIFY(scenes().scenes() == talk);

        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_F2);
        QTest::keyClicks(list().findChild<QLineEdit*>(), QStringLiteral("Half way"));
        QTest::keyClick(list().findChild<QLineEdit*>(), Qt::Key_Return);
        QTRY_COMPARE(scenes().scenes()[1].name, std::string("Half way"));
        press("undo");
        QTRY_COMPARE(list().item(1)->text(), QString::fromStdString(talk[1].name));
        QVERIFY(scenes().scenes() == talk);

        press("undo"); // the scene that was added last
        QCOMPARE(scenes().count(), 2);
        press("redo");
        QVERIFY(scenes().scenes() == talk);
        window->openPreset(QStringLiteral("Qwen/Qwen3-8B")); // whose steps are others
        QTRY_VERIFY(window->findChild<QMessageBox*>());
        QTest::keyClick(window->findChild<QMessageBox*>(), Qt::Key_D, Qt::AltModifier);
        QTRY_COMPARE(scenes().count(), 0);
        QVERIFY(!window->findChild<CommandActions*>()->action("undo")->isEnabled());
    }

    void whatIsTypedIntoANoteIsOneStep()
    {
        makeTalk();
        const std::vector<SessionScene> talk = scenes().scenes();
        const int steps = workspace().undoStack()->count();
        note().setFocus();
        QTest::keyClicks(&note(), QStringLiteral("It turns."));
        QCOMPARE(workspace().undoStack()->count(), steps + 1);
        list().setFocus();
        press("undo");
        QVERIFY(scenes().scenes() == talk);
        QVERIFY(note().toPlainText().isEmpty());
        press("redo");
        QCOMPARE(note().toPlainText(), QStringLiteral("It turns."));
        // In the field itself Undo is the field's, and a note that is as it was leaves no step.
        press("undo");
        note().setFocus();
        QTest::keyClicks(&note(), QStringLiteral("No"));
        QTest::keyClick(&note(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(note().toPlainText().isEmpty());
        QCOMPARE(workspace().undoStack()->count(), steps);
        QVERIFY(scenes().scenes() == talk);
    }

    void sessionsKeepThem()
    {
        makeTalk();
        QVERIFY(workspace().isModified());
        const std::vector<SessionScene> talk = scenes().scenes();
        window->openPreset(QStringLiteral("Qwen/Qwen3-8B"));
        QTRY_VERIFY(window->findChild<QMessageBox*>());
        auto* question = window->findChild<QMessageBox*>();
        QVERIFY2(question->text().contains(QStringLiteral("not saved: scenes.")), qPrintable(question->text()));
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!window->findChild<QMessageBox*>());
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("talk.rotascope"));
        save(file);
        window->openPreset(QStringLiteral("Qwen/Qwen3-8B"));
        QTRY_COMPARE(scenes().count(), 0);
        window->openFile(file);
        QTRY_COMPARE(scenes().count(), 3);
        QVERIFY(scenes().scenes() == talk);
        QVERIFY(!workspace().isModified());
        QCOMPARE(scenes().current(), -1);
        QTRY_COMPARE(list().count(), 3);
    }

    void aSceneOfWhatIsNotThereIsPassedOver()
    {
        scenes().set({{"a", "", "no such view", 22, {}}, {"b", "", "clock", 100000, {{"clock", "<b>"}}},
            {"c", "", "distribution", 1, {{"distribution", "0.9 0.1 inf"}}}});
        workspace().setCurrentDimension(3_dim);
        scenes().show(0);
        QCOMPARE(workspace().currentDimension(), 22_dim);
        scenes().show(1);
        QCOMPARE(workspace().currentDimension(), 22_dim);
        QCOMPARE(view<ClockView>().position(), 0);
        scenes().show(2);
        QVERIFY(!view<DistributionView>().findChild<StepChart*>()->isZoomed());
    }

    void theHandoutHasAllScenes()
    {
        makeTalk();
        scenes().show(0);
        note().setFocus();
        QTest::keyClicks(&note(), QStringLiteral("Ten <turns>"));
        workspace().setCurrentDimension(5_dim);
        const QTemporaryDir folder;
        for (const QString& name : {QStringLiteral("talk.html"), QStringLiteral("talk.pdf")}) {
            const QString file = folder.filePath(name);
            answerFileDialog(file);
            window->findChild<CommandActions*>()->action("handout")->trigger();
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), 60000);
            QTRY_VERIFY(!window->findChild<QProgressDialog*>());
        }
        const QByteArray html = contentOf(folder.filePath(QStringLiteral("talk.html")));
        QCOMPARE(html.count("<svg"), 3);
        QVERIFY(html.contains("<h2>Distribution · dimension 22</h2>"));
        QVERIFY(html.contains("<p class=\"note\">Ten &lt;turns&gt;</p>"));
        QVERIFY(html.contains("0 … 5,000") || html.contains("0 … 5000"));
        const QByteArray pdf = contentOf(folder.filePath(QStringLiteral("talk.pdf")));
        QVERIFY(pdf.startsWith("%PDF"));
        QCOMPARE(pdf.count("/Type /Page\n"), 4); // and the summary
        QCOMPARE(workspace().currentDimension(), 5_dim);
        QVERIFY(!window->messageBar().isVisible());
        if (const QString kept = qEnvironmentVariable("ROTASCOPE_PICTURES"); !kept.isEmpty()) {
            QFile::remove(kept + QStringLiteral("/handout.pdf"));
            QVERIFY(QFile::copy(folder.filePath(QStringLiteral("talk.pdf")), kept + QStringLiteral("/handout.pdf")));
        }
        // The same without a window.
        const QString session = folder.filePath(QStringLiteral("talk.rotascope"));
        save(session);
        const QString headless = folder.filePath(QStringLiteral("headless.html"));
        QVERIFY(writeHandout(makeCpuEngine(), {session, {}, {}}, headless));
        QCOMPARE(contentOf(headless).count("<svg"), 3);
        QVERIFY(contentOf(headless).contains("Ten &lt;turns&gt;"));
        const Expected<void> none = writeHandout(makeCpuEngine(), {{}, QStringLiteral("Qwen/Qwen3-8B"), {}}, headless);
        QVERIFY(!none && none.error().message.english().find("has no scenes; expected a session with some") != std::string::npos);
    }

    // A page is drawn at a turn of the event loop, and the file is written on another thread.
    void theWindowGoesOnWhileTheHandoutIsDrawn_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("parts");
        QTest::newRow("PDF") << QStringLiteral("talk.pdf") << 4; // the summary is a page
        QTest::newRow("HTML") << QStringLiteral("talk.html") << 3;
    }
    void theWindowGoesOnWhileTheHandoutIsDrawn()
    {
        QFETCH(QString, name);
        QFETCH(int, parts);
        makeTalk();
        const QTemporaryDir folder;
        const QString file = folder.filePath(name);
        QSet<int> seen; // how far it was at turns of the event loop
        QTimer turns;
        connect(&turns, &QTimer::timeout, this, [&] {
            if (const auto* progress = window->findChild<QProgressDialog*>(); progress != nullptr && progress->value() > scenes().count()) {
                seen.insert(progress->value());
            }
        });
        turns.start(0);
        answerFileDialog(file);
        window->findChild<CommandActions*>()->action("handout")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file) && !window->findChild<QProgressDialog*>(), 60000);
        QCOMPARE(seen.size(), parts);
    }

    void theHandoutCanBeStoppedWhileItIsDrawn()
    {
        makeTalk();
        workspace().setCurrentDimension(5_dim);
        const QTemporaryDir folder;
        answerFileDialog(folder.filePath(QStringLiteral("talk.pdf")));
        window->findChild<CommandActions*>()->action("handout")->trigger();
        auto* progress = window->findChild<QProgressDialog*>();
        QTimer look;
        connect(&look, &QTimer::timeout, this, [&look, progress, past = scenes().count() + 1] {
            if (progress->value() >= past) {
                look.stop();
                QTest::mouseClick(progress->findChild<QPushButton*>(), Qt::LeftButton);
            }
        });
        look.start(0);
        QTRY_VERIFY_WITH_TIMEOUT(!window->findChild<QProgressDialog*>(), 60000);
        QTest::qWait(100);
        QVERIFY(QDir(folder.path()).isEmpty());
        QCOMPARE(workspace().currentDimension(), 5_dim);
        QVERIFY(!window->messageBar().isVisible()); // it was asked for
    }

    void theHandoutCanBeStopped()
    {
        makeTalk();
        workspace().setCurrentDimension(5_dim);
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("talk.pdf"));
        answerFileDialog(file);
        window->findChild<CommandActions*>()->action("handout")->trigger();
        auto* progress = window->findChild<QProgressDialog*>();
        QVERIFY(progress);
        QTest::mouseClick(progress->findChild<QPushButton*>(), Qt::LeftButton);
        QTRY_VERIFY(!window->findChild<QProgressDialog*>());
        QTest::qWait(100);
        QVERIFY(!QFile::exists(file));
        QCOMPARE(workspace().currentDimension(), 5_dim);
    }

private:
    void save(const QString& file)
    {
        answerFileDialog(file);
        window->findChild<CommandActions*>()->action("saveAs")->trigger();
        QTRY_VERIFY(!workspace().isModified());
    }
};

QTEST_MAIN(ScenesTest)
#include "scenes_test.moc"
