// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/source_panel.h"

#include "core/recording/recording_writer.h"
#include "core/source/open_source.h"
#include "tests/core/recording/without_positions.h"
#include "tests/ui/ui_test.h"
#include "ui/dialogs/lint_dialog.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSet>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QStyleOptionSlider>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QUndoStack>

using namespace rotascope;
using namespace rotascope::uitest;

class SourcePanelTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        workspace = analysedWorkspace();
        QVERIFY(workspace);
        panel = std::make_unique<SourcePanel>(workspace.get());
        panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel.get()));
    }
    void cleanup() { panel.reset(); }

    void typedLengthsAreTaken()
    {
        type(find<QDoubleSpinBox>("targetLength"), QStringLiteral("16384"));
        QCOMPARE(workspace->settings().targetLength, 16384);
        type(find<QDoubleSpinBox>("pretrainingLength"), QStringLiteral("20000"));
        QCOMPARE(workspace->settings().pretrainingLength, 20000);
        QCOMPARE(workspace->settings().targetLength, 20000); // L′ follows, it cannot be shorter
        workspace->undoStack()->undo();
        QCOMPARE(find<QDoubleSpinBox>("pretrainingLength")->value(), 4096.0);
        QCOMPARE(find<QDoubleSpinBox>("targetLength")->value(), 16384.0);
    }

    void nearWeighsInTheThreshold()
    {
        auto* field = find<QLineEdit>("nearWeight");
        const std::vector<Choice> before = workspace->analysis()->selected;
        type(field, QStringLiteral("0.05"));
        QCOMPARE(std::get<Threshold>(workspace->settings().selection),
            (Threshold{std::get<Threshold>(workspace->settings().selection).t, 0.05}));
        QVERIFY(waitForAnalysis(*workspace));
        QVERIFY(workspace->analysis()->selected != before);
        type(find<QLineEdit>("threshold"), QStringLiteral("0.001"));
        QCOMPARE(std::get<Threshold>(workspace->settings().selection), (Threshold{0.001, 0.05}));
        const QSignalSpy refused(workspace.get(), &Workspace::failed);
        type(field, QStringLiteral("-1"));
        QCOMPARE(refused.size(), 1);
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(field->text(), QStringLiteral("0.05"));
        workspace->undoStack()->undo();
        workspace->undoStack()->undo();
        QCOMPARE(field->text(), QStringLiteral("0"));
        find<QRadioButton>("byComponents")->click();
        QVERIFY(!field->isEnabled());
    }

    // Of the table that is shown, not of what the rule would choose.
    void whatIsInterpolatedCountsWhatIsSetByHand()
    {
        const auto* result = find<QLabel>("selectionResult");
        QVERIFY2(result->text().startsWith(QStringLiteral("interpolates 92 components:\n46 of 64 dimensions")), qPrintable(result->text()));
        AnalysisSettings settings = workspace->settings();
        const std::size_t kept = static_cast<std::size_t>(
            std::ranges::find(workspace->analysis()->selected, Choice::Extrapolation) - workspace->analysis()->selected.begin());
        settings.overrides[kept] = Override{Choice::Interpolation, 1.0};
        workspace->edit(settings, QStringLiteral("test"));
        QVERIFY(waitForAnalysis(*workspace));
        const QString text = result->text();
        QVERIFY2(text.startsWith(QStringLiteral("interpolates 94 components:\n47 of 64 dimensions\nwith what is set by hand")),
            qPrintable(text));
    }

    // Only where the method decides by it: what the user chose is left alone.
    void whatIsKnownOfThePapersThresholdIsSaid()
    {
        const auto* label = find<QLabel>("thresholdAdvice");
        const QString advice = QStringLiteral("begin with about 72 here");
        QVERIFY2(label->text().contains(advice), qPrintable(label->text()));
        keepPicture(*panel, QStringLiteral("threshold-advice"));
        find<QRadioButton>("byComponents")->click();
        QVERIFY(waitForAnalysis(*workspace));
        QCOMPARE(label->text(), QString());
    }

    void bandAndClipsTakeDimensions()
    {
        auto* field = find<QLineEdit>("methodParameter");
        QVERIFY(!field->isEnabled()); // of other methods
        AnalysisSettings settings = workspace->settings();
        settings.method = "band";
        workspace->edit(settings, QStringLiteral("test"));
        QVERIFY(field->isEnabled());
        QCoreApplication::sendPostedEvents();
        const QString longest = QStringLiteral("1000:2000"); // is read as a whole
        QVERIFY2(field->width() > field->fontMetrics().horizontalAdvance(longest) + 10, qPrintable(QString::number(field->width())));
        type(field, QStringLiteral("20:40"));
        QCOMPARE(workspace->settings().parameters.band, (DimensionRange{20, 40}));
        QVERIFY(waitForAnalysis(*workspace));
        QCOMPARE(workspace->analysis()->chosen->table.factors[20], 2.0);
        const QSignalSpy refused(workspace.get(), &Workspace::failed);
        type(field, QStringLiteral("40:20"));
        QCOMPARE(refused.size(), 1);
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(field->text(), QStringLiteral("20:40"));
        workspace->undoStack()->undo();
        QCOMPARE(field->text(), QString());
        settings.method = "hardclip";
        workspace->edit(settings, QStringLiteral("test"));
        type(field, QStringLiteral("3"));
        QCOMPARE(workspace->settings().parameters.clipped, std::size_t{3});
    }

    void nothingMovesFromMethodToMethod()
    {
        const auto places = [this] {
            QCoreApplication::sendPostedEvents();
            QTest::qWait(20);
            QList<QRect> all;
            for (const auto* field : panel->findChildren<QAbstractButton*>()) {
                all << QRect(field->mapTo(panel.get(), QPoint()), field->size());
            }
            return all << QRect(QPoint(), panel->sizeHint());
        };
        const QList<QRect> before = places();
        for (const char* method : {"linear", "band", "yarn", "hardclip", "distributional"}) {
            AnalysisSettings settings = workspace->settings();
            settings.method = method;
            workspace->edit(settings, QStringLiteral("test"));
            QVERIFY(waitForAnalysis(*workspace));
            QVERIFY2(places() == before, method);
        }
    }

    void farIsWeighed()
    {
        auto* field = find<QLineEdit>("farWeight");
        QVERIFY(field->isHidden()); // it is of the measure near and far
        QCOMPARE(field->text(), QStringLiteral("3"));
        auto* measure = find<QComboBox>("measure");
        measure->setFocus();
        QTest::keyClick(measure, Qt::Key_End);
        QVERIFY(waitForAnalysis(*workspace));
        QCOMPARE(workspace->settings().farWeight, 3.0);
        QVERIFY(!field->isHidden());
        const double mean = workspace->analysis()->chosen->meanDisturbance;
        type(field, QStringLiteral("0.5"));
        QCOMPARE(workspace->settings().farWeight, 0.5);
        QVERIFY(waitForAnalysis(*workspace));
        QVERIFY(workspace->analysis()->chosen->meanDisturbance < mean);
        const QSignalSpy refused(workspace.get(), &Workspace::failed);
        type(field, QStringLiteral("-1"));
        QCOMPARE(refused.size(), 1);
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(field->text(), QStringLiteral("0.5"));
        workspace->undoStack()->undo();
        QCOMPARE(field->text(), QStringLiteral("3"));
    }

    void anotherEncodingSaysWhatItHas()
    {
        adopt(*workspace, *openPreset("bigscience/bloom"));
        QVERIFY(waitForAnalysis(*workspace));
        const QString facts = find<QLabel>("facts")->text();
        QVERIFY2(facts.contains(QStringLiteral("ALiBi")) && facts.contains(QStringLiteral("112 heads")), qPrintable(facts));
        QVERIFY(!find<QLineEdit>("nearWeight")->isEnabled());
        QCOMPARE(find<QComboBox>("measure")->currentData().toString(), QStringLiteral("distances"));
        adopt(*workspace, *openPreset("google-t5/t5-base"));
        QVERIFY(waitForAnalysis(*workspace));
        QVERIFY(!find<QSpinBox>("intervals")->isEnabled());
        QCOMPARE(find<QSpinBox>("intervals")->value(), 32);
    }

    void weightsAreChosenOrReadFromAFile()
    {
        auto* box = find<QComboBox>("weights");
        QCOMPARE(box->currentText(), QStringLiteral("equal"));
        QVERIFY(!qobject_cast<QStandardItemModel*>(box->model())->item(1)->isEnabled()); // a preset has no recorded usage
        const QTemporaryDir folder;
        const auto choose = [&](const QByteArray& text) {
            const QString name = folder.filePath(QStringLiteral("weights.txt"));
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
            file.close();
            box->setFocus();
            QTest::keyClick(box, Qt::Key_End);
            QFileDialog* dialog = nullptr;
            QTRY_VERIFY((dialog = panel->findChild<QFileDialog*>()) != nullptr);
            dialog->selectFile(name);
            static_cast<QDialog*>(dialog)->accept();
        };
        const double mean = workspace->analysis()->chosen->meanDisturbance;
        const QSignalSpy refused(workspace.get(), &Workspace::failed);
        choose("1 2 3");
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(box->currentText(), QStringLiteral("equal")); // what was set stays
        choose("1" + QByteArray(" 0").repeated(63));
        QTRY_COMPARE(workspace->settings().weights.name, std::string(ownWeights));
        QVERIFY(waitForAnalysis(*workspace));
        QCOMPARE(workspace->analysis()->chosen->meanDisturbance, workspace->analysis()->chosen->disturbance.front());
        workspace->undoStack()->undo();
        QCOMPARE(box->currentText(), QStringLiteral("equal"));
        QVERIFY(waitForAnalysis(*workspace));
        QCOMPARE(workspace->analysis()->chosen->meanDisturbance, mean);
    }

    // Of one layer, a group, or all.
    void layersWhoseUsageCountsAreChosen()
    {
        auto* box = find<QComboBox>("weights");
        auto* layers = find<QLineEdit>("layers");
        QVERIFY(!layers->isVisibleTo(panel.get()));
        Source source = *llama2();
        source.usageLayers = {0, 1, 2};
        source.usage.assign(std::size_t{3} * 64, 0.0);
        source.usage[5] = source.usage[64 + 6] = source.usage[128 + 7] = 1.0;
        adopt(*workspace, std::make_shared<const Source>(source));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentText(), QStringLiteral("recorded usage"));
        QCOMPARE(workspace->settings().weights.name, std::string("usage"));
        QVERIFY(layers->isVisibleTo(panel.get()));
        QVERIFY2(layers->toolTip().contains(QStringLiteral("0-2")), qPrintable(layers->toolTip()));
        type(layers, QStringLiteral("2, 1"));
        QCOMPARE(workspace->settings().weights.name, std::string("usage:1-2"));
        QCOMPARE(layers->text(), QStringLiteral("1-2"));
        QVERIFY(waitForAnalysis(*workspace));
        const std::vector<double>& terms = workspace->analysis()->chosen->disturbance;
        QCOMPARE(workspace->analysis()->chosen->meanDisturbance, (terms[6] + terms[7]) / 2.0);
        keepPicture(*panel, QStringLiteral("panel-layers"));

        const QSignalSpy refused(workspace.get(), &Workspace::failed);
        type(layers, QStringLiteral("7"));
        QCOMPARE(refused.size(), 1);
        QVERIFY(refused.front().front().toString().contains(QStringLiteral("no usage was recorded of layer 7; expected layers of 0-2")));
        QCOMPARE(layers->text(), QStringLiteral("7"));
        QTest::keyClick(layers, Qt::Key_Escape);
        QCOMPARE(layers->text(), QStringLiteral("1-2"));
        layers->setFocus();
        layers->selectAll();
        QTest::keyClick(layers, Qt::Key_Delete);
        QTest::keyClick(layers, Qt::Key_Return);
        QCOMPARE(workspace->settings().weights.name, std::string("usage"));
        workspace->undoStack()->undo();
        QCOMPARE(layers->text(), QStringLiteral("1-2"));
        workspace->undoStack()->undo();
        workspace->undoStack()->undo();
        QCOMPARE(box->currentText(), QStringLiteral("equal"));
        QVERIFY(!layers->isVisibleTo(panel.get()));
    }

    // The field is marked until a length is set: by a frame, in words, and for screen readers.
    void asksForALengthThatTheFileCannotTell()
    {
        auto* frame = find<QFrame>("pretrainingFrame");
        auto* field = find<QDoubleSpinBox>("pretrainingLength");
        auto* hint = find<QLabel>("pretrainingHint");
        QCOMPARE(frame->frameShape(), QFrame::NoFrame);
        QVERIFY(field->accessibleDescription().isEmpty());
        const auto opened = openConfig(ROTASCOPE_SOURCE_DIR "/tests/data/field/r17-chinese-alpaca-16k.json");
        QVERIFY(opened);
        adopt(*workspace, opened->source);
        QCOMPARE(frame->frameShape(), QFrame::Box);
        QCOMPARE(hint->text(), QStringLiteral("⚠ the file does not say: set it"));
        const QString lengths = QStringLiteral("%1, or %2 if that is the length after its linear scaling");
        QVERIFY(field->accessibleDescription().contains(lengths.arg(QLocale().toString(16384), QLocale().toString(4096))));
        QVERIFY(field->toolTip().contains(QStringLiteral("set L")));
        type(field, QStringLiteral("4096"));
        QCOMPARE(frame->frameShape(), QFrame::NoFrame);
        QVERIFY(field->accessibleDescription().isEmpty());
        workspace->undoStack()->undo();
        QCOMPARE(frame->frameShape(), QFrame::Box);
    }

    void saysWhichWindowARopeHas()
    {
        const auto opened = openConfig(ROTASCOPE_SOURCE_DIR "/tests/data/field/c20-gemma-3-4b-it.json", "sliding_attention");
        QVERIFY(opened);
        adopt(*workspace, opened->source);
        QVERIFY(find<QLabel>("facts")->text().contains(QStringLiteral("sliding window of %1 positions").arg(QLocale().toString(1024))));
        QCOMPARE(find<QDoubleSpinBox>("pretrainingLength")->value(), 1024.0);
        QCOMPARE(find<QLabel>("pretrainingHint")->text(), QStringLiteral("the window of its layers"));
    }

    void saysHowAxesShareTheDimensions()
    {
        QVERIFY(!find<QLabel>("facts")->text().contains(QStringLiteral("M-RoPE")));
        Source source = *workspace->source();
        source.rope.axis.assign(64, 0);
        std::fill(source.rope.axis.begin() + 16, source.rope.axis.end(), 1);
        std::fill(source.rope.axis.begin() + 50, source.rope.axis.end(), 2);
        adopt(*workspace, std::make_shared<const Source>(source));
        QVERIFY(find<QLabel>("facts")->text().contains(QStringLiteral("M-RoPE: 16 by time, 34 by height, 14 by width")));
    }

    void customAsksForATable()
    {
        auto* method = find<QComboBox>("method");
        const int custom = method->findData(QStringLiteral("custom"));
        QCOMPARE(custom, method->count() - 1);
        const int before = method->currentIndex();
        method->setFocus();
        QSignalSpy asked(panel.get(), &SourcePanel::tableRequested);
        QTest::keyClick(method, Qt::Key_End);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(method->currentIndex(), before);
        QCOMPARE(workspace->settings().method, std::string("distributional"));

        AnalysisSettings settings = workspace->settings();
        settings.customTable = ScalingTable{.factors = std::vector(64, 1.75)};
        workspace->edit(settings, QStringLiteral("table"));
        QTest::keyClick(method, Qt::Key_End);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(workspace->settings().method, std::string("custom"));
        QVERIFY(waitForAnalysis(*workspace));
        QCOMPARE(workspace->analysis()->chosen->table.factors[0], 1.75);
    }

    // docs/method.md, section 10.
    void theMeasureIsChosen()
    {
        auto* box = find<QComboBox>("measure");
        QCOMPARE(box->currentData().toString(), QStringLiteral("positions"));
        choose("measure", box->findData(QStringLiteral("distances")));
        QCOMPARE(workspace->settings().measure(), std::string_view("distances"));
        QVERIFY(waitForAnalysis(*workspace));
        QCOMPARE(qRound(1e6 * workspace->analysis()->chosen->meanDisturbance), 5180);
        choose("measure", box->findData(QStringLiteral("near-far")));
        QVERIFY(waitForAnalysis(*workspace));
        QVERIFY(workspace->settings().farWeight.has_value());
        QVERIFY(!find<QComboBox>("divergence")->isEnabled());
        workspace->undoStack()->setIndex(0);
        QCOMPARE(box->currentData().toString(), QStringLiteral("positions"));
        QVERIFY(find<QComboBox>("divergence")->isEnabled());
        const auto* model = qobject_cast<const QStandardItemModel*>(box->model());
        QVERIFY(!model->item(box->findData(QStringLiteral("window")))->isEnabled()); // no layer slides
    }

    void intervalsDivergenceAndEpsilon()
    {
        type(find<QSpinBox>("intervals"), QStringLiteral("720"));
        QCOMPARE(workspace->settings().intervals, 720U);
        choose("divergence", 1);
        QCOMPARE(workspace->settings().divergence, Divergence::ReverseKullbackLeibler);
        type(find<QLineEdit>("epsilon"), QLocale().toString(1e-8));
        QCOMPARE(workspace->settings().epsilon, 1e-8);
        QSignalSpy refused(workspace.get(), &Workspace::failed);
        type(find<QLineEdit>("epsilon"), QStringLiteral("nonsense"));
        QCOMPARE(refused.count(), 1);
        QCOMPARE(workspace->settings().epsilon, 1e-8);
        QTest::keyClick(find<QLineEdit>("epsilon"), Qt::Key_Escape);
        QCOMPARE(QLocale().toDouble(find<QLineEdit>("epsilon")->text()), 1e-8);
        QSignalSpy failed(workspace.get(), &Workspace::failed);
        type(find<QLineEdit>("epsilon"), QStringLiteral("0"));
        QCOMPARE(failed.count(), 1);
        QCOMPARE(workspace->settings().epsilon, 1e-8);
        choose("divergence", 2);
        QVERIFY(!find<QLineEdit>("epsilon")->isEnabled());
    }

    void whatIsOutOfRangeIsRefusedWithAReason()
    {
        const AnalysisSettings before = workspace->settings();
        const auto refuses = [&](auto* field, const char* text, const char* reason) {
            QSignalSpy failed(workspace.get(), &Workspace::failed);
            type(field, QString::fromLatin1(text));
            QCOMPARE(failed.count(), 1);
            QVERIFY2(failed.front().front().toString().contains(QString::fromUtf8(reason)), qPrintable(failed.front().front().toString()));
            QVERIFY(workspace->settings() == before);
        };
        refuses(find<QSpinBox>("intervals"), "0", "the number of intervals b is 0");
        const QByteArray many = QStringLiteral("the number of intervals b is %1").arg(QLocale().toString(1000000)).toUtf8();
        refuses(find<QSpinBox>("intervals"), "1000000", many.constData());
        refuses(find<QDoubleSpinBox>("targetLength"), "100", "the target length L′ is 100");
        refuses(find<QLineEdit>("threshold"), "abc", "threshold t is \"abc\"");
        refuses(find<QLineEdit>("epsilon"), "abc", "Epsilon is \"abc\"");
        QCOMPARE(find<QSpinBox>("intervals")->value(), 360);
        QCOMPARE(find<QDoubleSpinBox>("targetLength")->value(), 8192.0);
    }

    void typedNumbersAreStepsOfTheirOwn()
    {
        type(find<QSpinBox>("intervals"), QStringLiteral("90"));
        type(find<QSpinBox>("intervals"), QStringLiteral("180"));
        workspace->undoStack()->undo();
        QCOMPARE(workspace->settings().intervals, 90U);
    }

    void selectionByComponentsBeginsWhereTheThresholdWas()
    {
        QTest::mouseClick(find<QRadioButton>("byComponents"), Qt::LeftButton, Qt::NoModifier, QPoint(8, 8));
        QVERIFY(workspace->settings().selection == SelectionRule(InterpolatedComponents{92}));
        type(find<QSpinBox>("components"), QStringLiteral("80"));
        QVERIFY(workspace->settings().selection == SelectionRule(InterpolatedComponents{80}));
        QVERIFY(waitForAnalysis(*workspace));
        QCOMPARE(std::ranges::count(workspace->analysis()->selected, Choice::Interpolation), 40);
        QTest::mouseClick(find<QRadioButton>("byThreshold"), Qt::LeftButton, Qt::NoModifier, QPoint(8, 8));
        type(find<QLineEdit>("threshold"), QLocale().toString(0.001));
        QVERIFY(workspace->settings().selection == SelectionRule(Threshold{0.001}));
    }

    void methodToStartFrom()
    {
        choose("method", find<QComboBox>("method")->findText(QStringLiteral("YaRN")));
        QCOMPARE(workspace->settings().method, std::string("yarn"));
        QVERIFY(waitForAnalysis(*workspace));
        QVERIFY(std::abs(workspace->analysis()->chosen->meanDisturbance - 25.604e-3) < 1e-6);
        QVERIFY(!find<QRadioButton>("byThreshold")->isEnabled());
    }

    void offersOnlyWhatTheSourceHas()
    {
        auto* before = find<QComboBox>("before");
        const auto isEnabled = [&](int index) { return qobject_cast<QStandardItemModel*>(before->model())->item(index)->isEnabled(); };
        QVERIFY(!isEnabled(0));
        QVERIFY(isEnabled(2));
        adopt(*workspace, *openRecording(samplePath().toStdString()));
        QVERIFY(isEnabled(0));
        QCOMPARE(before->currentIndex(), 0);
        choose("before", 2);
        QCOMPARE(workspace->settings().before, BeforeKind::UniformPositions);
    }

    void anglesWithoutPositionsAreCountedAndTheirCoverageIsSaid()
    {
        QVERIFY(find<QLabel>("samples")->text().startsWith(QStringLiteral("11.4 samples per interval")));
        QVERIFY(!find<QLabel>("coverage")->isVisible());
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("angles.h5")).toStdString();
        QVERIFY(writeRecording({.rope = llama2()->rope, .length = 512, .withAngles = true, .created = {}}, file));
        QVERIFY(test::removePositions(file));
        adopt(*workspace, *openRecording(file));
        QVERIFY(find<QLabel>("samples")->text().startsWith(QStringLiteral("10.0 samples per interval"))); // with fewer intervals
        type(find<QSpinBox>("intervals"), QStringLiteral("360"));
        QVERIFY2(find<QLabel>("samples")->text().startsWith(QStringLiteral("⚠ 1.42 samples per interval: few")),
            qPrintable(find<QLabel>("samples")->text()));
        QVERIFY(find<QLabel>("coverage")->isVisible());
        QVERIFY(find<QLabel>("coverage")->text().contains(QStringLiteral("512 tokens without their positions")));
        choose("before", 2);
        QVERIFY(find<QLabel>("samples")->text().startsWith(QStringLiteral("11.4 samples per interval")));
        QVERIFY(!find<QLabel>("coverage")->isVisible());
    }

    void everyEditIsOneUndoStep()
    {
        auto* box = find<QDoubleSpinBox>("targetLength");
        box->setFocus();
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(box, Qt::Key_Up);
        }
        QCOMPARE(workspace->settings().targetLength, 8192 + 5 * 1024);
        QCOMPARE(workspace->undoStack()->count(), 1);
    }

    void theSliderMovesTheTargetLengthInOneStep()
    {
        auto* slider = find<QSlider>("targetSlider");
        QCOMPARE(slider->value(), 8); // 8192: one doubling
        QStyleOptionSlider option;
        option.initFrom(slider);
        option.minimum = slider->minimum();
        option.maximum = slider->maximum();
        option.sliderPosition = slider->value();
        option.tickPosition = slider->tickPosition();
        const QPoint handle = slider->style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, slider).center();
        QSet<qint64> lengths;
        connect(workspace.get(), &Workspace::settingsChanged, slider, [&] { lengths.insert(workspace->settings().targetLength); });
        QTest::mousePress(slider, Qt::LeftButton, {}, handle);
        for (int x = handle.x(); x < slider->width(); x += 4) {
            QTest::mouseMove(slider, {x, handle.y()});
        }
        QTest::mouseRelease(slider, Qt::LeftButton, {}, {slider->width(), handle.y()});
        QCOMPARE(workspace->settings().targetLength, 64 * 4096);
        QVERIFY(lengths.size() > 5); // live, not only at the end
        QCOMPARE(find<QDoubleSpinBox>("targetLength")->value(), 64.0 * 4096);
        QCOMPARE(workspace->undoStack()->count(), 1);
        workspace->undoStack()->undo();
        QCOMPARE(workspace->settings().targetLength, 8192);
        QCOMPARE(slider->value(), 8);
    }

    void theSliderLandsOnRoundMultiples()
    {
        auto* slider = find<QSlider>("targetSlider");
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(workspace->settings().targetLength, 4096);
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(workspace->settings().targetLength, 4096 + 512);
        QTest::keyClick(slider, Qt::Key_PageUp);
        QCOMPARE(workspace->settings().targetLength, 2 * (4096 + 512));
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(workspace->settings().targetLength, 64 * 4096);
        type(find<QDoubleSpinBox>("targetLength"), QStringLiteral("1048576"));
        QCOMPARE(slider->value(), slider->maximum());
        QCOMPARE(workspace->settings().targetLength, 1048576);
    }

    void theButtonLeadsToWhatEnginesDo()
    {
        QVERIFY(!find<QPushButton>("lint")->isVisible()); // a preset is no file
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("config.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"rope_theta": 1e6, "head_dim": 128, "max_position_embeddings": 40960, "rope_scaling": {"rope_type": "yarn",
            "factor": 4.0, "original_max_position_embeddings": 32768, "<b>odd</b>": 1}})");
        file.close();
        const auto opened = openConfig(file.fileName().toStdString());
        QVERIFY(opened);
        QVERIFY(file.remove()); // it is not read again
        adopt(*workspace, opened->source, std::make_shared<const LintReport>(lint(*opened->file)));
        // Every such file is called so: the folder tells models apart.
        QCOMPARE(find<QLabel>("origin")->text(), QFileInfo(folder.path()).fileName() + QStringLiteral("/config.json"));
        auto* button = find<QPushButton>("lint");
        QVERIFY(button->isVisible());
        QVERIFY2(button->text().contains(QStringLiteral("2 warnings, 4 engines differ")), qPrintable(button->text()));
        QTest::mouseClick(button, Qt::LeftButton);
        auto* dialog = panel->findChild<LintDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        const QString text = dialog->findChild<QTextBrowser*>(QStringLiteral("lint"))->toPlainText();
        QVERIFY(text.contains(QStringLiteral("Fix: make max_position_embeddings = factor x")));
        QVERIFY2(text.contains(QStringLiteral("does not read: <b>odd</b>")), "names from a file are no markup");
        QVERIFY(text.contains(QStringLiteral("llama.cpp, converted")));
        keepPicture(*dialog, QStringLiteral("lint"));
        inTheDark([&] { keepPicture(*dialog, QStringLiteral("lint-dark")); });
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(panel->findChild<LintDialog*>() == nullptr);
    }

private:
    template <class T> T* find(const char* name) { return panel->findChild<T*>(QString::fromLatin1(name)); }

    template <class T> void type(T* field, const QString& text)
    {
        QVERIFY(field && field->isEnabled());
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }

    void choose(const char* name, int index)
    {
        auto* box = find<QComboBox>(name);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0, steps = 0; box->currentIndex() != index && steps < 20; ++steps, ++i) {
            QTest::keyClick(box, Qt::Key_Down);
        }
        QCOMPARE(box->currentIndex(), index);
    }

    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<SourcePanel> panel;
};

QTEST_MAIN(SourcePanelTest)
#include "source_panel_test.moc"
