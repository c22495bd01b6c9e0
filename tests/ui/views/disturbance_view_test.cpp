// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/disturbance_view.h"

#include "core/engine/cpu_engine.h"
#include "tests/core/analysis/llama2_source.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/legend_bar.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QLineSeries>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace rotascope;
using uitest::operator""_dim;

class DisturbanceViewTest : public QObject {
    Q_OBJECT

private:
    enum Curve { Chosen, Extrapolation, Interpolation };

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<DisturbanceView> m_view;

    StepChart* chart() const { return m_view->findChild<StepChart*>(); }
    QLineSeries* series(int curve) const { return qobject_cast<QLineSeries*>(chart()->chart()->series().at(curve)); }
    void showSource()
    {
        QSignalSpy changed(m_workspace.get(), &Workspace::analysisChanged);
        uitest::adopt(*m_workspace, llama2Source());
        QCOMPARE(changed.count(), 1);
        chart()->grab();
    }

private slots:
    void init()
    {
        m_view.reset();
        m_workspace = std::make_unique<Workspace>(makeCpuEngine());
        m_view = std::make_unique<DisturbanceView>(m_workspace.get());
        m_view->resize(800, 400);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void isEmptyBeforeTheFirstResult()
    {
        QCOMPARE(chart()->intervals(), 0);
        QTest::mouseClick(m_view->findChild<LegendBar*>()->entry(Chosen), Qt::LeftButton);
        m_view->findChild<QComboBox*>()->setCurrentIndex(1);
        m_view->grab();
    }

    void showsTheDisturbanceOfEveryDimension()
    {
        showSource();
        const Analysis& analysis = *m_workspace->analysis();
        QCOMPARE(chart()->curves()[Chosen].values, analysis.chosen->disturbance);
        QCOMPARE(chart()->curves()[Extrapolation].values, analysis.extrapolation->disturbance);
        QCOMPARE(chart()->curves()[Interpolation].values, analysis.interpolation->disturbance);
        QCOMPARE(series(Interpolation)->points().at(44).y(), analysis.interpolation->disturbance[22]);
    }

    void aClickSelectsTheDimension()
    {
        showSource();
        QTest::mouseClick(chart()->viewport(), Qt::LeftButton, {}, chart()->positionOf(40).toPoint());
        QCOMPARE(m_workspace->currentDimension(), 40_dim);
    }

    void keysSelectTheDimension()
    {
        showSource();
        QTest::mouseMove(chart()->viewport(), chart()->positionOf(40).toPoint());
        QCOMPARE(chart()->hoveredIndex(), 40);
        QTest::keyClick(chart(), Qt::Key_Right);
        QTest::keyClick(chart(), Qt::Key_Return);
        QCOMPARE(m_workspace->currentDimension(), 41_dim);
    }

    void theCurrentDimensionIsMarked()
    {
        showSource();
        const QPoint at = chart()->positionOf(30).toPoint();
        const QColor plain = chart()->grab().toImage().pixelColor(at);
        m_workspace->setCurrentDimension(30_dim);
        QVERIFY(chart()->grab().toImage().pixelColor(at) != plain);
    }

    void theLegendHidesCurves()
    {
        showSource();
        QTest::mouseClick(m_view->findChild<LegendBar*>()->entry(Extrapolation), Qt::LeftButton);
        chart()->grab();
        QVERIFY(!series(Extrapolation)->isVisible());
        QVERIFY(series(Chosen)->isVisible());
    }

    // Some dimensions are not disturbed at all: their logarithm must not make a curve vanish.
    void aLogarithmicScaleKeepsEveryCurve()
    {
        showSource();
        m_view->findChild<QComboBox*>()->setCurrentIndex(1);
        chart()->grab();
        for (int curve = Chosen; curve <= Interpolation; ++curve) {
            QVERIFY(series(curve)->isVisible());
            QCOMPARE(series(curve)->count(), 128);
            for (const QPointF& point : series(curve)->points()) {
                QVERIFY(std::isfinite(point.y()));
            }
        }
        QVERIFY(std::abs(series(Extrapolation)->points().at(12).y() - std::log10(m_workspace->analysis()->extrapolation->disturbance[6]))
            < 1e-12);
    }
};

QTEST_MAIN(DisturbanceViewTest)
#include "disturbance_view_test.moc"
