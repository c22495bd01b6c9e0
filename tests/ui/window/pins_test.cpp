// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that are set aside, and compared with the current one.
#include "core/session/session.h"
#include "tests/ui/window/shown_window.h"
#include "ui/base/message_bar.h"
#include "ui/base/preferences.h"
#include "ui/commands/command_actions.h"
#include "ui/models/dimension_model.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/plots/legend_bar.h"
#include "ui/views/dimension_table.h"
#include "ui/views/distribution_view.h"
#include "ui/views/disturbance_view.h"
#include "ui/views/method_comparison.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>
#include <QUndoStack>

using namespace rotascope;
using namespace rotascope::uitest;

class PinsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setQuitOnLastWindowClosed(false); }

    void init()
    {
        window = shownWindow();
        QVERIFY(window);
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(workspace()));
    }

    void ctrlPSetsTheCurrentTableAside()
    {
        const ScalingTable first = workspace().analysis()->chosen->table;
        pin();
        choose("yarn", 16384);
        QCOMPARE(workspace().analysis()->pinned.size(), 1U);
        const PinnedTable& pin = workspace().settings().pins.front();
        QCOMPARE(pin.letter(), 'A');
        QVERIFY(pin.table == first);
        QCOMPARE(pin.method, "distributional");
        QCOMPARE(pin.targetLength, 8192);
        QCOMPARE(QString::fromStdString(pin.name), QStringLiteral("Distributional ×2"));
    }

    void oneThatWasChangedByHandSaysSo()
    {
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Space);
        QVERIFY(waitForAnalysis(workspace()));
        pin();
        const QString name = QStringLiteral("A · Distributional ×2, by hand");
        QCOMPARE(comparison()->rows()[1].name, name);
        QCOMPARE(chartOf<DisturbanceView>()->curves().back().name, name);
        keepPicture(*window, QStringLiteral("pin-by-hand"));
        AnalysisSettings settings = workspace().settings();
        settings.pins.front().name = "Mine";
        workspace().edit(settings, QStringLiteral("test"));
        QVERIFY(waitForAnalysis(workspace()));
        QCOMPARE(comparison()->rows()[1].name, QStringLiteral("A · Mine"));
    }

    // As `analyze --method custom` counts it under what is set now.
    void everyViewHasItUnderTheSettingsOfTheMoment()
    {
        pin();
        const ScalingTable first = workspace().settings().pins.front().table;
        choose("yarn", 16384);
        AnalysisSettings custom = workspace().settings();
        custom.pins.clear();
        custom.method = "custom";
        custom.customTable = first;
        const auto expected = *analyze(*makeCpuEngine(), workspace().source(), custom);

        const MethodComparison::Row& row = comparison()->rows()[1];
        QCOMPARE(row.name, QStringLiteral("A · Distributional ×2"));
        QCOMPARE(row.mean, expected->chosen->meanDisturbance);
        QVERIFY2(row.toolTip.contains(QStringLiteral("\nMade by Distributional for L = 4,096 to L′ = 8,192.")), qPrintable(row.toolTip));

        const QAbstractItemModel* model = table()->model();
        QCOMPARE(model->columnCount(), DimensionModel::ColumnCount + 2);
        QCOMPARE(model->headerData(DimensionModel::ColumnCount, Qt::Horizontal).toString(), QStringLiteral("D A"));
        QCOMPARE(model->headerData(DimensionModel::ColumnCount + 1, Qt::Horizontal).toString(), QStringLiteral("Δ A"));
        const auto value = [&](Dimension dimension, int column) {
            return table()->indexOf(dimension, column).data(DimensionModel::SortRole).toDouble();
        };
        for (int i = 0; i < 64; ++i) {
            const Dimension dimension = Dimension::of(i);
            QCOMPARE(value(dimension, DimensionModel::ColumnCount), expected->chosen->disturbance[dimension]);
            QCOMPARE(value(dimension, DimensionModel::ColumnCount + 1),
                expected->chosen->disturbance[dimension] - value(dimension, DimensionModel::Chosen));
        }

        workspace().setCurrentDimension(22_dim);
        const StepCurve& curve = chartOf<DistributionView>()->curves().back();
        QVERIFY(curve.dashed && curve.visible);
        QCOMPARE(curve.color, row.color);
        for (std::size_t k = 0; k < curve.values.size(); ++k) {
            QCOMPARE(curve.values[k], static_cast<double>(expected->chosen->after.counts(22)[k]) / 16384.0);
        }
        QCOMPARE(chartOf<DisturbanceView>()->curves().back().values, expected->chosen->disturbance);
    }

    // On a laptop's screen, without scrolling sideways.
    void theTableHasRoomForIt()
    {
        window->resize(1280, 800);
        window->resetLayout();
        QVERIFY(!table()->isColumnHidden(DimensionModel::Wavelength));
        pin();
        QVERIFY(table()->isColumnHidden(DimensionModel::ColumnCount));
        QVERIFY(!table()->isColumnHidden(DimensionModel::ColumnCount + 1));
        const auto fits = [this] { return table()->horizontalHeader()->length() <= table()->viewport()->width(); };
        QTRY_VERIFY(!table()->isColumnHidden(DimensionModel::Wavelength) && !table()->isColumnHidden(DimensionModel::Turns) && fits());
        QVERIFY(!table()->horizontalScrollBar()->isVisible());
        keepPicture(*window, QStringLiteral("pins-1280"));
        undo();
        QVERIFY(!table()->isColumnHidden(DimensionModel::Wavelength));
    }

    void theUserChoosesTheColumns()
    {
        pin();
        QCOMPARE(switchColumn(QStringLiteral("D of pinned tables")), false);
        QVERIFY(!table()->isColumnHidden(DimensionModel::ColumnCount));
        QCOMPARE(switchColumn(QStringLiteral("Wavelength")), false);
        QVERIFY(!table()->isColumnHidden(DimensionModel::Wavelength));
        QCOMPARE(switchColumn(QStringLiteral("D interp.")), true);
        QVERIFY(table()->isColumnHidden(DimensionModel::Interpolation));
        pin(); // another one follows
        QVERIFY(!table()->isColumnHidden(DimensionModel::ColumnCount + 2));
        QVERIFY(!table()->isColumnHidden(DimensionModel::Wavelength));
        Preferences::instance().set({});
        QVERIFY(table()->isColumnHidden(DimensionModel::Wavelength));
        QVERIFY(!table()->isColumnHidden(DimensionModel::Interpolation));
    }

    void theLegendSwitchesItOff()
    {
        pin();
        choose("yarn", 8192);
        auto* legend = window->findChild<DistributionView*>()->findChild<LegendBar*>();
        QTest::mouseClick(legend->entry(legend->count() - 1), Qt::LeftButton);
        QVERIFY(!chartOf<DistributionView>()->curves().back().visible);
        choose("linear", 16384); // other numbers, the same entries
        QVERIFY(!chartOf<DistributionView>()->curves().back().visible);
        workspace().setShownMethod("yarn"); // comes before it
        QVERIFY(!chartOf<DistributionView>()->curves().back().visible);
        QVERIFY(chartOf<DistributionView>()->curves()[4].visible);
        QVERIFY(!legend->isOn(legend->count() - 1));
        QVERIFY(chartOf<DisturbanceView>()->curves().back().visible); // its own legend
    }

    void eachStepCanBeUndone()
    {
        pin();
        pin();
        QCOMPARE(letters(), QStringLiteral("AB"));
        undo();
        QCOMPARE(letters(), QStringLiteral("A"));
        QCOMPARE(table()->model()->columnCount(), DimensionModel::ColumnCount + 2);
        undo();
        QCOMPARE(letters(), QString());
        QCOMPARE(table()->model()->columnCount(), static_cast<int>(DimensionModel::ColumnCount));
        QTest::keyClick(window.get(), Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(waitForAnalysis(workspace()));
        QCOMPARE(letters(), QStringLiteral("A"));
    }

    void aDoubleClickTakesItBack()
    {
        QTest::keyClick(table(), Qt::Key_I); // by hand
        QVERIFY(waitForAnalysis(workspace()));
        const ScalingTable first = workspace().analysis()->chosen->table;
        pin();
        choose("yarn", 16384);
        QTest::mouseDClick(comparison(), Qt::LeftButton, {}, comparison()->rowRect(1).center());
        QVERIFY(waitForAnalysis(workspace()));
        QVERIFY(workspace().analysis()->chosen->table == first);
        QCOMPARE(workspace().settings().targetLength, 16384);
        QCOMPARE(workspace().settings().dimensionsSetByHand(), 0);
        QCOMPARE(letters(), QStringLiteral("A")); // it stays
        undo();
        QCOMPARE(workspace().settings().method, "yarn");
        QCOMPARE(workspace().settings().dimensionsSetByHand(), 1);
    }

    void isRenamedAndRemovedByKeys()
    {
        pin();
        pin();
        goToRow(1);
        QTest::keyClick(comparison(), Qt::Key_F2);
        auto* dialog = window->findChild<QInputDialog*>();
        QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
        auto* line = dialog->findChild<QLineEdit*>();
        QCOMPARE(line->text(), QStringLiteral("Distributional ×2"));
        keepPicture(*dialog, QStringLiteral("pin-rename"));
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("R&D <b>best</b>"));
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(comparison()->rows()[1].name, QStringLiteral("A · R&D <b>best</b>"));
        undo();
        QCOMPARE(comparison()->rows()[1].name, QStringLiteral("A · Distributional ×2"));

        goToRow(1);
        QTest::keyClick(comparison(), Qt::Key_Delete);
        QVERIFY(waitForAnalysis(workspace()));
        QCOMPARE(letters(), QStringLiteral("B"));
        QCOMPARE(table()->model()->headerData(DimensionModel::ColumnCount, Qt::Horizontal).toString(), QStringLiteral("D B"));
        pin(); // the letter that is free
        QCOMPARE(letters(), QStringLiteral("AB"));
        goToRow(0);
        QTest::keyClick(comparison(), Qt::Key_Delete); // the current table is no pinned one
        QCOMPARE(letters(), QStringLiteral("AB"));
    }

    void theMenuHasThem()
    {
        pin();
        choose("yarn", 8192);
        pin();
        choose("linear", 8192);
        QMenu* menu = action("takePin")->menu();
        emit menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 2);
        QCOMPARE(menu->actions()[1]->text(), QStringLiteral("B · YaRN ×2"));
        menu->actions()[1]->trigger();
        QVERIFY(waitForAnalysis(workspace()));
        QVERIFY(workspace().analysis()->chosen->table == workspace().settings().pins[1].table);
        QMenu* remove = action("removePin")->menu();
        emit remove->aboutToShow();
        remove->actions()[0]->trigger();
        QCOMPARE(letters(), QStringLiteral("B"));
    }

    void noMoreThanThereAreLetters()
    {
        for (std::size_t i = 0; i < mostPins; ++i) {
            pin();
        }
        QCOMPARE(letters(), QStringLiteral("ABCDEFGH"));
        QVERIFY(!action("pin")->isEnabled());
        QVERIFY(action("pin")->toolTip().contains(QStringLiteral("8 tables are pinned already")));
        QTest::keyClick(window.get(), Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(letters(), QStringLiteral("ABCDEFGH"));
        keepPicture(*window, QStringLiteral("pins-eight"));
        undo();
        QVERIFY(action("pin")->isEnabled());
    }

    void theTableSortsByTheDifferenceAndForgetsItWithThePin()
    {
        pin();
        choose("yarn", 8192);
        table()->sortByColumn(DimensionModel::ColumnCount + 1, Qt::AscendingOrder);
        const auto difference = [&](int row) {
            return table()->model()->index(row, DimensionModel::ColumnCount + 1).data(DimensionModel::SortRole).toDouble();
        };
        for (int row = 1; row < 64; ++row) {
            QVERIFY(difference(row - 1) <= difference(row));
        }
        QVERIFY(difference(0) < 0.0);
        goToRow(1);
        QTest::keyClick(comparison(), Qt::Key_Delete);
        QVERIFY(waitForAnalysis(workspace()));
        QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(), static_cast<int>(DimensionModel::Chosen));
        QCOMPARE(table()->model()->rowCount(), 64);
    }

    void eachRopeHasItsOwn()
    {
        window->openFile(QStringLiteral(ROTASCOPE_SOURCE_DIR "/tests/data/field/c20-gemma-3-4b-it.json"));
        QTRY_VERIFY(workspace().source()->kind == SourceKind::ConfigFile);
        QVERIFY(waitForAnalysis(workspace()));
        pin();
        auto* rope = window->findChild<QComboBox*>(QStringLiteral("rope"));
        rope->setFocus();
        QTest::keyClick(rope, Qt::Key_Down);
        QTRY_COMPARE(workspace().source()->ropeName, std::string("sliding_attention"));
        QCOMPARE(letters(), QString());
        rope->setFocus();
        QTest::keyClick(rope, Qt::Key_Up);
        QTRY_COMPARE(letters(), QStringLiteral("A"));
    }

    // A pinned table is work; an export of the current table does not keep it, a session does.
    void isWorkThatASessionKeeps()
    {
        QTest::keyClick(table(), Qt::Key_I);
        QVERIFY(waitForAnalysis(workspace()));
        workspace().markExported(*workspace().analysis());
        QVERIFY(!window->isWindowModified());
        pin();
        QVERIFY(window->isWindowModified());
        window->close();
        auto* question = window->findChild<QMessageBox*>();
        QVERIFY(question);
        QVERIFY2(question->text().contains(QStringLiteral("not saved: 1 pinned table. Discard")), qPrintable(question->text()));
        QVERIFY(!question->findChild<QAbstractButton*>(QStringLiteral("export"))); // it would not help
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!window->findChild<QMessageBox*>());

        const QString file = folder.filePath(QStringLiteral("pins.rotascope"));
        const std::vector<PinnedTable> pins = workspace().settings().pins;
        save(file);
        QVERIFY(!window->isWindowModified());
        undo();
        pin(); // the same again
        QVERIFY(!window->isWindowModified());

        MainWindow other(makeCpuEngine());
        other.show();
        other.openFile(file);
        QTRY_VERIFY(other.workspace().source());
        QVERIFY(other.workspace().settings().pins == pins);
        QCOMPARE(other.findChild<DimensionTable*>()->model()->columnCount(), DimensionModel::ColumnCount + 2);
        QCOMPARE(other.findChild<MethodComparison*>()->rows()[1].name, QStringLiteral("A · Distributional ×2, by hand"));
        QVERIFY(!other.isWindowModified());
    }

    void looksRight()
    {
        pin();
        choose("yarn", 16384);
        pin();
        choose("linear", 16384);
        workspace().setCurrentDimension(22_dim);
        keepPicture(*window, QStringLiteral("pins"));
        inTheDark([&] { keepPicture(*window, QStringLiteral("pins-dark")); });
    }

private:
    Workspace& workspace() { return window->workspace(); }
    DimensionTable* table() { return window->findChild<DimensionTable*>(); }
    MethodComparison* comparison() { return window->findChild<MethodComparison*>(); }
    QAction* action(const char* id) { return window->findChild<CommandActions*>()->action(id); }
    template <class View> StepChart* chartOf() { return window->findChild<View*>()->template findChild<StepChart*>(); }

    // With the right button on the table's header; says what was checked before.
    bool switchColumn(const QString& name)
    {
        QHeaderView* header = table()->horizontalHeader();
        QContextMenuEvent event(QContextMenuEvent::Mouse, {5, 5}, header->viewport()->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(header->viewport(), &event);
        auto* menu = table()->findChild<QMenu*>(QStringLiteral("columnMenu"));
        for (QAction* action : menu->actions()) {
            if (action->text() == name) {
                const bool wasChecked = action->isChecked();
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                menu->close();
                QCoreApplication::sendPostedEvents(menu, QEvent::DeferredDelete);
                return wasChecked;
            }
        }
        QTest::qFail("no such column", __FILE__, __LINE__);
        return false;
    }

    void pin()
    {
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window.get(), Qt::Key_P, Qt::ControlModifier);
        QVERIFY(waitForAnalysis(workspace()));
    }
    void undo()
    {
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(waitForAnalysis(workspace()));
    }
    void choose(const char* method, std::int64_t targetLength)
    {
        AnalysisSettings settings = workspace().settings();
        settings.method = method;
        settings.targetLength = targetLength;
        workspace().edit(settings, QStringLiteral("test"));
        QVERIFY(waitForAnalysis(workspace()));
    }
    void goToRow(int row)
    {
        comparison()->setFocus();
        for (std::size_t i = 0; i < comparison()->rows().size(); ++i) {
            QTest::keyClick(comparison(), Qt::Key_Up);
        }
        for (int i = 0; i < row; ++i) {
            QTest::keyClick(comparison(), Qt::Key_Down);
        }
    }
    QString letters()
    {
        QString all;
        for (const PinnedTable& pin : workspace().settings().pins) {
            all += QLatin1Char(pin.letter());
        }
        return all;
    }
    void save(const QString& file)
    {
        QTimer::singleShot(200, window.get(), [file] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            auto* name = dialog->findChild<QLineEdit*>();
            name->setText(file);
            QTest::keyClick(name, Qt::Key_Return);
        });
        action("saveAs")->trigger();
        QTRY_VERIFY(QFile::exists(file));
        QTRY_VERIFY(!window->isWindowModified());
    }

    QTemporaryDir folder;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(PinsTest)
#include "pins_test.moc"
