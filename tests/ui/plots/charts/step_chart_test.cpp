// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/charts/step_chart.h"

#include <QApplication>
#include <QFontDatabase>
#include <QLineSeries>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

using namespace rotascope;

namespace {

StepCurve curve(std::vector<double> values)
{
    return {QStringLiteral("a"), Qt::blue, 1.0, true, true, std::move(values)};
}

QLineSeries* seriesOf(const StepChart& chart, int index)
{
    return qobject_cast<QLineSeries*>(chart.chart()->series().at(index));
}

void wheel(QWidget* target, const QPointF& at, int delta)
{
    QWheelEvent event(at, target->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(target, &event);
}

// Qt Test leaves the button of a double click pressed.
void doubleClick(QWidget* target, const QPoint& at)
{
    QTest::mouseDClick(target, Qt::LeftButton, {}, at);
    QTest::mouseRelease(target, Qt::LeftButton, {}, at);
}

void drag(QWidget* target, const QPoint& from, const QPoint& to)
{
    QTest::mousePress(target, Qt::LeftButton, {}, from);
    QTest::mouseMove(target, (from + to) / 2);
    QTest::mouseMove(target, to);
    QTest::mouseRelease(target, Qt::LeftButton, {}, to);
}

} // namespace

class StepChartTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<StepChart> m_chart;

    QPoint at(int interval) const { return m_chart->positionOf(interval).toPoint(); }
    void paint() { m_chart->grab(); } // series are brought up to date once a frame

private slots:
    // Without fonts everything below would pass and every glyph would be a box.
    void fontsAreThere() { QVERIFY(!QFontDatabase::families().isEmpty()); }

    void init()
    {
        m_chart = std::make_unique<StepChart>();
        m_chart->resize(600, 300);
        m_chart->setAxis({.low = 0.0, .high = 360.0, .title = QStringLiteral("angle"), .suffix = QStringLiteral("°")});
        m_chart->setScale({.title = QStringLiteral("share")});
        m_chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    }

    void anEmptyChartPaintsAndIgnoresEveryEvent()
    {
        m_chart->setPlaceholder(QStringLiteral("nothing yet"));
        QTest::mouseMove(m_chart->viewport(), {300, 150});
        wheel(m_chart->viewport(), {300, 150}, 120);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        doubleClick(m_chart->viewport(), {300, 150});
        paint();
        QCOMPARE(m_chart->hoveredIndex(), -1);
    }

    void theOutlineHasBothEndsOfEveryStep()
    {
        m_chart->setCurves({curve({0.5, 0.25, 0.0, 1.0})});
        paint();
        const QList<QPointF> expected = {{0, 0.5}, {1, 0.5}, {1, 0.25}, {2, 0.25}, {2, 0.0}, {3, 0.0}, {3, 1.0}, {4, 1.0}};
        QCOMPARE(seriesOf(*m_chart, 0)->points(), expected);
    }

    void manyIntervalsKeepTheirPeaksAtTwoPointsAPixel()
    {
        std::vector<double> values(4096, 0.1);
        values[1234] = 0.9;
        m_chart->setCurves({curve(values)});
        paint();
        const QList<QPointF> points = seriesOf(*m_chart, 0)->points();
        QVERIFY(points.size() <= qsizetype{2} * m_chart->width());
        const auto highest = std::ranges::max_element(points, {}, [](const QPointF& point) { return point.y(); });
        QCOMPARE(highest->y(), 0.9);
        QVERIFY(std::abs(highest->x() - 1234) < 10);
    }

    void zoomedInFarEnoughEveryIntervalIsThere()
    {
        std::vector<double> values(4096, 0.1);
        values[2000] = 0.9;
        m_chart->setCurves({curve(values)});
        paint();
        for (int i = 0; i < 30; ++i) {
            wheel(m_chart->viewport(), m_chart->positionOf(2000), 120);
        }
        paint();
        QVERIFY(seriesOf(*m_chart, 0)->points().contains(QPointF(2000, 0.9)));
        QVERIFY(seriesOf(*m_chart, 0)->points().contains(QPointF(2001, 0.9)));
    }

    void fewerCurvesHideTheSeriesThatAreLeft()
    {
        m_chart->setCurves({curve({1, 2}), curve({2, 1})});
        m_chart->setCurves({curve({1, 2})});
        paint();
        QVERIFY(seriesOf(*m_chart, 0)->isVisible());
        QVERIFY(!seriesOf(*m_chart, 1)->isVisible());
    }

    void aHiddenCurveDoesNotCountForTheScale()
    {
        m_chart->setCurves({curve({1, 1}), curve({100, 100})});
        paint();
        QImage both = m_chart->grab().toImage();
        m_chart->setCurveVisible(1, false);
        QVERIFY(m_chart->grab().toImage() != both);
        QVERIFY(!seriesOf(*m_chart, 1)->isVisible());
    }

    void aDashedCurveIsDashed()
    {
        StepCurve dashed = curve({1, 2});
        dashed.dashed = true;
        m_chart->setCurves({curve({1, 2}), dashed});
        paint();
        QVERIFY(seriesOf(*m_chart, 0)->pen().style() == Qt::SolidLine);
        QVERIFY(seriesOf(*m_chart, 1)->pen().style() == Qt::CustomDashLine);
    }

    // ---- The cursors A and B

    void theCursorsAreShownOnDemandAThirdFromBothEnds()
    {
        QSignalSpy changed(m_chart.get(), &StepChart::cursorsChanged);
        m_chart->showCursors(true); // nothing to compare yet
        QVERIFY(!m_chart->cursors());
        m_chart->setCurves({curve(std::vector<double>(360, 0.1))});
        const QImage without = m_chart->grab().toImage();
        m_chart->showCursors(true);
        QCOMPARE(*m_chart->cursors(), (StepChart::Cursors{120, 240}));
        QCOMPARE(changed.count(), 1);
        QVERIFY(m_chart->grab().toImage() != without);
        m_chart->showCursors(false);
        QVERIFY(!m_chart->cursors());
        QCOMPARE(m_chart->grab().toImage(), without);
    }

    void theMouseDragsTheCursorsAndNotTheChart()
    {
        m_chart->setCurves({curve(std::vector<double>(360, 0.1))});
        for (int i = 0; i < 3; ++i) {
            wheel(m_chart->viewport(), m_chart->positionOf(180), 120);
        }
        m_chart->showCursors(true);
        const int a = m_chart->cursors()->front();
        const int b = m_chart->cursors()->back();
        const auto visible = m_chart->visibleRange();
        QSignalSpy clicked(m_chart.get(), &StepChart::clicked);
        QTest::mouseMove(m_chart->viewport(), at(a) + QPoint(3, 0));
        QCOMPARE(m_chart->viewport()->cursor().shape(), Qt::SplitHCursor);
        drag(m_chart->viewport(), at(a) + QPoint(3, 0), at(a + 20));
        QCOMPARE(*m_chart->cursors(), (StepChart::Cursors{a + 20, b}));
        drag(m_chart->viewport(), at(b), {-500, 100}); // beyond the end
        QCOMPARE(*m_chart->cursors(), (StepChart::Cursors{a + 20, 0}));
        QCOMPARE(m_chart->visibleRange(), visible);
        QCOMPARE(clicked.count(), 0);
        drag(m_chart->viewport(), at(a + 60), at(a + 40)); // between them the chart is dragged, as always
        QVERIFY(m_chart->visibleRange() != visible);
        QCOMPARE(m_chart->cursors()->front(), a + 20);
    }

    void theKeysPutTheCursors()
    {
        m_chart->setCurves({curve(std::vector<double>(360, 0.1))});
        m_chart->setFocus();
        QTest::mouseMove(m_chart->viewport(), at(50));
        QTest::keyClick(m_chart.get(), Qt::Key_A);
        QCOMPARE(*m_chart->cursors(), (StepChart::Cursors{50, 240}));
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QTest::keyClick(m_chart.get(), Qt::Key_B);
        QCOMPARE(*m_chart->cursors(), (StepChart::Cursors{50, 51}));
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QVERIFY(!m_chart->cursors());
        m_chart->showCursors(true); // where they were
        QCOMPARE(*m_chart->cursors(), (StepChart::Cursors{50, 51}));
    }

    void theCursorsStayAtTheirAngle()
    {
        m_chart->setCurves({curve(std::vector<double>(360, 0.1))});
        m_chart->showCursors(true);
        m_chart->setCurves({curve(std::vector<double>(90, 0.1))});
        QCOMPARE(*m_chart->cursors(), (StepChart::Cursors{30, 60}));
        m_chart->setCurves({});
        m_chart->grab();
        QTest::mouseMove(m_chart->viewport(), {300, 150});
        m_chart->setCurves({curve(std::vector<double>(10, 0.1))});
        QVERIFY(m_chart->cursors()->back() < 10);
        m_chart->grab();
    }

    void theWheelZoomsAroundTheCursor()
    {
        m_chart->setCurves({curve(std::vector<double>(360, 0.1))});
        paint();
        const QPointF cursor = m_chart->positionOf(90);
        wheel(m_chart->viewport(), cursor, 240);
        const auto [low, high] = m_chart->visibleRange();
        QVERIFY(m_chart->isZoomed());
        QVERIFY(std::abs(high - low - 360 / 1.5625) < 1e-9);
        QVERIFY(std::abs(m_chart->positionOf(90).x() - cursor.x()) < 1e-6);
        wheel(m_chart->viewport(), cursor, -240);
        QVERIFY(!m_chart->isZoomed());
        QCOMPARE(m_chart->visibleRange(), (std::pair<double, double>(0.0, 360.0)));
    }

    void draggingMovesAndIsNoClick()
    {
        m_chart->setCurves({curve(std::vector<double>(360, 0.1))});
        paint();
        wheel(m_chart->viewport(), m_chart->positionOf(180), 600);
        const double before = m_chart->visibleRange().first;
        QSignalSpy clicked(m_chart.get(), &StepChart::clicked);
        drag(m_chart->viewport(), at(180), at(180) - QPoint(80, 0));
        QVERIFY(m_chart->visibleRange().first > before);
        QCOMPARE(clicked.count(), 0);
        drag(m_chart->viewport(), {100, 100}, {9000, 100});
        QCOMPARE(m_chart->visibleRange().first, 0.0);
    }

    void doubleClickHomeAndZeroShowEverything()
    {
        m_chart->setCurves({curve(std::vector<double>(360, 0.1))});
        paint();
        const auto zoomIn = [&] {
            wheel(m_chart->viewport(), m_chart->positionOf(180), 600);
            QVERIFY(m_chart->isZoomed());
        };
        zoomIn();
        doubleClick(m_chart->viewport(), {300, 100});
        QVERIFY(!m_chart->isZoomed());
        zoomIn();
        QTest::keyClick(m_chart.get(), Qt::Key_Home);
        QVERIFY(!m_chart->isZoomed());
        zoomIn();
        QTest::keyClick(m_chart.get(), Qt::Key_0);
        QVERIFY(!m_chart->isZoomed());
    }

    void newValuesKeepTheZoomAndANewNumberOfIntervalsDoesNot()
    {
        m_chart->setCurves({curve(std::vector<double>(360, 0.1))});
        paint();
        wheel(m_chart->viewport(), m_chart->positionOf(180), 600);
        const auto range = m_chart->visibleRange();
        m_chart->setCurves({curve(std::vector<double>(360, 0.2))});
        QCOMPARE(m_chart->visibleRange(), range);
        m_chart->setCurves({curve(std::vector<double>(90, 0.2))});
        QCOMPARE(m_chart->visibleRange(), (std::pair<double, double>(0.0, 360.0)));
    }

    void theMouseNamesTheIntervalUnderIt()
    {
        m_chart->setCurves({curve(std::vector<double>(36, 0.1))});
        paint();
        QSignalSpy clicked(m_chart.get(), &StepChart::clicked);
        int asked = -1;
        m_chart->setReadout([&](int interval) {
            asked = interval;
            return Readout{QStringLiteral("title"), {{Qt::red, QStringLiteral("name"), QStringLiteral("1"), QStringLiteral("2")}}};
        });
        QTest::mouseMove(m_chart->viewport(), at(7));
        QCOMPARE(m_chart->hoveredIndex(), 7);
        paint();
        QCOMPARE(asked, 7);
        QTest::mouseClick(m_chart->viewport(), Qt::LeftButton, {}, at(35));
        QCOMPARE(clicked.takeLast().at(0).toInt(), 35);
        QTest::mouseMove(m_chart->viewport(), {2, 2});
        QCOMPARE(m_chart->hoveredIndex(), -1);
        QTest::mouseClick(m_chart->viewport(), Qt::LeftButton, {}, {2, 2});
        QCOMPARE(clicked.count(), 0);
    }

    void keysMoveTheCursorScrollAndChoose()
    {
        m_chart->setCurves({curve(std::vector<double>(36, 0.1))});
        paint();
        QSignalSpy clicked(m_chart.get(), &StepChart::clicked);
        QTest::mouseMove(m_chart->viewport(), at(30));
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(m_chart->hoveredIndex(), 31);
        QTest::keyClick(m_chart.get(), Qt::Key_Return);
        QCOMPARE(clicked.takeLast().at(0).toInt(), 31);
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(m_chart.get(), Qt::Key_Plus);
        }
        for (int i = 0; i < 31; ++i) {
            QTest::keyClick(m_chart.get(), Qt::Key_Left);
        }
        QCOMPARE(m_chart->hoveredIndex(), 0);
        QCOMPARE(m_chart->visibleRange().first, 0.0);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QCOMPARE(m_chart->hoveredIndex(), 0);
    }

    void zerosStayVisibleOnALogarithmicAxis()
    {
        m_chart->setScale({.title = QStringLiteral("D"), .logarithmic = true});
        m_chart->setCurves({curve({1e-3, 0.0, 0.5}), curve({0.0, 0.0, 0.0})});
        paint();
        for (int i = 0; i < 2; ++i) {
            QVERIFY(seriesOf(*m_chart, i)->isVisible());
            QCOMPARE(seriesOf(*m_chart, i)->count(), 6);
            for (const QPointF& point : seriesOf(*m_chart, i)->points()) {
                QVERIFY(std::isfinite(point.y()));
                QVERIFY(point.y() >= -3.0 && point.y() <= 0.0);
            }
        }
        QVERIFY(m_chart->isClamped(0.0));
        QVERIFY(!m_chart->isClamped(0.5));
        QCOMPARE(seriesOf(*m_chart, 0)->points().at(2).y(), -3.0); // the zero lies on the floor
    }

    void aLogarithmicAxisOfZerosAloneIsStillAnAxis()
    {
        m_chart->setScale({.title = QStringLiteral("D"), .logarithmic = true});
        m_chart->setCurves({curve({0.0, 0.0})});
        paint();
        QVERIFY(std::isfinite(seriesOf(*m_chart, 0)->points().front().y()));
    }

    // The plot must not move while labels grow and shrink.
    void thePlotKeepsItsPlaceWhileValuesChange()
    {
        m_chart->setCurves({curve({1, 2, 3})});
        paint();
        const QRectF before = m_chart->chart()->plotArea();
        m_chart->setCurves({curve({1000, 0.001, 12345})});
        paint();
        QCOMPARE(m_chart->chart()->plotArea(), before);
    }

    void movingTheMouseDoesNotTouchTheSeries()
    {
        m_chart->setCurves({curve(std::vector<double>(360, 0.1))});
        paint();
        QSignalSpy replaced(seriesOf(*m_chart, 0), &QLineSeries::pointsReplaced);
        for (int i = 0; i < 360; i += 30) {
            QTest::mouseMove(m_chart->viewport(), at(i));
            paint();
        }
        QCOMPARE(replaced.count(), 0);
    }

    void bandsAndMarksArePaintedBehindTheCurves()
    {
        m_chart->setCurves({curve(std::vector<double>(36, 0.0))});
        const QImage plain = m_chart->grab().toImage();
        m_chart->setBands({{10, 5}});
        const QImage banded = m_chart->grab().toImage();
        QVERIFY(banded.pixel(at(12)) != plain.pixel(at(12)));
        QCOMPARE(banded.pixel(at(20)), plain.pixel(at(20)));
        m_chart->setMarkedInterval(20);
        QVERIFY(m_chart->grab().toImage().pixel(at(20)) != plain.pixel(at(20)));
    }

    void bandsMayReachBeyondTheIntervals()
    {
        m_chart->setCurves({curve(std::vector<double>(36, 0.0))});
        m_chart->setBands({{-5, 7}, {30, 100}, {400, 5}});
        m_chart->setMarkedInterval(99);
        paint();
    }

    void aNewPaletteRepaintsEverything()
    {
        m_chart->setCurves({curve({0.0, 0.0})});
        paint();
        QPalette palette = m_chart->palette();
        palette.setColor(QPalette::Base, QColor(1, 2, 3));
        m_chart->setPalette(palette);
        const QPoint inside = m_chart->chart()->plotArea().topLeft().toPoint() + QPoint(20, 11);
        QCOMPARE(m_chart->grab().toImage().pixelColor(inside), QColor(1, 2, 3));
    }
};

QTEST_MAIN(StepChartTest)
#include "step_chart_test.moc"
