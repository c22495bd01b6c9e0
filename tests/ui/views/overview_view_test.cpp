// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/overview_view.h"

#include "core/engine/cpu_engine.h"
#include "tests/core/analysis/llama2_source.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/heatmap/heatmap.h"
#include "ui/workspace/workspace.h"

#include <QHelpEvent>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace rotascope;
using uitest::operator""_dim;

class OverviewViewTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<OverviewView> m_view;

    Heatmap* map(int index) const { return m_view->findChildren<Heatmap*>().at(index); }
    void showSource()
    {
        QSignalSpy changed(m_workspace.get(), &Workspace::analysisChanged);
        uitest::adopt(*m_workspace, llama2Source());
        QCOMPARE(changed.count(), 1);
    }

private slots:
    void init()
    {
        m_view.reset();
        m_workspace = std::make_unique<Workspace>(makeCpuEngine());
        m_view = std::make_unique<OverviewView>(m_workspace.get());
        m_view->resize(1000, 400);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void isEmptyBeforeTheFirstResult()
    {
        m_view->grab();
        QTest::mouseClick(map(0), Qt::LeftButton);
        QCOMPARE(map(0)->rows(), 0);
    }

    void showsTheDensityOfEveryDimension()
    {
        showSource();
        const Analysis& analysis = *m_workspace->analysis();
        QCOMPARE(map(0)->rows(), 64);
        QCOMPARE(map(0)->columns(), 360);
        for (const int dimension : {0, 22, 63}) {
            const auto i = static_cast<std::size_t>(dimension);
            for (int k = 0; k < 360; k += 7) {
                const auto count = [&](const auto& histograms) {
                    return static_cast<float>(histograms.counts(i)[static_cast<std::size_t>(k)]) * 360.0F
                        / static_cast<float>(histograms.total(i));
                };
                const float before = count(*analysis.before);
                const float after = count(analysis.chosen->after);
                QVERIFY(std::abs(map(0)->cell(dimension, k) - before) < 1e-4F);
                QVERIFY(std::abs(map(1)->cell(dimension, k) - after) < 1e-4F);
                QVERIFY(std::abs(map(2)->cell(dimension, k) - (after - before)) < 1e-4F);
            }
        }
    }

    void aClickOnAnyMapSelectsTheDimension()
    {
        showSource();
        for (int index = 0; index < 3; ++index) {
            QTest::mouseClick(map(index), Qt::LeftButton, {}, map(index)->positionOf(22 + index, 100).toPoint());
            QCOMPARE(m_workspace->currentDimension(), Dimension::of(22 + index));
            for (int other = 0; other < 3; ++other) {
                QCOMPARE(map(other)->currentRow(), 22 + index);
            }
        }
    }

    void keysSelectTheDimension()
    {
        showSource();
        m_workspace->setCurrentDimension(10_dim);
        map(0)->setFocus();
        QTest::keyClick(map(0), Qt::Key_Down);
        QCOMPARE(m_workspace->currentDimension(), 11_dim);
    }

    void theToolTipSaysTheDensities()
    {
        showSource();
        const QPoint at = map(1)->positionOf(22, 40).toPoint();
        QHelpEvent help(QEvent::ToolTip, at, map(1)->mapToGlobal(at));
        QCoreApplication::sendEvent(map(1), &help);
        const auto density = [&](int index) { return QLocale().toString(static_cast<double>(map(index)->cell(22, 40)), 'f', 2); };
        QVERIFY2(QToolTip::text().contains(QStringLiteral("Dimension 22, 40° to 41°")), qPrintable(QToolTip::text()));
        QVERIFY(QToolTip::text().contains(QStringLiteral("before: %1 × even").arg(density(0))));
        QVERIFY(QToolTip::text().contains(QStringLiteral("after: %1 × even").arg(density(1))));
    }

    void followsTheSettings()
    {
        showSource();
        QSignalSpy changed(m_workspace.get(), &Workspace::analysisChanged);
        AnalysisSettings settings = m_workspace->settings();
        settings.intervals = 90;
        m_workspace->edit(settings, QStringLiteral("test"));
        QVERIFY(changed.wait());
        QCOMPARE(map(2)->columns(), 90);
        m_view->grab();
    }
};

QTEST_MAIN(OverviewViewTest)
#include "overview_view_test.moc"
