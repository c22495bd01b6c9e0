// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/method_comparison.h"

#include "core/engine/cpu_engine.h"
#include "tests/core/analysis/llama2_source.h"
#include "tests/ui/ui_test.h"
#include "ui/base/preferences.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QHelpEvent>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QUndoStack>
#include <algorithm>
#include <functional>
#include <iterator>

using namespace rotascope;
using namespace rotascope::uitest;

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
    // While it is there, the user wants to see these readings.
    struct Wanted {
        explicit Wanted(const QStringList& ids)
        {
            PreferenceValues values = before;
            for (const QString& id : ids) {
                values.columns[QStringLiteral("methods.") + id] = true;
            }
            Preferences::instance().set(values);
        }
        ~Wanted() { Preferences::instance().set(before); }

        PreferenceValues before = Preferences::instance().values();
    };
    std::vector<std::string> methodsInOrder() const
    {
        std::vector<std::string> methods;
        std::ranges::transform(m_view->rows(), std::back_inserter(methods), &MethodComparison::Row::method);
        return methods;
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
        QCOMPARE(row(QStringLiteral("Linear (PI)")).value, QStringLiteral("24.060"));
        QCOMPARE(row(QStringLiteral("Linear (PI)")).ratio, QStringLiteral("1.00 ×"));
        QCOMPARE(row(QStringLiteral("YaRN")).value, QStringLiteral("25.604"));
        QCOMPARE(row(QStringLiteral("YaRN")).components, QStringLiteral("–"));
        const auto best = row(QStringLiteral("Distributional"));
        QCOMPARE(best.value, QStringLiteral("6.714"));
        QCOMPARE(best.components, QStringLiteral("92 of 128"));
        QCOMPARE(best.ratio, QStringLiteral("0.28 ×"));
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
        QCOMPARE(m_view->rows().front().ratio, QStringLiteral("–"));
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

    // A bar that has no room is broken near its end, so that 182 and 416 do not look alike.
    void barsThatAreCutAreMarked()
    {
        showSource();
        m_view->resize(700, m_view->sizeHint().height());
        const auto cut = row(QStringLiteral("Extrapolation"));
        QVERIFY(cut.isCut);
        QVERIFY(cut.toolTip.contains(QStringLiteral("The bar is cut")));
        QVERIFY(!row(QStringLiteral("Linear (PI)")).isCut);
        keepPicture(*m_view, QStringLiteral("methods-cut"));
        inTheDark([&] { keepPicture(*m_view, QStringLiteral("methods-cut-dark")); });
        const QImage image = m_view->grab().toImage();
        const auto coloursOf = [&](const QString& name) { // along the middle of the bar
            const auto at = std::ranges::find(m_view->rows(), name, &MethodComparison::Row::name) - m_view->rows().begin();
            const QRect line = m_view->rowRect(static_cast<int>(at));
            int changes = 0;
            const auto isBar
                = [&](int x) { return image.pixelColor(x, line.center().y()) == m_view->rows()[static_cast<std::size_t>(at)].color; };
            for (int x = 1; x < image.width(); ++x) {
                changes += isBar(x) != isBar(x - 1) ? 1 : 0;
            }
            return changes;
        };
        QCOMPARE(coloursOf(QStringLiteral("Linear (PI)")), 2); // a beginning and an end
        QVERIFY(coloursOf(QStringLiteral("Extrapolation")) >= 6);
    }

    void aClickShowsAMethodAndADoubleClickTakesIt()
    {
        showSource();
        m_view->resize(700, m_view->sizeHint().height());
        const auto rowOf = [&](const QString& name) {
            return static_cast<int>(std::ranges::find(m_view->rows(), name, &MethodComparison::Row::name) - m_view->rows().begin());
        };
        const auto click
            = [&](const QString& name) { QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, m_view->rowRect(rowOf(name)).center()); };
        click(QStringLiteral("YaRN"));
        QCOMPARE(m_workspace->shownMethod(), std::string("yarn"));
        QCOMPARE(m_workspace->undoStack()->count(), 0);
        click(QStringLiteral("YaRN"));
        QCOMPARE(m_workspace->shownMethod(), std::string());
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, m_view->rowRect(rowOf(QStringLiteral("YaRN"))).center());
        QCOMPARE(m_workspace->settings().method, std::string("yarn"));
        QCOMPARE(m_workspace->shownMethod(), std::string());
        QVERIFY(waitForAnalysis(*m_workspace));

        QSignalSpy refused(m_workspace.get(), &Workspace::failed);
        click(QStringLiteral("LongRoPE")); // which has no factors here
        QCOMPARE(m_workspace->shownMethod(), std::string());
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused.front().front().toString().contains(QStringLiteral("LongRoPE cannot be shown: longrope needs short_factor")));
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, m_view->rowRect(rowOf(QStringLiteral("LongRoPE"))).center());
        QCOMPARE(m_workspace->settings().method, std::string("yarn"));

        m_view->setFocus();
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(m_view.get(), Qt::Key_Up);
        }
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::keyClick(m_view.get(), Qt::Key_Space);
        QCOMPARE(m_workspace->shownMethod(), m_view->rows()[2].method);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(m_workspace->settings().method, m_view->rows()[2].method);
    }

    // The method that is set has no table: the others are compared all the same.
    void theOthersAreComparedWhereTheMethodFails()
    {
        showSource();
        AnalysisSettings settings = m_workspace->settings();
        settings.method = "longrope";
        settings.targetLength = 16384;
        m_workspace->edit(settings, QStringLiteral("test"));
        QTRY_VERIFY(m_workspace->resultState() == ResultState::Failed);
        QVERIFY(!m_view->rows().front().available);
        QVERIFY(m_view->rows().front().toolTip.contains(QStringLiteral("longrope needs short_factor")));
        const auto expected = *analyze(*makeCpuEngine(), m_workspace->source(), [&] {
            AnalysisSettings other = settings;
            other.method = "linear";
            return other;
        }());
        QCOMPARE(row(QStringLiteral("Linear (PI)")).mean, expected->interpolation->meanDisturbance);
        QVERIFY(m_view->freshness() == Freshness::Current);
        keepPicture(*m_view, QStringLiteral("methods-others"));
        m_workspace->undoStack()->undo();
        QVERIFY(m_workspace->resultState() == ResultState::Current);
        QVERIFY(m_view->rows().front().available);
    }

    // Those that the user wants to see, whose numbers are those of the view Second readings.
    void secondReadingsAreColumnsWhereTheyAreWanted()
    {
        showSource();
        const int least = m_view->minimumSizeHint().width();
        const Wanted wanted({QStringLiteral("unseen"), QStringLiteral("reach"), QStringLiteral("near")});
        QVERIFY(m_view->minimumSizeHint().width() > least);
        QCOMPARE(m_view->leastWidth(), least);
        m_view->resize(900, m_view->sizeHint().height());
        QTRY_VERIFY(m_view->isSettled());
        const auto readings = *readTables(m_workspace->analysis());
        for (const TableReading& table : readings->tables) {
            const auto found = std::ranges::find(m_view->rows(), table.method, &MethodComparison::Row::method);
            QCOMPARE(found->readings,
                (QStringList{ReadingsModel::textOf(table, ReadingsModel::Unseen), ReadingsModel::textOf(table, ReadingsModel::Reach),
                    ReadingsModel::textOf(table, ReadingsModel::Near)}));
        }
        QVERIFY(m_view->entryText(0).contains(QStringLiteral("near ") + m_view->rows()[0].readings[2]));
        QVERIFY(QByteArray::fromStdString(m_view->figure().data()).contains("available,unseen_share,"));
        keepPicture(*m_view, QStringLiteral("methods-readings"));
        inTheDark([&] { keepPicture(*m_view, QStringLiteral("methods-readings-dark")); });
    }

    // 64 dimensions stand beside "86 of 128" everywhere else in the window.
    void saysThatComponentsAreInterpolated()
    {
        showSource();
        m_view->resize(900, m_view->sizeHint().height());
        bool isSaid = false;
        for (int x = 0; x < m_view->width() && !isSaid; x += 10) {
            QHelpEvent help(QEvent::ToolTip, QPoint(x, 5), m_view->mapToGlobal(QPoint(x, 5)));
            QApplication::sendEvent(m_view.get(), &help);
            isSaid = QToolTip::text().contains(QStringLiteral("A dimension is a pair of components: 64 dimensions are 128 components"));
        }
        QVERIFY(isSaid);
        QVERIFY2(m_view->entryText(0).contains(QStringLiteral("of 128 components")), qPrintable(m_view->entryText(0)));
    }

    void aClickOnAHeaderSorts()
    {
        showSource();
        const Wanted wanted({QStringLiteral("near")});
        m_view->resize(900, m_view->sizeHint().height());
        QTRY_VERIFY(m_view->isSettled());
        const std::vector<std::string> usual = methodsInOrder();
        const QPoint near(m_view->width() - 20, 5);
        const auto isSorted = [&](bool descending) {
            std::vector<double> values;
            for (const MethodComparison::Row& row : m_view->rows()) {
                if (row.available) {
                    values.push_back(*row.rank);
                }
            }
            return descending ? std::ranges::is_sorted(values, std::greater()) : std::ranges::is_sorted(values);
        };
        m_view->setFocus();
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        const std::string under = m_view->rows()[static_cast<std::size_t>(m_view->currentEntry())].method;
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, near);
        QVERIFY(isSorted(false));
        QVERIFY(methodsInOrder() != usual);
        QVERIFY(!m_view->rows().back().available); // what has no number comes last
        QCOMPARE(m_view->rows()[static_cast<std::size_t>(m_view->currentEntry())].method, under);
        QCOMPARE(m_workspace->shownMethod(), std::string());
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, near);
        QVERIFY(isSorted(true));
        QVERIFY(!m_view->rows().back().available);
        keepPicture(*m_view, QStringLiteral("methods-sorted"));
        QCOMPARE(m_view->order().text(), QStringLiteral("-near"));
        QVERIFY(ComparisonOrder::of(QStringLiteral("-near")) == m_view->order());

        m_workspace->setOverride({0_dim}, Override{Choice::Custom, 2.0}); // the current table moves its neighbours more than any
        QVERIFY(waitForAnalysis(*m_workspace));
        QTRY_VERIFY(m_view->isSettled());
        QVERIFY(isSorted(true));
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, near);
        QVERIFY(methodsInOrder() == usual);
        m_view->setOrder({ReadingsModel::Far, false}); // which is not shown
        QVERIFY(m_view->order() == ComparisonOrder());
        QVERIFY(ComparisonOrder::of(QStringLiteral("no such")) == ComparisonOrder());
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
