// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/clock_view.h"

#include "tests/ui/ui_test.h"
#include "ui/plots/clock/clock_dials.h"
#include "ui/plots/figure/figure_file.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QProxyStyle>
#include <QPushButton>
#include <QSlider>
#include <cmath>
#include <numbers>
#include <numeric>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

// The style of a desktop whose user wants no animations.
class CalmStyle : public QProxyStyle {
public:
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override
    {
        return hint == SH_Widget_Animation_Duration ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

} // namespace

class ClockViewTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ClockView> m_view;

    ClockDials& dials() { return *m_view->findChild<ClockDials*>(); }
    QComboBox& box(int index) { return *m_view->findChildren<QComboBox*>().at(index); }
    const Analysis& analysis() { return *m_workspace->analysis(); }
    static double total(std::span<const float> bars) { return std::accumulate(bars.begin(), bars.end(), 0.0); }
    // By keys, as users do.
    void choose(QComboBox& box, int index)
    {
        box.setFocus();
        QTest::keyClick(&box, Qt::Key_Home);
        for (int i = 0; i < index; ++i) {
            QTest::keyClick(&box, Qt::Key_Down);
        }
        QCOMPARE(box.currentIndex(), index);
        dials().setFocus();
    }
    QComboBox& tableBox()
    {
        for (QComboBox* one : m_view->findChildren<QComboBox*>()) {
            if (one->findText(QStringLiteral("Extrapolation")) >= 0) {
                return *one;
            }
        }
        throw std::runtime_error("there is no such box");
    }

private slots:
    void init()
    {
        m_view.reset();
        m_workspace = analysedWorkspace();
        m_view = std::make_unique<ClockView>(m_workspace.get());
        m_view->resize(700, 400);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QTRY_VERIFY(m_view->isSettled());
        dials().setFocus();
    }

    // The slow ones have the longest numbers.
    void everyClockHasItsWavelength_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("choice");
        QTest::newRow("one line") << QSize(1100, 400) << 0;
        QTest::newRow("two lines") << QSize(700, 400) << 0;
        QTest::newRow("all") << QSize(1100, 600) << 4;
    }
    void everyClockHasItsWavelength()
    {
        QFETCH(QSize, size);
        QFETCH(int, choice);
        m_view->resize(size);
        choose(box(0), choice);
        for (int dial = 0; dial < static_cast<int>(dials().dials().size()); ++dial) {
            const QString text = dials().label(dial).join(QLatin1Char(' '));
            QVERIFY2(text.contains(QStringLiteral("λ ")), qPrintable(text));
            QCOMPARE(dials().label(dial).size(), dials().label(0).size());
        }
        keepPicture(*m_view,
            QStringLiteral("clock-labels-") + QString::fromLatin1(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('-')));
    }

    void smallClocksHaveTheirNamesAlone()
    {
        m_view->resize(500, 300);
        choose(box(0), 4);
        for (int dial = 0; dial < static_cast<int>(dials().dials().size()); ++dial) {
            QVERIFY(dials().label(dial).size() <= 1);
        }
    }

    void twelveDimensionsFromTheFastestToTheSlowest()
    {
        QCOMPARE(dials().dials().size(), 12U);
        QCOMPARE(dials().dials().front().name, QStringLiteral("0"));
        QCOMPARE(dials().dials().back().name, QStringLiteral("63"));
        QCOMPARE(m_view->position(), 0);
        for (int i = 0; i < 12; ++i) {
            QCOMPARE(dials().hands(i).query, 0.0);
        }
    }

    void keysStepAndGoToBothEnds()
    {
        QTest::keyClick(&dials(), Qt::Key_Right);
        QCOMPARE(m_view->position(), 1);
        QVERIFY(std::abs(dials().hands(0).query - 0.5 / std::numbers::pi) < 1e-12); // dimension 0 turns by one radian a position
        QTest::keyClick(&dials(), Qt::Key_Left);
        QTest::keyClick(&dials(), Qt::Key_Left);
        QCOMPARE(m_view->position(), 0);
        QTest::keyClick(&dials(), Qt::Key_PageDown);
        QCOMPARE(m_view->position(), 819);
        QTest::keyClick(&dials(), Qt::Key_End);
        QCOMPARE(m_view->position(), 8191);
        QTest::keyClick(&dials(), Qt::Key_Right);
        QCOMPARE(m_view->position(), 8191);
        QTest::keyClick(&dials(), Qt::Key_PageUp);
        QCOMPARE(m_view->position(), 7372);
        QTest::keyClick(&dials(), Qt::Key_Home);
        QCOMPARE(m_view->position(), 0);
    }

    // At the end the histogram is that of the analysis, for each of the three tables.
    void whatWasVisitedIsWhatTheAnalysisCounts()
    {
        for (const int which : {0, 1, 2}) {
            choose(tableBox(), which);
            QTest::keyClick(&dials(), Qt::Key_End);
            const TableAnalysis& table = which == 0 ? *analysis().chosen
                : which == 1                        ? *analysis().extrapolation
                                                    : *analysis().interpolation;
            for (int i = 0; i < 12; ++i) {
                const auto expected = table.after.counts(m_view->dimensions()[static_cast<std::size_t>(i)]);
                QVERIFY(std::ranges::equal(m_view->visited(i), expected));
            }
        }
    }

    // Extrapolated, the slowest dimension goes on to where it never was; interpolated, it stays where it was.
    void anglesNeverSeenLightUpBeyondL()
    {
        choose(tableBox(), 1);
        m_view->goTo(4095);
        QCOMPARE(total(dials().hands(11).unseen), 0.0);
        QVERIFY(!dials().hands(11).isUnseen);
        m_view->goTo(8000);
        QVERIFY(total(dials().hands(11).unseen) > 0.0);
        QVERIFY(dials().hands(11).isUnseen);
        keepPicture(*m_view, QStringLiteral("clock"));
        inTheDark([&] { keepPicture(*m_view, QStringLiteral("clock-dark")); });
        choose(tableBox(), 2);
        QCOMPARE(total(dials().hands(11).unseen), 0.0);
        QVERIFY(!dials().hands(11).isUnseen);
    }

    // At L, what was visited is what was seen before: both bars have the same length.
    void atLTheBarsCoverThoseOfBefore()
    {
        choose(tableBox(), 1);
        m_view->goTo(4095);
        for (int i = 0; i < 12; ++i) {
            const RingBars& before = dials().dials()[static_cast<std::size_t>(i)].before;
            const RingBars& visited = dials().hands(i).visited;
            QCOMPARE(visited.size(), before.size());
            for (std::size_t k = 0; k < before.size(); ++k) {
                QVERIFY(std::abs(before[k] - visited[k]) < 1e-5F);
                QVERIFY(before[k] <= 1.0F);
            }
        }
    }

    void aKeyAtADistanceStaysBehindByTheSameAngle()
    {
        QVERIFY(!dials().hands(3).key);
        auto* distance = m_view->findChild<QDoubleSpinBox*>();
        distance->setFocus();
        distance->selectAll();
        QTest::keyClicks(distance, QStringLiteral("100"));
        QTest::keyClick(distance, Qt::Key_Return);
        dials().setFocus();
        m_view->goTo(99);
        QVERIFY(!dials().hands(3).key); // there is no position before the first
        std::vector<double> differences;
        for (const std::int64_t position : {100, 101, 5000, 8191}) {
            m_view->goTo(position);
            const double difference = dials().hands(3).query - dials().hands(3).key.value();
            differences.push_back(difference - std::floor(difference));
        }
        for (const double difference : differences) {
            QVERIFY(std::abs(difference - differences.front()) < 1e-9);
        }
    }

    void spacePlaysAndPausesAndTheEndStops()
    {
        QTest::keyClick(&dials(), Qt::Key_Space);
        QVERIFY(m_view->isPlaying());
        QTRY_VERIFY(m_view->position() > 10);
        QTest::keyClick(&dials(), Qt::Key_Space);
        QVERIFY(!m_view->isPlaying());
        const auto at = m_view->position();
        QTest::qWait(40);
        QCOMPARE(m_view->position(), at);
        auto* button = m_view->findChild<QPushButton*>(QStringLiteral("clockPlay"));
        QCOMPARE(button->text(), QStringLiteral("Play"));
        m_view->goTo(8180);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(button->text(), QStringLiteral("Pause"));
        QTRY_VERIFY(!m_view->isPlaying());
        QCOMPARE(m_view->position(), 8191);
        QTest::mouseClick(button, Qt::LeftButton); // again from the start
        QVERIFY(m_view->isPlaying() && m_view->position() < 8000);
    }

    // As a tab does that is brought in front of it.
    // Nor does it count anything meanwhile.
    void whatChangesBehindATabIsShownWhenItIsSeen()
    {
        m_view->hide();
        AnalysisSettings settings = m_workspace->settings();
        settings.targetLength = 16384;
        m_workspace->edit(settings, QStringLiteral("length"));
        QVERIFY(waitForAnalysis(*m_workspace));
        QVERIFY(!m_view->isSettled());
        m_view->show();
        QTRY_VERIFY(m_view->isSettled());
        m_view->goTo(m_view->lastPosition());
        QCOMPARE(std::accumulate(m_view->visited(0).begin(), m_view->visited(0).end(), std::uint64_t{0}), std::uint64_t{16384});
    }

    void itStopsWhenItIsHidden()
    {
        QTest::keyClick(&dials(), Qt::Key_Space);
        m_view->hide();
        QVERIFY(!m_view->isPlaying());
    }

    void whoWantsNoAnimationSeesWholePositions()
    {
        CalmStyle calm;
        m_view->setStyle(&calm);
        choose(box(1), 1); // four positions a second
        QTest::keyClick(&dials(), Qt::Key_Space);
        QTRY_VERIFY(m_view->position() > 0);
        const double turns = dials().hands(0).query * 2.0 * std::numbers::pi;
        const double expected = std::remainder(static_cast<double>(m_view->position()), 2.0 * std::numbers::pi);
        QVERIFY(std::abs(std::remainder(turns - expected, 2.0 * std::numbers::pi)) < 1e-9);
        m_view->pause();
        m_view->setStyle(nullptr);
    }

    void theSliderScrubs()
    {
        auto* slider = m_view->findChild<QSlider*>();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_PageUp);
        QVERIFY(m_view->position() != 0);
        QTest::keyClick(slider, Qt::Key_End);
        QTest::keyClick(slider, Qt::Key_Home);
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(m_view->position(), 1);
        QTest::keyClick(slider, Qt::Key_Space); // goes on to the view
        QVERIFY(m_view->isPlaying());
        m_view->pause();
    }

    void theLongestContextHasASliderToo()
    {
        AnalysisSettings settings = m_workspace->settings();
        settings.targetLength = maxContextLength;
        m_workspace->edit(settings, QStringLiteral("test"));
        QVERIFY(waitForAnalysis(*m_workspace));
        auto* slider = m_view->findChild<QSlider*>();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_PageDown);
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(m_view->position(), maxContextLength - 1);
        m_view->grab();
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(m_view->position(), 0);
    }

    void aClickChoosesTheDimension()
    {
        QTest::mouseClick(&dials(), Qt::LeftButton, {}, dials().centreOf(5).toPoint());
        QCOMPARE(m_workspace->currentDimension().row(), m_view->dimensions()[5].row());
        QVERIFY(dials().dials()[5].isMarked);
    }

    void otherDimensionsCanBeShown()
    {
        QComboBox& which = *m_view->findChild<QComboBox*>(QStringLiteral("clockDimensions"));
        m_workspace->setCurrentDimension(62_dim);
        choose(which, 2);
        QCOMPARE(m_view->dimensions().front().row(), 52);
        QCOMPARE(m_view->dimensions().back().row(), 63);
        m_workspace->setCurrentDimension(0_dim);
        QCOMPARE(m_view->dimensions().front().row(), 0);
        choose(which, 3);
        QCOMPARE(m_view->dimensions().size(), 1U);
        choose(which, 4);
        QCOMPARE(m_view->dimensions().size(), 64U);
        m_view->grab();
        choose(which, 1);
        QCOMPARE(m_view->dimensions().size(), 12U);
        const std::vector<double>& disturbance = analysis().chosen->disturbance;
        QCOMPARE(disturbance[m_view->dimensions().front()], *std::ranges::max_element(disturbance));
    }

    void itsFigureHoldsWhatWasVisited()
    {
        m_view->goTo(5000);
        const Figure figure = m_view->figure();
        const QByteArray data = bytesOf(figure, FigureFormat::Csv, {}, 1.0);
        QVERIFY(data.contains("# positions: 5001\n"));
        QCOMPARE(data.count('\n') - data.count("\n#"), 12 * 360 + 2);
        const QImage picture = imageOf(figure, {960, 600}, 1.0);
        m_view->goTo(0);
        QVERIFY(imageOf(figure, {960, 600}, 1.0) == picture);
        QVERIFY(imageOf(m_view->figure(), {960, 600}, 1.0) != picture);
    }

    void theOrderOfDestructionDoesNotMatter()
    {
        QTest::keyClick(&dials(), Qt::Key_Space);
        m_workspace.reset();
        m_view->grab();
        m_view.reset();
    }
};

QTEST_MAIN(ClockViewTest)
#include "clock_view_test.moc"
