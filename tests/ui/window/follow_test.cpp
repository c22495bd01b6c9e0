// SPDX-License-Identifier: GPL-3.0-or-later
// The file of what is open becomes another.
#include "core/recording/recording_writer.h"
#include "tests/ui/window/shown_window.h"
#include "ui/base/message_bar.h"
#include "ui/commands/command_actions.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QUndoStack>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

constexpr int patience = 30000; // ms: files are looked at once they rest

QByteArray configWith(double base, int headDim = 128)
{
    return QStringLiteral(R"({"model_type": "llama", "hidden_size": 4096, "num_attention_heads": 32, "head_dim": %1, "rope_theta": %2,
        "max_position_embeddings": 4096})")
        .arg(headDim)
        .arg(base, 0, 'f', 1)
        .toUtf8();
}

} // namespace

class FollowTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        config = folder->filePath(QStringLiteral("config.json"));
        write(config, configWith(10000.0));
        window = shownWindow();
        QVERIFY(window);
    }

    void aChangedFileIsToldAndReadAgain()
    {
        open(config);
        choose();
        const std::shared_ptr<const Source> before = workspace().source();
        write(config, configWith(20000.0));
        QTRY_COMPARE_WITH_TIMEOUT(message(), QStringLiteral("config.json was changed since it was read."), patience);
        QVERIFY(button("messageAction").isVisible() && button("messageSecondAction").isVisible());
        QCOMPARE(button("messageAction").text(), QStringLiteral("Reload"));
        QCOMPARE(button("messageSecondAction").text(), QStringLiteral("Follow"));
        keepPicture(*window, QStringLiteral("follow-light"));
        inTheDark([this] { keepPicture(*window, QStringLiteral("follow-dark")); });
        QCOMPARE(workspace().source(), before); // nothing on its own
        QTest::mouseClick(&button("messageAction"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(workspace().source() != before, patience);
        QCOMPARE(theta(), 20000.0);
        QVERIFY(waitForAnalysis(workspace()));
        QVERIFY(workspace().analysis()->source == workspace().source());
        expectTheChoice();
        QVERIFY(window->messageBar().isHidden());
        QCOMPARE(window->statusBar()->currentMessage(), QStringLiteral("Read config.json again"));
        workspace().undoStack()->undo();
        QVERIFY(waitForAnalysis(workspace()));
        QCOMPARE(workspace().settings().dimensionsSetByHand(), 0);
        QCOMPARE(theta(), 20000.0);
        workspace().undoStack()->redo();
        expectTheChoice();
    }

    void aStepLeavesTheMessage()
    {
        open(config);
        write(config, configWith(20000.0));
        QTRY_VERIFY_WITH_TIMEOUT(window->messageBar().isVisible(), patience);
        choose();
        QVERIFY(window->messageBar().isVisible());
    }

    void lengthsThatWereNotChosenAreThoseOfTheFile()
    {
        open(config);
        AnalysisSettings settings = workspace().settings();
        settings.targetLength = 20000;
        workspace().edit(settings, {});
        QVERIFY(waitForAnalysis(workspace()));
        write(config, configWith(10000.0).replace("4096}", "8192}"));
        press(Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(workspace().settings().pretrainingLength, 8192, patience);
        QCOMPARE(workspace().settings().targetLength, 20000);
        QVERIFY(waitForAnalysis(workspace()));
    }

    void whatIsFollowedIsReadAgainOnItsOwn()
    {
        open(config);
        choose();
        write(config, configWith(20000.0));
        QTRY_VERIFY_WITH_TIMEOUT(window->messageBar().isVisible(), patience);
        QTest::mouseClick(&button("messageSecondAction"), Qt::LeftButton);
        QVERIFY(action("follow").isChecked());
        for (const double base : {20000.0, 30000.0, 40000.0}) {
            write(config, configWith(base));
            QTRY_COMPARE_WITH_TIMEOUT(theta(), base, patience);
            expectTheChoice();
            QVERIFY(window->messageBar().isHidden());
        }
        action("follow").trigger();
        QVERIFY(!action("follow").isChecked());
        write(config, configWith(50000.0));
        QTRY_VERIFY_WITH_TIMEOUT(window->messageBar().isVisible(), patience);
        QCOMPARE(theta(), 40000.0);
        action("follow").trigger(); // what is new is read at once
        QTRY_COMPARE_WITH_TIMEOUT(theta(), 50000.0, patience);
        QVERIFY(waitForAnalysis(workspace()));
        workspace().markExported(*workspace().analysis()); // so that nothing is asked
        open(config);
        QVERIFY(!action("follow").isChecked()); // of another opening
    }

    void aRecordingThatIsReplacedIsReadAgain()
    {
        const QString file = folder->filePath(QStringLiteral("run.h5"));
        QVERIFY(writeRecording({.rope = llama2()->rope, .length = 4000, .withAngles = true, .created = {}}, file.toStdString()));
        open(file);
        choose();
        QCOMPARE(workspace().source()->recordedRows->rows(), 4000);
        QVERIFY(writeRecording({.rope = llama2()->rope, .length = 5000, .withAngles = true, .created = {}}, file.toStdString()));
        QTRY_COMPARE_WITH_TIMEOUT(message(), QStringLiteral("run.h5 was changed since it was read."), patience);
        QVERIFY(workspace().source()->recordedRows->read({0, 10, 0, 1}, {})); // what was open is still whole
        QTest::mouseClick(&button("messageAction"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(workspace().source()->recordedRows->rows(), 5000, patience);
        expectTheChoice();
    }

    void aRecordingThatIsOverwrittenIsNeverAMixture()
    {
        const QString file = folder->filePath(QStringLiteral("run.h5"));
        const QString other = folder->filePath(QStringLiteral("other.h5"));
        QVERIFY(writeRecording({.rope = llama2()->rope, .length = 4000, .withAngles = true, .created = {}}, file.toStdString()));
        QVERIFY(writeRecording({.rope = llama2()->rope, .length = 5000, .withAngles = true, .created = {}}, other.toStdString()));
        open(file);
        QFile source(other);
        QVERIFY(source.open(QIODevice::ReadOnly));
        write(file, source.readAll()); // the same file with other bytes
        const auto read = workspace().source()->recordedRows->read({0, 10, 0, 1}, {});
        QVERIFY(!read && read.error().message.english().find("was changed after it was opened") != std::string::npos);
        QTRY_VERIFY_WITH_TIMEOUT(button("messageSecondAction").isVisible(), patience);
        QTest::mouseClick(&button("messageAction"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(workspace().source()->recordedRows->rows(), 5000, patience);
        QVERIFY(workspace().source()->recordedRows->read({0, 10, 0, 1}, {}));
    }

    void whatCannotBeReadLeavesWhatIsShown()
    {
        open(config);
        choose();
        const std::shared_ptr<const Source> before = workspace().source();
        write(config, configWith(10000.0, 64));
        QTRY_VERIFY_WITH_TIMEOUT(window->messageBar().isVisible(), patience);
        QTest::mouseClick(&button("messageAction"), Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(
            message().contains(QStringLiteral("has 32 dimensions now; expected 64 as before")), qPrintable(message()), patience);
        QCOMPARE(workspace().source(), before);
        expectTheChoice();
        workspace().markExported(*workspace().analysis()); // so that nothing is asked
        QCOMPARE(button("messageSecondAction").text(), QStringLiteral("Open anew"));
        QTest::mouseClick(&button("messageSecondAction"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(workspace().source()->rope.dimensions(), 32U, patience);
    }

    void whatIsFollowedMayBeUnreadableForAWhile()
    {
        open(config);
        action("follow").trigger();
        write(config, configWith(20000.0).left(40));
        QTRY_VERIFY2_WITH_TIMEOUT(
            message().endsWith(QStringLiteral("What is shown is as it was read before.")), qPrintable(message()), patience);
        QCOMPARE(theta(), 10000.0);
        write(config, configWith(20000.0));
        QTRY_COMPARE_WITH_TIMEOUT(theta(), 20000.0, patience);
        QVERIFY(window->messageBar().isHidden());
    }

    void aFileThatGoesIsTold()
    {
        open(config);
        QVERIFY(QFile::remove(config));
        QTRY_COMPARE_WITH_TIMEOUT(message(), QStringLiteral("config.json is no longer there. What is shown is as it was read."), patience);
        write(config, configWith(20000.0));
        QTRY_COMPARE_WITH_TIMEOUT(message(), QStringLiteral("config.json was changed since it was read."), patience);
        QTest::mouseClick(&button("messageAction"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(theta(), 20000.0, patience);
    }

    void theSameBytesAreNothingNew()
    {
        open(config);
        write(config, configWith(10000.0));
        write(folder->filePath(QStringLiteral("neighbour.json")), "{}");
        QTest::qWait(1500);
        QVERIFY(window->messageBar().isHidden());
    }

    void allRopesOfAModelAreReadAgain()
    {
        const QString two = folder->filePath(QStringLiteral("two.json"));
        QFile field(QStringLiteral(ROTASCOPE_SOURCE_DIR "/tests/data/field/c36-olmo-3.1-32b.json"));
        QVERIFY(field.open(QIODevice::ReadOnly));
        const QByteArray text = field.readAll();
        write(two, text);
        open(two);
        const std::string first = workspace().source()->ropeName;
        const double base = theta();
        const auto other
            = openConfig(two.toStdString(), workspace().source()->ropeNames[first == workspace().source()->ropeNames[0] ? 1 : 0]);
        QVERIFY(other);
        workspace().switchTo(*analyze(*makeCpuEngine(), other->source, defaultSettings(*other->source)));
        QVERIFY(waitForAnalysis(workspace()));
        const QByteArray stated = QByteArray("\"rope_theta\": ") + QByteArray::number(static_cast<int>(base));
        QVERIFY(text.contains(stated));
        write(two, QByteArray(text).replace(stated, "\"rope_theta\": 777777"));
        QTRY_VERIFY_WITH_TIMEOUT(window->messageBar().isVisible(), patience);
        const std::shared_ptr<const Source> before = workspace().source();
        QTest::mouseClick(&button("messageAction"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(workspace().source() != before, patience);
        QVERIFY(workspace().source()->ropeName != first);
        workspace().undoStack()->undo(); // the switch
        QCOMPARE(workspace().source()->ropeName, first);
        QCOMPARE(theta(), 777777.0);
        QVERIFY(workspace().analysis()->source == workspace().source());
    }

    void aTableThatChangesIsReadAgain()
    {
        open(config);
        const QString table = folder->filePath(QStringLiteral("factors.txt"));
        QByteArray factors;
        for (int i = 0; i < 64; ++i) {
            factors += "1.5\n";
        }
        write(table, factors);
        window->openTable(table);
        QTRY_VERIFY_WITH_TIMEOUT(workspace().settings().customTable.has_value(), patience);
        QVERIFY(waitForAnalysis(workspace()));
        write(table, QByteArray(factors).replace("1.5", "1.25"));
        QTRY_COMPARE_WITH_TIMEOUT(message(), QStringLiteral("The table factors.txt was changed since it was read."), patience);
        QTest::mouseClick(&button("messageAction"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(workspace().settings().customTable->factors.front(), 1.25, patience);
        workspace().undoStack()->undo();
        QCOMPARE(workspace().settings().customTable->factors.front(), 1.5);
    }

    void presetsHaveNoFile()
    {
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(workspace()));
        QVERIFY(!action("reload").isEnabled() && !action("follow").isEnabled());
        open(config);
        QVERIFY(action("reload").isEnabled() && action("follow").isEnabled());
    }

    void cleanup() { window.reset(); }

private:
    Workspace& workspace() { return window->workspace(); }
    double theta() { return workspace().source()->rope.ropeTheta.value_or(0.0); }
    QString message() { return window->messageBar().isVisible() ? window->messageBar().message() : QString(); }
    QPushButton& button(const char* name) { return *window->findChild<QPushButton*>(QLatin1String(name)); }
    QAction& action(const char* id) { return *window->findChild<CommandActions*>()->action(id); }
    void press(Qt::Key key)
    {
        QTRY_COMPARE(QApplication::activeWindow(), window.get());
        QTest::keyClick(window.get(), key);
    }

    // In place: the same file with other bytes.
    static void write(const QString& file, const QByteArray& bytes)
    {
        QFile written(file);
        QVERIFY(written.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(written.write(bytes), bytes.size());
    }

    void open(const QString& file)
    {
        const QSignalSpy opened(window.get(), &MainWindow::opened);
        window->openFile(file);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patience);
        QVERIFY(waitForAnalysis(workspace()));
    }

    // What is to survive.
    void choose()
    {
        workspace().setCurrentDimension(22_dim);
        workspace().setOverride({3_dim}, Override::to(1.5, workspace().settings().scale()));
        QVERIFY(waitForAnalysis(workspace()));
    }
    void expectTheChoice()
    {
        QVERIFY(waitForAnalysis(workspace()));
        QCOMPARE(workspace().currentDimension(), 22_dim);
        QCOMPARE(workspace().settings().dimensionsSetByHand(), 1);
        QCOMPARE(workspace().analysis()->chosen->table.factors[3], 1.5);
        QVERIFY(workspace().undoStack()->canUndo());
    }

    std::unique_ptr<QTemporaryDir> folder;
    QString config;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(FollowTest)
#include "follow_test.moc"
