// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/readings_view.h"

#include "tests/ui/ui_test.h"
#include "ui/plots/scatter/scatter_plot.h"
#include "ui/views/readings_model.h"

#include <QComboBox>
#include <QHeaderView>
#include <QMouseEvent>
#include <QTableView>
#include <algorithm>
#include <cmath>

using namespace rotascope;
using namespace rotascope::uitest;

class ReadingsViewTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ReadingsView> m_view;

    QTableView& table() { return *m_view->findChild<QTableView*>(); }
    ScatterPlot& plot() { return *m_view->findChild<ScatterPlot*>(); }
    QComboBox& axis(int which) { return *m_view->findChildren<QComboBox*>().at(which); }
    QString text(int row, int column) { return table().model()->index(row, column).data().toString(); }
    QStringList names()
    {
        QStringList all;
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            all << text(row, ReadingsModel::Name);
        }
        return all;
    }
    void clickHeader(int column)
    {
        QHeaderView& header = *table().horizontalHeader();
        table().scrollTo(table().model()->index(0, column));
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {},
            QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) / 2, header.height() / 2));
    }
    QPoint middleOf(int row, int column) { return table().visualRect(table().model()->index(row, column)).center(); }

private slots:
    void init()
    {
        m_view.reset();
        m_workspace = analysedWorkspace();
        m_view = std::make_unique<ReadingsView>(m_workspace.get());
        m_view->resize(1100, 380);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QTRY_VERIFY(m_view->isSettled());
    }

    void hasARowAndAPointForEveryTable()
    {
        const Analysis& analysis = *m_workspace->analysis();
        const auto withTable
            = std::ranges::count_if(analysis.methods, [](const MethodAnalysis& method) { return method.result != nullptr; });
        QCOMPARE(names().size(), withTable + 1);
        QCOMPARE(names().front(), QStringLiteral("Current table"));
        QCOMPARE(plot().points().size(), static_cast<std::size_t>(withTable + 1));
        QCOMPARE(plot().points().front().y, analysis.chosen->meanDisturbance);
        const SecondReadings readings = secondReadings(analysis, *analysis.chosen);
        QCOMPARE(plot().points().front().x, readings.near);
        QCOMPARE(text(0, ReadingsModel::NeverTurning), QString::number(readings.neverTurning));
        keepPicture(*m_view, QStringLiteral("readings"));
        inTheDark([&] { keepPicture(*m_view, QStringLiteral("readings-dark")); });
    }

    void sortsByAnyReading()
    {
        for (const int column : {ReadingsModel::Near, ReadingsModel::Reach, ReadingsModel::Disturbance}) {
            clickHeader(column);
            if (table().horizontalHeader()->sortIndicatorOrder() == Qt::DescendingOrder) {
                clickHeader(column);
            }
            std::vector<double> values;
            for (int row = 0; row < table().model()->rowCount(); ++row) {
                values.push_back(table().model()->index(row, column).data(ReadingsModel::SortRole).toDouble());
            }
            QVERIFY(std::ranges::is_sorted(values));
            QVERIFY(values.front() < values.back());
        }
    }

    void followsAChoiceByHand()
    {
        const double before = plot().points().front().x;
        m_workspace->setOverride({0_dim}, Override{Choice::Custom, 2.0}); // the fastest one: neighbours move most
        QVERIFY(waitForAnalysis(*m_workspace));
        QTRY_VERIFY(m_view->isSettled());
        QVERIFY(plot().points().front().x > before);
        QCOMPARE(plot().freshness(), Freshness::Current);
    }

    void aClickShowsAMethodAndADoubleClickTakesIt()
    {
        const auto row = static_cast<int>(names().indexOf(QStringLiteral("YaRN")));
        QVERIFY(row > 0);
        table().scrollTo(table().model()->index(row, 0));
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, middleOf(row, 0));
        QCOMPARE(m_workspace->shownMethod(), "yarn");
        QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, middleOf(row, 0));
        QCOMPARE(m_workspace->settings().method, "yarn");
        QVERIFY(waitForAnalysis(*m_workspace));
    }

    void thePlotIsReachedByMouseAndKeys()
    {
        const auto point = static_cast<int>(names().indexOf(QStringLiteral("YaRN")));
        const QPointF at = plot().positionOf(point); // sent to the plot: the window before may still have the mouse
        QMouseEvent move(QEvent::MouseMove, at, plot().mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&plot(), &move);
        QVERIFY(plot().hoveredPoint() >= 0);
        plot().setFocus();
        QTest::keyClick(&plot(), Qt::Key_Left);
        for (std::size_t i = 0; i < plot().points().size(); ++i) {
            QTest::keyClick(&plot(), Qt::Key_Left); // to the end on the left
        }
        const auto least = std::ranges::min_element(plot().points(), {}, &ScatterPoint::x);
        QCOMPARE(plot().points()[static_cast<std::size_t>(plot().hoveredPoint())].x, least->x);
        QTest::keyClick(&plot(), Qt::Key_Return);
        QVERIFY(table().currentIndex().isValid());
    }

    void otherReadingsCanBeSetAgainstEachOther()
    {
        axis(0).setFocus();
        QTest::keyClick(&axis(0), Qt::Key_End);
        QVERIFY(std::ranges::all_of(plot().points(), [](const ScatterPoint& point) { return std::isfinite(point.x + point.y); }));
        const QByteArray data = QByteArray::fromStdString(m_view->figure().data());
        QVERIFY(data.contains("method,mean_disturbance,unseen_share"));
        QCOMPARE(data.count("\nyarn,"), 1);
    }
};

QTEST_MAIN(ReadingsViewTest)
#include "readings_view_test.moc"
