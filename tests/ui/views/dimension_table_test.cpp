// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/dimension_table.h"

#include "tests/ui/ui_test.h"
#include "ui/commands/pin_commands.h"
#include "ui/models/dimension_model.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QUndoStack>
#include <algorithm>
#include <functional>

using namespace rotascope;
using namespace rotascope::uitest;

class DimensionTableTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        workspace = analysedWorkspace();
        QVERIFY(workspace);
        table = std::make_unique<DimensionTable>(workspace.get());
        table->resize(700, 900);
        table->show();
        QVERIFY(QTest::qWaitForWindowExposed(table.get()));
    }
    void cleanup() { table.reset(); }

    void clicksOnTheWholeSegmentChoose_data()
    {
        QTest::addColumn<int>("action");
        QTest::addColumn<double>("factor");
        QTest::newRow("E") << static_cast<int>(ChoiceAction::Extrapolate) << 1.0;
        QTest::newRow("I") << static_cast<int>(ChoiceAction::Interpolate) << 2.0;
    }
    void clicksOnTheWholeSegmentChoose()
    {
        QFETCH(int, action);
        QFETCH(double, factor);
        for (const int dimension : {6, 22}) {
            const QRect segment = segmentOf(dimension, static_cast<ChoiceAction>(action));
            for (const QPoint point : {segment.topLeft() + QPoint(1, 1), segment.center(), segment.bottomRight() - QPoint(1, 1)}) {
                QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, point);
                QVERIFY(waitForAnalysis(*workspace));
                QCOMPARE(factorOf(dimension), factor);
                QVERIFY(overrideOf(dimension));
                QTest::mouseClick(
                    table->viewport(), Qt::LeftButton, Qt::NoModifier, segmentOf(dimension, ChoiceAction::Automatic).center());
                QVERIFY(!overrideOf(dimension));
            }
        }
    }

    void keysActOnAllSelectedRows()
    {
        table->setFocus();
        clickRow(20);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ShiftModifier, cellCenter(24, DimensionModel::Index));
        QCOMPARE(table->selectedDimensions(), (QList<Dimension>{20_dim, 21_dim, 22_dim, 23_dim, 24_dim}));
        QTest::keyClick(table.get(), Qt::Key_I);
        QVERIFY(waitForAnalysis(*workspace));
        for (int i = 20; i <= 24; ++i) {
            QCOMPARE(factorOf(i), 2.0);
        }
        QCOMPARE(workspace->undoStack()->count(), 1);
        QTest::keyClick(table.get(), Qt::Key_Space);
        QVERIFY(waitForAnalysis(*workspace));
        QCOMPARE(factorOf(22), 1.0);
        QTest::keyClick(table.get(), Qt::Key_E);
        QTest::keyClick(table.get(), Qt::Key_A);
        QVERIFY(waitForAnalysis(*workspace));
        QVERIFY(!overrideOf(22));
        QCOMPARE(table->selectedDimensions().size(), 5);
    }

    void aClickOnAChoiceInsideASelectionChangesTheSelection()
    {
        clickRow(20);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ShiftModifier, cellCenter(22, DimensionModel::Index));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, segmentOf(21, ChoiceAction::Interpolate).center());
        QVERIFY(waitForAnalysis(*workspace));
        QCOMPARE(table->selectedDimensions().size(), 3);
        QVERIFY(overrideOf(20) && overrideOf(21) && overrideOf(22));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, segmentOf(40, ChoiceAction::Interpolate).center());
        QVERIFY(overrideOf(40));
        QVERIFY(!overrideOf(41));
    }

    // Whatever is clicked in it: else the next key would change another row.
    void theRowThatIsClickedIsTheCurrentOne()
    {
        clickRow(20);
        const QPoint choice = segmentOf(22, ChoiceAction::Interpolate).center();
        const int tie = segmentOf(25, ChoiceAction::Extrapolate).left() - 4;
        for (const auto& [dimension, place] : {std::pair(22, choice), {25, QPoint(tie, cellCenter(25, DimensionModel::Index).y())},
                 {30, segmentOf(30, ChoiceAction::Automatic).center()}, {31, cellCenter(31, DimensionModel::Factor)}}) {
            QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, place);
            QCOMPARE(workspace->currentDimension(), Dimension::of(dimension));
            QCOMPARE(table->currentIndex().row(), dimension);
            QCOMPARE(workspace->selectedDimensions(), QList<Dimension>{Dimension::of(dimension)});
        }
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, segmentOf(24, ChoiceAction::Interpolate).center());
        QTest::keyClick(table.get(), Qt::Key_E);
        QCOMPARE(overrideOf(24)->choice, Choice::Extrapolation);
        QVERIFY(!overrideOf(31));
        // In a selection, the others stay in it.
        clickRow(40);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ShiftModifier, cellCenter(42, DimensionModel::Index));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, segmentOf(41, ChoiceAction::Interpolate).center());
        QCOMPARE(workspace->currentDimension(), 41_dim);
        QCOMPARE(workspace->selectedDimensions().size(), 3);
    }

    void aFactorIsTypedIn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("factor"); // 0: refused
        QTest::newRow("plain") << QStringLiteral("1.5") << 1.5;
        QTest::newRow("exponent") << QStringLiteral("1e-3") << 1e-3;
        QTest::newRow("frozen") << QStringLiteral("∞") << std::numeric_limits<double>::infinity();
        QTest::newRow("frozen, as in files") << QStringLiteral("inf") << std::numeric_limits<double>::infinity();
        QTest::newRow("local notation") << QLocale().toString(2.5) << 2.5;
        for (const char* bad : {"0", "-1", "1e300", "nan", "abc"}) {
            QTest::newRow(bad) << QString::fromLatin1(bad) << 0.0;
        }
    }
    void aFactorIsTypedIn()
    {
        QFETCH(QString, text);
        QFETCH(double, factor);
        const double before = factorOf(30);
        QSignalSpy failed(workspace.get(), &Workspace::failed);
        typeFactor(30, text);
        if (factor > 0.0) {
            QTRY_COMPARE(factorOf(30), factor);
            QCOMPARE(failed.count(), 0);
        } else {
            QTRY_COMPARE(failed.count(), 1);
            QVERIFY(failed.front().front().toString().contains(QStringLiteral("factor of dimension 30")));
            QVERIFY(waitForAnalysis(*workspace));
            QCOMPARE(factorOf(30), before);
        }
    }

    void aFactorTypedInsideASelectionGoesToAllOfIt()
    {
        clickRow(20);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ShiftModifier, cellCenter(22, DimensionModel::Index));
        table->selectionModel()->setCurrentIndex(table->indexOf(22_dim, DimensionModel::Factor), QItemSelectionModel::NoUpdate);
        QTest::keyClick(table.get(), Qt::Key_F2);
        auto* editor = table->viewport()->findChild<QLineEdit*>();
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("1.75"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(factorOf(21), 1.75);
        QCOMPARE(factorOf(20), 1.75);
        QCOMPARE(factorOf(22), 1.75);
    }

    // Also a row that is taken out of the selection, which stays the current one.
    void tellsTheWorkspaceWhatIsSelected()
    {
        clickRow(20);
        QCOMPARE(workspace->selectedDimensions(), (QList<Dimension>{20_dim}));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ShiftModifier, cellCenter(24, DimensionModel::Index));
        QCOMPARE(workspace->selectedDimensions(), (QList<Dimension>{20_dim, 21_dim, 22_dim, 23_dim, 24_dim}));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ControlModifier, cellCenter(22, DimensionModel::Index));
        QCOMPARE(workspace->currentDimension(), 22_dim);
        QCOMPARE(workspace->selectedDimensions(), (QList<Dimension>{20_dim, 21_dim, 23_dim, 24_dim}));
        clickRow(33); // with no key held
        workspace->setCurrentDimension(60_dim);
        QCOMPARE(workspace->selectedDimensions(), (QList<Dimension>{60_dim}));
        QTest::keyClick(table.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(workspace->selectedDimensions().size(), 64);
        adopt(*workspace, *openPreset("EleutherAI/gpt-neox-20b"));
        QCOMPARE(workspace->currentDimension(), 11_dim);
        QCOMPARE(workspace->selectedDimensions(), table->selectedDimensions());
        QCOMPARE(workspace->selectedDimensions(), (QList<Dimension>{11_dim}));
    }

    // They are hidden only where there is no room for all, and come back.
    void columnsGiveWayToThoseOfAPinWhereTheyMust()
    {
        const auto areShown
            = [this] { return !table->isColumnHidden(DimensionModel::Wavelength) && !table->isColumnHidden(DimensionModel::Turns); };
        const auto resize = [this](int width) {
            table->resize(width, 900);
            QCoreApplication::sendPostedEvents();
        };
        QVERIFY(areShown());
        pinCurrent(*workspace);
        QVERIFY(waitForAnalysis(*workspace));
        QVERIFY(!areShown());
        resize(1300);
        QVERIFY(areShown());
        QCOMPARE(table->columnViewportPosition(DimensionModel::Turns),
            table->columnViewportPosition(DimensionModel::Wavelength) + table->columnWidth(DimensionModel::Wavelength));
        resize(700);
        QVERIFY(!areShown());
        resize(1300);
        QVERIFY(areShown());
        workspace->undoStack()->undo();
        QVERIFY(waitForAnalysis(*workspace));
        resize(400);
        QVERIFY(areShown()); // they give way to other columns alone
    }

    void sortsByAnyColumn()
    {
        QHeaderView* header = table->horizontalHeader();
        table->resize(700, 400); // which shows some rows
        workspace->setCurrentDimension(60_dim);
        const auto click = [&](int column) {
            const QPoint place(header->sectionViewportPosition(column) + 10, header->height() / 2);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier, place);
        };
        const auto isSorted = [&](int column, bool descending) {
            std::vector<double> values(64);
            for (std::size_t row = 0; row < values.size(); ++row) {
                values[row] = table->model()->index(static_cast<int>(row), column).data(DimensionModel::SortRole).toDouble();
            }
            return descending ? std::ranges::is_sorted(values, std::greater()) : std::ranges::is_sorted(values);
        };
        // The greatest first, and in sight.
        for (const int column : {DimensionModel::Extrapolation, DimensionModel::Turns, DimensionModel::Factor, DimensionModel::Chosen}) {
            click(column);
            QVERIFY(isSorted(column, true));
            QCOMPARE(table->rowAt(1), 0);
            QCOMPARE(workspace->currentDimension(), 60_dim);
        }
        click(DimensionModel::Chosen);
        QVERIFY(isSorted(DimensionModel::Chosen, false));
        QCOMPARE(table->rowAt(1), 0);
        click(DimensionModel::Index);
        QVERIFY(isSorted(DimensionModel::Index, false));
        QCOMPARE(table->rowAt(1), 0);
        QCOMPARE(workspace->currentDimension(), 60_dim);
        click(DimensionModel::Extrapolation);
        // A row stays in its place when its own change alters what is sorted by.
        const QModelIndex index = table->indexOf(22_dim, DimensionModel::Index);
        workspace->setOverride({22_dim}, Override{Choice::Interpolation, 1.0});
        QVERIFY(waitForAnalysis(*workspace));
        QCOMPARE(table->indexOf(22_dim, DimensionModel::Index).row(), index.row());
    }

    // Its choice as well, around the three buttons.
    void aSelectedRowIsOfOneColour()
    {
        clickRow(20);
        const QRect choice = table->visualRect(table->indexOf(20_dim, DimensionModel::ChoiceColumn));
        const QImage picture = table->viewport()->grab().toImage();
        for (const QPoint& corner :
            {choice.topLeft() + QPoint(1, 1), choice.topRight() + QPoint(-1, 1), choice.bottomLeft() + QPoint(1, -1)}) {
            QCOMPARE(picture.pixelColor(corner), table->palette().color(QPalette::Highlight));
        }
    }

    void followsAndSetsTheCurrentDimension()
    {
        clickRow(33);
        QCOMPARE(workspace->currentDimension(), 33_dim);
        workspace->setCurrentDimension(60_dim);
        QCOMPARE(table->currentIndex().row(), 60);
        QVERIFY(table->viewport()->rect().intersects(table->visualRect(table->currentIndex())));
        QTest::keyClick(table.get(), Qt::Key_Up);
        QCOMPARE(workspace->currentDimension(), 59_dim);
    }

private:
    QPoint cellCenter(int dimension, int column)
    {
        const QModelIndex index = table->indexOf(Dimension::of(dimension), column);
        table->scrollTo(index);
        return table->visualRect(index).center();
    }
    QRect segmentOf(int dimension, ChoiceAction action)
    {
        const QModelIndex index = table->indexOf(Dimension::of(dimension), DimensionModel::ChoiceColumn);
        table->scrollTo(index);
        return DimensionDelegate::segmentRect(table->visualRect(index), action);
    }
    void typeFactor(int dimension, const QString& text)
    {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, cellCenter(dimension, DimensionModel::Factor));
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, cellCenter(dimension, DimensionModel::Factor));
        auto* editor = table->viewport()->findChild<QLineEdit*>();
        QVERIFY(editor);
        if (text.at(0).unicode() < 128) {
            QTest::keyClicks(editor, text); // over what is selected
        } else { // what no key of a test has is pasted
            QApplication::clipboard()->setText(text);
            QTest::keyClick(editor, Qt::Key_V, Qt::ControlModifier);
        }
        QTest::keyClick(editor, Qt::Key_Return);
    }
    void clickRow(int dimension)
    {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, cellCenter(dimension, DimensionModel::Index));
    }
    double factorOf(int dimension) { return workspace->analysis()->chosen->table.factors[static_cast<std::size_t>(dimension)]; }
    std::optional<Override> overrideOf(int dimension) { return workspace->settings().overrides[static_cast<std::size_t>(dimension)]; }

    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<DimensionTable> table;
};

QTEST_MAIN(DimensionTableTest)
#include "dimension_table_test.moc"
