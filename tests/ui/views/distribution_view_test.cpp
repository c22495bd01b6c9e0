// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/distribution_view.h"

#include "core/engine/cpu_engine.h"
#include "tests/core/analysis/llama2_source.h"
#include "tests/ui/ui_test.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/plots/figure/figure_file.h"
#include "ui/plots/legend_bar.h"
#include "ui/plots/rings/ring_chart.h"
#include "ui/views/chart_cursors.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QLabel>
#include <QLineSeries>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <numeric>

using namespace rotascope;
using uitest::operator""_dim;

class DistributionViewTest : public QObject {
    Q_OBJECT

private:
    enum Curve { Before, Chosen, Extrapolation, Interpolation, Unseen };

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<DistributionView> m_view;

    StepChart* chart() const { return m_view->findChild<StepChart*>(); }
    LegendBar* legend() const { return m_view->findChild<LegendBar*>(); }
    QString text() const
    {
        QStringList texts;
        for (const QLabel* label : m_view->findChildren<QLabel*>()) {
            texts << label->text();
        }
        return texts.join(QLatin1Char('\n'));
    }
    void paint() const { chart()->grab(); }
    void showSource()
    {
        QSignalSpy changed(m_workspace.get(), &Workspace::analysisChanged);
        uitest::adopt(*m_workspace, llama2Source());
        QCOMPARE(changed.count(), 1);
    }
    void edit(const std::function<void(AnalysisSettings&)>& change)
    {
        QSignalSpy changed(m_workspace.get(), &Workspace::analysisChanged);
        AnalysisSettings settings = m_workspace->settings();
        change(settings);
        m_workspace->edit(settings, QStringLiteral("test"));
        QVERIFY(changed.wait());
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); } // the figures below have a decimal point

    void init()
    {
        m_view.reset();
        m_workspace = std::make_unique<Workspace>(makeCpuEngine());
        m_view = std::make_unique<DistributionView>(m_workspace.get());
        m_view->resize(800, 400);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void isEmptyBeforeTheFirstResult()
    {
        QCOMPARE(chart()->intervals(), 0);
        QTest::mouseClick(legend()->entry(Chosen), Qt::LeftButton);
        QTest::mouseClick(legend()->entry(Unseen), Qt::LeftButton);
        paint();
        showSource();
        QVERIFY(!chart()->curves()[Chosen].visible);
    }

    void showsTheFrequenciesOfTheCurrentDimension()
    {
        showSource();
        for (const int dimension : {0, 22, 63}) {
            m_workspace->setCurrentDimension(Dimension::of(dimension));
            paint();
            const Analysis& analysis = *m_workspace->analysis();
            const auto index = static_cast<std::size_t>(dimension);
            const auto before = analysis.before->counts(index);
            const std::array histograms = {std::vector(before.begin(), before.end()), analysis.chosen->after.counts(index),
                analysis.extrapolation->after.counts(index), analysis.interpolation->after.counts(index)};
            for (int curve = Before; curve <= Interpolation; ++curve) {
                const auto& counts = histograms.at(static_cast<std::size_t>(curve));
                const auto total = static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}));
                const auto points = qobject_cast<QLineSeries*>(chart()->chart()->series().at(curve))->points();
                QCOMPARE(points.size(), 720);
                for (qsizetype k = 0; k < 360; ++k) {
                    QCOMPARE(points[2 * k].y(), static_cast<double>(counts[static_cast<std::size_t>(k)]) / total);
                }
            }
        }
    }

    void saysWhatItShows()
    {
        showSource();
        m_workspace->setCurrentDimension(22_dim);
        QVERIFY2(text().contains(QStringLiteral("Dimension 22 · wavelength 149 positions · 27.5 turns within L = ")), qPrintable(text()));
        QVERIFY(text().contains(QStringLiteral("positions 0 … L-1")));
        QVERIFY(text().contains(QStringLiteral("11.4 samples per interval")));
        QVERIFY(text().contains(QStringLiteral("Interpolation 50.0\u00a0%")));
    }

    void warnsOfTooFewSamples()
    {
        showSource();
        QVERIFY(!text().contains(QStringLiteral("⚠")));
        edit([](AnalysisSettings& settings) { settings.intervals = 720; });
        QVERIFY(text().contains(QStringLiteral("⚠ 5.69 samples per interval")));
        QCOMPARE(chart()->intervals(), 720);
    }

    void theLegendHidesCurves()
    {
        showSource();
        QTest::mouseClick(legend()->entry(Extrapolation), Qt::LeftButton);
        paint();
        QVERIFY(!chart()->chart()->series().at(Extrapolation)->isVisible());
        QVERIFY(chart()->chart()->series().at(Interpolation)->isVisible());
        m_workspace->setCurrentDimension(5_dim); // what is off stays off
        paint();
        QVERIFY(!chart()->chart()->series().at(Extrapolation)->isVisible());
        legend()->entry(Extrapolation)->setFocus();
        QTest::keyClick(legend()->entry(Extrapolation), Qt::Key_Space);
        paint();
        QVERIFY(chart()->chart()->series().at(Extrapolation)->isVisible());
    }

    void theLegendHidesTheUnseenIntervals()
    {
        showSource();
        m_workspace->setCurrentDimension(63_dim); // 27 degrees of the circle are seen
        const QPoint unseen = chart()->positionOf(300).toPoint();
        const QColor shaded = chart()->grab().toImage().pixelColor(unseen);
        QTest::mouseClick(legend()->entry(Unseen), Qt::LeftButton);
        QVERIFY(chart()->grab().toImage().pixelColor(unseen) != shaded);
    }

    void theUnitChangesTheAxisAlone()
    {
        showSource();
        auto* unit = m_view->findChild<QComboBox*>();
        QTest::keyClick(unit, Qt::Key_Down);
        QVERIFY(std::abs(chart()->visibleRange().second - 6.283185307179586) < 1e-12);
        QTest::keyClick(unit, Qt::Key_Down);
        QCOMPARE(chart()->visibleRange().second, 1.0);
        QCOMPARE(chart()->intervals(), 360);
    }

    void saysWhyTheDimensionIsDisturbed()
    {
        showSource();
        m_workspace->setCurrentDimension(22_dim);
        const auto* why = m_view->findChild<QLabel*>(QStringLiteral("why"));
        QVERIFY2(why->text().startsWith(QStringLiteral("1 turn takes 148.998 positions: the angles form a comb of 149 teeth")),
            qPrintable(why->text()));
        m_workspace->setCurrentDimension(63_dim);
        QVERIFY(why->text().contains(QStringLiteral("of the circle is never seen")));
        // Where it has no room, the title and the chart have it.
        const QString reason = why->text();
        QVERIFY(m_view->findChild<StepChart*>()->accessibleDescription().startsWith(reason));
        QVERIFY(m_view->findChild<StepChart*>()->accessibleDescription().contains(QStringLiteral("zoom")));
        m_view->resize(m_view->width(), 160);
        QTRY_VERIFY(!why->isVisible());
        const QList<QLabel*> labels = m_view->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [&](const QLabel* label) {
            return label->isVisible() && label->text().startsWith(QStringLiteral("Dimension 63")) && label->toolTip() == asToolTip(reason);
        }));
        m_workspace->setCurrentDimension(22_dim);
        QVERIFY(m_view->findChild<StepChart*>()->accessibleDescription().startsWith(QStringLiteral("1 turn takes 148.998 positions")));
    }

    void followsAChoice()
    {
        showSource();
        m_workspace->setCurrentDimension(22_dim);
        const auto extrapolated = chart()->curves()[Chosen].values;
        QSignalSpy changed(m_workspace.get(), &Workspace::analysisChanged);
        m_workspace->setOverride({22_dim}, Override{Choice::Interpolation, 1.0});
        QVERIFY(changed.wait());
        QVERIFY(chart()->curves()[Chosen].values != extrapolated);
        QCOMPARE(chart()->curves()[Chosen].values, chart()->curves()[Interpolation].values);
    }

    void twoCursorsCompareTwoPlaces()
    {
        showSource();
        m_workspace->setCurrentDimension(22_dim);
        auto* button = m_view->findChild<QToolButton*>(QStringLiteral("cursors"));
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(chart()->cursors());
        QTest::mouseClick(legend()->entry(Extrapolation), Qt::LeftButton);
        const std::vector<double>& before = chart()->curves()[Before].values;
        const auto [low, high] = std::ranges::minmax_element(before);
        const StepChart::Cursors at{static_cast<int>(high - before.begin()), static_cast<int>(low - before.begin())};
        const Readout readout = cursorReadout(*chart(), at, QStringLiteral("title"), percentText);
        QCOMPARE(readout.title, QStringLiteral("title"));
        QCOMPARE(readout.lines.size(), std::size_t{3}); // of those that are visible
        QCOMPARE(readout.lines[0].name, QStringLiteral("Before"));
        QVERIFY(*low < *high);
        QCOMPARE(readout.lines[0].value, QStringLiteral("%1 → %2").arg(percentText(*high), percentText(*low)));
        QCOMPARE(readout.lines[0].detail, QStringLiteral("Δ −%1").arg(percentText(*high - *low)));
        uitest::keepPicture(*m_view, QStringLiteral("cursors"));
        uitest::inTheDark([&] { uitest::keepPicture(*m_view, QStringLiteral("cursors-dark")); });
        chart()->setFocus();
        QTest::keyClick(chart(), Qt::Key_Escape);
        QVERIFY(!chart()->cursors() && !button->isChecked());
    }

    // The same curves, colours, bands and unit, in the same place.
    void aButtonBendsTheCurvesIntoRings()
    {
        showSource();
        m_workspace->setCurrentDimension(60_dim);
        const QImage flat = imageOf(m_view->figure(), {700, 500}, 1.0);
        auto* button = m_view->findChild<QToolButton*>(QStringLiteral("rings"));
        auto* rings = m_view->findChild<RingChart*>();
        QVERIFY(!rings->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(rings->isVisible() && !chart()->isVisible());
        QVERIFY(!m_view->findChild<QToolButton*>(QStringLiteral("cursors"))->isEnabled());
        const auto agree = [&] {
            return std::ranges::equal(rings->curves(), chart()->curves(), [](const StepCurve& a, const StepCurve& b) {
                return a.values == b.values && a.color == b.color && a.visible == b.visible;
            });
        };
        QVERIFY(agree() && rings->curves().size() == 4);
        QVERIFY(!rings->bands().empty());
        QCOMPARE(rings->labels()[2], QStringLiteral("90°"));
        uitest::keepPicture(*m_view, QStringLiteral("rings"));
        QVERIFY(imageOf(m_view->figure(), {700, 500}, 1.0) != flat);

        QTest::mouseClick(legend()->entry(Extrapolation), Qt::LeftButton);
        QVERIFY(!rings->curves()[Extrapolation].visible && agree());
        QTest::mouseClick(legend()->entry(Unseen), Qt::LeftButton);
        QVERIFY(rings->bands().empty());
        m_workspace->setCurrentDimension(22_dim);
        edit([](AnalysisSettings& settings) { settings.targetLength = 16384; });
        QVERIFY(agree());
        m_workspace->setAngleUnit(AngleUnit::Turns);
        QCOMPARE(rings->labels()[2], QStringLiteral("0.25"));
        uitest::inTheDark([&] {
            QVERIFY(agree());
            uitest::keepPicture(*m_view, QStringLiteral("rings-dark"));
        });
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(chart()->isVisible() && !rings->isVisible());
    }

    void theRingsReadTheIntervalUnderTheCursor()
    {
        showSource();
        QTest::mouseClick(m_view->findChild<QToolButton*>(QStringLiteral("rings")), Qt::LeftButton);
        auto* rings = m_view->findChild<RingChart*>();
        const QPointF centre = QRectF(rings->rect()).center();
        for (const int interval : {0, 89, 200, 359}) {
            QTest::mouseMove(rings, (centre + 0.8 * (rings->positionOf(interval) - centre)).toPoint());
            const int apart = std::abs(rings->hoveredIndex() - interval);
            QVERIFY(rings->hoveredIndex() >= 0 && std::min(apart, 360 - apart) <= 1); // of a pixel
        }
        QTest::mouseMove(rings, QPoint(2, 2));
        QCOMPARE(rings->hoveredIndex(), -1);
        rings->setFocus();
        QTest::keyClick(rings, Qt::Key_Right);
        QCOMPARE(rings->hoveredIndex(), 0);
        QTest::keyClick(rings, Qt::Key_Left); // around
        QCOMPARE(rings->hoveredIndex(), 359);
        rings->grab();
    }

    void aNewPaletteRecoloursTheCurves()
    {
        showSource();
        const QColor before = chart()->curves()[Chosen].color;
        m_view->setPalette(QPalette(QColor(0x20, 0x20, 0x20)));
        QVERIFY(chart()->curves()[Chosen].color != before);
    }
};

QTEST_MAIN(DistributionViewTest)
#include "distribution_view_test.moc"
