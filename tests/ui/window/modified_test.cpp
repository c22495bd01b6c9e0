// SPDX-License-Identifier: GPL-3.0-or-later
// Before dimensions that were set by hand are lost, the window asks.
#include "core/engine/cpu_engine.h"
#include "core/exchange/tables/csv_table.h"
#include "tests/ui/window/shown_window.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/views/dimension_table.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QUrl>

using namespace rotascope;
using namespace rotascope::uitest;

class ModifiedTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setQuitOnLastWindowClosed(false); }

    void init()
    {
        window = shownWindow();
        QVERIFY(window);
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(workspace()));
    }

    void theTitleSaysWhatIsInNoExport()
    {
        QVERIFY(window->windowTitle().contains(QStringLiteral("[*]")));
        QVERIFY(!window->isWindowModified());
        setByHand();
        QVERIFY(window->isWindowModified());
        undo();
        QVERIFY(!window->isWindowModified()); // as it was opened
        setByHand();
        exportTable();
        QVERIFY(!window->isWindowModified());
        AnalysisSettings settings = workspace().settings();
        settings.targetLength = 16384; // s is another, and with it the table
        workspace().edit(settings, QStringLiteral("test"));
        QVERIFY(window->isWindowModified());
        undo();
        QVERIFY(!window->isWindowModified());
    }

    void lengthsAndMethodsAreNoWorkToLose()
    {
        AnalysisSettings settings = workspace().settings();
        settings.targetLength = 16384;
        settings.method = "yarn";
        workspace().edit(settings, QStringLiteral("test"));
        QVERIFY(!window->isWindowModified());
        QVERIFY(window->close());
    }

    void quittingAsks_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("closes");
        QTest::newRow("cancel") << QStringLiteral("cancel") << false;
        QTest::newRow("discard") << QStringLiteral("discard") << true;
    }

    void quittingAsks()
    {
        QFETCH(const QString, answer);
        QFETCH(const bool, closes);
        setByHand();
        QTest::keyClick(window.get(), Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(window->isVisible());
        QVERIFY2(question()->text().startsWith(QStringLiteral("1 dimension of meta-llama/Llama-2-7b-hf was set by hand.")),
            qPrintable(question()->text()));
        keepPicture(*question(), QStringLiteral("question"));
        inTheDark([&] { keepPicture(*question(), QStringLiteral("question-dark")); });
        reply(answer);
        QTRY_COMPARE(window->isVisible(), !closes);
        QCOMPARE(workspace().settings().dimensionsSetByHand(), 1);
    }

    void escapeCancels()
    {
        setByHand();
        window->close();
        QVERIFY(question());
        QTest::keyClick(question(), Qt::Key_Escape);
        QTRY_VERIFY(!question());
        QVERIFY(window->isVisible() && window->isWindowModified());
        window->close(); // it asks again
        QVERIFY(question());
        reply(QStringLiteral("cancel"));
    }

    void exportingFirstGoesOn()
    {
        setByHand();
        window->close();
        reply(QStringLiteral("export"));
        QTRY_VERIFY(window->findChild<ExportDialog*>());
        auto* dialog = window->findChild<ExportDialog*>();
        QTRY_VERIFY(!dialog->isPreparing());
        dialog->reject(); // without an export the window stays
        QTRY_VERIFY(!window->findChild<ExportDialog*>());
        QTest::qWait(20);
        QVERIFY(window->isVisible());

        window->close();
        reply(QStringLiteral("export"));
        QTRY_VERIFY(window->findChild<ExportDialog*>());
        saveIn(*window->findChild<ExportDialog*>());
        QTRY_VERIFY(!window->isVisible());
    }

    void openingAnotherAsks_data()
    {
        QTest::addColumn<std::function<void(ModifiedTest&)>>("open");
        const auto add = [](const char* name, const std::function<void(ModifiedTest&)>& open) { QTest::newRow(name) << open; };
        add("file", [](ModifiedTest& test) { test.window->openFile(samplePath()); });
        add("preset", [](ModifiedTest& test) {
            auto* box = test.window->findChild<QComboBox*>(QStringLiteral("preset"));
            box->setFocus();
            QTest::keyClick(box, Qt::Key_Down);
        });
        add("drop", [](ModifiedTest& test) {
            QMimeData data;
            data.setUrls({QUrl::fromLocalFile(samplePath())});
            QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(test.window.get(), &enter);
            QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(test.window.get(), &drop);
        });
    }

    void openingAnotherAsks()
    {
        QFETCH(const std::function<void(ModifiedTest&)>, open);
        setByHand();
        const auto before = workspace().source();
        open(*this);
        QTRY_VERIFY(question());
        reply(QStringLiteral("cancel"));
        QCOMPARE(workspace().source(), before);
        QCOMPARE(workspace().settings().dimensionsSetByHand(), 1);
        QCOMPARE(window->findChild<QComboBox*>(QStringLiteral("preset"))->currentText(), QStringLiteral("meta-llama/Llama-2-7b-hf"));
        open(*this);
        QTRY_VERIFY(question());
        reply(QStringLiteral("discard"));
        QTRY_VERIFY(workspace().source() != before);
        QVERIFY(!window->isWindowModified());
    }

    // A bad file is refused without a question, and a model without work to lose is left at once.
    void asksOnlyWhereWorkWouldBeLost()
    {
        setByHand();
        QSignalSpy failed(window.get(), &MainWindow::openFailed);
        window->openFile(QStringLiteral("missing.h5"));
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!question());
        undo();
        window->openFile(samplePath());
        QTRY_VERIFY(workspace().source()->kind == SourceKind::Recording);
        QVERIFY(!question());
    }

    // Each RoPE of a model has a table of its own: one that is left counts as well.
    void theWorkOnAnotherRopeIsAskedFor()
    {
        window->openFile(QStringLiteral(ROTASCOPE_SOURCE_DIR "/tests/data/field/c20-gemma-3-4b-it.json"));
        QTRY_VERIFY(workspace().source()->kind == SourceKind::ConfigFile);
        setByHand();
        auto* rope = window->findChild<QComboBox*>(QStringLiteral("rope"));
        rope->setFocus();
        QTest::keyClick(rope, Qt::Key_Down);
        QTRY_COMPARE(workspace().source()->ropeName, std::string("sliding_attention"));
        QVERIFY(window->isWindowModified());
        QCOMPARE(workspace().settings().dimensionsSetByHand(), 0);
        window->close();
        QVERIFY(question());
        reply(QStringLiteral("cancel"));
        exportTable(); // of this one alone
        QVERIFY(window->isWindowModified());
    }

private:
    Workspace& workspace() { return window->workspace(); }
    QMessageBox* question() { return window->findChild<QMessageBox*>(); }

    void setByHand()
    {
        auto* table = window->findChild<DimensionTable*>();
        const bool isInterpolated = workspace().analysis()->chosen->table.factors[0] != 1.0;
        QTest::keyClick(table, isInterpolated ? Qt::Key_E : Qt::Key_I);
        QVERIFY(waitForAnalysis(workspace()));
        QCOMPARE(workspace().settings().dimensionsSetByHand(), 1);
    }

    void undo()
    {
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(waitForAnalysis(workspace()));
    }

    void reply(const QString& answer)
    {
        QVERIFY(question());
        auto* button = question()->findChild<QPushButton*>(answer);
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(!question());
        QCoreApplication::processEvents();
    }

    void exportTable()
    {
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window.get(), Qt::Key_E, Qt::ControlModifier);
        QVERIFY(window->findChild<ExportDialog*>());
        saveIn(*window->findChild<ExportDialog*>());
    }

    void saveIn(ExportDialog& dialog)
    {
        dialog.findChild<QComboBox*>(QStringLiteral("format"))->setCurrentText(QStringLiteral("CSV table")); // not the last one's
        QTRY_VERIFY(!dialog.isPreparing());
        const QString file = folder.filePath(QStringLiteral("table.csv"));
        dialog.saveTo(file);
        QTRY_VERIFY(!dialog.isWriting());
        QVERIFY(QFile::exists(file));
        dialog.reject();
        QTRY_VERIFY(!window->findChild<ExportDialog*>());
    }

    QTemporaryDir folder;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(ModifiedTest)
#include "modified_test.moc"
