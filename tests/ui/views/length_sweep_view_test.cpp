// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/length_sweep_view.h"

#include "tests/ui/counting_engine.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/charts/line_chart.h"
#include "ui/plots/legend_bar.h"
#include "ui/workspace/live_sweep.h"

#include <QComboBox>

using namespace rotascope;
using namespace rotascope::uitest;

class LengthSweepViewTest : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<CountingEngine> m_engine;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<LengthSweepView> m_view;

    LineChart& chart() { return *m_view->findChild<LineChart*>(); }
    bool waitForSweep()
    {
        return waitForAnalysis(*m_workspace) && QTest::qWaitFor([&] { return m_view->live().isFinal(); }, 60000);
    }

private slots:
    void init()
    {
        m_view.reset();
        m_engine = std::make_shared<CountingEngine>();
        m_workspace = std::make_unique<Workspace>(m_engine);
        adopt(*m_workspace, llama2());
        m_view = std::make_unique<LengthSweepView>(m_workspace.get());
        m_view->resize(800, 420);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void showsTheCurrentTableAndEveryMethod()
    {
        QVERIFY(waitForSweep());
        const auto expected = *sweepLengths(*makeCpuEngine(), *m_workspace->analysis());
        const auto& methods = m_workspace->analysis()->methods;
        const auto withTable = std::ranges::count_if(methods, [](const MethodAnalysis& method) { return method.result != nullptr; });
        QCOMPARE(chart().curves().size(), static_cast<std::size_t>(withTable) + 1);
        QCOMPARE(chart().places().size(), expected->lengths.size());
        for (std::size_t i = 0; i < expected->curves.size(); ++i) {
            QCOMPARE(chart().curves()[expected->curves.size() - 1 - i].values, expected->curves[i].meanDisturbance);
        }
        QCOMPARE(chart().curves().back().name, QStringLiteral("Current table"));
    }

    void marksBothLengths()
    {
        QVERIFY(waitForSweep());
        QCOMPARE(chart().markers().size(), 2U);
        QCOMPARE(chart().markers()[0].x, 4096.0);
        QCOMPARE(chart().markers()[0].label, QStringLiteral("L = ") + QLocale().toString(4096));
        QCOMPARE(chart().markers()[1].x, 8192.0);
        AnalysisSettings settings = m_workspace->settings();
        settings.targetLength = 4096;
        m_workspace->edit(settings, QStringLiteral("test"));
        QVERIFY(waitForSweep());
        QCOMPARE(chart().markers().size(), 1U);
        m_view->grab();
    }

    void aChangeOfTheTableComputesOneCurve()
    {
        QVERIFY(waitForSweep());
        const std::size_t before = m_engine->rotationsAsked;
        m_workspace->setOverride({22_dim}, Override{Choice::Interpolation, 1.0});
        QVERIFY(waitForSweep());
        QCOMPARE(m_engine->rotationsAsked - before, 64 * m_view->live().sweep()->lengths.size());
    }

    void computesNothingWhileNobodyLooks()
    {
        QVERIFY(waitForSweep());
        m_view->hide();
        const int calls = m_engine->rotationCalls;
        m_workspace->setOverride({22_dim}, Override{Choice::Interpolation, 1.0});
        QVERIFY(waitForAnalysis(*m_workspace));
        QTest::qWait(50);
        QCOMPARE(m_engine->rotationCalls.load(), calls);
        m_view->show();
        QVERIFY(waitForSweep());
    }

    void anOlderFailureDoesNotBlockWhatIsAskedFor()
    {
        QVERIFY(waitForSweep());
        askAgainWhileTheOlderFails(*m_workspace, *m_engine, [&] { return waitForSweep(); });
        QVERIFY(m_view->live().isFinal());
        QCOMPARE(m_view->live().sweep()->settings.targetLength, 12288);
    }

    void theLegendSwitchesCurvesAndRemembersIt()
    {
        QVERIFY(waitForSweep());
        auto* legend = m_view->findChild<LegendBar*>();
        QTest::mouseClick(legend->entry(0), Qt::LeftButton);
        QVERIFY(!chart().curves().back().visible);
        m_workspace->setOverride({22_dim}, Override{Choice::Interpolation, 1.0});
        QVERIFY(waitForSweep());
        QVERIFY(!chart().curves().back().visible);
        QCOMPARE(chart().curves()[chart().curves().size() - 2].name, QStringLiteral("Extrapolation"));
        QVERIFY(chart().curves()[chart().curves().size() - 2].visible);
    }

    void theCursorReadsTheNearestLength()
    {
        QVERIFY(waitForSweep());
        m_view->grab();
        const QPointF at = chart().positionOf(0, 20);
        QTest::mouseMove(chart().viewport(), at.toPoint());
        QCOMPARE(chart().hoveredIndex(), 20);
        m_view->grab();
        chart().setFocus();
        QTest::keyClick(&chart(), Qt::Key_Right);
        QCOMPARE(chart().hoveredIndex(), 21);
    }

    void bothScalesArePainted()
    {
        QVERIFY(waitForSweep());
        const QImage logarithmic = m_view->grab().toImage(); // extrapolation costs nothing up to L: zeros
        m_view->findChild<QComboBox*>()->setCurrentIndex(0);
        QVERIFY(m_view->grab().toImage() != logarithmic);
    }

    void theOrderOfDestructionDoesNotMatter()
    {
        m_workspace.reset();
        m_view->grab();
        QTest::qWait(20);
        m_view.reset();
    }
};

QTEST_MAIN(LengthSweepViewTest)
#include "length_sweep_view_test.moc"
