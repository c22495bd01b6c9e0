// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/landscape_view.h"

#include "tests/ui/counting_engine.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/heatmap/heatmap.h"
#include "ui/plots/legend_bar.h"
#include "ui/workspace/live_landscape.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QUndoStack>
#include <algorithm>
#include <cmath>

using namespace rotascope;
using namespace rotascope::uitest;

class LandscapeViewTest : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<CountingEngine> m_engine;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<LandscapeView> m_view;

    Heatmap& map() { return *m_view->findChild<Heatmap*>(); }
    QString gap() { return m_view->findChild<QLabel*>(QStringLiteral("gap"))->text(); }
    const HeatmapCurve& current() { return map().curves().back(); }
    double factor(int dimension) { return m_workspace->analysis()->chosen->table.factors[static_cast<std::size_t>(dimension)]; }
    QPoint pointOf(int dimension) { return map().pointOf(dimension, current().columns[static_cast<std::size_t>(dimension)]).toPoint(); }
    void click(const char* button) { QTest::mouseClick(m_view->findChild<QPushButton*>(QString::fromLatin1(button)), Qt::LeftButton); }
    bool waitForLandscape()
    {
        return waitForAnalysis(*m_workspace) && QTest::qWaitFor([&] { return m_view->live().isFinal(); }, 60000);
    }
    void drag(int dimension, const QList<int>& offsets)
    {
        const QPoint from = pointOf(dimension);
        QTest::mousePress(&map(), Qt::LeftButton, {}, from);
        for (const int offset : offsets) {
            QTest::mouseMove(&map(), from + QPoint(offset, 0));
            QVERIFY(waitForAnalysis(*m_workspace));
        }
        QTest::mouseRelease(&map(), Qt::LeftButton, {}, from + QPoint(offsets.back(), 0));
    }

    void picture(const QString& name) { keepPicture(*m_view, name); }

private slots:
    void init()
    {
        m_view.reset();
        m_engine = std::make_shared<CountingEngine>();
        m_workspace = std::make_unique<Workspace>(m_engine);
        AnalysisSettings settings = defaultSettings(*llama2());
        settings.intervals = 90; // a quarter of the work
        m_workspace->adopt(*analyze(*m_engine, llama2(), settings));
        m_view = std::make_unique<LandscapeView>(m_workspace.get());
        m_view->resize(900, 500);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void showsEveryFactorAndTheTables()
    {
        QVERIFY(waitForLandscape());
        QCOMPARE(map().rows(), 64);
        QCOMPARE(map().columns(), 512);
        const auto expected = *computeLandscape(*makeCpuEngine(), *m_workspace->analysis());
        QCOMPARE(m_view->live().landscape()->disturbance, expected->disturbance);
        for (const int column : {0, 200, 511}) {
            QVERIFY(std::abs(std::pow(10.0, static_cast<double>(map().cell(22, column)))
                        - expected->at(22_dim, static_cast<std::size_t>(column)))
                < 1e-3 * expected->at(22_dim, static_cast<std::size_t>(column)));
        }
        QStringList names;
        for (const HeatmapCurve& curve : map().curves()) {
            names << curve.name;
            QCOMPARE(curve.columns.size(), 64U);
        }
        const auto& methods = m_workspace->analysis()->methods;
        const auto drawn = std::ranges::count_if(
            methods, [](const MethodAnalysis& method) { return method.result && method.method->name != "extrapolation"; });
        QCOMPARE(names.size(), drawn + 2); // these methods, the minima, the current table
        for (const HeatmapCurve& curve : map().curves()) { // the others can be switched on
            const bool isUsual = QStringList{QStringLiteral("Linear (PI)"), QStringLiteral("NTK-aware"), QStringLiteral("YaRN"),
                QStringLiteral("Distributional"), QStringLiteral("Minimum"), QStringLiteral("Current table")}
                                     .contains(curve.name);
            QCOMPARE(curve.visible, isUsual);
        }
        QCOMPARE(names.back(), QStringLiteral("Current table"));
        QCOMPARE(current().columns[0], 0.5); // extrapolated: the first factor
        const auto isScale = std::ranges::find(expected->factors, 2.0) - expected->factors.begin();
        QCOMPARE(current().columns[63], static_cast<double>(isScale) + 0.5); // interpolated
    }

    void computesNothingWhileNobodyLooks()
    {
        m_view->hide();
        adopt(*m_workspace, llama2());
        const int before = m_engine->rotationCalls;
        AnalysisSettings settings = m_workspace->settings();
        settings.targetLength = 16384;
        m_workspace->edit(settings, QStringLiteral("test"));
        QVERIFY(waitForAnalysis(*m_workspace));
        QTest::qWait(200);
        QCOMPARE(m_engine->rotationCalls.load(), before);
        m_view->show();
        QVERIFY(waitForLandscape());
        QCOMPARE(m_view->live().landscape()->settings.targetLength, 16384);
    }

    void aChangeOfTheTableMovesTheLineAndTheGapAlone()
    {
        QVERIFY(waitForLandscape());
        const auto landscape = m_view->live().landscape();
        const QString gapBefore = gap();
        const int calls = m_engine->rotationCalls;
        m_workspace->setOverride({22_dim}, Override{Choice::Interpolation, 1.0});
        QVERIFY(waitForAnalysis(*m_workspace));
        QCOMPARE(m_view->live().landscape(), landscape);
        QVERIFY(m_view->live().isFinal());
        QTest::qWait(200);
        QCOMPARE(m_engine->rotationCalls.load(), calls);
        QVERIFY(gap() != gapBefore);
        QCOMPARE(current().columns[22], current().columns[63]);
    }

    void otherSettingsGiveAnotherLandscape()
    {
        QVERIFY(waitForLandscape());
        const auto landscape = m_view->live().landscape();
        AnalysisSettings settings = m_workspace->settings();
        settings.targetLength = 16384;
        m_workspace->edit(settings, QStringLiteral("test"));
        QVERIFY(waitForAnalysis(*m_workspace));
        QVERIFY(!m_view->live().isFinal());
        QVERIFY(map().freshness() == Freshness::Updating);
        QVERIFY(!m_view->findChild<QPushButton*>(QStringLiteral("takeAll"))->isEnabled());
        QVERIFY(waitForLandscape());
        QVERIFY(map().freshness() == Freshness::Current);
        QVERIFY(m_view->live().landscape() != landscape);
        QCOMPARE(m_view->live().landscape()->settings.targetLength, 16384);
    }

    void anotherSourceIsNotShownOnTheOldMap()
    {
        QVERIFY(waitForLandscape());
        adopt(*m_workspace, *openPreset("EleutherAI/gpt-neox-20b"));
        QVERIFY(map().rows() == 0 || map().rows() == 12);
        m_view->grab();
        QVERIFY(waitForLandscape());
        QCOMPARE(map().rows(), 12);
    }

    void theGapSaysWhatThereIsToGain()
    {
        adopt(*m_workspace, llama2());
        QVERIFY(waitForLandscape());
        const double expected = 100.0 * m_view->live().landscape()->optimalityGap(*m_workspace->analysis()->chosen);
        QVERIFY(expected > 0.5 && expected < 2.0); // 1.1 % (landscape.h)
        QCOMPARE(gap(), QStringLiteral("Optimality gap %1 % with 512 factors").arg(QLocale().toString(expected, 'f', 1)));
    }

    void aDraggedPointChangesItsFactorInOneStep()
    {
        QVERIFY(waitForLandscape());
        QCOMPARE(factor(22), 1.0);
        drag(22, {40, 80, 120, 160});
        QVERIFY(waitForAnalysis(*m_workspace));
        QVERIFY(factor(22) > 1.1 && factor(22) < 2.0);
        QCOMPARE(m_workspace->settings().overrides[22]->choice, Choice::Custom);
        QCOMPARE(m_workspace->currentDimension(), 22_dim);
        QCOMPARE(m_workspace->undoStack()->count(), 1);
        m_workspace->undoStack()->undo();
        QVERIFY(waitForAnalysis(*m_workspace));
        QCOMPARE(factor(22), 1.0);
        QVERIFY(!m_workspace->settings().overrides[22]);
    }

    void aSecondDragIsASecondStep()
    {
        QVERIFY(waitForLandscape());
        drag(22, {40});
        drag(22, {40});
        QCOMPARE(m_workspace->undoStack()->count(), 2);
    }

    void aPointThatComesBackIsNoStep()
    {
        QVERIFY(waitForLandscape());
        m_workspace->setOverride({22_dim}, Override{Choice::Extrapolation, 1.0});
        QVERIFY(waitForAnalysis(*m_workspace));
        drag(22, {40, 80, 0});
        QCOMPARE(m_workspace->undoStack()->count(), 1);
    }

    void draggedPointsSnapToOneAndToTheScale()
    {
        QVERIFY(waitForLandscape());
        const int toScale = map().pointOf(22, current().columns[63]).toPoint().x() - pointOf(22).x();
        drag(22, {toScale / 2, toScale + 3});
        QVERIFY(waitForAnalysis(*m_workspace));
        QVERIFY(*m_workspace->settings().overrides[22] == (Override{Choice::Interpolation, 1.0}));
        QCOMPARE(factor(22), 2.0);
        drag(22, {-toScale / 2, -toScale + 3});
        QVERIFY(*m_workspace->settings().overrides[22] == (Override{Choice::Extrapolation, 1.0}));
        drag(22, {2000}); // beyond the axis: its end
        QVERIFY(waitForAnalysis(*m_workspace));
        QCOMPARE(factor(22), 3.0);
    }

    void keysMoveThePointByAColumn()
    {
        QVERIFY(waitForLandscape());
        m_workspace->setCurrentDimension(22_dim);
        QTest::keyClick(&map(), Qt::Key_Right);
        QVERIFY(waitForAnalysis(*m_workspace));
        QVERIFY(factor(22) > 1.0 && factor(22) < 1.01);
        QTest::keyClick(&map(), Qt::Key_Left);
        QVERIFY(waitForAnalysis(*m_workspace));
        QCOMPARE(factor(22), 1.0);
    }

    void aClickSelectsTheDimension()
    {
        QVERIFY(waitForLandscape());
        QTest::mouseClick(&map(), Qt::LeftButton, {}, map().positionOf(33, 250).toPoint());
        QCOMPARE(m_workspace->currentDimension(), 33_dim);
        QCOMPARE(map().currentRow(), 33);
        QCOMPARE(m_workspace->undoStack()->count(), 0);
    }

    void takesTheMinimumOfTheSelection()
    {
        QVERIFY(waitForLandscape());
        const auto landscape = m_view->live().landscape();
        const auto least = [&](int dimension) { return landscape->factors[landscape->minimum[static_cast<std::size_t>(dimension)]]; };
        QList<int> worse; // dimensions that have something to gain
        for (int dimension = 0; dimension < 64; ++dimension) {
            if (factor(dimension) != least(dimension)) {
                worse << dimension;
            }
        }
        QVERIFY(worse.size() > 3);
        m_workspace->setCurrentDimension(Dimension::of(worse[0]));
        click("takeMinimum");
        QVERIFY(waitForAnalysis(*m_workspace));
        QCOMPARE(factor(worse[0]), least(worse[0]));
        m_workspace->setSelectedDimensions({Dimension::of(worse[1]), Dimension::of(worse[2])});
        click("takeMinimum");
        QVERIFY(waitForAnalysis(*m_workspace));
        QCOMPARE(factor(worse[1]), least(worse[1]));
        QCOMPARE(factor(worse[2]), least(worse[2]));
        QVERIFY(factor(worse[3]) != least(worse[3]));
        QCOMPARE(m_workspace->undoStack()->count(), 2);
    }

    void takesAllMinimaInOneStep()
    {
        QVERIFY(waitForLandscape());
        const auto before = m_workspace->settings();
        click("takeAll");
        QVERIFY(waitForAnalysis(*m_workspace));
        QCOMPARE(m_workspace->analysis()->chosen->table.factors, m_view->live().landscape()->bestTable().factors);
        for (std::size_t i = 0; i < 64; ++i) {
            const Landscape& landscape = *m_view->live().landscape();
            QCOMPARE(m_workspace->analysis()->chosen->disturbance[i], landscape.at(Dimension(i), landscape.minimum[i]));
        }
        QVERIFY(gap().contains(QLocale().toString(0.0, 'f', 1)));
        m_workspace->undoStack()->undo();
        QVERIFY(m_workspace->settings() == before);
    }

    // What the hand held is gone; nothing of the new source may change.
    void aSourceThatArrivesDuringADragEndsIt()
    {
        for (const char* model : {"EleutherAI/gpt-neox-20b", "mistralai/Mistral-7B-v0.1"}) { // fewer dimensions, and as many
            adopt(*m_workspace, llama2());
            QVERIFY(waitForLandscape());
            const QPoint from = pointOf(60);
            QTest::mousePress(&map(), Qt::LeftButton, {}, from);
            QTest::mouseMove(&map(), from - QPoint(40, 0));
            m_view->grab();
            adopt(*m_workspace, *openPreset(model));
            const AnalysisSettings settings = m_workspace->settings();
            m_view->grab();
            QTest::mouseMove(&map(), from - QPoint(80, 0));
            m_view->grab();
            QVERIFY(waitForLandscape());
            QTest::mouseMove(&map(), from - QPoint(120, 0));
            m_view->grab();
            QTest::mouseRelease(&map(), Qt::LeftButton, {}, from - QPoint(120, 0));
            QVERIFY(m_workspace->settings() == settings);
            QCOMPARE(m_workspace->undoStack()->count(), 0);
        }
    }

    // The surface is jagged: a factor that is rounded would have another disturbance than the one that was read.
    void aDraggedPointTakesWhatTheColumnHas()
    {
        QVERIFY(waitForLandscape());
        const auto landscape = m_view->live().landscape();
        for (const int offset : {37, 61, 93, 41}) {
            drag(22, {offset / 2, offset});
            QVERIFY(waitForAnalysis(*m_workspace));
            const auto column = std::ranges::find(landscape->factors, factor(22)) - landscape->factors.begin();
            QVERIFY(column < 512);
            QCOMPARE(m_workspace->analysis()->chosen->disturbance[22], landscape->at(22_dim, static_cast<std::size_t>(column)));
            QCOMPARE(current().columns[22], static_cast<double>(column) + 0.5);
        }
    }

    void quickKeysLoseNoStep()
    {
        QVERIFY(waitForLandscape());
        m_workspace->setCurrentDimension(22_dim);
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(&map(), Qt::Key_Right);
        }
        QVERIFY(waitForAnalysis(*m_workspace));
        QCOMPARE(factor(22), m_view->live().landscape()->factors[3]);
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(&map(), Qt::Key_Left);
        }
        QVERIFY(waitForAnalysis(*m_workspace));
        QCOMPARE(factor(22), 1.0); // the end of the axis
    }

    void keysDoNotMoveAPointThatIsSwitchedOff()
    {
        QVERIFY(waitForLandscape());
        m_workspace->setCurrentDimension(22_dim);
        QTest::mouseClick(m_view->findChild<LegendBar*>()->entry(0), Qt::LeftButton);
        QTest::keyClick(&map(), Qt::Key_Right);
        QCOMPARE(m_workspace->undoStack()->count(), 0);
    }

    void anOlderFailureDoesNotBlockWhatIsAskedFor()
    {
        QVERIFY(waitForLandscape());
        askAgainWhileTheOlderFails(*m_workspace, *m_engine, [&] { return waitForLandscape(); });
        QVERIFY(m_view->live().isFinal());
        QCOMPARE(m_view->live().landscape()->settings.targetLength, 12288);
    }

    void valuesThatAreNotPositiveAreShownAtTheFloor()
    {
        QVERIFY(waitForLandscape());
        m_engine->lowersBy = 1e-3; // many are less than 0 then
        AnalysisSettings settings = m_workspace->settings();
        settings.targetLength = 16384;
        m_workspace->edit(settings, QStringLiteral("test"));
        QVERIFY(waitForLandscape());
        QVERIFY(m_workspace->analysis()->chosen->meanDisturbance > 0.0);
        QVERIFY(gap().contains(QStringLiteral("%")));
        picture(QStringLiteral("landscape-negative"));
        m_engine->lowersBy = 10.0; // all are
        settings.targetLength = 12288;
        m_workspace->edit(settings, QStringLiteral("test"));
        QVERIFY(waitForLandscape());
        QVERIFY(m_workspace->analysis()->chosen->meanDisturbance < 0.0);
        QCOMPARE(gap(), QStringLiteral("Optimality gap –"));
        QVERIFY(m_view->findChild<QLabel*>(QStringLiteral("gap"))->toolTip().contains(QStringLiteral("not positive")));
        m_view->grab();
        QTest::mouseMove(&map(), map().positionOf(35, 200).toPoint());
        m_view->grab();
    }

    void minimaLeaveAloneWhatIsThereAlready()
    {
        QVERIFY(waitForLandscape());
        const auto best = m_view->live().landscape()->bestTable();
        const auto before = m_workspace->analysis()->chosen->table;
        click("takeAll");
        QVERIFY(waitForAnalysis(*m_workspace));
        for (std::size_t i = 0; i < 64; ++i) {
            QCOMPARE(m_workspace->settings().overrides[i].has_value(), best.factors[i] != before.factors[i]);
        }
        QVERIFY(!std::ranges::all_of(m_workspace->settings().overrides, [](const auto& override) { return override.has_value(); }));
        QCOMPARE(m_workspace->undoStack()->count(), 1);
        click("takeAll");
        click("takeMinimum");
        QCOMPARE(m_workspace->undoStack()->count(), 1);
    }

    void theLegendSwitchesLines()
    {
        QVERIFY(waitForLandscape());
        auto* legend = m_view->findChild<LegendBar*>();
        QVERIFY(current().visible);
        QTest::mouseClick(legend->entry(0), Qt::LeftButton);
        QVERIFY(!current().visible);
        QTest::mouseClick(legend->entry(1), Qt::LeftButton);
        QVERIFY(!map().curves().front().visible);
        m_workspace->setOverride({22_dim}, Override{Choice::Interpolation, 1.0});
        QVERIFY(waitForAnalysis(*m_workspace));
        QVERIFY(!current().visible); // also after a change
    }

    void factorsBeyondTheAxisAreDrawnAtItsEdge()
    {
        QVERIFY(waitForLandscape());
        m_workspace->setOverride({5_dim}, Override{Choice::Custom, 100.0});
        m_workspace->setOverride({6_dim}, Override{Choice::Custom, 0.5});
        QVERIFY(waitForAnalysis(*m_workspace));
        QVERIFY(map().pointOf(5, current().columns[5]).x() > map().positionOf(5, 510).x());
        QVERIFY(map().pointOf(6, current().columns[6]).x() < map().positionOf(6, 1).x());
        m_view->grab();
    }

    void withoutAnExtensionItIsCalm()
    {
        AnalysisSettings settings = m_workspace->settings();
        settings.targetLength = settings.pretrainingLength;
        m_workspace->edit(settings, QStringLiteral("test"));
        QVERIFY(waitForLandscape());
        m_view->grab();
    }

    void aFailureIsReported()
    {
        QVERIFY(waitForLandscape());
        QSignalSpy failed(m_workspace.get(), &Workspace::failed);
        m_engine->failsRotations = true;
        AnalysisSettings settings = m_workspace->settings();
        settings.targetLength = 16384;
        m_workspace->edit(settings, QStringLiteral("test"));
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.front().front().toString().contains(QStringLiteral("the device fell asleep")));
    }

    void theCursorReadsFactorDisturbanceAndMinimum()
    {
        QVERIFY(waitForLandscape());
        m_view->resize(700, 800); // rows high enough for points
        m_workspace->setCurrentDimension(40_dim);
        QTest::qWait(50);
        const QImage plain = m_view->grab().toImage();
        QTest::mouseMove(&map(), map().positionOf(35, 200).toPoint());
        const QImage read = m_view->grab().toImage();
        QVERIFY(read != plain);
        picture(QStringLiteral("landscape-readout"));
        QTest::mouseMove(&map(), QPoint(1, 1));
        QVERIFY(m_view->grab().toImage() != read);
    }

    void hugeScalesHaveShortTicks()
    {
        for (const std::int64_t length : {std::int64_t{1} << 20, std::int64_t{1} << 37}) {
            AnalysisSettings settings = m_workspace->settings();
            settings.targetLength = length;
            m_workspace->edit(settings, QStringLiteral("test"));
            QVERIFY(waitForLandscape());
            picture(QStringLiteral("landscape-%1").arg(length));
        }
    }

    void theOrderOfDestructionDoesNotMatter()
    {
        m_workspace.reset(); // while the landscape is computed
        m_view->grab();
        QTest::qWait(20);
        m_view.reset();
    }
};

QTEST_MAIN(LandscapeViewTest)
#include "landscape_view_test.moc"
