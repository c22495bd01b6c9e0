// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/multiples_view.h"

#include "core/analysis/summary.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/multiples/small_multiples.h"

#include <QComboBox>
#include <numeric>

using namespace rotascope;
using namespace rotascope::uitest;

class MultiplesViewTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MultiplesView> m_view;

    SmallMultiples& plots() { return *m_view->findChild<SmallMultiples*>(); }
    const SmallMultiple& plotOf(int dimension) { return *std::ranges::find(plots().plots(), dimension, &SmallMultiple::id); }
    static double meanOf(const std::vector<float>& values)
    {
        return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    }

private slots:
    void init()
    {
        m_view.reset();
        m_workspace = analysedWorkspace();
        m_view = std::make_unique<MultiplesView>(m_workspace.get());
        m_view->resize(900, 420);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QTRY_COMPARE(plots().plots().size(), 64U);
    }

    void drawsTheDensitiesOfEveryDimension()
    {
        for (const SmallMultiple& plot : plots().plots()) {
            QVERIFY(std::abs(meanOf(plot.filled) - 1.0) < 1e-5); // an even distribution has 1 everywhere
            QVERIFY(std::abs(meanOf(plot.line) - 1.0) < 1e-5);
        }
        const Analysis& analysis = *m_workspace->analysis();
        const auto counts = analysis.before->counts(20);
        QCOMPARE(plotOf(20).filled[7], static_cast<float>(counts[7]) * 360.0F / 4096.0F);
        for (int place = 0; place < 64; ++place) { // all are seen, none lies over another
            QVERIFY(QRectF(plots().rect()).contains(plots().cellOf(place)));
            QVERIFY(place == 0 || !plots().cellOf(place).intersects(plots().cellOf(place - 1)));
        }
        keepPicture(*m_view, QStringLiteral("multiples"));
        inTheDark([&] { keepPicture(*m_view, QStringLiteral("multiples-dark")); });
    }

    void sortsByDisturbance()
    {
        auto* order = m_view->findChild<QComboBox*>();
        order->setFocus();
        QTest::keyClick(order, Qt::Key_Down);
        QTRY_COMPARE(plots().plots().front().id, byDisturbance(*m_workspace->analysis()).front().row());
    }

    void aClickAndArrowsGoToADimension()
    {
        QTest::mouseClick(&plots(), Qt::LeftButton, {}, plots().cellOf(11).center().toPoint());
        QCOMPARE(m_workspace->currentDimension(), 11_dim);
        plots().setFocus();
        QTest::keyClick(&plots(), Qt::Key_Right);
        QCOMPARE(m_workspace->currentDimension(), 12_dim);
        QTest::keyClick(&plots(), Qt::Key_Down);
        QCOMPARE(m_workspace->currentDimension().row(), 12 + plots().columns());
        QTest::keyClick(&plots(), Qt::Key_Up);
        QTest::keyClick(&plots(), Qt::Key_Left);
        QCOMPARE(m_workspace->currentDimension(), 11_dim);
    }

    void followsAChoice()
    {
        const std::vector<float> before = plotOf(6).line;
        const QColor color = plotOf(6).color;
        m_workspace->setOverride({6_dim}, Override{Choice::Custom, 1.5});
        QVERIFY(waitForAnalysis(*m_workspace));
        QTRY_VERIFY(plotOf(6).line != before);
        QVERIFY(plotOf(6).color != color);
    }
};

QTEST_MAIN(MultiplesViewTest)
#include "multiples_view_test.moc"
