// SPDX-License-Identifier: GPL-3.0-or-later
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
#include <QScrollBar>
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
                const double degrees
                    = static_cast<double>(values->angles[static_cast<std::size_t>(row * 2 + d)]) / (2 * std::numbers::pi) * 360;
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
        QCOMPARE(m_view->cellText(5, first + 5), QLocale().toString(errorTurns(m_rows->angle(5, 1), ideal) * 360, 'e', 2));
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
