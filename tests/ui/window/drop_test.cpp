// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be opened can be dropped anywhere, and a table finds its model.
#include "core/engine/cpu_engine.h"
#include "core/exchange/configs/python_snippet.h"
#include "core/exchange/tables/csv_table.h"
#include "core/exchange/tables/hdf5_table.h"
#include "core/exchange/tables/json_table.h"
#include "tests/ui/window/shown_window.h"
#include "ui/base/message_bar.h"
#include "ui/window/main_window.h"
#include "ui/workspace/source_loader.h"

#include <QDir>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QDragMoveEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QUrl>

using namespace rotascope;
using namespace rotascope::uitest;

class DropTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        window = shownWindow();
        QVERIFY(window);
    }

    // Each of its widgets: charts, fields, panels that float.
    void everyPlaceTakesAFile()
    {
        openPreset("meta-llama/Llama-2-7b-hf");
        window->findChild<QDockWidget*>(QStringLiteral("overview"))->setFloating(true);
        int tried = 0;
        for (QWidget* widget : window->findChildren<QWidget*>()) {
            const bool isPanel = qobject_cast<QDockWidget*>(widget->window()) != nullptr;
            if (widget->window() != window.get() && !isPanel) {
                continue; // menus and lists that open
            }
            const QMimeData* file = dataOf({QUrl::fromLocalFile(samplePath())});
            const QVariant text = widget->property("text");
            QDragEnterEvent enter(QPoint(1, 1), Qt::MoveAction | Qt::CopyAction, file, Qt::LeftButton, Qt::NoModifier);
            enter.setDropAction(Qt::MoveAction); // as a file manager proposes it
            enter.ignore();
            QApplication::sendEvent(widget, &enter);
            QVERIFY2(enter.isAccepted() && enter.dropAction() == Qt::CopyAction, widget->metaObject()->className());
            QDragMoveEvent move(QPoint(1, 1), Qt::MoveAction | Qt::CopyAction, file, Qt::LeftButton, Qt::NoModifier);
            move.ignore();
            QApplication::sendEvent(widget, &move);
            QVERIFY2(move.isAccepted() && move.dropAction() == Qt::CopyAction, widget->metaObject()->className());
            QCOMPARE(widget->property("text"), text);
            ++tried;
        }
        QVERIFY(tried > 100);
        QVERIFY(!window->findChild<SourceLoader*>()->isBusy());
    }

    void aFieldOpensAFileAndTakesNoAddress()
    {
        openPreset("meta-llama/Llama-2-7b-hf");
        auto* epsilon = window->findChild<QLineEdit*>(QStringLiteral("epsilon"));
        const QString before = epsilon->text();
        QMimeData address;
        address.setUrls({QUrl(QStringLiteral("https://example.org/config.json"))});
        address.setText(QStringLiteral("https://example.org/config.json"));
        QVERIFY(!dropOn(*epsilon, address));
        QCOMPARE(epsilon->text(), before);
        QMimeData text;
        text.setText(QStringLiteral("1")); // is still text
        QVERIFY(dropOn(*epsilon, text));
        QVERIFY(epsilon->text().contains(QLatin1Char('1')) && epsilon->text() != before);
        QVERIFY(dropOn(*epsilon, *dataOf({QUrl::fromLocalFile(samplePath())})));
        QTRY_VERIFY(workspace().source()->kind == SourceKind::Recording);
    }

    void theSecondSourceTakesAFileForItself()
    {
        openPreset("meta-llama/Llama-2-7b-hf");
        const std::shared_ptr<const Source> source = workspace().source();
        QVERIFY(dropOn(*window->findChild<QPushButton*>(QStringLiteral("compare")), *dataOf({QUrl::fromLocalFile(samplePath())})));
        QTRY_VERIFY_WITH_TIMEOUT(workspace().settings().other.has_value(), 20000);
        QCOMPARE(workspace().settings().other->source->origin, samplePath().toStdString());
        QCOMPARE(workspace().source(), source);
    }

    void severalFilesAreRefused()
    {
        openPreset("meta-llama/Llama-2-7b-hf");
        dropOn(*window, *dataOf({QUrl::fromLocalFile(samplePath()), QUrl::fromLocalFile(samplePath())}));
        QVERIFY2(
            window->messageBar().message().contains(QStringLiteral("2 files were dropped")), qPrintable(window->messageBar().message()));
        QVERIFY(!window->findChild<SourceLoader*>()->isBusy());
    }

    void aDroppedTableIsReadAsATable_data()
    {
        QTest::addColumn<const ExportFormat*>("format");
        for (const ExportFormat* format : {&csvFormat, &jsonFormat, &hdf5Format, &pythonFormat}) {
            QTest::newRow(std::string(format->name).c_str()) << format;
        }
    }

    // Of the model that is open; in every kind of file that a model might be in as well.
    void aDroppedTableIsReadAsATable()
    {
        QFETCH(const ExportFormat*, format);
        openPreset("meta-llama/Llama-2-7b-hf");
        workspace().setFactors({{30_dim, 1.25}}, QStringLiteral("by hand"));
        QVERIFY(waitForAnalysis(workspace()));
        const ScalingTable exported = workspace().analysis()->chosen->table;
        const QString file = exportAs(*format, "table");
        workspace().undoStack()->undo();
        QVERIFY(waitForAnalysis(workspace()));
        const auto source = workspace().source();
        dropOn(*window, *dataOf({QUrl::fromLocalFile(file)}));
        QTRY_COMPARE(workspace().settings().method, std::string("custom"));
        QVERIFY(waitForAnalysis(workspace()));
        QCOMPARE(workspace().analysis()->chosen->table.factors, exported.factors);
        QCOMPARE(workspace().source(), source);
        QVERIFY(!window->messageBar().isVisible()); // it was made under what is set
    }

    void aTableOpensTheModelThatItWasMadeFor_data()
    {
        QTest::addColumn<bool>("isAnotherOpen");
        QTest::newRow("nothing is open") << false; // as from the command line
        QTest::newRow("another model is open") << true;
    }

    void aTableOpensTheModelThatItWasMadeFor()
    {
        QFETCH(const bool, isAnotherOpen);
        openPreset("mistralai/Mistral-7B-v0.1");
        AnalysisSettings settings = workspace().settings();
        settings.targetLength = 5 * settings.pretrainingLength;
        settings.intervals = 180;
        workspace().edit(settings, QStringLiteral("test"));
        QVERIFY(waitForAnalysis(workspace()));
        const ScalingTable exported = workspace().analysis()->chosen->table;
        const QString file = exportAs(csvFormat, "table.csv");
        init();
        if (isAnotherOpen) {
            openPreset("EleutherAI/gpt-neox-20b");
        }
        window->openFile(file);
        QTRY_VERIFY(workspace().source() && workspace().source()->origin == "mistralai/Mistral-7B-v0.1");
        QVERIFY(waitForAnalysis(workspace()));
        QCOMPARE(workspace().settings().method, std::string("custom"));
        QCOMPARE(workspace().settings().targetLength, settings.targetLength);
        QCOMPARE(workspace().settings().intervals, 180U);
        QCOMPARE(workspace().analysis()->chosen->table.factors, exported.factors);
        QVERIFY(!window->messageBar().isVisible());
    }

    // A model's file that has moved with its table is found beside it.
    void aModelsFileIsFoundBesideItsTable()
    {
        const QString config = path("config.json");
        QVERIFY(QFile::copy(QStringLiteral(ROTASCOPE_SOURCE_DIR "/tests/data/field/c20-gemma-3-4b-it.json"), config));
        window->openFile(config);
        QVERIFY(waitForAnalysis(workspace()));
        const QString file = exportAs(csvFormat, "table.csv");
        QVERIFY(QDir(folder->path()).mkdir(QStringLiteral("moved")));
        for (const QString& name : {QStringLiteral("config.json"), QStringLiteral("table.csv")}) {
            QVERIFY(QFile::rename(folder->filePath(name), folder->filePath(QStringLiteral("moved/") + name)));
        }
        init();
        window->openFile(path("moved/table.csv"));
        QVERIFY(waitForAnalysis(workspace()));
        QTRY_COMPARE(workspace().settings().method, std::string("custom"));
        QVERIFY(QString::fromStdString(workspace().source()->origin).endsWith(QStringLiteral("moved/config.json")));
    }

    void aTableWithoutItsModelSaysWhichItNeeds()
    {
        write(path("table.csv"), tableOf("# source: /no/such/config.json\n# model_id: nobody/nothing\n"));
        QSignalSpy failed(window.get(), &MainWindow::openFailed);
        window->openFile(path("table.csv"));
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY2(window->messageBar().message().contains(QStringLiteral("is a table for nobody/nothing, which is not found here")),
            qPrintable(window->messageBar().message()));
    }

    // It is adopted, and a message says what is different.
    void aTableMadeOtherwiseSaysSo()
    {
        openPreset("meta-llama/Llama-2-7b-hf");
        write(path("other.csv"),
            tableOf("# source: /no/such/config.json\n# model_id: nobody/nothing\n# pretraining_length: 2048\n# target_length: 16384\n"));
        window->openTable(path("other.csv"));
        QTRY_COMPARE(workspace().settings().method, std::string("custom"));
        const QString message = window->messageBar().message();
        QVERIFY2(message.contains(
                     QStringLiteral("other.csv was made under other settings: it was made for nobody/nothing; L was %1, here it is %2; "
                                    "L′ was %3, here it is %4.")
                         .arg(number(2048), number(4096), number(16384), number(8192))),
            qPrintable(message));
        QVERIFY(waitForAnalysis(workspace()));
        QVERIFY(window->messageBar().isVisible());
        auto* name = window->findChild<QLabel*>(QStringLiteral("tableName"));
        QVERIFY(name->isVisible());
        QCOMPARE(name->text(), QStringLiteral("from other.csv"));
        keepPicture(*window, QStringLiteral("table-made-otherwise"));

        auto* use = window->messageBar().findChild<QPushButton*>(QStringLiteral("messageAction"));
        QVERIFY(use->isVisible());
        QTest::mouseClick(use, Qt::LeftButton);
        QCOMPARE(workspace().settings().pretrainingLength, 2048);
        QCOMPARE(workspace().settings().targetLength, 16384);
        QVERIFY(waitForAnalysis(workspace()));
        QCOMPARE(workspace().analysis()->chosen->table.factors[63], 3.0);
        QVERIFY(name->isVisible());
        workspace().undoStack()->undo();
        QCOMPARE(workspace().settings().pretrainingLength, 4096);
        QCOMPARE(workspace().settings().method, std::string("custom"));
        workspace().undoStack()->undo();
        QVERIFY(!name->isVisible());
    }

private:
    Workspace& workspace() { return window->workspace(); }
    [[nodiscard]] QString path(const char* name) const { return folder->filePath(QString::fromLatin1(name)); }
    static QString number(int value) { return QLocale().toString(value); }

    void openPreset(const char* id)
    {
        window->openPreset(QString::fromLatin1(id));
        QTRY_VERIFY(workspace().source() && workspace().source()->origin == id);
        QVERIFY(waitForAnalysis(workspace()));
    }

    QString exportAs(const ExportFormat& format, const char* name)
    {
        const QString file = path(name);
        const auto prepared = format.prepare(documentOfChosen(workspace().analysis()));
        return prepared && prepared->writeTo(file.toStdString()) ? file : QString();
    }

    // 64 factors, the last of them 3.
    static QByteArray tableOf(const QByteArray& provenance)
    {
        QByteArray text = provenance
            + "dimension,inv_freq,wavelength,factor,extended_inv_freq,disturbance_extrapolation,disturbance_interpolation,disturbance,"
              "choice\n";
        for (int i = 0; i < 64; ++i) {
            text += QByteArray::number(i) + ",1,1," + (i == 63 ? "3" : "1") + ",1,0,0,0,custom\n";
        }
        return text;
    }

    static void write(const QString& name, const QByteArray& content)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    QMimeData* dataOf(const QList<QUrl>& urls)
    {
        data = std::make_unique<QMimeData>();
        data->setUrls(urls);
        data->setText(urls.front().toString()); // as file managers do
        return data.get();
    }

    // Whether it is taken.
    static bool dropOn(QWidget& widget, const QMimeData& data)
    {
        QDragEnterEvent enter(QPoint(2, 2), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(&widget, &enter);
        if (!enter.isAccepted()) {
            return false;
        }
        QDropEvent drop(QPointF(2, 2), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&widget, &drop);
        return true;
    }

    std::unique_ptr<QTemporaryDir> folder = std::make_unique<QTemporaryDir>();
    std::unique_ptr<QMimeData> data;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(DropTest)
#include "drop_test.moc"
