// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/track_view.h"

#include "core/angle/recorded_angle.h"
#include "tests/ui/views/made_up_rows.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/plots/figure/figure_file.h"
#include "ui/plots/track/track_plot.h"
#include "ui/workspace/live_track.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QWheelEvent>

using namespace rotascope;
using namespace rotascope::uitest;

class TrackViewTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<TrackView> m_view;

    TrackPlot& plot() { return *m_view->findChild<TrackPlot*>(); }
    StepChart& bars() { return *m_view->findChild<StepChart*>(); }
    QPushButton& button() { return *m_view->findChild<QPushButton*>(); }
    QComboBox& choice() { return *m_view->findChild<QComboBox*>(QStringLiteral("trackDimensions")); }
    QComboBox& along() { return *m_view->findChild<QComboBox*>(QStringLiteral("trackAlong")); }
    QString state() { return m_view->findChild<QLabel*>(QStringLiteral("trackState"))->text(); }

    void show(const std::shared_ptr<const Source>& source)
    {
        m_view.reset();
        m_workspace = std::make_unique<Workspace>(makeCpuEngine());
        adopt(*m_workspace, source);
        m_view = std::make_unique<TrackView>(m_workspace.get());
        m_view->resize(900, 460);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void showSample()
    {
        const auto opened = openRecording(samplePath().toStdString());
        QVERIFY(opened);
        show(*opened);
        QTRY_VERIFY(m_view->isSettled());
    }
    // By key, as users do.
    static void choose(QComboBox& box, int index)
    {
        box.setFocus();
        QTest::keyClick(&box, Qt::Key_Home);
        for (int i = 0; i < index; ++i) {
            QTest::keyClick(&box, Qt::Key_Down);
        }
        QCOMPARE(box.currentIndex(), index);
    }
    void turnWheel(const QPointF& at, int notches)
    {
        QWheelEvent wheel(at, plot().mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&plot(), &wheel);
    }
    void drag(std::int64_t from, std::int64_t to, Qt::KeyboardModifiers modifiers)
    {
        const QPoint begin = plot().pointOf(0, from, 0.5).toPoint();
        const QPoint end = plot().pointOf(0, to, 0.5).toPoint();
        QTest::mousePress(&plot(), Qt::LeftButton, modifiers, begin);
        QTest::mouseMove(&plot(), (begin + end) / 2);
        QTest::mouseMove(&plot(), end);
        QTest::mouseRelease(&plot(), Qt::LeftButton, modifiers, end);
    }
    static DirectionCounts directly(const RecordedRows& rows, std::size_t dimension, std::int64_t first, std::int64_t end)
    {
        DirectionCounts counts{};
        for (std::int64_t row = first; row < end; ++row) {
            ++counts[directionOf(rows.read({row, 1, dimension, 1}, {})->angles.front())];
        }
        return counts;
    }

private slots:
    void showsTheWholeRecordingFirst()
    {
        showSample();
        QCOMPARE(plot().places(), 4096);
        QCOMPARE(plot().visible(), (PlaceSpan{0, 4096}));
        QCOMPARE(plot().lanes(), 1);
        QVERIFY2(state().startsWith(QStringLiteral("Rows 0 … 4,095 of 4,096")), qPrintable(state()));
        QVERIFY(button().isHidden());
        keepPicture(*m_view, QStringLiteral("track-light"));
        inTheDark([this] { keepPicture(*m_view, QStringLiteral("track-dark")); });
    }

    void theCurrentDimensionIsShown()
    {
        showSample();
        m_workspace->setCurrentDimension(40_dim);
        QCOMPARE(m_view->live().shown().dimensions, std::vector<std::size_t>{40});
        QTRY_VERIFY(m_view->isSettled());
        keepPicture(*m_view, QStringLiteral("track-slow-dimension"));
    }

    void severalDimensionsStandInLanes()
    {
        showSample();
        choose(choice(), 1);
        QCOMPARE(m_view->live().shown().dimensions, (std::vector<std::size_t>{0, 21, 42, 63}));
        QCOMPARE(plot().lanes(), 4);
        QTRY_VERIFY(m_view->isSettled());
        keepPicture(*m_view, QStringLiteral("track-lanes-light"));
        inTheDark([this] { keepPicture(*m_view, QStringLiteral("track-lanes-dark")); });
        QTest::mouseClick(&plot(), Qt::LeftButton, {}, plot().pointOf(2, 100, 0.5).toPoint());
        QCOMPARE(m_workspace->currentDimension(), 42_dim);
        plot().setFocus();
        QTest::keyClick(&plot(), Qt::Key_Down);
        QCOMPARE(m_workspace->currentDimension(), 63_dim);
        QTest::keyClick(&plot(), Qt::Key_Up);
        QCOMPARE(m_workspace->currentDimension(), 42_dim);
        choose(choice(), 2);
        QCOMPARE(plot().lanes(), 4);
        choose(choice(), 3);
        QCOMPARE(m_view->live().shown().dimensions, (std::vector<std::size_t>{40, 41, 42, 43}));
        choose(choice(), 4);
        QCOMPARE(plot().lanes(), 16);
        keepPicture(*m_view, QStringLiteral("track-16-lanes"));
    }

    void theWheelZoomsAroundTheCursorToSingleSamples()
    {
        showSample();
        const QPointF at = plot().pointOf(0, 1000, 0.5);
        turnWheel(at, 5);
        QVERIFY(plot().isZoomed());
        QVERIFY(std::abs(plot().pointOf(0, 1000, 0.5).x() - at.x()) < 1.0);
        turnWheel(at, 20);
        QVERIFY(plot().wantsValues());
        QTRY_VERIFY(m_view->isSettled());
        const auto values = m_view->live().picture().values;
        QVERIFY(values && !values->of(m_workspace->currentDimension(), {1000, 1001}).empty());
        const auto& rows = *m_workspace->source()->recordedRows;
        QCOMPARE(values->of(m_workspace->currentDimension(), {1000, 1001}).front(),
            rows.read({1000, 1, m_workspace->currentDimension(), 1}, {})->angles.front());
        keepPicture(*m_view, QStringLiteral("track-samples-light"));
        inTheDark([this] { keepPicture(*m_view, QStringLiteral("track-samples-dark")); });
        turnWheel(at, -40);
        QVERIFY(!plot().isZoomed());
    }

    void draggingAndKeysMove()
    {
        showSample();
        plot().setFocus();
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(&plot(), Qt::Key_Plus);
        }
        const PlaceSpan zoomed = plot().visible();
        QVERIFY(zoomed.places() < 1000);
        drag(zoomed.first + zoomed.places() / 2, zoomed.first + zoomed.places() / 4, {});
        QVERIFY(std::abs(plot().visible().first - zoomed.first - zoomed.places() / 4) <= zoomed.places() / 50 + 2);
        QCOMPARE(plot().selection().places(), 0);
        const std::int64_t before = plot().visible().first;
        QTest::keyClick(&plot(), Qt::Key_Left);
        QVERIFY(plot().visible().first < before);
        QTest::keyClick(&plot(), Qt::Key_PageDown);
        QVERIFY(plot().visible().first > before);
        QTest::keyClick(&plot(), Qt::Key_Minus);
        QVERIFY(plot().visible().places() > zoomed.places());
        QTest::keyClick(&plot(), Qt::Key_Home);
        QCOMPARE(plot().visible(), (PlaceSpan{0, 4096}));
        QTest::keyClick(&plot(), Qt::Key_Plus);
        QTest::mouseClick(m_view->findChild<QToolButton*>(QStringLiteral("trackAll")), Qt::LeftButton);
        QCOMPARE(plot().visible(), (PlaceSpan{0, 4096}));
    }

    void aSelectedRangeIsCountedExactly()
    {
        showSample();
        m_workspace->setCurrentDimension(45_dim);
        QTRY_VERIFY(m_view->isSettled());
        drag(1000, 2001, Qt::ShiftModifier);
        const PlaceSpan selected = plot().selection();
        QVERIFY(std::abs(selected.first - 1000) < 10 && std::abs(selected.end - 2002) < 10);
        QTRY_VERIFY(m_view->live().range());
        const RecordedRows& rows = *m_workspace->source()->recordedRows;
        const DirectionCounts expected = directly(rows, 45, selected.first, selected.end);
        const DirectionCounts whole = directly(rows, 45, 0, 4096);
        QVERIFY(m_view->live().range()->counts == expected);
        QVERIFY(m_view->live().range()->whole == whole);
        QVERIFY(bars().isVisible());
        QCOMPARE(bars().curves().size(), 2U);
        for (std::size_t k = 0; k < trackDirections; ++k) {
            QVERIFY(
                std::abs(bars().curves()[1].values[k] - static_cast<double>(expected[k]) / static_cast<double>(selected.places())) < 1e-12);
        }
        const QLocale locale;
        QVERIFY2(state().startsWith(QStringLiteral("Rows %1 … %2, positions %1 to %2: %3 angles of dimension 45.")
                                        .arg(locale.toString(static_cast<qlonglong>(selected.first)),
                                            locale.toString(static_cast<qlonglong>(selected.end - 1)),
                                            locale.toString(static_cast<qlonglong>(selected.places())))),
            qPrintable(state()));
        keepPicture(*m_view, QStringLiteral("track-range-light"));
        inTheDark([this] { keepPicture(*m_view, QStringLiteral("track-range-dark")); });
        plot().setFocus();
        QTest::keyClick(&plot(), Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(plot().selection().end > selected.end);
        QTest::keyClick(&plot(), Qt::Key_Escape);
        QCOMPARE(plot().selection().places(), 0);
        QVERIFY(bars().isHidden() || !bars().isVisible());
    }

    // As in a window of 1280 x 800.
    void aSmallDockHasRoom()
    {
        showSample();
        m_view->resize(524, 290);
        choose(choice(), 1);
        QTRY_VERIFY(m_view->isSettled());
        drag(1000, 2001, Qt::ShiftModifier);
        QTRY_VERIFY(m_view->live().range());
        QTest::mouseMove(m_view.get(), {1, 1});
        QCOMPARE(m_view->width(), 524);
        QVERIFY(plot().width() > 200 && plot().height() > 100);
        QVERIFY(bars().isVisible() && bars().width() > 100);
        keepPicture(*m_view, QStringLiteral("track-dock-light"));
        inTheDark([this] { keepPicture(*m_view, QStringLiteral("track-dock-dark")); });
    }

    void draggingSelectsWhileThatIsOn()
    {
        showSample();
        auto* select = m_view->findChild<QToolButton*>(QStringLiteral("trackSelect"));
        QTest::mouseClick(select, Qt::LeftButton);
        drag(3000, 500, {});
        QVERIFY(plot().selection().first < 520 && plot().selection().end > 2980);
        QTest::mouseClick(&plot(), Qt::LeftButton, {}, plot().pointOf(0, 100, 0.5).toPoint());
        QCOMPARE(plot().selection().places(), 0);
        QTest::mouseClick(select, Qt::LeftButton);
        drag(3000, 500, {});
        QCOMPARE(plot().selection().places(), 0);
    }

    void positionsOfSequencesLieOverEachOther()
    {
        const auto opened = openRecording(ROTASCOPE_SOURCE_DIR "/resources/samples/llama-2-7b-packed.h5");
        QVERIFY(opened);
        show(*opened);
        QTRY_VERIFY(m_view->isSettled());
        m_workspace->setCurrentDimension(30_dim);
        keepPicture(*m_view, QStringLiteral("track-packed-rows"));
        choose(along(), 1);
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(plot().places(), (*opened)->recordedPositions.front().end());
        QVERIFY(state().startsWith(QStringLiteral("Positions 0 … ")));
        const RecordedRows& rows = *(*opened)->recordedRows;
        DirectionCounts expected{};
        for (std::int64_t row = 0; row < rows.rows(); ++row) {
            const auto values = rows.read({row, 1, 30, 1}, {});
            expected[directionOf(values->angles.front())] += values->positions.front() == 5 ? 1 : 0;
        }
        QVERIFY(m_view->live().picture().counts(30, {5, 6}) == expected);
        const QByteArray svg = bytesOf(m_view->figure(), FigureFormat::Svg, {960, 600}, 1.0);
        QVERIFY(svg.contains(">position<") && !svg.contains(">row<"));
        drag(10, 60, Qt::ShiftModifier);
        QTRY_VERIFY(m_view->live().range());
        QVERIFY2(state().startsWith(QStringLiteral("Positions ")), qPrintable(state()));
        keepPicture(*m_view, QStringLiteral("track-packed-positions"));
    }

    void longRecordingsAreReadWhereTheyAreSeen()
    {
        const auto rows = std::make_shared<MadeUpRows>(3'000'000'000);
        rows->isHeld = true; // the whole is never there
        show(recordingOf(rows));
        QTRY_VERIFY(m_view->live().isMeasuring());
        QTRY_VERIFY(state().startsWith(QStringLiteral("Reading, ")));
        QVERIFY(!m_view->isSettled());
        QCOMPARE(button().text(), QStringLiteral("Stop"));
        QTest::mouseClick(&button(), Qt::LeftButton);
        QVERIFY(!m_view->live().isMeasuring());
        m_view->grab();
        QTest::qWait(30);
        QVERIFY(!m_view->live().isMeasuring()); // not begun again by being seen
        rows->isHeld = false;
        m_view->showRows(2'999'999'000, 2'999'999'099);
        QTRY_VERIFY(m_view->live().picture().values != nullptr);
        const std::size_t dimension = m_workspace->currentDimension();
        const auto values = m_view->live().picture().values->of(dimension, {2'999'999'000, 2'999'999'100});
        QCOMPARE(values.size(), 100U);
        QCOMPARE(values[7], rows->angle(2'999'999'007, dimension));
        QVERIFY(rows->largestRead() < RecordedRows::mostValues);
        keepPicture(*m_view, QStringLiteral("track-long"));
    }

    void theUnitIsThatOfTheWindow()
    {
        showSample();
        auto* unit = m_view->findChild<QComboBox*>();
        unit->setFocus();
        QTest::keyClick(unit, Qt::Key_End);
        QCOMPARE(m_workspace->angleUnit(), AngleUnit::Turns);
        keepPicture(*m_view, QStringLiteral("track-turns"));
    }

    // The plot begins behind the labels, whose widths are measured once.
    void labelsOfAnotherUnitOrFontHaveRoom()
    {
        showSample();
        m_workspace->setAngleUnit(AngleUnit::Turns);
        const double left = plot().pointOf(0, 0, 0.5).x();
        m_workspace->setAngleUnit(AngleUnit::Degrees);
        const double ofDegrees = plot().pointOf(0, 0, 0.5).x();
        QVERIFY(left != ofDegrees);
        QFont large = m_view->font();
        large.setPointSizeF(2 * large.pointSizeF());
        m_view->setFont(large);
        QVERIFY(plot().pointOf(0, 0, 0.5).x() > ofDegrees + 5);
    }

    void anotherSourceStopsTheOlder()
    {
        const auto slow = std::make_shared<MadeUpRows>(100'000);
        slow->isHeld = true;
        show(recordingOf(slow));
        QTRY_VERIFY(m_view->live().isMeasuring());
        adopt(*m_workspace, recordingOf(std::make_shared<MadeUpRows>(5000)));
        QTRY_VERIFY(m_view->isSettled());
        QVERIFY(slow->stopped > 0);
        QCOMPARE(plot().places(), 5000);
    }

    // As a file that is followed while it is written.
    void aRecordingThatGrowsIsSeenWhereItWasSeen()
    {
        show(recordingOf(std::make_shared<MadeUpRows>(5000)));
        QTRY_VERIFY(m_view->isSettled());
        adopt(*m_workspace, recordingOf(std::make_shared<MadeUpRows>(6000)));
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(plot().visible(), (PlaceSpan{0, 6000})); // all stays all
        m_view->showRows(1000, 1999);
        drag(1200, 1400, Qt::ShiftModifier);
        const PlaceSpan selected = plot().selection();
        adopt(*m_workspace, recordingOf(std::make_shared<MadeUpRows>(9000)));
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(plot().places(), 9000);
        QCOMPARE(plot().visible(), (PlaceSpan{1000, 2000}));
        QCOMPARE(plot().selection(), selected);
        QTRY_VERIFY(m_view->live().range());
        Source other = *recordingOf(std::make_shared<MadeUpRows>(9000));
        other.origin = "other.h5";
        adopt(*m_workspace, std::make_shared<const Source>(std::move(other)));
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(plot().visible(), (PlaceSpan{0, 9000}));
        QCOMPARE(plot().selection().places(), 0);
    }

    void whatCannotBeReadIsReportedOnce()
    {
        const auto rows = std::make_shared<MadeUpRows>(1000);
        rows->isBroken = true;
        rows->isHeld = true;
        show(recordingOf(rows));
        const QSignalSpy failed(m_workspace.get(), &Workspace::failed);
        QTRY_VERIFY(m_view->live().isMeasuring());
        rows->isHeld = false;
        QTRY_VERIFY(!failed.isEmpty());
        QVERIFY(failed[0][0].toString().contains(QStringLiteral("cannot be uncompressed")));
        QTRY_COMPARE(button().text(), QStringLiteral("Read"));
        m_view->grab();
        QTest::qWait(50);
        QVERIFY(failed.size() <= 2); // of the whole, and of the rows that are seen
    }

    void isAFigureWithData()
    {
        showSample();
        m_workspace->setCurrentDimension(12_dim);
        QTRY_VERIFY(m_view->isSettled());
        drag(100, 1000, Qt::ShiftModifier);
        QTRY_VERIFY(m_view->isSettled());
        const Figure figure = m_view->figure();
        QCOMPARE(figure.plots.size(), 2U);
        QCOMPARE(figure.note, state());
        const std::string data = figure.data();
        QVERIFY(data.find("\ndimension,first_row,last_row,degrees_from,degrees_to,count\n12,0,3,0,22.5,") != std::string::npos);
        std::uint64_t sum = 0;
        std::istringstream lines(data.substr(data.find("\n12,") + 1));
        for (std::string line; std::getline(lines, line);) {
            sum += std::stoull(line.substr(line.rfind(',') + 1));
        }
        QCOMPARE(sum, 4096U);
        const QByteArray svg = bytesOf(figure, FigureFormat::Svg, figure.size, 1.0);
        QVERIFY(svg.contains("Dimension 12 along the rows") && svg.contains("270°"));
        adopt(*m_workspace, llama2());
        QVERIFY(figure.data() == data);
        QCOMPARE(bytesOf(figure, FigureFormat::Png, figure.size, 1.0).isEmpty(), false);
    }

    // Their result comes before they do.
    void otherSourcesFollowTheMostDisturbed()
    {
        showSample();
        choose(choice(), 2);
        QCOMPARE(m_view->live().shown().dimensions.size(), 4U);
        adopt(*m_workspace, llama2());
        QVERIFY(!m_view->live().isOffered());
        adopt(*m_workspace, *openRecording(samplePath().toStdString()));
        QTRY_COMPARE(m_view->live().shown().dimensions.size(), 4U);
    }

    void otherSourcesAreToldWhatIsMissing()
    {
        show(llama2());
        m_view->grab();
        QTest::qWait(20);
        QVERIFY(!m_view->live().isMeasuring() && !m_view->isSettled() && button().isHidden());
        QVERIFY(!choice().isEnabled());
        keepPicture(*m_view, QStringLiteral("track-none"));
    }

    void theOrderOfDestructionDoesNotMatter()
    {
        show(recordingOf(std::make_shared<MadeUpRows>(5000)));
        m_workspace.reset();
        m_view->grab();
        QTest::qWait(20);
        m_view.reset();
    }
};

QTEST_MAIN(TrackViewTest)
#include "track_view_test.moc"
