// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/curves_view.h"

#include "core/analysis/second_readings.h"
#include "tests/ui/ui_test.h"
#include "ui/base/text.h"
#include "ui/plots/charts/line_chart.h"
#include "ui/plots/figure/figure_file.h"

#include <QComboBox>
#include <cmath>

using namespace rotascope;
using namespace rotascope::uitest;

class CurvesViewTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<CurvesView> m_view;

    LineChart& chart() { return *m_view->findChild<LineChart*>(); }
    LegendBar& legend() { return *m_view->findChild<LegendBar*>(); }
    const Analysis& analysis() { return *m_workspace->analysis(); }
    // As a user does: the box has the focus, and arrow keys go through it.
    void choose(CurvesView::Kind kind, bool hasCurves = true)
    {
        auto* box = m_view->findChild<QComboBox*>();
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < static_cast<int>(kind); ++i) {
            QTest::keyClick(box, Qt::Key_Down);
        }
        QCOMPARE(m_view->kind(), kind);
        QTRY_VERIFY(m_view->isSettled() == hasCurves);
        m_view->grab();
    }
    const LineCurve& curve(const QString& name)
    {
        const auto found = std::ranges::find(chart().curves(), name, &LineCurve::name);
        return found != chart().curves().end() ? *found : throw std::runtime_error(name.toStdString());
    }
    QStringList namesOfVisible()
    {
        QStringList names;
        for (const LineCurve& one : chart().curves()) {
            if (one.visible) {
                names.prepend(one.name);
            }
        }
        return names;
    }

private slots:
    void init()
    {
        m_view.reset();
        m_workspace = analysedWorkspace();
        m_view = std::make_unique<CurvesView>(m_workspace.get());
        m_view->resize(700, 360);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void nothingTurnsInAnotherEncoding()
    {
        adopt(*m_workspace, *openPreset("bigscience/bloom"));
        QVERIFY(waitForAnalysis(*m_workspace));
        QCOMPARE(chart().curves().back().values.size(), std::size_t{112});
        for (const CurvesView::Kind kind : {CurvesView::Kind::Wavelengths, CurvesView::Kind::Decay}) {
            choose(kind, false); // so there is no picture to save
            QVERIFY(chart().curves().empty());
            keepPicture(*m_view, QStringLiteral("curves-alibi"));
        }
        adopt(*m_workspace, *openPreset("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(*m_workspace));
        QVERIFY(!chart().curves().empty());
    }

    void factorsOfEveryMethodThatHasATable()
    {
        const auto withTable
            = std::ranges::count_if(analysis().methods, [](const MethodAnalysis& method) { return method.result != nullptr; });
        QCOMPARE(chart().curves().size(), static_cast<std::size_t>(withTable) + 1);
        QCOMPARE(chart().curves().back().name, QStringLiteral("Current table")); // painted over all others
        QCOMPARE(chart().curves().back().values, analysis().chosen->table.factors);
        QCOMPARE(curve(QStringLiteral("Extrapolation")).values, std::vector<double>(64, 1.0));
        QVERIFY(namesOfVisible().size() < static_cast<qsizetype>(chart().curves().size())); // the well-known ones at first
        m_workspace->setOverride({6_dim}, Override{Choice::Custom, 1.5});
        QVERIFY(waitForAnalysis(*m_workspace));
        QCOMPARE(chart().curves().back().values[6], 1.5);
        keepPicture(*m_view, QStringLiteral("curves-factors"));
        inTheDark([&] { keepPicture(*m_view, QStringLiteral("curves-factors-dark")); });
    }

    // On an axis of powers of two, so that the factors of s = 2 fill it, and 32 needs no more room.
    void oneAndTheScaleAreAtBothEndsOfTheAxis()
    {
        m_view->grab();
        const LineCurve& current = chart().curves().back();
        const int last = static_cast<int>(chart().curves().size()) - 1;
        const auto interpolated = std::ranges::find(current.values, 2.0) - current.values.begin();
        const auto extrapolated = std::ranges::find(current.values, 1.0) - current.values.begin();
        const double high = chart().positionOf(last, static_cast<int>(interpolated)).y();
        const double low = chart().positionOf(last, static_cast<int>(extrapolated)).y();
        QVERIFY2(low - high > 0.4 * chart().height(), qPrintable(QStringLiteral("%1 to %2").arg(low).arg(high)));
    }

    // A dimension that is frozen stays within the plot.
    void anInfiniteFactorIsDrawnAtTheTop()
    {
        m_workspace->setOverride({40_dim}, Override{Choice::Custom, INFINITY});
        QVERIFY(waitForAnalysis(*m_workspace));
        m_view->grab();
        const int last = static_cast<int>(chart().curves().size()) - 1;
        QVERIFY(std::isinf(chart().curves().back().values[40]));
        const double y = chart().positionOf(last, 40).y();
        QVERIFY(y > 0 && y < chart().positionOf(last, 39).y() + 1);
        choose(CurvesView::Kind::Wavelengths);
        QVERIFY(chart().positionOf(static_cast<int>(chart().curves().size()) - 1, 40).y() > 0);
    }

    void wavelengthsStandBesideBothLengthsAndTheCriticalDimension()
    {
        choose(CurvesView::Kind::Wavelengths);
        QCOMPARE(namesOfVisible(), (QStringList{QStringLiteral("Chosen"), QStringLiteral("Before")}));
        QCOMPARE(curve(QStringLiteral("Before")).values[22], analysis().source->rope.wavelength(22));
        QCOMPARE(curve(QStringLiteral("Chosen")).values[63], 2 * analysis().source->rope.wavelength(63));
        QCOMPARE(chart().levels().size(), 2U);
        QCOMPARE(chart().levels()[0].value, 4096.0);
        QCOMPARE(chart().levels()[1].value, 8192.0);
        QCOMPARE(chart().markers().size(), 1U);
        QCOMPARE(chart().markers()[0].x, 46.0);
        QVERIFY(chart().markers()[0].label.contains(QStringLiteral("92")));
        keepPicture(*m_view, QStringLiteral("curves-wavelengths"));
        inTheDark([&] { keepPicture(*m_view, QStringLiteral("curves-wavelengths-dark")); });
    }

    void theDecayGoesBelowZeroAndItsReachIsMarked()
    {
        choose(CurvesView::Kind::Decay);
        QCOMPARE(namesOfVisible(), (QStringList{QStringLiteral("Chosen"), QStringLiteral("Before")}));
        QCOMPARE(chart().places().back(), 8191.0);
        QCOMPARE(chart().markers().front().x, 1707.0);
        QVERIFY(chart().markers().front().label.contains(QLocale().toString(1707)));
        QCOMPARE(chart().markers().back().x, static_cast<double>(secondReadings(analysis(), *analysis().chosen).reach.value()));
        const auto reach = std::ranges::find(chart().places(), 1707.0) - chart().places().begin();
        QVERIFY(curve(QStringLiteral("Before")).values[static_cast<std::size_t>(reach)] < 0);
        const int before = 0; // painted first
        QVERIFY(chart().positionOf(before, static_cast<int>(reach)).y() > chart().positionOf(before, 0).y());
        QVERIFY(chart().positionOf(before, static_cast<int>(reach)).y() < chart().height() - 30); // within the plot
        keepPicture(*m_view, QStringLiteral("curves-decay"));
        inTheDark([&] { keepPicture(*m_view, QStringLiteral("curves-decay-dark")); });
    }

    // It takes some time, which a slider that is dragged needs.
    void theDecayIsNotMadeWhileNobodyLooks()
    {
        choose(CurvesView::Kind::Decay);
        m_view->hide();
        const std::vector<double> values = curve(QStringLiteral("Chosen")).values;
        m_workspace->setOverride({40_dim}, Override{Choice::Extrapolation, 1.0});
        QVERIFY(waitForAnalysis(*m_workspace));
        QTest::qWait(20);
        QCOMPARE(curve(QStringLiteral("Chosen")).values, values);
        QVERIFY(!m_view->isSettled());
        m_view->show();
        QTRY_VERIFY(m_view->isSettled());
        QVERIFY(curve(QStringLiteral("Chosen")).values != values);
    }

    void aClickAndReturnChooseTheDimension()
    {
        m_view->grab();
        QTest::mouseClick(chart().viewport(), Qt::LeftButton, {}, chart().positionOf(0, 30).toPoint());
        QCOMPARE(m_workspace->currentDimension().row(), 30);
        QCOMPARE(chart().markedPoint(), 30);
        chart().setFocus();
        QTest::keyClick(&chart(), Qt::Key_Right);
        QTest::keyClick(&chart(), Qt::Key_Return);
        QCOMPARE(m_workspace->currentDimension().row(), chart().hoveredIndex());
        choose(CurvesView::Kind::Decay);
        QTest::mouseClick(chart().viewport(), Qt::LeftButton, {}, chart().positionOf(0, 3).toPoint());
        QVERIFY(m_workspace->currentDimension().row() != 3); // a distance is no dimension
    }

    void theLegendRemembersWhatIsSwitched()
    {
        QTest::mouseClick(legend().entry(0), Qt::LeftButton);
        QVERIFY(!namesOfVisible().contains(QStringLiteral("Current table")));
        m_workspace->setOverride({6_dim}, Override{Choice::Custom, 1.5});
        QVERIFY(waitForAnalysis(*m_workspace));
        choose(CurvesView::Kind::Decay);
        choose(CurvesView::Kind::Factors);
        QVERIFY(!namesOfVisible().contains(QStringLiteral("Current table")));
        QVERIFY(!legend().isOn(0));
    }

    void theShownMethodIsDrawnAsLongAsItIsShown()
    {
        const auto isHiddenAtFirst = [](const MethodAnalysis& one) { return one.result && !one.method->wellKnown; };
        const auto method = std::ranges::find_if(analysis().methods, isHiddenAtFirst);
        QVERIFY(method != analysis().methods.end());
        const QString label = fromUtf8(method->method->label);
        QVERIFY(!namesOfVisible().contains(label));
        m_workspace->setShownMethod(std::string(method->method->name));
        QVERIFY(namesOfVisible().contains(label));
        m_workspace->setShownMethod({});
        QVERIFY(!namesOfVisible().contains(label));
    }

    void everyKindIsAFigureOfItsOwn()
    {
        QStringList ids;
        for (const auto kind : {CurvesView::Kind::Factors, CurvesView::Kind::Wavelengths, CurvesView::Kind::Decay}) {
            choose(kind);
            const Figure figure = m_view->figure();
            ids << m_view->figureId();
            const QByteArray data = bytesOf(figure, FigureFormat::Csv, {}, 1.0);
            QVERIFY(data.contains(kind == CurvesView::Kind::Decay ? "\ndistance,before,chosen\n" : "\ndimension,"));
            QVERIFY(bytesOf(figure, FigureFormat::Svg, figure.size, 1.0).contains(figure.title.toUtf8()));
            const QImage picture = imageOf(figure, {960, 600}, 1.0);
            inTheDark([&] { QVERIFY(imageOf(m_view->figure(), {960, 600}, 1.0) == picture); });
        }
        QCOMPARE(ids, (QStringList{QStringLiteral("factors"), QStringLiteral("wavelengths"), QStringLiteral("decay")}));
    }

    void theOrderOfDestructionDoesNotMatter()
    {
        choose(CurvesView::Kind::Decay);
        m_workspace.reset();
        m_view->grab();
        QTest::qWait(20);
        m_view.reset();
    }
};

QTEST_MAIN(CurvesViewTest)
#include "curves_view_test.moc"
