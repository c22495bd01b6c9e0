// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/number_text.h"
#include "ui/views/samples_view.h"

#include "tests/ui/views/made_up_rows.h"
#include "ui/workspace/row_loader.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QUndoStack>
#include <QWheelEvent>

using namespace rotascope;
using namespace rotascope::uitest;

class SamplesViewTest : public QObject {
    Q_OBJECT

private:
    static constexpr std::int64_t manyRows = 5'000'000'000;

    std::shared_ptr<MadeUpRows> m_rows;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<SamplesView> m_view;

    LongTable& table() { return *m_view->findChild<LongTable*>(); }
    QWidget& cells() { return *table().viewport(); }
    QString message() { return m_view->findChild<QLabel*>(QStringLiteral("samplesMessage"))->text(); }
    void show(const std::shared_ptr<const Source>& source)
    {
        m_view.reset();
        m_workspace = std::make_unique<Workspace>(makeCpuEngine());
        adopt(*m_workspace, source);
        m_view = std::make_unique<SamplesView>(m_workspace.get());
        m_view->resize(900, 500);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }
    bool isRead()
    {
        const LongBlock block = table().visibleBlock();
        for (std::int64_t row = block.firstRow; row < block.firstRow + block.rows; ++row) {
            for (int column = block.firstColumn; column < block.firstColumn + block.columns; ++column) {
                if (m_view->cellText(row, column) == QStringLiteral("…")) {
                    return false;
                }
            }
        }
        return block.rows > 0;
    }
    void go(int target, const QString& place)
    {
        m_view->findChildren<QComboBox*>()[1]->setCurrentIndex(target);
        auto* edit = m_view->findChild<QLineEdit*>();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, place);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    QLineEdit& field(const char* name) { return *m_view->findChild<QLineEdit*>(QLatin1String(name)); }
    void filter(const char* name, const QString& text)
    {
        field(name).setFocus();
        field(name).selectAll();
        QTest::keyClick(&field(name), Qt::Key_Delete);
        QTest::keyClicks(&field(name), text);
        QTest::keyClick(&field(name), Qt::Key_Return);
    }
    static QString shown(std::int64_t number) { return QLocale().toString(static_cast<qlonglong>(number)); }
    void copySelection()
    {
        QApplication::clipboard()->setText(QStringLiteral("nothing"));
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::clipboard()->text() != QStringLiteral("nothing"));
    }

private slots:
    void init()
    {
        m_rows = std::make_shared<MadeUpRows>(manyRows);
        show(recordingOf(m_rows));
    }

    void showsEveryValueOfARecording()
    {
        const auto opened = openRecording(samplePath().toStdString());
        QVERIFY(opened);
        show(*opened);
        const auto& rows = *(*opened)->recordedRows;
        QTRY_VERIFY(isRead());
        const auto values = rows.read({0, 3, 0, 2}, {});
        QVERIFY(values);
        const int angles = m_view->table().visibleBlock().firstColumn;
        for (int row = 0; row < 3; ++row) {
            QCOMPARE(m_view->cellText(row, 0), QLocale().toString(row));
            QCOMPARE(
                m_view->cellText(row, 1), QLocale().toString(static_cast<qlonglong>(values->positions[static_cast<std::size_t>(row)])));
            for (int d = 0; d < 2; ++d) {
                const double degrees = static_cast<double>(values->angles[static_cast<std::size_t>(row) * 2 + static_cast<std::size_t>(d)])
                    / (2 * std::numbers::pi) * 360;
                QCOMPARE(m_view->cellText(row, angles + d), QLocale().toString(degrees, 'f', 5));
            }
        }
        keepPicture(*m_view, QStringLiteral("samples-recording"));
    }

    // A row of Qt's own views would be an int.
    void goesToTheLastOfBillionsOfRows()
    {
        QTRY_VERIFY(isRead());
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(table().currentRow(), manyRows - 1);
        QTRY_VERIFY(isRead());
        QCOMPARE(m_view->cellText(manyRows - 1, 0), QLocale().toString(static_cast<qlonglong>(manyRows - 1)));
        QCOMPARE(m_view->cellText(manyRows - 1, 1), QStringLiteral("999"));
        QCOMPARE(table().verticalScrollBar()->value(), table().verticalScrollBar()->maximum());
        QTest::keyClick(&table(), Qt::Key_Up);
        QCOMPARE(table().currentRow(), manyRows - 2);
        QTest::keyClick(&table(), Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(table().visibleBlock().firstRow, 0);
    }

    void readsOnlyAroundWhatIsSeen()
    {
        QTRY_VERIFY(isRead());
        for (const std::int64_t row : {std::int64_t{123}, std::int64_t{4'000'000'000}, std::int64_t{77}}) {
            go(0, QString::number(row));
            QTRY_VERIFY(isRead());
        }
        QVERIFY(m_rows->largestRead() < 100'000); // of 320 billion values
        QVERIFY(m_rows->reads < 12);
    }

    // Some notches of the wheel stay within what was read ahead.
    void slowScrollingNeverWaits()
    {
        QTRY_VERIFY(isRead());
        for (int i = 0; i < 40; ++i) {
            QWheelEvent wheel(
                {50, 50}, cells().mapToGlobal(QPointF(50, 50)), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(&cells(), &wheel);
            QVERIFY(isRead());
            QTRY_VERIFY(!m_view->findChild<RowLoader*>()->isReading());
        }
        QCOMPARE(table().visibleBlock().firstRow, 120);
    }

    // Docks are often made smaller after they were filled.
    void theCurrentDimensionStaysInSight()
    {
        QTRY_VERIFY(isRead());
        m_workspace->setCurrentDimension(Dimension(5));
        const auto isSeen = [this] {
            const QRect cell = table().cellRect(0, 3 + 5); // beside row, position and sequence
            return cell.left() > table().cellRect(0, 2).right() && cell.right() < cells().width();
        };
        QVERIFY(isSeen());
        m_view->resize(560, 500);
        QTRY_VERIFY(cells().width() < 560);
        QVERIFY(isSeen());
        table().horizontalScrollBar()->setValue(30); // what is scrolled away is not fetched back
        m_view->resize(540, 500);
        QTRY_VERIFY(cells().width() < 540);
        QVERIFY(!isSeen());
    }

    // What is moved on the screen and what is painted beside it go together.
    void whatIsScrolledLooksAsPaintedAnew()
    {
        const auto turn = [this](int angle) {
            QWheelEvent wheel(
                {50, 50}, cells().mapToGlobal(QPointF(50, 50)), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(&cells(), &wheel);
        };
        const auto key = [this](Qt::Key pressed, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&table(), pressed, modifiers); };
        const std::vector<std::function<void()>> actions{[&] { turn(-120); }, [&] { turn(-360); }, [&] { turn(240); },
            [&] {
                turn(-120);
                turn(-120);
                turn(120);
            },
            [&] { key(Qt::Key_PageDown); }, [&] { key(Qt::Key_Down); }, [&] { key(Qt::Key_Down, Qt::ShiftModifier); }, [&] { turn(-120); },
            [&] { key(Qt::Key_Right, Qt::ShiftModifier); }, [&] { key(Qt::Key_End, Qt::ControlModifier); }, [&] { turn(120); },
            [&] { turn(-1200); }, [&] { m_workspace->setCurrentDimension(Dimension(40)); }, [&] { turn(120); },
            [&] { table().verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub); },
            [&] { table().verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub); }, [&] { m_view->resize(840, 431); },
            [&] { turn(360); }};
        table().setFocus();
        for (std::size_t i = 0; i < actions.size(); ++i) {
            actions[i]();
            QTRY_VERIFY(isRead() && !m_view->findChild<RowLoader*>()->isReading());
            QApplication::processEvents();
            const QImage seen = m_view->screen()->grabWindow(m_view->winId()).toImage().convertToFormat(QImage::Format_RGB32);
            const QImage anew = m_view->grab().toImage().convertToFormat(QImage::Format_RGB32);
            QVERIFY2(seen == anew, qPrintable(QStringLiteral("after action %1").arg(i)));
        }
    }

    void quickScrollingDropsWhatIsNotSeenAnyMore()
    {
        QTRY_VERIFY(isRead());
        m_rows->isHeld = true;
        const int reads = m_rows->reads;
        const int maximum = table().verticalScrollBar()->maximum();
        for (int i = 1; i <= 20; ++i) {
            table().verticalScrollBar()->setSliderPosition(maximum / 20 * i);
            m_view->grab(); // painted while nothing is there
            QVERIFY(!isRead());
            QCOMPARE(m_view->cellText(table().visibleBlock().firstRow, 1), QStringLiteral("…"));
            QTest::qWait(2);
        }
        keepPicture(*m_view, QStringLiteral("samples-pending"));
        m_rows->isHeld = false;
        QTRY_VERIFY(isRead());
        QVERIFY(m_rows->reads - reads <= 21);
        QVERIFY(m_rows->stopped >= m_rows->reads - reads - 2); // all but the last, and one that may have been over
    }

    void goesToPositionsAndSequences()
    {
        QTRY_VERIFY(isRead());
        go(1, QStringLiteral("42"));
        QTRY_COMPARE(table().currentRow(), 42);
        QTest::keyClick(m_view->findChild<QLineEdit*>(), Qt::Key_Return);
        QTRY_COMPARE(table().currentRow(), 1042); // the next one
        go(2, QStringLiteral("3"));
        QCOMPARE(table().currentRow(), 3000);
        go(2, QStringLiteral("99"));
        QCOMPARE(message(), QStringLiteral("The last sequence is 7."));
        QCOMPARE(table().currentRow(), 7000);
        go(0, QStringLiteral("9999999999"));
        QVERIFY(message().startsWith(QStringLiteral("The last row is")));
        QCOMPARE(table().currentRow(), manyRows - 1);
        go(0, QStringLiteral("many"));
        QVERIFY(message().contains(QStringLiteral("not a whole number")));
        QCOMPARE(table().currentRow(), manyRows - 1);
    }

    void aPositionThatIsNowhereIsSaid()
    {
        m_rows = std::make_shared<MadeUpRows>(200'000);
        show(recordingOf(m_rows));
        go(1, QStringLiteral("1000"));
        QTRY_COMPARE(message(), QStringLiteral("No row has this position."));
        QCOMPARE(table().currentRow(), 0);
    }

    void showsTheIdealAngleAndTheErrorBeside()
    {
        QTRY_VERIFY(isRead());
        QTest::mouseClick(m_view->findChild<QCheckBox*>(), Qt::LeftButton, {}, {8, m_view->findChild<QCheckBox*>()->height() / 2});
        QTRY_VERIFY(isRead());
        const int first = m_view->table().visibleBlock().firstColumn;
        const double ideal = idealTurns(turnOf(llama2()->rope.invFreq[1]), 5);
        QCOMPARE(m_view->cellText(5, first + 4), QLocale().toString((ideal + 1) * 360, 'f', 5));
        QCOMPARE(m_view->cellText(5, first + 5), scientificText(errorTurns(m_rows->angle(5, 1), ideal) * 360, 2));
        m_workspace->setAngleUnit(AngleUnit::Radians);
        QCOMPARE(m_view->cellText(5, first + 3), QLocale().toString(static_cast<double>(m_rows->angle(5, 1)), 'f', 7));
        keepPicture(*m_view, QStringLiteral("samples-light"));
        inTheDark([this] { keepPicture(*m_view, QStringLiteral("samples-dark")); });
    }

    void theUnitIsThatOfTheWindow()
    {
        QTRY_VERIFY(isRead());
        auto* unit = m_view->findChild<QComboBox*>();
        unit->setFocus();
        QTest::keyClick(unit, Qt::Key_End);
        QCOMPARE(m_workspace->angleUnit(), AngleUnit::Turns);
        QCOMPARE(m_view->cellText(1, m_view->table().visibleBlock().firstColumn),
            QLocale().toString(static_cast<double>(m_rows->angle(1, 0)) / (2 * std::numbers::pi), 'f', 8));
    }

    void copiesABlock()
    {
        QTRY_VERIFY(isRead());
        const int first = m_view->table().visibleBlock().firstColumn;
        QTest::mouseClick(&cells(), Qt::LeftButton, {}, table().cellRect(3, 1).center());
        QTest::mouseClick(&cells(), Qt::LeftButton, Qt::ShiftModifier, table().cellRect(5, first + 1).center());
        copySelection();
        const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 5); // a head, three rows, the end
        QCOMPARE(lines[0], QStringLiteral("position\tsequence\tangle 0 (°)\tangle 1 (°)"));
        const QStringList cellsOfRow = lines[2].split(QLatin1Char('\t'));
        QCOMPARE(cellsOfRow[0], QStringLiteral("4"));
        QCOMPARE(cellsOfRow[1], QStringLiteral("0"));
        QCOMPARE(static_cast<float>(cellsOfRow[3].toDouble() / 360 * 2 * std::numbers::pi), m_rows->angle(4, 1));
        QCOMPARE(message(), QStringLiteral("Copied."));
    }

    // Rows that were never seen are copied as well; too many are refused.
    void copiesWhatIsNotSeen()
    {
        QTRY_VERIFY(isRead());
        QTest::mouseClick(&cells(), Qt::LeftButton, {}, table().cellRect(0, 0).center());
        for (int i = 0; i < 30; ++i) {
            QTest::keyClick(&table(), Qt::Key_PageDown, Qt::ShiftModifier);
        }
        const std::int64_t rows = table().selection().rows;
        QVERIFY(rows > 300);
        copySelection();
        QCOMPARE(QApplication::clipboard()->text().count(QLatin1Char('\n')), rows + 1);
        QTest::keyClick(&table(), Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(table().selection().rows, manyRows);
        QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(message().contains(QStringLiteral("can be copied at a time")));
    }

    void aClickChoosesTheDimensionOfTheWindow()
    {
        QTRY_VERIFY(isRead());
        const int first = m_view->table().visibleBlock().firstColumn;
        QTest::mouseClick(&cells(), Qt::LeftButton, {}, table().cellRect(2, first + 3).center());
        QCOMPARE(m_workspace->currentDimension(), 3_dim);
        m_workspace->setCurrentDimension(63_dim);
        const LongBlock block = table().visibleBlock();
        QVERIFY(block.firstColumn + block.columns - 1 == first + 63);
        QTRY_VERIFY(isRead());
    }

    void whatCannotBeReadIsSaid()
    {
        QTRY_VERIFY(isRead());
        m_rows->isBroken = true;
        go(0, QStringLiteral("3000000000"));
        QTRY_VERIFY(message().contains(QStringLiteral("<b>rows</b> cannot be uncompressed")));
        const int reads = m_rows->reads;
        m_view->grab();
        QTest::qWait(50);
        QCOMPARE(m_rows->reads.load(), reads); // not asked for again and again
        m_rows->isBroken = false;
        go(0, QStringLiteral("5"));
        QTRY_VERIFY(isRead());
    }

    void othersSourcesAreToldWhatIsMissing()
    {
        show(llama2());
        QCOMPARE(table().rows(), 0);
        QVERIFY(!m_view->findChild<QLineEdit*>()->isEnabled());
        QTest::keyClick(&table(), Qt::Key_End, Qt::ControlModifier);
        QTest::mouseClick(&cells(), Qt::LeftButton, {}, {40, 40});
        const QImage empty = m_view->grab().toImage();
        keepPicture(*m_view, QStringLiteral("samples-none"));
        adopt(*m_workspace, recordingOf(m_rows));
        QTRY_VERIFY(isRead());
        QVERIFY(m_view->grab().toImage() != empty);
    }

    // Rows are those of the recording, wherever they stand in the table.
    void aFilterLeavesPositionsAndSequences()
    {
        m_rows = std::make_shared<MadeUpRows>(200'000);
        show(recordingOf(m_rows));
        filter("samplesPositions", QStringLiteral("10:14"));
        QTRY_COMPARE(table().rows(), 800);
        QTRY_VERIFY(isRead());
        QCOMPARE(m_view->cellText(5, 0), shown(1011));
        QCOMPARE(m_view->cellText(5, 1), shown(11));
        QCOMPARE(m_view->cellText(5, 2), shown(1));
        const int first = table().visibleBlock().firstColumn;
        QCOMPARE(m_view->cellText(5, first),
            QLocale().toString(static_cast<double>(m_rows->angle(1011, 0)) / (2 * std::numbers::pi) * 360, 'f', 5));
        keepPicture(*m_view, QStringLiteral("samples-filtered-light"));
        inTheDark([this] { keepPicture(*m_view, QStringLiteral("samples-filtered-dark")); });
        filter("samplesSequences", QStringLiteral("2,4"));
        QTRY_COMPARE(table().rows(), 8);
        QTRY_VERIFY(isRead());
        QCOMPARE(m_view->cellText(7, 0), shown(4013));
        QVERIFY(!m_view->grab().isNull());
        filter("samplesPositions", {});
        QTRY_COMPARE(table().rows(), 2000);
        filter("samplesSequences", {});
        QCOMPARE(table().rows(), 200'000);
        QCOMPARE(message(), QString());
    }

    // Only the positions of the chosen sequences are looked at, and nothing is kept for each row.
    void aFilterOfBillionsOfRowsStaysQuick()
    {
        filter("samplesSequences", QStringLiteral("7"));
        QTRY_COMPARE(table().rows(), manyRows - 7000);
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_End, Qt::ControlModifier);
        QTRY_VERIFY(isRead());
        QCOMPARE(m_view->cellText(table().rows() - 1, 0), shown(manyRows - 1));
        filter("samplesSequences", QStringLiteral("0-3"));
        QTRY_COMPARE(table().rows(), 4000);
        filter("samplesPositions", QStringLiteral("999:"));
        QTRY_COMPARE(table().rows(), 4);
        QTRY_VERIFY(isRead());
        QCOMPARE(m_view->cellText(3, 0), shown(3999));
        QVERIFY(m_rows->largestRead() < 100'000);
    }

    void goingAndCopyingFollowTheFilter()
    {
        m_rows = std::make_shared<MadeUpRows>(200'000);
        show(recordingOf(m_rows));
        filter("samplesPositions", QStringLiteral("10:14"));
        filter("samplesSequences", QStringLiteral("1-7"));
        QTRY_COMPARE(table().rows(), std::int64_t{4} * 199);
        go(0, QStringLiteral("2012"));
        QTRY_COMPARE(table().currentRow(), 6);
        QCOMPARE(message(), QString());
        go(0, QStringLiteral("2500"));
        QTRY_COMPARE(table().currentRow(), 8);
        QCOMPARE(message(), QStringLiteral("The filter hides row 2,500; this is the next one."));
        go(0, QStringLiteral("199999"));
        QTRY_COMPARE(table().currentRow(), 4 * 199 - 1);
        QCOMPARE(message(), QStringLiteral("The filter hides row 199,999 and all after it."));
        go(1, QStringLiteral("13"));
        QTRY_COMPARE(table().currentRow(), 3); // from the first row on again
        go(1, QStringLiteral("14"));
        QTRY_COMPARE(message(), QStringLiteral("No row that is shown has this position."));
        go(2, QStringLiteral("5"));
        QTRY_COMPARE(table().currentRow(), 16);
        go(2, QStringLiteral("0"));
        QTRY_COMPARE(message(), QStringLiteral("The filter hides sequence 0."));
        QCOMPARE(table().currentRow(), 16);

        go(0, QStringLiteral("2013"));
        QTRY_COMPARE(table().currentRow(), 7);
        QTRY_VERIFY(isRead());
        QTest::mouseClick(&cells(), Qt::LeftButton, {}, table().cellRect(7, 0).center());
        QTest::mouseClick(&cells(), Qt::LeftButton, Qt::ShiftModifier, table().cellRect(8, 2).center());
        copySelection();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("row\tposition\tsequence\n2013\t13\t2\n3010\t10\t3\n"));
    }

    // What is wrong with a filter is said; the text stays to be put right, and the rows are those of before.
    void aFilterThatIsNoneIsSaid()
    {
        m_rows = std::make_shared<MadeUpRows>(200'000);
        show(recordingOf(m_rows));
        filter("samplesPositions", QStringLiteral("4096"));
        QVERIFY(message().contains(QStringLiteral("expected FROM:TO")));
        QCOMPARE(field("samplesPositions").text(), QStringLiteral("4096"));
        filter("samplesPositions", QStringLiteral("1000:"));
        QTRY_VERIFY(message().contains(QStringLiteral("expected some of the positions 0 to 999")));
        filter("samplesPositions", {});
        filter("samplesSequences", QStringLiteral("0,8"));
        QTRY_VERIFY(message().contains(QStringLiteral("has no sequence 8; expected 0 to 7")));
        QCOMPARE(table().rows(), 200'000);
        filter("samplesSequences", QStringLiteral("3"));
        QTRY_COMPARE(table().rows(), 1000);
        QCOMPARE(message(), QString());
    }

    void lookingForWhatAFilterLeavesCanBeStopped()
    {
        QTRY_VERIFY(isRead());
        filter("samplesPositions", QStringLiteral("5:6")); // of five billion rows
        auto* stop = m_view->findChild<QPushButton*>(QStringLiteral("samplesStop"));
        QTRY_VERIFY(stop->isVisible());
        QVERIFY(message().startsWith(QStringLiteral("Looking for these rows")));
        keepPicture(*m_view, QStringLiteral("samples-filtering"));
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_VERIFY(message().startsWith(QStringLiteral("Stopped.")));
        QVERIFY(!stop->isVisible());
        QCOMPARE(field("samplesPositions").text(), QString());
        QCOMPARE(table().rows(), manyRows);
        filter("samplesPositions", QStringLiteral("5:6"));
        filter("samplesSequences", QStringLiteral("0-2")); // in its place
        QTRY_COMPARE(table().rows(), 3);
    }

    void anotherRecordingHasNoFilterButTheSameOneKeepsIt()
    {
        m_rows = std::make_shared<MadeUpRows>(200'000);
        show(recordingOf(m_rows));
        filter("samplesSequences", QStringLiteral("3"));
        QTRY_COMPARE(table().rows(), 1000);
        m_rows = std::make_shared<MadeUpRows>(300'000); // it has grown
        adopt(*m_workspace, recordingOf(m_rows));
        QTRY_COMPARE(table().rows(), 1000);
        Source other = *recordingOf(m_rows);
        other.origin = "other.h5";
        adopt(*m_workspace, std::make_shared<const Source>(other));
        QCOMPARE(table().rows(), 300'000);
        QCOMPARE(field("samplesSequences").text(), QString());
    }

    // It loses the focus while the view goes.
    void aFieldThatIsBeingEditedMayGo()
    {
        field("samplesPositions").setFocus();
        QTest::keyClicks(&field("samplesPositions"), QStringLiteral("5:"));
        m_view.reset();
    }

    void whatAFilterLeavesCanBeAnalysed()
    {
        m_rows = std::make_shared<MadeUpRows>(200'000);
        Source source = *recordingOf(m_rows);
        source.recordedPositions = {PositionSet::counted({200, 200})};
        show(std::make_shared<const Source>(source));
        auto* use = m_view->findChild<QPushButton*>(QStringLiteral("samplesUse"));
        QVERIFY(!use->isEnabled());
        filter("samplesPositions", QStringLiteral("10:14"));
        filter("samplesSequences", QStringLiteral("3"));
        QTRY_COMPARE(table().rows(), 4);
        AnalysisSettings settings = m_workspace->settings();
        settings.before = BeforeKind::UniformPositions; // which a part does not change
        m_workspace->edit(settings, QStringLiteral("before"));
        QVERIFY(!use->isEnabled());
        m_workspace->undoStack()->undo();
        QVERIFY(use->isEnabled());
        const QSignalSpy asked(m_view.get(), &SamplesView::partRequested);
        QTest::mouseClick(use, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0], (QVariantList{QStringLiteral("10:14"), QStringLiteral("3")}));
    }

    void theOrderOfDestructionDoesNotMatter()
    {
        m_rows->isHeld = true;
        go(1, QStringLiteral("5"));
        m_workspace.reset();
        m_view->grab();
        m_view.reset();
    }
};

QTEST_MAIN(SamplesViewTest)
#include "samples_view_test.moc"
