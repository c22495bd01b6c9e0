// SPDX-License-Identifier: GPL-3.0-or-later
// A tour made of what is done in the window, by real events; what is saved can be taken.
#include "ui/window/tour_recorder.h"

#include "tests/ui/window/file_dialog.h"
#include "tests/ui/window/shown_window.h"
#include "ui/commands/command_actions.h"
#include "ui/views/dimension_table.h"
#include "ui/window/tour_check.h"

#include <QAction>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>

using namespace rotascope;
using namespace rotascope::uitest;

class TourRecorderTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<QTemporaryDir> folder;

    Workspace& workspace() { return window->workspace(); }
    TourRecorder& recorder() { return *window->findChild<TourRecorder*>(); }
    template <class Widget> Widget& field(const char* name) { return *recorder().findChild<Widget*>(QLatin1String(name)); }
    QString done() { return field<QLabel>("recordedActions").text(); }
    void click(const char* name) { QTest::mouseClick(&field<QPushButton>(name), Qt::LeftButton); }
    void type(const char* name, const QString& text)
    {
        auto& line = field<QWidget>(name);
        line.setFocus();
        QTest::keyClicks(&line, text);
    }
    void words(const QString& title, const QString& text)
    {
        type("recordedStepTitle", title);
        type("recordedStepText", text);
    }
    void beginRecording()
    {
        QMenu* menu = window->findChild<QAction*>(QStringLiteral("toursAction"))->menu();
        menu->popup({10, 10});
        QAction* last = menu->actions().back();
        QCOMPARE(last->text(), QStringLiteral("Record a tour…"));
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(last).center());
        QTRY_VERIFY(window->findChild<TourRecorder*>() && recorder().isVisible());
    }

private slots:
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", folder->filePath(QStringLiteral("data")).toUtf8());
        window = shownWindow();
        QVERIFY(window);
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(workspace()));
    }

    void cleanup()
    {
        AnalysisSettings settings = workspace().settings();
        settings.overrides.clear();
        settings.pins.clear();
        workspace().edit(settings, QStringLiteral("nothing to lose"));
        window.reset();
    }

    void whatIsDoneBecomesATourThatCanBeTaken()
    {
        beginRecording();
        QVERIFY(!field<QPushButton>("recordedNext").isEnabled() && !field<QPushButton>("recordedSave").isEnabled());
        AnalysisSettings settings = workspace().settings();
        settings.method = "yarn";
        workspace().edit(settings, QStringLiteral("method"));
        QVERIFY(waitForAnalysis(workspace()));
        QVERIFY2(done().contains(QStringLiteral("method yarn")), qPrintable(done()));
        words(QStringLiteral("Take YaRN"), QStringLiteral("Which dimension suffers most?"));
        click("recordedNext");
        QVERIFY(field<QLineEdit>("recordedStepTitle").text().isEmpty());

        window->findChild<QDockWidget*>(QStringLiteral("landscape"))->raise();
        auto* table = window->findChild<DimensionTable*>();
        workspace().setCurrentDimension(22_dim);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_I);
        QVERIFY(waitForAnalysis(workspace()));
        QTRY_VERIFY2(done().contains(QStringLiteral("view landscape")), qPrintable(done()));
        QVERIFY2(done().contains(QStringLiteral("dimensions by hand: 1")) && done().contains(QStringLiteral("dimension 22")),
            qPrintable(done()));
        keepPicture(recorder(), QStringLiteral("tour-recorder"));
        inTheDark([&] { keepPicture(recorder(), QStringLiteral("tour-recorder-dark")); });
        words(QStringLiteral("By hand"), QStringLiteral("Interpolate dimension 22."));
        click("recordedNext");
        window->findChild<CommandActions*>()->action("pin")->trigger();
        QVERIFY(waitForAnalysis(workspace()));
        QVERIFY2(done().contains(QStringLiteral("command pin")), qPrintable(done()));
        words(QStringLiteral("Set it aside"), QStringLiteral("Pin the table."));
        type("recordedTitle", QStringLiteral("YaRN, by hand!"));
        QVERIFY(!field<QPushButton>("recordedSave").isEnabled());
        type("recordedSummary", QStringLiteral("One table, one change."));

        QFile there(folder->filePath(QStringLiteral("there.json")));
        QVERIFY(there.open(QIODevice::WriteOnly));
        there.close();
        answerFileDialog(folder->filePath(QStringLiteral("there"))); // about which the dialog asks nothing
        click("recordedSave");
        QTRY_VERIFY(field<QLabel>("recordedProblem").text().contains(QStringLiteral("there.json is there already")));
        QCOMPARE(there.size(), 0);
        answerFileDialog(folder->filePath(QStringLiteral("mine.json")));
        click("recordedSave");
        QTRY_VERIFY(!window->findChild<TourRecorder*>());
        const QString file = folder->filePath(QStringLiteral("mine.json"));
        const Expected<Tour> tour = readTour(file.toStdString());
        QVERIFY2(tour, tour ? "" : tour.error().message.english().c_str());
        QCOMPARE(tour->id, std::string("yarn-by-hand-"));
        QCOMPARE(tour->steps.size(), std::size_t{3});
        QCOMPARE(tour->begin.front().name, std::string("meta-llama/Llama-2-7b-hf"));
        QCOMPARE(*tour->steps[0].expect.method, std::string("yarn"));
        QVERIFY(*tour->steps[1].expect.byHand);
        const Expected<QString> checked = checkTour(makeCpuEngine(), file);
        QVERIFY2(checked, checked ? "" : checked.error().message.english().c_str());
        QVERIFY2(checked->contains(QStringLiteral("all 3 steps")), qPrintable(*checked));
    }

    // A key that ends a field ends no step.
    void returnInAFieldDoesNothing()
    {
        beginRecording();
        words(QStringLiteral("One"), QStringLiteral("Words alone."));
        field<QLineEdit>("recordedStepTitle").setFocus();
        QTest::keyClick(&field<QLineEdit>("recordedStepTitle"), Qt::Key_Return);
        QVERIFY(recorder().isVisible());
        QCOMPARE(recorder().tour().steps.size(), std::size_t{1});
        QVERIFY(recorder().tour().steps[0].show.empty());
    }

    void stepsAreNotLostByEscape()
    {
        beginRecording();
        words(QStringLiteral("One"), QStringLiteral("Words alone."));
        QTest::keyClick(&recorder(), Qt::Key_Escape);
        auto* question = recorder().findChild<QMessageBox*>();
        QVERIFY(question && question->isVisible());
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!recorder().findChild<QMessageBox*>());
        QVERIFY(recorder().isVisible());
        QTest::keyClick(&recorder(), Qt::Key_Escape);
        QTest::mouseClick(recorder().findChild<QMessageBox*>()->button(QMessageBox::Discard), Qt::LeftButton);
        QTRY_VERIFY(!window->findChild<TourRecorder*>());
        beginRecording(); // without words it closes at once
        QTest::keyClick(&recorder(), Qt::Key_Escape);
        QTRY_VERIFY(!window->findChild<TourRecorder*>());
    }

    void commandsThatWaitForTheUserAndUndoAreLeftOut()
    {
        beginRecording();
        workspace().setOverride({3_dim}, Override{Choice::Interpolation, 1.0});
        QVERIFY(waitForAnalysis(workspace()));
        window->findChild<CommandActions*>()->action("undo")->trigger();
        QVERIFY(waitForAnalysis(workspace()));
        QTimer::singleShot(100, [] {
            if (QWidget* dialog = QApplication::activeModalWidget()) {
                dialog->close();
            }
        });
        window->findChild<CommandActions*>()->action("saveAs")->trigger();
        QCOMPARE(done(), QStringLiteral("Do something in the window: it becomes this step."));
    }

    void aFileIsNoBeginningOfATour()
    {
        window->openFile(samplePath());
        QTRY_VERIFY(workspace().source()->kind == SourceKind::Recording);
        QVERIFY(waitForAnalysis(workspace()));
        beginRecording();
        words(QStringLiteral("One"), QStringLiteral("Words."));
        QVERIFY(field<QLabel>("recordedProblem").text().startsWith(QStringLiteral("A tour opens presets alone")));
        QVERIFY(!field<QPushButton>("recordedNext").isEnabled() && !field<QPushButton>("recordedSave").isEnabled());
    }
};

QTEST_MAIN(TourRecorderTest)
#include "tour_recorder_test.moc"
