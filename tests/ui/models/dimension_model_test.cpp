// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/dimension_model.h"

#include "core/analysis/certificate.h"
#include "tests/ui/ui_test.h"
#include "ui/base/number_text.h"

#include <QAbstractItemModelTester>
#include <cmath>

using namespace rotascope;
using namespace rotascope::uitest;

class DimensionModelTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        workspace = analysedWorkspace();
        QVERIFY(workspace);
        model = std::make_unique<DimensionModel>(workspace.get());
    }
    void cleanup() { model.reset(); }

    void keepsTheRulesOfModels()
    {
        const QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        workspace->setOverride({1_dim, 2_dim}, Override{Choice::Interpolation, 1.0});
        QVERIFY(waitForAnalysis(*workspace));
        AnalysisSettings settings = workspace->settings();
        for (std::size_t place = 0; place < 3; ++place) { // columns come and go
            settings.pins.push_back(
                {.place = place, .name = "pin", .table = workspace->analysis()->interpolation->table, .method = "linear"});
            workspace->edit(settings, QStringLiteral("test"));
            QVERIFY(waitForAnalysis(*workspace));
            QCOMPARE(model->columnCount(), DimensionModel::ColumnCount + 2 * static_cast<int>(settings.pins.size()));
        }
        settings.pins.erase(settings.pins.begin(), settings.pins.begin() + 2);
        workspace->edit(settings, QStringLiteral("test"));
        QVERIFY(waitForAnalysis(*workspace));
        QCOMPARE(model->headerData(DimensionModel::ColumnCount, Qt::Horizontal).toString(), QStringLiteral("D C"));
        adopt(*workspace, *openPreset("EleutherAI/gpt-neox-20b"));
        QVERIFY(waitForAnalysis(*workspace));
        QCOMPARE(model->rowCount(), 12);
    }

    void secondReadingsAreOfTheChosenFactor()
    {
        const Analysis& analysis = *workspace->analysis();
        const auto value = [&](int row, int column) { return model->index(row, column).data(DimensionModel::SortRole).toDouble(); };
        QCOMPARE(value(40, DimensionModel::Unseen), analysis.chosen->outOfDistributionShare[40]);
        QCOMPARE(value(40, DimensionModel::TurnsAfter), 2.0 * analysis.turnsInPretraining(40_dim) / analysis.chosen->table.factors[40]);
        QCOMPARE(model->index(40, DimensionModel::Near).data().toString(), QStringLiteral("…")); // not looked at
        model->setLooksAtNearFar(true);
        const NearFar expected = nearFarOf(*analysis.source, analysis.settings, analysis.chosen->table);
        QTRY_COMPARE(value(63, DimensionModel::Near), expected.near[63]);
        QCOMPARE(value(63, DimensionModel::Far), expected.far[63]);
    }

    void marginsAreThoseOfTheCertificate()
    {
        const auto certificate = *certify(*makeCpuEngine(), *workspace->analysis(), 3);
        for (int row = 0; row < model->rowCount(); ++row) {
            QCOMPARE(model->index(row, DimensionModel::Margin).data(DimensionModel::SortRole).toDouble(),
                certificate->dimensions[static_cast<std::size_t>(row)].margin);
        }
        QCOMPARE(
            model->index(22, DimensionModel::Margin).data().toString(), disturbanceColumnText(marginOf(*workspace->analysis(), 22_dim)));
    }

    void headsAreNoDimensions()
    {
        adopt(*workspace, *openPreset("bigscience/bloom"));
        QVERIFY(waitForAnalysis(*workspace));
        const auto header = [&](int column) { return model->headerData(column, Qt::Horizontal).toString(); };
        QCOMPARE(header(DimensionModel::Index), QStringLiteral("Head"));
        QCOMPARE(header(DimensionModel::Wavelength), QStringLiteral("Slope"));
        QCOMPARE(model->rowCount(), 112);
        QCOMPARE(model->index(0, DimensionModel::Turns).data().toString(), QStringLiteral("–"));
        QCOMPARE(model->index(0, DimensionModel::Wavelength).data(DimensionModel::SortRole).toDouble(), std::exp2(-0.125));
        model->setLooksAtNearFar(true);
        QCOMPARE(model->index(0, DimensionModel::Far).data().toString(), QStringLiteral("–"));
        adopt(*workspace, *openPreset("openai-community/gpt2"));
        QVERIFY(waitForAnalysis(*workspace));
        QCOMPARE(header(DimensionModel::Index), QStringLiteral("Channel"));
        QCOMPARE(model->index(0, DimensionModel::Unseen).data(DimensionModel::SortRole).toDouble(), 0.0); // the method interpolates
    }

    void showsTheAnalysis()
    {
        const Analysis& analysis = *workspace->analysis();
        QCOMPARE(model->rowCount(), 64);
        for (int i = 0; i < 64; ++i) {
            const auto value = [&](int column) { return model->index(i, column).data(DimensionModel::SortRole).toDouble(); };
            const auto k = static_cast<std::size_t>(i);
            QCOMPARE(value(DimensionModel::Extrapolation), analysis.extrapolation->disturbance[k]);
            QCOMPARE(value(DimensionModel::Interpolation), analysis.interpolation->disturbance[k]);
            QCOMPARE(value(DimensionModel::Chosen), analysis.chosen->disturbance[k]);
            QCOMPARE(value(DimensionModel::Factor), analysis.chosen->table.factors[k]);
            QCOMPARE(value(DimensionModel::Wavelength), analysis.source->rope.wavelength(k));
        }
        QCOMPARE(model->index(22, DimensionModel::Extrapolation).data().toString(), QLocale().toString(0.072915, 'f', 6));
        QCOMPARE(model->index(22, DimensionModel::ChoiceColumn).data(DimensionModel::ChoiceRole).toInt(),
            static_cast<int>(Choice::Extrapolation));
        QCOMPARE(model->index(6, DimensionModel::ChoiceColumn).data(DimensionModel::ChoiceRole).toInt(),
            static_cast<int>(Choice::Interpolation));
    }

    void aToggleTouchesItsRowAlone()
    {
        QSignalSpy changed(model.get(), &QAbstractItemModel::dataChanged);
        workspace->setOverride({22_dim}, Override{Choice::Interpolation, 1.0});
        QVERIFY(waitForAnalysis(*workspace));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.front().front().toModelIndex().row(), 22);
        AnalysisSettings settings = workspace->settings();
        settings.targetLength = 16384;
        workspace->edit(settings, QStringLiteral("target length"));
        QVERIFY(waitForAnalysis(*workspace));
        QCOMPARE(changed.count(), 2); // all rows in one signal
        QCOMPARE(changed.back().at(0).toModelIndex().row(), 0);
        QCOMPARE(changed.back().at(1).toModelIndex().row(), 63);
    }

    void marksWhatIsSetByHand()
    {
        workspace->setOverride({10_dim}, Override{Choice::Custom, 131072.0});
        QVERIFY(waitForAnalysis(*workspace));
        QVERIFY(model->index(10, 0).data(DimensionModel::ManualRole).toBool());
        QVERIFY(!model->index(11, 0).data(DimensionModel::ManualRole).toBool());
        QCOMPARE(QLocale().toDouble(model->index(10, DimensionModel::Factor).data().toString()), 131072.0);
    }

    void tellsTheAxisOfADimension()
    {
        const auto toolTip = [&](int row) { return model->index(row, DimensionModel::Index).data(Qt::ToolTipRole).toString(); };
        QCOMPARE(toolTip(3), QString()); // one axis
        Source source = *workspace->source();
        source.rope.axis.assign(64, 0);
        std::fill(source.rope.axis.begin() + 16, source.rope.axis.end(), 1);
        std::fill(source.rope.axis.begin() + 40, source.rope.axis.end(), 2);
        adopt(*workspace, std::make_shared<const Source>(source));
        QVERIFY(toolTip(15).contains(QStringLiteral("time")));
        QVERIFY(toolTip(16).contains(QStringLiteral("height")));
        QVERIFY(toolTip(63).contains(QStringLiteral("width")));
    }

    void marksNearTies()
    {
        const Analysis& analysis = *workspace->analysis();
        int marked = 0;
        for (int i = 0; i < 64; ++i) {
            const auto k = static_cast<std::size_t>(i);
            const bool mark = model->index(i, 0).data(DimensionModel::NearTieRole).toBool();
            QCOMPARE(mark, nearlyTies(analysis.extrapolation->disturbance[k], analysis.interpolation->disturbance[k]));
            marked += mark ? 1 : 0;
        }
        QVERIFY(marked > 0 && marked < 32);
    }

private:
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<DimensionModel> model;
};

QTEST_MAIN(DimensionModelTest)
#include "dimension_model_test.moc"
