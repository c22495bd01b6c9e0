// SPDX-License-Identifier: GPL-3.0-or-later
// The whole job, as a user does it: open the sample, look at a dimension, flip it, see the mean change, export, read back.
#include "ui/window/main_window.h"

#include "core/analysis/summary.h"
#include "core/engine/cpu_engine.h"
#include "core/engine/engine_registry.h"
#include "core/exchange/tables/csv_table.h"
#include "core/recording/recording_writer.h"
#include "tests/core/gguf/gguf_builder.h"
#include "tests/ui/counting_engine.h"
#include "tests/ui/ui_test.h"
#include "ui/base/message_bar.h"
#include "ui/commands/recent_files.h"
#include "ui/dialogs/engines_dialog.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/models/dimension_model.h"
#include "ui/views/dimension_table.h"
#include "ui/views/landscape_view.h"
#include "ui/views/length_sweep_view.h"
#include "ui/window/counting_preview.h"
#include "ui/window/engine_indicator.h"
#include "ui/window/engine_menu.h"
#include "ui/window/opening_indicator.h"
#include "ui/workspace/live_landscape.h"
#include "ui/workspace/live_sweep.h"
#include "ui/workspace/source_loader.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QFontInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTimer>
#include <QUndoStack>
#include <QUrl>
#include <algorithm>
#include <functional>
#include <hdf5.h>
#include <sys/stat.h>

using namespace rotascope;
using namespace rotascope::uitest;

class MainWindowTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        window = std::make_unique<MainWindow>(makeCpuEngine());
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }

    // Without fonts every test would pass and every letter be a box.
    void hasAFont()
    {
        QVERIFY(
            QFontInfo(QApplication::font()).family().contains(QStringLiteral("DejaVu")) || QFontInfo(QApplication::font()).exactMatch());
    }

    void doesTheWholeJob()
    {
        window->openFile(samplePath());
        QVERIFY(waitForAnalysis(window->workspace()));
        Workspace& workspace = window->workspace();
        DimensionTable& table = dimensionTable();
        QCOMPARE(workspace.analysis()->settings.before, BeforeKind::RecordedAngles);
        const double meanBefore = workspace.analysis()->chosen->meanDisturbance;

        QTest::mouseClick(table.viewport(), Qt::LeftButton, Qt::NoModifier, cell(22, DimensionModel::Index).center());
        QCOMPARE(workspace.currentDimension(), 22_dim);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, Qt::NoModifier,
            DimensionDelegate::segmentRect(cell(22, DimensionModel::ChoiceColumn), ChoiceAction::Interpolate).center());
        QVERIFY(waitForAnalysis(workspace));

        // What core computes from nothing for the same settings.
        const auto engine = makeCpuEngine();
        const auto expected = *analyze(*engine, *openRecording(samplePath().toStdString()), workspace.settings());
        QCOMPARE(workspace.analysis()->chosen->meanDisturbance, expected->chosen->meanDisturbance);
        QVERIFY(expected->chosen->meanDisturbance > meanBefore + 0.009); // (ln 2 - 0.073) / 64
        QVERIFY(window->statusBar()->findChild<QLabel*>()->text().contains(
            QLocale().toString(1e3 * expected->chosen->meanDisturbance, 'g', 5)));
        picture("whole-job");

        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("table.csv"));
        QTimer::singleShot(0, window.get(), [&] {
            auto* dialog = qobject_cast<ExportDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            dialog->findChild<QComboBox*>(QStringLiteral("format"))->setCurrentText(QStringLiteral("CSV table")); // not the last one's
            QTRY_VERIFY(!dialog->isPreparing());
            picture("export-dialog", dialog);
            dialog->saveTo(file);
            QTRY_VERIFY(!dialog->isWriting());
            dialog->close();
        });
        QTest::keyClick(window.get(), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(!window->findChild<ExportDialog*>());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const auto table2 = parseCsvTable(written.readAll().toStdString(), "table.csv");
        QVERIFY(table2);
        QVERIFY(table2->table == expected->chosen->table);
        QCOMPARE(table2->table.factors[22], 2.0);

        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(waitForAnalysis(workspace));
        QCOMPARE(workspace.analysis()->chosen->meanDisturbance, meanBefore);
    }

    // However far it is: the target is as it was or complete, and no dialog stays that would keep the program running.
    void closingTheWindowStopsAnExport()
    {
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(window->workspace()));
        const QTemporaryDir folder;
        QFile model(folder.filePath(QStringLiteral("model.gguf")));
        QVERIFY(model.open(QIODevice::WriteOnly));
        constexpr std::uint64_t large = std::uint64_t{256} << 20U;
        model.write(QByteArray::fromStdString(test::llamaModel().tensorAt("token_embd.weight", {large}, 24, 0).bytes()));
        QVERIFY(model.resize(model.pos() + static_cast<qint64>(large))); // zeros that take no room
        model.close();
        QTest::keyClick(window.get(), Qt::Key_E, Qt::ControlModifier);
        auto* dialog = window->findChild<ExportDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QComboBox*>(QStringLiteral("format"))->setCurrentText(QStringLiteral("GGUF model"));
        dialog->mergeInto(model.fileName());
        QTRY_VERIFY(dialog->findChild<QPushButton*>(QStringLiteral("save"))->isEnabled());
        dialog->saveTo(folder.filePath(QStringLiteral("copy.gguf")));
        QVERIFY(dialog->isWriting());
        window->close();
        QVERIFY(!dialog->isVisible());
        QTRY_VERIFY(!window->findChild<ExportDialog*>());
        const QStringList left = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
        QVERIFY(left == QStringList({QStringLiteral("model.gguf")})
            || QFileInfo(folder.filePath(QStringLiteral("copy.gguf"))).size() > static_cast<qint64>(large));
    }

    void aBadFileLeavesEverythingAsItWas()
    {
        window->openFile(samplePath());
        QVERIFY(waitForAnalysis(window->workspace()));
        window->workspace().setOverride({5_dim}, Override{Choice::Interpolation, 1.0});
        QVERIFY(waitForAnalysis(window->workspace()));
        const auto before = window->workspace().analysis();

        const QTemporaryDir folder;
        QFile text(folder.filePath(QStringLiteral("text.h5")));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("not a recording");
        text.close();
        QFile sample(samplePath());
        QVERIFY(sample.open(QIODevice::ReadOnly));
        QFile truncated(folder.filePath(QStringLiteral("truncated.h5")));
        QVERIFY(truncated.open(QIODevice::WriteOnly));
        truncated.write(sample.read(200000));
        truncated.close();
        // Recorded angles are read by the first analysis, so a file with a bad one opens and fails only then.
        const QString badAngle = folder.filePath(QStringLiteral("bad-angle.h5"));
        QVERIFY(writeRecordingWithABadAngle(badAngle));
        for (const QString& bad :
            {folder.filePath(QStringLiteral("missing.h5")), folder.path(), text.fileName(), truncated.fileName(), badAngle}) {
            QSignalSpy failed(window.get(), &MainWindow::openFailed);
            window->openFile(bad);
            QTRY_COMPARE(failed.count(), 1);
            QVERIFY(window->messageBar().isVisible());
            QVERIFY2(window->messageBar().message().contains(QFileInfo(bad).fileName()), qPrintable(window->messageBar().message()));
            QCOMPARE(window->workspace().analysis(), before);
            QCOMPARE(window->workspace().source(), before->source);
            QCOMPARE(window->workspace().undoStack()->count(), 1);
        }
        picture("bad-file");
        window->workspace().undoStack()->undo(); // else it is asked whether that may be lost
        window->openFile(QStringLiteral("missing.h5"));
        QTRY_VERIFY(window->messageBar().isVisible());
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QTRY_VERIFY(!window->messageBar().isVisible());
    }

    // While another source is read, everything goes on with the one that is shown.
    void worksOnWhileAnotherSourceIsRead()
    {
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QTRY_VERIFY(window->workspace().analysis());
        window->openPreset(QStringLiteral("EleutherAI/gpt-neox-20b"));
        window->workspace().setCurrentDimension(40_dim);
        QTest::keyClick(&dimensionTable(), Qt::Key_I);
        QVERIFY(waitForAnalysis(window->workspace()));
        QTRY_VERIFY(window->findChild<QPushButton*>(QStringLiteral("discard"))); // what was set meanwhile would be lost
        QCOMPARE(window->workspace().source()->rope.dimensions(), 64U);
        QTest::mouseClick(window->findChild<QPushButton*>(QStringLiteral("discard")), Qt::LeftButton);
        QTRY_COMPARE(window->workspace().source()->rope.dimensions(), 12U);
        QCOMPARE(window->workspace().currentDimension(), byDisturbance(*window->workspace().analysis()).front());
        QCOMPARE(dimensionTable().model()->rowCount(), 12);
    }

    void theHistogramFillsAsItReads()
    {
        auto* indicator = window->statusBar()->findChild<OpeningIndicator*>();
        auto* preview = indicator->findChild<CountingPreview*>();
        auto* loader = window->findChild<SourceLoader*>();
        emit loader->busyChanged(true);
        QVERIFY(indicator->isVisible() && !preview->isVisible());
        const auto tell = [&](std::uint64_t done, std::uint64_t more) {
            auto some = std::make_shared<AngleHistograms>(64, CountingWatch::intervals);
            for (std::size_t i = 0; i < 45; ++i) {
                some->counts(32)[i] = 1 + i * more;
            }
            emit loader->progressed({.done = done, .total = 1000});
            emit loader->counted(some);
        };
        tell(250, 10);
        QVERIFY(preview->isVisible());
        QVERIFY2(preview->reading().contains(QStringLiteral("32: 45 of 90")), qPrintable(preview->reading()));
        const QImage first = preview->grab().toImage();
        tell(1000, 10);
        QVERIFY2(preview->grab().toImage() != first, "it grows with what is read");
        keepPicture(*window->statusBar(), QStringLiteral("counting-light"));
        inTheDark([this] { keepPicture(*window->statusBar(), QStringLiteral("counting-dark")); });
        emit loader->busyChanged(false);
        emit loader->busyChanged(true);
        QVERIFY(!preview->isVisible());
        QVERIFY(preview->reading().isEmpty());
        emit loader->busyChanged(false);
    }

    // After the last row the recorded angles are counted, and nobody knows for how long.
    void theProgressSaysWhatIsDone()
    {
        auto* bar = window->findChild<QProgressBar*>();
        auto* step = window->findChild<QLabel*>(QStringLiteral("progressStep"));
        auto* loader = window->findChild<SourceLoader*>();
        emit loader->progressed({.done = 500, .total = 1000});
        QCOMPARE(step->text(), QStringLiteral("opening"));
        QCOMPARE(bar->maximum(), 1000);
        QCOMPARE(bar->value(), 500);
        emit loader->progressed({.done = 600, .total = 1000, .perSecond = 12'345.0, .secondsLeft = 38.0});
        QCOMPARE(step->text(), QStringLiteral("opening, %1 rows/s, 40 s left").arg(QLocale().toString(12000)));
        window->statusBar()->findChild<OpeningIndicator*>()->show();
        keepPicture(*window->statusBar(), QStringLiteral("opening"));
        emit loader->progressed({.done = 1000, .total = 1000});
        QCOMPARE(step->text(), QStringLiteral("counting angles"));
        QCOMPARE(bar->maximum(), 0); // busy
        window->openFile(samplePath());
        QVERIFY(step->isVisible() && bar->isVisible());
        QTRY_VERIFY(window->workspace().analysis());
        QVERIFY(!step->isVisible() && !bar->isVisible());
    }

    void fitsALaptop() { QVERIFY(window->minimumSizeHint().width() <= 1280 && window->minimumSizeHint().height() <= 720); }

    // The window must not move its docks because another row has longer texts.
    void theLayoutStaysWhateverRowIsShown()
    {
        window->openFile(samplePath());
        QTRY_VERIFY(window->workspace().analysis());
        QTest::qWait(20);
        const int width = dimensionTable().width();
        for (int dimension = 0; dimension < 64; ++dimension) {
            window->workspace().setCurrentDimension(Dimension::of(dimension));
            QCoreApplication::processEvents();
            QCOMPARE(dimensionTable().width(), width);
        }
    }

    void opensWhatIsDropped()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(samplePath())});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &drop);
        QVERIFY(waitForAnalysis(window->workspace()));
        QVERIFY(window->windowTitle().contains(QStringLiteral("llama-2-7b-4096.h5")));
    }

    void beginsAtTheWorstDimensionAndGoesToTheNext()
    {
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        Workspace& workspace = window->workspace();
        QVERIFY(waitForAnalysis(workspace));
        QCOMPARE(workspace.currentDimension(), 12_dim);
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window.get(), Qt::Key_N);
        QCOMPARE(workspace.currentDimension(), 22_dim);
        QTest::keyClick(window.get(), Qt::Key_N, Qt::ShiftModifier);
        QTest::keyClick(window.get(), Qt::Key_N, Qt::ShiftModifier); // there is none before it
        QCOMPARE(workspace.currentDimension(), 12_dim);
        auto* field = window->findChild<QLineEdit*>(QStringLiteral("epsilon"));
        QVERIFY(field);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_N);
        QCOMPARE(workspace.currentDimension(), 12_dim);
    }

    void keepsItsDocks()
    {
        window->keepState();
        auto* overview = window->findChild<QDockWidget*>(QStringLiteral("overview"));
        overview->close();
        window->close();
        MainWindow second(makeCpuEngine());
        second.keepState();
        second.show();
        auto* restored = second.findChild<QDockWidget*>(QStringLiteral("overview"));
        QVERIFY(restored->isHidden());
        second.resetLayout();
        QVERIFY(!restored->isHidden());
    }

    void theEngineMenuChoosesTheEngine()
    {
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(window->workspace()));
        auto* menu = window->findChild<EngineMenu*>();
        auto* automatic = menu->findChild<QAction*>(QStringLiteral("auto"));
        auto* cpu = menu->findChild<QAction*>(QStringLiteral("cpu"));
        auto* cuda = menu->findChild<QAction*>(QStringLiteral("cuda"));
        QVERIFY(automatic && cpu && cuda);
        QVERIFY(automatic->isChecked());
        for (const EngineEntry& entry : EngineRegistry::instance().entries()) {
            auto* action = menu->findChild<QAction*>(QString::fromStdString(entry.info.name));
            QTRY_COMPARE(action->isEnabled(), entry.unavailable.empty());
            QVERIFY(entry.unavailable.empty() || action->toolTip().contains(QString::fromStdString(entry.unavailable)));
        }
        const auto before = window->workspace().analysis();
        cpu->trigger();
        QVERIFY(cpu->isChecked());
        QCOMPARE(window->workspace().engine(), *EngineRegistry::instance().find("cpu"));
        QTRY_VERIFY(window->workspace().analysis() != before);
        auto* indicator = window->statusBar()->findChild<EngineIndicator*>();
        QVERIFY(indicator->text().contains(QStringLiteral("CPU")));
        const double milliseconds = window->workspace().analysis()->milliseconds;
        QVERIFY(indicator->text().contains(QLocale().toString(milliseconds, 'f', milliseconds < 100.0 ? 2 : 0)));
        QCOMPARE(indicator->menu(), menu);
        menu->adjustSize();
        picture("engine-menu", menu);
    }

    // Needs ROTASCOPE_CUDA_MODULE (the emulated one will do) and ROTASCOPE_CUDA_FAULT=60:lost.
    void theEngineMenuShowsThatAGpuWasLost()
    {
        if (!qEnvironmentVariable("ROTASCOPE_CUDA_FAULT").endsWith(QStringLiteral(":lost"))) {
            QSKIP("no GPU that gets lost");
        }
        const EngineRegistry registry(cudaModule());
        registry.load();
        EngineMenu menu(registry);
        auto* cuda = menu.findChild<QAction*>(QStringLiteral("cuda"));
        QVERIFY(cuda->isEnabled());
        const auto engine = *registry.find("cuda");
        for (int i = 0; i < 60 && registry.entries().back().unavailable.empty(); ++i) {
            QVERIFY(analyze(*engine, llama2(), defaultSettings(*llama2()))); // on the CPU, once the GPU is lost
        }
        menu.popup({10, 10});
        QVERIFY(!cuda->isEnabled());
        QVERIFY(cuda->text().contains(QStringLiteral("not available")));
        QCOMPARE(cuda->toolTip(), QString::fromStdString(registry.entries().back().unavailable));
        menu.close();
        const EnginesDialog dialog;
        QVERIFY(dialog.findChild<QLabel*>(QStringLiteral("cuda"))
                    ->text()
                    .endsWith(QStringLiteral("chosen by ROTASCOPE_CUDA_MODULE: ") + qEnvironmentVariable("ROTASCOPE_CUDA_MODULE")));
    }

    // Whatever lies where the settings should be: the window opens, and says so.
    void worksWithoutSettings()
    {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/rotascope");
        const QString file = folder + QStringLiteral("/rotascope.conf");
        QVERIFY(QDir().mkpath(folder));
        const auto messageWith = [&](const std::function<bool()>& prepare) {
            QFile::remove(file);
            if (!prepare()) {
                return QStringLiteral("cannot be prepared");
            }
            MainWindow other(makeCpuEngine());
            other.keepState();
            other.openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
            if (!waitForAnalysis(other.workspace())) {
                return QStringLiteral("no analysis");
            }
            rememberRecentFile(QStringLiteral("/some/model.gguf"));
            other.close();
            return other.messageBar().message();
        };
        QVERIFY(messageWith([&] {
            return mkfifo(file.toLocal8Bit().constData(), 0600) == 0;
        }).contains(QStringLiteral("rotascope.conf is not a regular file: the layout of the window and recent files are not kept")));
        const QString damaged = messageWith([&] {
            QFile text(file);
            return text.open(QIODevice::WriteOnly) && text.write("this is no list of settings\n") > 0;
        });
        QVERIFY2(damaged.contains(QStringLiteral("rotascope.conf is damaged")), qPrintable(damaged));
        const QString lock = file + QStringLiteral(".lock");
        QVERIFY(messageWith([&] { return QDir().mkdir(lock); }).contains(QStringLiteral("rotascope.conf is locked, by ")));
        QVERIFY(QDir().rmdir(lock));
        const QString elsewhere = messageWith([&] {
            QFile text(lock); // as QLockFile on another computer writes it
            return text.open(QIODevice::WriteOnly) && text.write("1\nother\notherhost\n") > 0;
        });
        QVERIFY2(elsewhere.contains(QStringLiteral("rotascope.conf is locked, by ")), qPrintable(elsewhere));
        QVERIFY(QFile::remove(lock));
        QCOMPARE(messageWith([] { return true; }), QString());
        QFile::remove(file);
    }

    void opensTablesOfItsOwnAndOthers()
    {
        const QTemporaryDir folder;
        window->openTable(folder.filePath(QStringLiteral("missing.csv")));
        QVERIFY(window->messageBar().message().contains(QStringLiteral("missing.csv: open the model that the table is for first")));
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(window->workspace()));
        Workspace& workspace = window->workspace();
        workspace.setFactors({{30_dim, 1.25}}, QStringLiteral("by hand"));
        QVERIFY(waitForAnalysis(workspace));
        const ScalingTable exported = workspace.analysis()->chosen->table;
        const QString file = folder.filePath(QStringLiteral("table.csv"));
        QVERIFY(csvFormat.prepare(documentOfChosen(workspace.analysis()))->writeTo(file.toStdString()));

        workspace.setOverride({2_dim, 3_dim}, Override{Choice::Interpolation, 1.0});
        QVERIFY(waitForAnalysis(workspace));
        window->openTable(file);
        QTRY_COMPARE(workspace.settings().method, std::string("custom"));
        QVERIFY(waitForAnalysis(workspace));
        QCOMPARE(workspace.analysis()->chosen->table.factors, exported.factors);
        QCOMPARE(workspace.settings().method, std::string("custom"));
        QCOMPARE(std::string(workspace.analysis()->methods.back().method->name), std::string("custom"));
        QCOMPARE(workspace.undoStack()->undoText(), QStringLiteral("table table.csv"));
        picture("custom-table");
        inTheDark([&] { picture("custom-table-dark"); });
        workspace.undoStack()->undo();
        QVERIFY(waitForAnalysis(workspace));
        QCOMPARE(workspace.settings().method, std::string("distributional"));
        QVERIFY(workspace.settings().overrides[3]);

        QFile list(folder.filePath(QStringLiteral("factors.txt")));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("1.0\n2.0\n3.0\n");
        list.close();
        window->openTable(folder.filePath(QStringLiteral("missing.csv")));
        QTRY_VERIFY(window->messageBar().message().contains(QStringLiteral("missing.csv: no such file")));
        window->openTable(list.fileName());
        QTRY_VERIFY(window->messageBar().message().contains(QStringLiteral("3 factors; the source has 64 dimensions")));
        QCOMPARE(workspace.settings().method, std::string("distributional"));
    }

    // A model that was trained with a scaling: that model is extended, unless the user chooses the RoPE without it.
    void extendsTheTrainedModelOrTheUnscaledRope()
    {
        window->openFile(QStringLiteral(ROTASCOPE_SOURCE_DIR "/tests/data/field/r31-llama3-old-transformers.json"));
        Workspace& workspace = window->workspace();
        QVERIFY(waitForAnalysis(workspace));
        auto* start = window->findChild<QComboBox*>(QStringLiteral("start"));
        auto* method = window->findChild<QComboBox*>(QStringLiteral("method"));
        QVERIFY(start->isVisible());
        QCOMPARE(start->currentText(), QStringLiteral("the trained model"));
        QCOMPARE(workspace.settings().pretrainingLength, 131072);
        QVERIFY(window->findChild<QLabel*>(QStringLiteral("facts"))->text().contains(QStringLiteral("trained with llama3, which stays")));
        const auto ownIsOffered = [method] {
            return method->model()->flags(method->model()->index(method->findData(QStringLiteral("own")), 0)).testFlag(Qt::ItemIsEnabled);
        };
        QVERIFY(!ownIsOffered());
        picture("trained-model");
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("table.csv"));
        QVERIFY(csvFormat.prepare(documentOfChosen(workspace.analysis()))->writeTo(file.toStdString()));
        const auto written = csvFormat.read(file.toStdString());
        QCOMPARE(written->table.factors.back(), 16.0); // 8 of the model, 2 of the extension
        window->openTable(file);
        QTRY_COMPARE(workspace.settings().method, std::string("custom"));
        QVERIFY(waitForAnalysis(workspace));
        QCOMPARE(workspace.analysis()->chosen->table.factors.back(), 2.0);

        start->setFocus();
        QTest::keyClick(start, Qt::Key_Down);
        QTRY_COMPARE(start->currentText(), QStringLiteral("the unscaled RoPE"));
        QTRY_COMPARE(workspace.settings().pretrainingLength, 8192);
        QVERIFY(waitForAnalysis(workspace));
        QVERIFY(ownIsOffered());
        QCOMPARE(workspace.source()->start(), StartingPoint::Unscaled);
        QVERIFY(workspace.lintReport() != nullptr);
        const auto& methods = workspace.analysis()->methods;
        const auto isOwn = [](const MethodAnalysis& compared) { return compared.method->name == "own"; };
        const auto own = std::find_if(methods.begin(), methods.end(), isOwn);
        QVERIFY(own != methods.end());
        QCOMPARE(own->result->table.factors.back(), 8.0);
        picture("unscaled-rope");
        QTest::keyClick(start, Qt::Key_Up);
        QTRY_COMPARE(workspace.settings().pretrainingLength, 131072);

        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QTRY_VERIFY(!start->isVisible());
    }

    void marksALengthThatTheFileCannotTell()
    {
        window->openFile(QStringLiteral(ROTASCOPE_SOURCE_DIR "/tests/data/field/r17-chinese-alpaca-16k.json"));
        QVERIFY(waitForAnalysis(window->workspace()));
        QVERIFY(window->findChild<QLabel*>(QStringLiteral("pretrainingHint"))->text().startsWith(QStringLiteral("⚠")));
        picture("unknown-length");
        inTheDark([&] { picture("unknown-length-dark"); });
    }

    // Of a model with several RoPEs each keeps what was set for it, and a file takes all that were changed.
    void keepsATableForEachRope()
    {
        const QString file = QStringLiteral(ROTASCOPE_SOURCE_DIR "/tests/data/field/c20-gemma-3-4b-it.json");
        window->openFile(file);
        Workspace& workspace = window->workspace();
        QVERIFY(waitForAnalysis(workspace));
        auto* rope = window->findChild<QComboBox*>(QStringLiteral("rope"));
        QVERIFY(rope->isVisible());
        QCOMPARE(rope->currentText(), QStringLiteral("full_attention"));
        QTest::keyClick(&dimensionTable(), Qt::Key_I);
        QVERIFY(waitForAnalysis(workspace));
        const ScalingTable full = workspace.analysis()->chosen->table;
        QVERIFY(workspace.otherRopes().empty());

        rope->setFocus();
        QTest::keyClick(rope, Qt::Key_Down);
        QTRY_COMPARE(workspace.source()->ropeName, std::string("sliding_attention"));
        QCOMPARE(workspace.otherRopes().size(), 1U);
        QVERIFY(workspace.lintReport() != nullptr);
        QTest::keyClick(&dimensionTable(), Qt::Key_E);
        QVERIFY(waitForAnalysis(workspace));
        const ScalingTable sliding = workspace.analysis()->chosen->table;

        rope->setFocus();
        QTest::keyClick(rope, Qt::Key_Up);
        QTRY_COMPARE(workspace.source()->ropeName, std::string("full_attention"));
        QVERIFY(waitForAnalysis(workspace));
        QVERIFY(workspace.analysis()->chosen->table == full);
        QCOMPARE(workspace.settings().dimensionsSetByHand(), 1);

        const QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("config.json"));
        exportInto(file, copy);
        const auto tables = readScalingTable(copy.toStdString());
        QVERIFY(tables);
        QVERIFY(*tableFor(*tables, *workspace.source()) == workspace.source()->onModel(full));
        QCOMPARE(tables->others.size(), 1U);
        QVERIFY(tables->others.front().table == sliding);

        // Step by step back to the beginning, across both.
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(workspace.source()->ropeName, std::string("sliding_attention"));
        QCOMPARE(workspace.settings().dimensionsSetByHand(), 1);
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
        }
        QCOMPARE(workspace.source()->ropeName, std::string("full_attention"));
        QCOMPARE(workspace.settings().dimensionsSetByHand(), 0);
        QVERIFY(!workspace.undoStack()->canUndo());
        QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(workspace.settings().dimensionsSetByHand(), 1);
    }

    void showsLandscapeAndSweepWhenTheirTabsAreChosen()
    {
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(window->workspace()));
        auto* landscape = window->findChild<LandscapeView*>();
        auto* sweep = window->findChild<LengthSweepView*>();
        QVERIFY(landscape->visibleRegion().isEmpty() && sweep->visibleRegion().isEmpty()); // the default layout is calm
        QTest::qWait(50);
        QVERIFY(!landscape->live().landscape() && !sweep->live().sweep());
        window->findChild<QDockWidget*>(QStringLiteral("landscape"))->raise();
        window->findChild<QDockWidget*>(QStringLiteral("lengthSweep"))->raise();
        QTRY_VERIFY_WITH_TIMEOUT(sweep->live().isFinal(), 60000);
        QTRY_VERIFY_WITH_TIMEOUT(landscape->live().isFinal(), 60000);
        window->workspace().setCurrentDimension(30_dim);
        picture("landscape-and-sweep");
        QTest::mouseClick(landscape->findChild<QPushButton*>(QStringLiteral("takeAll")), Qt::LeftButton);
        QVERIFY(waitForAnalysis(window->workspace()));
        QTRY_VERIFY_WITH_TIMEOUT(sweep->live().isFinal(), 60000);
        picture("all-minima");
        window->resize(1280, 720);
        QTest::qWait(50);
        picture("landscape-and-sweep-small");
        window->resize(1600, 1000);
        inTheDark([&] { picture("landscape-and-sweep-dark"); });
    }

    void keepsPicturesOfItsMenus()
    {
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(window->workspace()));
        for (const QAction* entry : window->menuBar()->actions()) {
            entry->menu()->popup({10, 10});
            QTest::qWait(20);
            picture(qPrintable(QStringLiteral("menu-") + entry->text().remove(QLatin1Char('&')).toLower()), entry->menu());
            entry->menu()->close();
        }
    }

    void whatAnEngineSaysIsShown()
    {
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(window->workspace()));
        const auto engine = std::make_shared<CountingEngine>();
        engine->speaks = true;
        window->workspace().setEngine(engine);
        QTRY_VERIFY(window->messageBar().isVisible());
        QVERIFY(window->messageBar().message().contains(QStringLiteral("finished on the CPU")));
    }

    void enginesDialogShowsLongReasons()
    {
        EnginesDialog dialog;
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        for (const QLabel* label : dialog.findChildren<QLabel*>()) {
            QVERIFY(label->width() <= dialog.width());
            QVERIFY(!label->wordWrap() || label->height() >= label->heightForWidth(label->width()));
        }
        picture("engines", &dialog);
    }

    void showsLightAndDark()
    {
        window->openPreset(QStringLiteral("meta-llama/Llama-3.1-8B"));
        QVERIFY(waitForAnalysis(window->workspace()));
        window->workspace().setCurrentDimension(45_dim);
        picture("light");
        inTheDark([&] { picture("dark"); });
    }

private:
    // A recording that is good but for one angle.
    static bool writeRecordingWithABadAngle(const QString& file)
    {
        const RopeConfig rope = llama2()->rope;
        if (!writeRecording({.rope = rope, .length = 50, .withAngles = true, .created = {}}, file.toStdString())) {
            return false;
        }
        const hid_t recording = H5Fopen(file.toStdString().c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
        const hid_t angles = H5Dopen2(recording, "/ropes/main/angles", H5P_DEFAULT);
        std::vector<float> values(std::size_t{50} * 64, 1.0F);
        values[777] = -3.0F;
        const bool written = H5Dwrite(angles, H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) >= 0;
        H5Dclose(angles);
        H5Fclose(recording);
        return written;
    }

    // Merges into a copy of a config.json all that the dialog offers for it.
    void exportInto(const QString& config, const QString& copy)
    {
        QTest::keyClick(window.get(), Qt::Key_E, Qt::ControlModifier);
        auto* dialog = window->findChild<ExportDialog*>();
        QVERIFY(dialog != nullptr);
        auto* format = dialog->findChild<QComboBox*>(QStringLiteral("format"));
        format->setCurrentIndex(format->findText(QStringLiteral("Transformers configuration")));
        const QList<QCheckBox*> others = dialog->findChildren<QCheckBox*>(QStringLiteral("other"));
        QCOMPARE(others.size(), 1);
        QVERIFY(others.front()->isVisible() && others.front()->isChecked());
        dialog->mergeInto(config);
        auto* save = dialog->findChild<QPushButton*>(QStringLiteral("save"));
        QTRY_VERIFY(save->isEnabled());
        picture("export-of-two-ropes", dialog);
        auto* preview = dialog->findChild<QPlainTextEdit*>(QStringLiteral("preview"));
        const auto both = preview->toPlainText();
        QTest::mouseClick(others.front(), Qt::LeftButton, Qt::NoModifier, QPoint(8, others.front()->height() / 2));
        QTRY_VERIFY(!dialog->isPreparing());
        QVERIFY(preview->toPlainText().size() < both.size());
        QTest::mouseClick(others.front(), Qt::LeftButton, Qt::NoModifier, QPoint(8, others.front()->height() / 2));
        QTRY_COMPARE(preview->toPlainText(), both);
        QTRY_VERIFY(!dialog->isPreparing());
        dialog->saveTo(copy);
        QTRY_VERIFY(QFile::exists(copy) && !dialog->isWriting());
        dialog->reject();
        QTRY_VERIFY(window->findChild<ExportDialog*>() == nullptr);
    }

    DimensionTable& dimensionTable() { return *window->findChild<DimensionTable*>(); }

    QRect cell(int dimension, int column)
    {
        DimensionTable& table = dimensionTable();
        const QModelIndex index = table.indexOf(Dimension::of(dimension), column);
        table.scrollTo(index);
        return table.visualRect(index);
    }

    void picture(const char* name, QWidget* widget = nullptr) { keepPicture(widget != nullptr ? *widget : *window, QLatin1String(name)); }

    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
