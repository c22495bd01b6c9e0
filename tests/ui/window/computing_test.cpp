// SPDX-License-Identifier: GPL-3.0-or-later
// While a result is computed, and if it cannot be, no older result may look like it.
#include "tests/ui/slow_engine.h"
#include "tests/ui/ui_test.h"
#include "ui/base/message_bar.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/plots/heatmap/heatmap.h"
#include "ui/views/dimension_table.h"
#include "ui/views/errors_view.h"
#include "ui/views/method_comparison.h"
#include "ui/views/overview_view.h"
#include "ui/views/track_view.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QToolButton>
#include <QUndoStack>

using namespace rotascope;
using namespace rotascope::uitest;

class ComputingTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        engine = std::make_shared<SlowEngine>();
        window = std::make_unique<MainWindow>(engine);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(workspace()));
    }
    void cleanup()
    {
        engine->letGo();
        window.reset();
    }

    void everyViewSaysThatItIsComputed()
    {
        QVERIFY(allAre(Freshness::Current));
        beginToCompute();
        QTRY_VERIFY(allAre(Freshness::Updating));
        QTRY_VERIFY(child<QWidget>("computing")->isVisible());
        QTRY_VERIFY2(child<QLabel>("computingStep")->text().startsWith(QStringLiteral("Computing… table 2 of ")),
            qPrintable(child<QLabel>("computingStep")->text())); // what is before the extension is known
        QVERIFY(!mean()->isEnabled());
        QTest::qWait(200); // the marks are painted
        picture("computing");
        inTheDark([&] { picture("computing-dark"); });
        engine->letGo();
        QVERIFY(waitForAnalysis(workspace()));
        QVERIFY(allAre(Freshness::Current));
        QVERIFY(!child<QWidget>("computing")->isVisible());
        QVERIFY(mean()->isEnabled());
    }

    void cancelGoesBackToWhatIsShown()
    {
        const auto shown = workspace().analysis();
        beginToCompute();
        QTRY_VERIFY(child<QToolButton>("cancelComputing")->isVisible());
        QTest::mouseClick(child<QToolButton>("cancelComputing"), Qt::LeftButton);
        QVERIFY(!workspace().isBusy());
        QVERIFY(workspace().settings() == shown->settings);
        QCOMPARE(workspace().analysis(), shown);
        QCOMPARE(child<QDoubleSpinBox>("targetLength")->value(), 8192.0);
        QVERIFY(allAre(Freshness::Current));
        QVERIFY(workspace().undoStack()->canRedo() && !workspace().undoStack()->canUndo()); // the step can be made again
    }

    void theExportWaitsForWhatIsSet()
    {
        beginToCompute();
        QTest::keyClick(window.get(), Qt::Key_E, Qt::ControlModifier);
        QVERIFY(window->messageBar().message().contains(QStringLiteral("The export waits for the table")));
        QTest::keyClick(window.get(), Qt::Key_E, Qt::ControlModifier); // impatient
        QVERIFY(!window->findChild<ExportDialog*>());
        engine->letGo();
        QTRY_COMPARE(window->findChildren<ExportDialog*>().size(), 1);
        auto* preview = window->findChild<ExportDialog*>()->findChild<QPlainTextEdit*>(QStringLiteral("preview"));
        QTRY_VERIFY(preview->toPlainText().contains(QStringLiteral("target_length: 900000")));
        QVERIFY(!window->messageBar().isVisible());
        window->findChild<ExportDialog*>()->reject();
        QTRY_VERIFY(!window->findChild<ExportDialog*>());
    }

    void whoeverChangesOnNoLongerWaitsToExport()
    {
        beginToCompute();
        QTest::keyClick(window.get(), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(child<QToolButton>("cancelComputing")->isVisible());
        QTest::mouseClick(child<QToolButton>("cancelComputing"), Qt::LeftButton);
        engine->letGo();
        QTest::qWait(50);
        QVERIFY(!window->findChild<ExportDialog*>());
        QVERIFY(!window->messageBar().isVisible());
    }

    void aFailureLeavesNothingThatLooksCurrent()
    {
        engine->fail();
        typeTargetLength(QStringLiteral("16384"));
        QTRY_VERIFY(workspace().resultState() == ResultState::Failed);
        QVERIFY(allAre(Freshness::Outdated));
        QVERIFY(window->findChild<MethodComparison*>()->freshness() == Freshness::Outdated);
        auto* toExport = window->findChild<QAction*>(QStringLiteral("exportAction"));
        QVERIFY(!toExport->isEnabled());
        QVERIFY2(toExport->toolTip().contains(QStringLiteral("the device fell asleep")), qPrintable(toExport->toolTip()));
        QTest::keyClick(window.get(), Qt::Key_E, Qt::ControlModifier);
        QVERIFY(!window->findChild<ExportDialog*>());
        QVERIFY2(mean()->text().contains(QStringLiteral("No result for what is set")), qPrintable(mean()->text()));
        picture("failed");
        inTheDark([&] { picture("failed-dark"); });

        engine->letGo();
        QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(allAre(Freshness::Current));
        QVERIFY(toExport->isEnabled());
        QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(waitForAnalysis(workspace()));
        QVERIFY(workspace().resultState() == ResultState::Current);
        QCOMPARE(workspace().analysis()->settings.targetLength, 16384);
    }

    // It is greyed, and says why; the keys pass over it.
    void aMethodWithoutATableCannotBeChosen()
    {
        auto* method = child<QComboBox>("method");
        const int longrope = method->findData(QStringLiteral("longrope"));
        const QModelIndex entry = method->model()->index(longrope, 0);
        QVERIFY(!method->model()->flags(entry).testFlag(Qt::ItemIsEnabled));
        QVERIFY2(method->itemData(longrope, Qt::ToolTipRole).toString().contains(QStringLiteral("longrope needs short_factor")),
            qPrintable(method->itemData(longrope, Qt::ToolTipRole).toString()));
        method->setFocus();
        QTest::keyClick(method, Qt::Key_Home);
        while (method->currentIndex() < longrope) {
            QVERIFY(workspace().settings().method != "longrope");
            QTest::keyClick(method, Qt::Key_Down);
        }
        QVERIFY(method->currentIndex() > longrope);
        method->showPopup();
        auto* list = method->view();
        list->scrollTo(entry);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(entry).center());
        QVERIFY(workspace().settings().method != "longrope");
        method->hidePopup();

        window->openFile(QStringLiteral(ROTASCOPE_SOURCE_DIR "/tests/data/field/r31-llama3-old-transformers.json"));
        QVERIFY(waitForAnalysis(workspace()));
        QTRY_VERIFY(workspace().source()->kind == SourceKind::ConfigFile);
        const int own = method->findData(QStringLiteral("own"));
        QVERIFY(method->itemData(own, Qt::ToolTipRole).toString().startsWith(QStringLiteral("Not available: ")));
    }

private:
    Workspace& workspace() { return window->workspace(); }
    template <class Widget> Widget* child(const char* name) { return window->findChild<Widget*>(QString::fromLatin1(name)); }
    QLabel* mean() { return window->statusBar()->findChild<QLabel*>(); }

    // The plots that are seen at first, and the table. Those behind tabs have results of their own; errors are those of a recording,
    // whatever the settings.
    bool allAre(Freshness freshness)
    {
        int count = 0;
        bool all = window->findChild<DimensionTable*>()->freshness() == freshness;
        const auto look = [&](const auto& plots) {
            for (const auto* plot : plots) {
                ++count;
                all = all && plot->freshness() == freshness;
            }
        };
        QList<StepChart*> charts = window->findChildren<StepChart*>();
        charts.removeOne(window->findChild<ErrorsView*>()->findChild<StepChart*>()); // these two are of recorded angles
        charts.removeOne(window->findChild<TrackView*>()->findChild<StepChart*>());
        look(charts);
        look(window->findChild<OverviewView*>()->findChildren<Heatmap*>());
        if (freshness != Freshness::Outdated) { // where others are compared
            look(window->findChildren<MethodComparison*>());
        }
        return all && count >= 5;
    }

    void typeTargetLength(const QString& length)
    {
        auto* box = child<QDoubleSpinBox>("targetLength");
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, length);
        QTest::keyClick(box, Qt::Key_Return);
    }

    void beginToCompute()
    {
        engine->hold();
        typeTargetLength(QStringLiteral("900000"));
        QVERIFY(workspace().isBusy());
    }

    void picture(const char* name) { keepPicture(*window, QLatin1String(name)); }

    std::shared_ptr<SlowEngine> engine;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(ComputingTest)
#include "computing_test.moc"
