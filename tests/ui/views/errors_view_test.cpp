// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/errors_view.h"

#include "tests/ui/views/made_up_rows.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/plots/legend_bar.h"
#include "ui/workspace/live_errors.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>

using namespace rotascope;
using namespace rotascope::uitest;

class ErrorsViewTest : public QObject {
    Q_OBJECT

private:
    static constexpr int largest = 2; // the curves, in the order of the legend
    static constexpr int median = 4;

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ErrorsView> m_view;

    StepChart& chart() { return *m_view->findChild<StepChart*>(); }
    QComboBox& box(const char* accessible)
    {
        for (QComboBox* one : m_view->findChildren<QComboBox*>()) {
            if (one->accessibleName().startsWith(QLatin1String(accessible))) {
                return *one;
            }
        }
        qFatal("no such box");
    }
    QComboBox& along() { return box("What the errors"); }
    QComboBox& against() { return box("The frequencies"); }
    QPushButton& button() { return *m_view->findChild<QPushButton*>(); }
    QString state() { return m_view->findChild<QLabel*>(QStringLiteral("errorsState"))->text(); }
    void show(const std::shared_ptr<const Source>& source)
    {
        m_view.reset();
        m_workspace = std::make_unique<Workspace>(makeCpuEngine());
        adopt(*m_workspace, source);
        m_view = std::make_unique<ErrorsView>(m_workspace.get());
        m_view->resize(800, 460);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    // With the angles of LLaMA-2 where the source says a frequency that is `stretch` times theirs.
    static std::shared_ptr<const Source> wrongTable(double stretch)
    {
        Source source = *recordingOf(std::make_shared<MadeUpRows>(5000));
        source.recordedPositions = {PositionSet::uniform(1000)};
        source.rope.invFreq[20] *= stretch;
        return std::make_shared<const Source>(std::move(source));
    }

private slots:
    void measuresTheSampleWhenItIsLookedAt()
    {
        const auto opened = openRecording(samplePath().toStdString());
        QVERIFY(opened);
        show(*opened);
        QTRY_VERIFY(m_view->isSettled());
        std::vector<Turn> turns;
        for (const double frequency : (*opened)->rope.invFreq) {
            turns.push_back(turnOf(frequency));
        }
        const auto expected = measureErrors(*(*opened)->recordedRows, {turns}, {}, {});
        QVERIFY(expected);
        QCOMPARE(chart().curves().size(), 6U);
        for (std::size_t d = 0; d < 64; ++d) {
            QVERIFY(std::abs(chart().curves()[largest].values[d] - (*expected)->ofDimensions.largest(d) * 180 / std::numbers::pi) < 1e-12);
        }
        QCOMPARE(state(), QStringLiteral("All angles are as exact as float32 lets them be."));
        keepPicture(*m_view, QStringLiteral("errors-light"));
        inTheDark([this] { keepPicture(*m_view, QStringLiteral("errors-dark")); });
    }

    void bfloat16IsSeen()
    {
        const auto opened = openRecording(ROTASCOPE_SOURCE_DIR "/resources/samples/llama-2-7b-bfloat16.h5");
        QVERIFY(opened);
        show(*opened);
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(state(),
            QStringLiteral(
                "64 of 64 dimensions are off by more than float32 rounds, none by more than rounding cosine and sine to bfloat16 "
                "explains."));
        keepPicture(*m_view, QStringLiteral("errors-bfloat16"));
    }

    void anotherTableIsSeen()
    {
        show(wrongTable(1.01));
        QTRY_VERIFY(m_view->isSettled());
        QVERIFY2(state().contains(QStringLiteral("dimension 20 by up to")), qPrintable(state()));
        QVERIFY(state().startsWith(QStringLiteral("1 of 64 dimensions")));
        keepPicture(*m_view, QStringLiteral("errors-other-table"));
    }

    // The error of a wrong frequency grows with the position: here by a hundredth of the angle.
    void isShownByPosition()
    {
        show(wrongTable(1.01));
        QTRY_VERIFY(m_view->isSettled());
        m_workspace->setCurrentDimension(20_dim);
        along().setFocus();
        QTest::keyClick(&along(), Qt::Key_End);
        QTRY_VERIFY(m_view->isSettled());
        const std::vector<double>& curve = chart().curves()[largest].values;
        QCOMPARE(curve.size(), 125U); // positions 0 ... 999, 8 in each
        const double frequency = m_workspace->source()->rope.invFreq[20];
        for (std::size_t span = 0; span < curve.size(); ++span) {
            const double wrong = static_cast<double>(8 * span + 7) * (frequency - frequency / 1.01) * 180 / std::numbers::pi;
            QVERIFY2(std::abs(curve[span] - wrong) < 1e-3, qPrintable(QString::number(span)));
        }
        QVERIFY2(
            state().startsWith(QStringLiteral("Dimension 20 is off by more than rounding explains from position ")), qPrintable(state()));
        QVERIFY2(state().endsWith(QStringLiteral(" rad at positions 992 to 999.")), qPrintable(state()));
        keepPicture(*m_view, QStringLiteral("errors-by-position"));
        inTheDark([this] { keepPicture(*m_view, QStringLiteral("errors-by-position-dark")); });
        m_view->grab();
        QTest::mouseClick(chart().viewport(), Qt::LeftButton, {}, chart().positionOf(7).toPoint());
        QCOMPARE(m_workspace->currentDimension(), 20_dim); // a position is no dimension
        m_workspace->setCurrentDimension(21_dim);
        QVERIFY(m_view->isSettled()); // nothing is read again
        QCOMPARE(state(), QStringLiteral("At all positions the angles of dimension 21 are as exact as float32 lets them be."));
        const std::string data = m_view->figure().data();
        QVERIFY(data.find("# dimension: 21\nfirst_position,last_position,largest,") != std::string::npos);
        QVERIFY(data.find("\n992,999,") != std::string::npos);
        QTest::keyClick(&along(), Qt::Key_Home);
        QVERIFY(m_view->isSettled() && state().startsWith(QStringLiteral("1 of 64 dimensions")));
    }

    // "Is it really the table that I exported?"
    void theCurrentTableIsFoundInTheAngles()
    {
        show(wrongTable(1.0));
        QTRY_VERIFY(m_view->isSettled());
        against().setFocus();
        QTest::keyClick(&against(), Qt::Key_End);
        QTRY_VERIFY(m_view->isSettled());
        QVERIFY2(state().startsWith(QStringLiteral("The model did not apply this table: ")), qPrintable(state()));
        keepPicture(*m_view, QStringLiteral("errors-not-this-table"));
        AnalysisSettings settings = m_workspace->settings();
        settings.method = "extrapolation";
        m_workspace->edit(settings, QStringLiteral("method"));
        QTRY_COMPARE(state(), QStringLiteral("The angles fit this table as exactly as float32 lets them."));
        QVERIFY(m_view->figure().data().find("# errors_against: table\n") != std::string::npos);
        m_workspace->setOverride({30_dim}, Override{Choice::Interpolation, 1.0});
        QTRY_VERIFY2(state().startsWith(QStringLiteral("The model did not apply this table: 1 of 64 dimensions")), qPrintable(state()));
    }

    void thePlaceIsKept()
    {
        show(wrongTable(1.0));
        QCOMPARE(m_view->place(), QString());
        for (const QString& place : {QStringLiteral("positions"), QStringLiteral("table"), QStringLiteral("positions table"), QString()}) {
            m_view->goToPlace(place);
            QCOMPARE(m_view->place(), place);
            QTRY_VERIFY(m_view->isSettled());
        }
        m_view->goToPlace(QStringLiteral("elsewhere"));
        QCOMPARE(m_view->place(), QString());
    }

    void theUnitIsThatOfTheWindow()
    {
        show(wrongTable(1.01));
        QTRY_VERIFY(m_view->isSettled());
        const double degrees = chart().curves()[median].values[20];
        QComboBox& unit = box("Unit");
        unit.setFocus();
        QTest::keyClick(&unit, Qt::Key_End);
        QCOMPARE(m_workspace->angleUnit(), AngleUnit::Turns);
        QVERIFY(std::abs(chart().curves()[median].values[20] * 360 - degrees) < 1e-12 * degrees);
    }

    void isStoppedAndBegunAgain()
    {
        const auto rows = std::make_shared<MadeUpRows>(100'000);
        rows->isHeld = true;
        show(recordingOf(rows));
        QTRY_VERIFY(m_view->live().isMeasuring());
        QTRY_VERIFY(state().startsWith(QStringLiteral("Measuring, ")));
        QVERIFY(!m_view->isSettled());
        QCOMPARE(button().text(), QStringLiteral("Stop"));
        keepPicture(*m_view, QStringLiteral("errors-measuring"));
        QTest::mouseClick(&button(), Qt::LeftButton);
        QVERIFY(!m_view->live().isMeasuring());
        m_view->grab();
        QTest::qWait(30);
        QVERIFY(!m_view->live().isMeasuring()); // not begun again by being seen
        rows->isHeld = false;
        QCOMPARE(button().text(), QStringLiteral("Measure"));
        QTest::mouseClick(&button(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isSettled(), 60000);
        QVERIFY(button().isHidden());
    }

    void anotherSourceStopsTheOlder()
    {
        const auto slow = std::make_shared<MadeUpRows>(100'000);
        slow->isHeld = true;
        show(recordingOf(slow));
        QTRY_VERIFY(m_view->live().isMeasuring() && slow->reads > 0); // one that has not begun is never asked to stop
        adopt(*m_workspace, wrongTable(1.01));
        QTRY_VERIFY(m_view->isSettled());
        QTRY_VERIFY(slow->stopped > 0); // on its own thread
        QCOMPARE(m_view->live().errors()->ofDimensions.total(0), 5000U);
    }

    void whatCannotBeReadIsReported()
    {
        const auto rows = std::make_shared<MadeUpRows>(1000);
        rows->isBroken = true;
        rows->isHeld = true;
        show(recordingOf(rows));
        const QSignalSpy failed(m_workspace.get(), &Workspace::failed);
        QTRY_VERIFY(m_view->live().isMeasuring());
        rows->isHeld = false;
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains(QStringLiteral("cannot be uncompressed")));
        QCOMPARE(button().text(), QStringLiteral("Measure"));
    }

    void aClickChoosesTheDimension()
    {
        show(wrongTable(1.0));
        QTRY_VERIFY(m_view->isSettled());
        m_view->grab();
        QTest::mouseClick(chart().viewport(), Qt::LeftButton, {}, chart().positionOf(7).toPoint());
        QCOMPARE(m_workspace->currentDimension(), 7_dim);
    }

    void isAFigureWithData()
    {
        show(wrongTable(1.01));
        QTRY_VERIFY(m_view->isSettled());
        QTest::mouseClick(m_view->findChild<LegendBar*>()->entry(0), Qt::LeftButton);
        const Figure figure = m_view->figure();
        QVERIFY(!figure.legend[0].on && figure.legend[1].on);
        const std::string data = figure.data();
        QVERIFY(data.find("\ndimension,largest,quantile_99,median,root_mean_square,float32_rounding\n0,") != std::string::npos);
        QCOMPARE(figure.note, state());
        adopt(*m_workspace, llama2());
        QVERIFY(figure.data() == data);
    }

    void otherSourcesAreToldWhatIsMissing()
    {
        show(llama2());
        m_view->grab();
        QTest::qWait(20);
        QVERIFY(!m_view->live().isMeasuring() && !m_view->isSettled() && button().isHidden());
        keepPicture(*m_view, QStringLiteral("errors-none"));
    }

    void theOrderOfDestructionDoesNotMatter()
    {
        show(wrongTable(1.0));
        m_workspace.reset();
        m_view->grab();
        QTest::qWait(20);
        m_view.reset();
    }
};

QTEST_MAIN(ErrorsViewTest)
#include "errors_view_test.moc"
