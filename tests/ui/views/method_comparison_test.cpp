// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/method_comparison.h"

#include "core/engine/cpu_engine.h"
#include "tests/core/analysis/llama2_source.h"
#include "tests/ui/ui_test.h"
#include "ui/workspace/workspace.h"

#include <QHelpEvent>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <algorithm>

using namespace rotascope;
using uitest::operator""_dim;

class MethodComparisonTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MethodComparison> m_view;

    void showSource(const std::shared_ptr<const Source>& source = llama2Source())
    {
        QSignalSpy changed(m_workspace.get(), &Workspace::analysisChanged);
        uitest::adopt(*m_workspace, source);
        QCOMPARE(changed.count(), 1);
    }
    MethodComparison::Row row(const QString& name) const
    {
        const auto found = std::ranges::find(m_view->rows(), name, &MethodComparison::Row::name);
        return found == m_view->rows().end() ? MethodComparison::Row{} : *found;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); } // the figures below have a decimal point

    void init()
    {
        m_view.reset();
        m_workspace = std::make_unique<Workspace>(makeCpuEngine());
        m_view = std::make_unique<MethodComparison>(m_workspace.get());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void isEmptyBeforeTheFirstResult()
    {
        QVERIFY(m_view->rows().empty());
        m_view->grab();
    }

    // The figures of the paper's Table 3, in exact arithmetic.
    void showsThePapersFigures()
    {
        showSource();
        QCOMPARE(row(QStringLiteral("Linear (PI)")).value, QStringLiteral("24.06"));
        QCOMPARE(row(QStringLiteral("Linear (PI)")).change, QStringLiteral("0 %"));
        QCOMPARE(row(QStringLiteral("YaRN")).value, QStringLiteral("25.60"));
        QCOMPARE(row(QStringLiteral("YaRN")).components, QStringLiteral("–"));
        const auto best = row(QStringLiteral("Distributional"));
        QCOMPARE(best.value, QStringLiteral("6.714"));
        QCOMPARE(best.components, QStringLiteral("92 of 128"));
        QCOMPARE(best.change, QStringLiteral("−72 %"));
        QCOMPARE(m_view->rows().front().name, QStringLiteral("Current table"));
        QCOMPARE(m_view->rows().front().value, best.value);
    }

    void followsTheCurrentTable()
    {
        showSource();
        QSignalSpy changed(m_workspace.get(), &Workspace::analysisChanged);
        m_workspace->setOverride({22_dim}, Override{Choice::Interpolation, 1.0});
        QVERIFY(changed.wait());
        QCOMPARE(m_view->rows().front().mean, m_workspace->analysis()->chosen->meanDisturbance);
        QCOMPARE(m_view->rows().front().components, QStringLiteral("94 of 128"));
        QCOMPARE(row(QStringLiteral("Distributional")).value, QStringLiteral("6.714"));
    }

    void withoutExtensionThereIsNothingToCompareWith()
    {
        showSource();
        QSignalSpy changed(m_workspace.get(), &Workspace::analysisChanged);
        AnalysisSettings settings = m_workspace->settings();
        settings.targetLength = settings.pretrainingLength;
        m_workspace->edit(settings, QStringLiteral("test"));
        QVERIFY(changed.wait());
        QCOMPARE(m_view->rows().front().value, QStringLiteral("0"));
        QCOMPARE(m_view->rows().front().change, QStringLiteral("–"));
        m_view->grab();
    }

    void aMethodWithoutATableSaysWhy()
    {
        Source source = *llama2Source();
        source.rope.ropeTheta.reset(); // yarn needs it
        showSource(std::make_shared<const Source>(source));
        const auto yarn = row(QStringLiteral("YaRN"));
        QVERIFY(!yarn.available);
        QVERIFY(yarn.toolTip.contains(QStringLiteral("rope_theta")));
        m_view->grab();

        const auto line = std::ranges::find(m_view->rows(), yarn.name, &MethodComparison::Row::name) - m_view->rows().begin() + 1;
        const int lineHeight = m_view->fontMetrics().height() + 6;
        const QPoint at(20, static_cast<int>(line) * lineHeight + lineHeight / 2);
        QHelpEvent help(QEvent::ToolTip, at, m_view->mapToGlobal(at));
        QCoreApplication::sendEvent(m_view.get(), &help);
        QVERIFY(QToolTip::text().contains(QStringLiteral("rope_theta")));
    }

    void keepsItsHeight()
    {
        const int before = m_view->sizeHint().height();
        showSource();
        QCOMPARE(m_view->sizeHint().height(), before);
    }
};

QTEST_MAIN(MethodComparisonTest)
#include "method_comparison_test.moc"
