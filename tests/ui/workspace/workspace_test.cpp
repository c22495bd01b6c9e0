// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/workspace.h"

#include "core/analysis/starting_point.h"
#include "tests/ui/counting_engine.h"
#include "tests/ui/ui_test.h"
#include "ui/base/text.h"

#include <QUndoStack>
#include <algorithm>
#include <memory>
#include <vector>

using namespace rotascope;
using namespace rotascope::uitest;

class WorkspaceTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        workspace = analysedWorkspace();
        QVERIFY(workspace);
    }

    void undoesAndRedoesEveryChange()
    {
        const std::vector<AnalysisSettings> states = [&] {
            std::vector<AnalysisSettings> result = {workspace->settings()};
            const auto change = [&](auto apply) {
                AnalysisSettings settings = workspace->settings();
                apply(settings);
                workspace->edit(settings, QStringLiteral("change"));
                result.push_back(workspace->settings());
            };
            change([](AnalysisSettings& s) { s.targetLength = 16384; });
            change([](AnalysisSettings& s) { s.intervals = 90; });
            change([](AnalysisSettings& s) { s.divergence = Divergence::Hellinger; });
            change([](AnalysisSettings& s) { s.epsilon = 1e-9; });
            change([](AnalysisSettings& s) { s.selection = InterpolatedComponents{80}; });
            change([](AnalysisSettings& s) { s.method = "yarn"; });
            workspace->setOverride({3_dim, 4_dim}, Override{Choice::Custom, 1.5});
            result.push_back(workspace->settings());
            return result;
        }();
        for (std::size_t i = states.size(); i-- > 1;) {
            QVERIFY(workspace->settings() == states[i]);
            workspace->undoStack()->undo();
        }
        QVERIFY(workspace->settings() == states[0]);
        QVERIFY(!workspace->undoStack()->canUndo());
        for (std::size_t i = 1; i < states.size(); ++i) {
            workspace->undoStack()->redo();
            QVERIFY(workspace->settings() == states[i]);
        }
        QVERIFY(waitForAnalysis(*workspace));
    }

    void selectsTheCurrentDimensionUntilAViewSelectsOthers()
    {
        workspace->setCurrentDimension(40_dim);
        QCOMPARE(workspace->selectedDimensions(), (QList<Dimension>{40_dim}));
        workspace->setSelectedDimensions({5_dim, 6_dim, 50_dim});
        workspace->setCurrentDimension(50_dim);
        QCOMPARE(workspace->selectedDimensions(), (QList<Dimension>{5_dim, 6_dim, 50_dim}));
        adopt(*workspace, *openPreset("EleutherAI/gpt-neox-20b")); // of 12 dimensions
        QCOMPARE(workspace->currentDimension(), 11_dim);
        QCOMPARE(workspace->selectedDimensions(), (QList<Dimension>{11_dim}));
    }

    void mergesStepsOfOneField()
    {
        for (int length = 9000; length <= 9500; length += 100) {
            AnalysisSettings settings = workspace->settings();
            settings.targetLength = length;
            workspace->edit(settings, QStringLiteral("target length"), 7);
        }
        QCOMPARE(workspace->undoStack()->count(), 1);
        workspace->undoStack()->undo();
        QCOMPARE(workspace->settings().targetLength, 8192);
    }

    void aGestureIsOneStepHoweverLongTheHandRests()
    {
        const auto edit = [&](std::int64_t length) {
            AnalysisSettings settings = workspace->settings();
            settings.targetLength = length;
            workspace->edit(settings, QStringLiteral("to %1").arg(length), 7);
        };
        workspace->beginGesture();
        edit(9000);
        QTest::qWait(1100); // longer than steps of a spin box may be apart
        edit(9100);
        workspace->endGesture();
        QCOMPARE(workspace->undoStack()->count(), 1);
        QCOMPARE(workspace->undoStack()->undoText(), QStringLiteral("to 9100"));
        workspace->beginGesture(); // the next one is another step, however soon it comes
        edit(9200);
        edit(9300);
        workspace->endGesture();
        QCOMPARE(workspace->undoStack()->count(), 2);
        workspace->beginGesture();
        edit(9400);
        edit(9300); // back to where it began
        workspace->endGesture();
        QCOMPARE(workspace->undoStack()->count(), 2);
        QCOMPARE(workspace->settings().targetLength, 9300);
    }

    // Views keep changing while a slider moves faster than the analyses come.
    void resultsComeWhileAHandMoves()
    {
        std::vector<std::int64_t> shown;
        connect(workspace.get(), &Workspace::analysisChanged, this, [&] { shown.push_back(workspace->analysis()->settings.targetLength); });
        workspace->beginGesture();
        for (const std::int64_t length : {9000, 9100, 9200}) {
            AnalysisSettings settings = workspace->settings();
            settings.targetLength = length;
            workspace->edit(settings, QStringLiteral("target length"), 7);
        }
        QVERIFY(waitForAnalysis(*workspace));
        workspace->endGesture();
        QCOMPARE(shown, (std::vector<std::int64_t>{9000, 9200}));
        disconnect(workspace.get(), nullptr, this, nullptr);
    }

    void factorsOfOneAndOfTheScaleAreChoices()
    {
        workspace->setFactors({{1_dim, 1.0}, {2_dim, 2.0}, {3_dim, 1.7}}, QStringLiteral("factors"));
        QVERIFY(*workspace->settings().overrides[1] == (Override{Choice::Extrapolation, 1.0}));
        QVERIFY(*workspace->settings().overrides[2] == (Override{Choice::Interpolation, 1.0}));
        QVERIFY(*workspace->settings().overrides[3] == (Override{Choice::Custom, 1.7}));
        QCOMPARE(workspace->undoStack()->count(), 1);
    }

    void anotherEngineComputesAnewAndIsNoStep()
    {
        const auto before = workspace->analysis();
        workspace->setEngine(makeCpuEngine());
        QTRY_VERIFY(workspace->analysis() != before);
        QVERIFY(workspace->analysis()->countedDimensions >= 64U);
        QCOMPARE(workspace->analysis()->chosen->disturbance, before->chosen->disturbance);
        QCOMPARE(workspace->undoStack()->count(), 0);
    }

    void aNoticeIsPassedOnOnce()
    {
        const auto engine = std::make_shared<CountingEngine>();
        engine->speaks = true;
        QSignalSpy noticed(workspace.get(), &Workspace::noticed);
        workspace->setEngine(engine);
        QTRY_COMPARE(noticed.count(), 1);
        QVERIFY(noticed.front().front().toString().contains(QStringLiteral("finished on the CPU")));
        AnalysisSettings settings = workspace->settings();
        settings.targetLength = 16384;
        workspace->edit(settings, QStringLiteral("test"));
        QVERIFY(waitForAnalysis(*workspace));
        QCOMPARE(noticed.count(), 1);
    }

    void refusesInvalidSettingsAndKeepsTheOldOnes()
    {
        QSignalSpy failed(workspace.get(), &Workspace::failed);
        AnalysisSettings settings = workspace->settings();
        settings.targetLength = 10;
        workspace->edit(settings, QStringLiteral("target length"));
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed.front().front().toString().contains(QStringLiteral("the target length L′ is 10")));
        QCOMPARE(workspace->settings().targetLength, 8192);
        QCOMPARE(workspace->undoStack()->count(), 0);
    }

    void namesItsSteps()
    {
        workspace->setOverride({22_dim}, Override{Choice::Interpolation, 1.0});
        QCOMPARE(workspace->undoStack()->undoText(), QStringLiteral("dimension 22: interpolation"));
        workspace->setOverride({22_dim}, std::nullopt);
        QCOMPARE(workspace->undoStack()->undoText(), QStringLiteral("dimension 22: automatic"));
        workspace->setOverride({22_dim}, std::nullopt);
        QCOMPARE(workspace->undoStack()->count(), 2); // what changes nothing is no step
    }

    // The undo stack keeps no results, because they are large. Each RoPE keeps its newest, and what was computed last may be kept as well.
    void switchesKeepSettingsNotResults()
    {
        const auto ropeOf
            = [](const char* name) { return openConfig(ROTASCOPE_SOURCE_DIR "/tests/data/field/c20-gemma-3-4b-it.json", name)->source; };
        const auto first
            = [](const std::shared_ptr<const Source>& source) { return *analyze(*makeCpuEngine(), source, defaultSettings(*source)); };
        adopt(*workspace, ropeOf("full_attention"));
        workspace->switchTo(first(ropeOf("sliding_attention")));
        QCOMPARE(workspace->undoStack()->undoText(), QStringLiteral("RoPE sliding_attention"));
        std::vector<std::weak_ptr<const Analysis>> results;
        std::vector<AnalysisSettings> states;
        for (int i = 0; i < 6; ++i) {
            workspace->setFactors({{Dimension::of(i), 1.5}}, QStringLiteral("factor"));
            QVERIFY(waitForAnalysis(*workspace));
            results.push_back(workspace->analysis());
            states.push_back(workspace->settings());
            QVERIFY(workspace->switchBackTo(i % 2 == 0 ? "full_attention" : "sliding_attention"));
        }
        QVERIFY(std::ranges::count_if(results, [](const auto& result) { return !result.expired(); }) <= 3);
        for (int i = 6; i-- > 0;) {
            workspace->undoStack()->undo();
            QVERIFY(workspace->settings() == states[static_cast<std::size_t>(i)]);
            QVERIFY(waitForAnalysis(*workspace));
            QCOMPARE(workspace->analysis()->source->ropeName, std::string(i % 2 == 0 ? "sliding_attention" : "full_attention"));
            workspace->undoStack()->undo();
        }
    }

    void namesTheWayToAnotherStartAndBack()
    {
        const auto trained = openConfig(ROTASCOPE_SOURCE_DIR "/tests/data/field/r31-llama3-old-transformers.json")->source;
        const auto other
            = *startingFrom(trained, trained->start() == StartingPoint::Trained ? StartingPoint::Unscaled : StartingPoint::Trained);
        adopt(*workspace, trained);
        workspace->switchTo(*analyze(*makeCpuEngine(), other, defaultSettings(*other)));
        const QString there = QStringLiteral("start from ") + fromUtf8(nameOfStart(other->start()));
        const QString back = QStringLiteral("start from ") + fromUtf8(nameOfStart(trained->start()));
        QCOMPARE(workspace->undoStack()->undoText(), there);
        QVERIFY(workspace->switchBackTo(trained->ropeName, trained->start()));
        QCOMPARE(workspace->undoStack()->undoText(), back);
        QVERIFY(workspace->switchBackTo(trained->ropeName, other->start()));
        QCOMPARE(workspace->undoStack()->undoText(), there);
    }

    void aNewSourceBeginsAfresh()
    {
        workspace->setOverride({63_dim}, Override{Choice::Interpolation, 1.0});
        workspace->setCurrentDimension(63_dim);
        adopt(*workspace, *openPreset("EleutherAI/gpt-neox-20b"));
        QCOMPARE(workspace->undoStack()->count(), 0);
        QCOMPARE(workspace->currentDimension(), 11_dim); // it has 12 dimensions
        QVERIFY(waitForAnalysis(*workspace));
        QCOMPARE(workspace->analysis()->dimensions(), 12U);
    }

    // A hand that is still down holds nothing of the new source.
    void aNewSourceEndsTheGesture()
    {
        workspace->beginGesture();
        adopt(*workspace, *openPreset("EleutherAI/gpt-neox-20b"));
        for (const int dimension : {1, 2}) {
            workspace->setFactors({{Dimension::of(dimension), 1.5}}, QStringLiteral("dimension %1").arg(dimension), 1000 + dimension);
        }
        QVERIFY(waitForAnalysis(*workspace)); // also without endGesture()
        workspace->endGesture();
        QCOMPARE(workspace->undoStack()->count(), 2);
    }

    // As after a table was opened.
    void overridesCanFollowWhereThereAreNone()
    {
        AnalysisSettings settings = workspace->settings();
        settings.overrides.clear();
        workspace->edit(settings, QStringLiteral("none"));
        workspace->setOverride({22_dim}, Override{Choice::Interpolation, 1.0});
        QCOMPARE(workspace->settings().dimensionsSetByHand(), 1);
        QCOMPARE(workspace->settings().overrides.size(), 64U);
        workspace->undoStack()->undo();
        workspace->setFactors({{3_dim, 1.5}}, QStringLiteral("factor"));
        const Override set{Choice::Custom, 1.5};
        QCOMPARE(workspace->settings().overrideOf(3_dim), set);
    }

    void overridesKeepToExistingDimensions()
    {
        adopt(*workspace, *openPreset("EleutherAI/gpt-neox-20b"));
        workspace->setFactors({{60_dim, 1.5}, {Dimension::of(-1), 1.5}}, QStringLiteral("factors"));
        workspace->setOverride({60_dim, Dimension::of(-1)}, Override{Choice::Interpolation, 1.0});
        QCOMPARE(workspace->undoStack()->count(), 0);
        workspace->setFactors({{60_dim, 1.5}, {5_dim, 1.5}}, QStringLiteral("factors"));
        QVERIFY(*workspace->settings().overrides[5] == (Override{Choice::Custom, 1.5}));
        QVERIFY(waitForAnalysis(*workspace));
    }

    void keepsToExistingDimensions()
    {
        QSignalSpy changed(workspace.get(), &Workspace::currentDimensionChanged);
        workspace->setCurrentDimension(64_dim);
        workspace->setCurrentDimension(Dimension::of(-1));
        QCOMPARE(changed.count(), 0);
        workspace->setCurrentDimension(22_dim);
        QCOMPARE(changed.count(), 1);
    }

private:
    std::unique_ptr<Workspace> workspace;
};

QTEST_MAIN(WorkspaceTest)
#include "workspace_test.moc"
