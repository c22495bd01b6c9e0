// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

#include "core/exchange/gguf/gguf_model.h"
#include "core/exchange/tables/csv_table.h"
#include "core/files/output_file.h"
#include "tests/core/gguf/gguf_builder.h"
#include "tests/ui/ui_test.h"
#include "ui/base/text.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTimer>
#include <algorithm>
#include <array>
#include <condition_variable>
#include <functional>
#include <mutex>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

// A long export that goes on when the test says so: it writes a hundred pieces, and stops before each at the gate.
class Gate {
public:
    // Whether the thread that writes may write one more; not when it is asked to stop.
    bool pass(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait(lock, stop, [this] { return m_open > 0; }) && m_open-- > 0;
    }
    void open(int pieces)
    {
        const std::lock_guard lock(m_mutex);
        m_open = pieces;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    int m_open = 0;
};

Gate gate;
constexpr int pieces = 100;

Expected<void> writeLong(OutputFile& file, const ExportRun& run)
{
    for (int i = 0; i < pieces; ++i) {
        run.progress(static_cast<std::uint64_t>(i), pieces);
        if (!gate.pass(run.stop)) {
            return stoppedError();
        }
        if (auto written = file.write("piece "); !written) {
            return written;
        }
    }
    return {};
}

Expected<PreparedExport> makeLong(const ExportDocument& /*document*/, const ModelFilePointer& into)
{
    return PreparedExport::ofStream(writeLong, "A long copy of " + into->name + "\n");
}

const ExportFormat longFormat = {
    .name = "long",
    .label = "Long",
    .suffix = ".gguf",
    .description = "A file that takes its time.",
    .readBy = "the test",
    .into = IntoKind::GgufModel,
    .intoRequired = true,
    .make = makeLong,
};

Expected<PreparedExport> makeSlowly(const ExportDocument& /*document*/, const ModelFilePointer& /*into*/)
{
    gate.pass({});
    return PreparedExport::ofText("slow\n");
}

const ExportFormat slowFormat = {
    .name = "slow",
    .label = "Slow",
    .suffix = ".txt",
    .description = "An export that takes its time to be made.",
    .readBy = "the test",
    .make = makeSlowly,
};
constexpr std::array<const ExportFormat*, 2> slowAndCsv = {&slowFormat, &csvFormat};
constexpr std::array<const ExportFormat*, 2> longAndCsv = {&longFormat, &csvFormat};

} // namespace

class ExportDialogTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        workspace = analysedWorkspace();
        QVERIFY(workspace);
        folder = std::make_unique<QTemporaryDir>();
        QVERIFY(folder->isValid());
        qputenv("XDG_CONFIG_HOME", path("config").toUtf8()); // nothing is remembered
        gate.open(0);
        dialog = std::make_unique<ExportDialog>(documentOfChosen(workspace->analysis()));
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
        QTRY_VERIFY(!dialog->isPreparing());
    }

    void cleanup()
    {
        dialog.reset();
        folder.reset();
    }

    void showsWhatItWrites()
    {
        const QString file = path("table.csv");
        dialog->saveTo(file);
        QTRY_COMPARE(message(), QStringLiteral("Written: ") + file);
        const QByteArray text = contentOf(file);
        QCOMPARE(QString::fromUtf8(text), preview());
        const auto table = parseCsvTable(text.toStdString(), "table.csv");
        QVERIFY(table);
        QVERIFY(table->table == workspace->analysis()->chosen->table);
        QVERIFY(!button("cancel")->isVisible());
        QVERIFY(dialog->isVisible());
    }

    // An engine chooses its format; the command is for the file that was written.
    void saysWhatToDoNext()
    {
        auto* target = dialog->findChild<QComboBox*>(QStringLiteral("target"));
        auto* format = dialog->findChild<QComboBox*>(QStringLiteral("format"));
        auto* command = dialog->findChild<QLineEdit*>(QStringLiteral("command"));
        QVERIFY(!command->isVisible()); // of a CSV table
        target->setFocus();
        QTest::keyClicks(target, QStringLiteral("vllm"));
        QCOMPARE(target->currentText(), QStringLiteral("vLLM"));
        QCOMPARE(format->currentText(), QStringLiteral("vLLM command"));
        QTRY_VERIFY(!dialog->isPreparing());
        QVERIFY(command->isVisible());
        QCOMPARE(command->text(), QStringLiteral("sh 'Llama-2-7b-hf-8k.sh'"));
        picture("export-next");
        dialog->saveTo(path("serve.sh"));
        QTRY_VERIFY(!dialog->isWriting());
        QTRY_COMPARE(command->text(), QStringLiteral("sh '%1'").arg(path("serve.sh")));
        QTest::mouseClick(button("copyCommand"), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), command->text());

        format->setFocus();
        QTest::keyClicks(format, QStringLiteral("pyth"));
        QCOMPARE(target->currentText(), QStringLiteral("Transformers, in memory"));
        target->setFocus();
        QTest::keyClick(target, Qt::Key_End);
        QCOMPARE(format->currentText(), QStringLiteral("CSV table"));
        QVERIFY(!command->isVisible());
    }

    // Nor is there a command to copy where there is no file.
    void aRefusedExportHasNoNextStep()
    {
        auto* target = dialog->findChild<QComboBox*>(QStringLiteral("target"));
        auto* command = dialog->findChild<QLineEdit*>(QStringLiteral("command"));
        const auto choose = [&](const QString& engine) {
            target->setFocus();
            target->setCurrentText(engine);
            emit target->activated(target->currentIndex());
            QTRY_VERIFY(!dialog->isPreparing());
        };
        choose(QStringLiteral("SGLang"));
        QVERIFY(command->isVisible() && command->isEnabled());
        QVERIFY(command->text().contains(QStringLiteral("'MODEL'")));
        const auto says = [&](const QString& text) {
            const QList<QLabel*> labels = dialog->findChild<QWidget*>(QStringLiteral("next"))->findChildren<QLabel*>();
            return std::ranges::any_of(labels, [&](const QLabel* label) { return label->text().contains(text); });
        };
        QVERIFY(says(QStringLiteral("In the place of MODEL write")));
        QVERIFY(says(QStringLiteral("Add these members to the model's config.json"))); // which this is not
        picture("export-fill-in");
        choose(QStringLiteral("llama.cpp, KoboldCpp: the file as it is")); // whose flags cannot say the table
        QVERIFY(message().contains(QStringLiteral("the table cannot be said in flags")));
        QVERIFY2(message().contains(QStringLiteral("the format \"GGUF model\" (gguf) can")), qPrintable(message()));
        QVERIFY2(message().contains(QStringLiteral("Linear (PI), NTK-aware")), qPrintable(message()));
        QVERIFY(preview().isEmpty() && placeholder().contains(QStringLiteral("the reason stands below")));
        QVERIFY(!button("save")->isEnabled() && !button("copyCommand")->isVisible() && !command->isVisible());
        picture("export-refused");
        choose(QStringLiteral("llama.cpp")); // asks for the model first, and says where
        QVERIFY2(placeholder().contains(QStringLiteral("click \"Choose…\"")), qPrintable(placeholder()));
        picture("export-no-model");
        QVERIFY(!command->isVisible());
        choose(QStringLiteral("vLLM"));
        QVERIFY(command->isVisible() && !says(QStringLiteral("MODEL")));
    }

    void beginsAsTheLastOneEnded()
    {
        auto* target = dialog->findChild<QComboBox*>(QStringLiteral("target"));
        target->setFocus();
        QTest::keyClicks(target, QStringLiteral("sgl"));
        QTRY_VERIFY(!dialog->isPreparing());
        dialog->saveTo(path("config.json"));
        QTRY_VERIFY(!dialog->isWriting());
        dialog = std::make_unique<ExportDialog>(documentOfChosen(workspace->analysis()));
        dialog->show();
        QTRY_VERIFY(!dialog->isPreparing());
        QCOMPARE(dialog->findChild<QComboBox*>(QStringLiteral("target"))->currentText(), QStringLiteral("SGLang"));
        QString proposed;
        QTimer::singleShot(0, qApp, [&] {
            auto* files = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            QVERIFY(files);
            proposed = files->directory().filePath(files->findChild<QLineEdit*>()->text());
            files->reject();
        });
        QTest::mouseClick(button("save"), Qt::LeftButton);
        QCOMPARE(proposed, path("Llama-2-7b-hf-8k.json"));
    }

    // Also the engine of one that was looked at and closed again.
    void keepsAnEngineThatNothingWasSavedFor()
    {
        auto* target = dialog->findChild<QComboBox*>(QStringLiteral("target"));
        target->setFocus();
        QTest::keyClicks(target, QStringLiteral("vll"));
        QCOMPARE(target->currentText(), QStringLiteral("vLLM"));
        QTest::keyClick(dialog.get(), Qt::Key_Escape);
        dialog = std::make_unique<ExportDialog>(documentOfChosen(workspace->analysis()));
        QCOMPARE(dialog->findChild<QComboBox*>(QStringLiteral("target"))->currentText(), QStringLiteral("vLLM"));
    }

    // What is analysed is what the table is for; another file can be chosen, or none.
    void mergesIntoWhatIsAnalysed()
    {
        QVERIFY(QDir(folder->path()).mkdir(QStringLiteral("model")));
        const QString config = path("model/config.json");
        QVERIFY(QFile::copy(QStringLiteral(ROTASCOPE_SOURCE_DIR "/tests/data/field/c20-gemma-3-4b-it.json"), config));
        adopt(*workspace, openConfig(config.toStdString())->source);
        dialog = std::make_unique<ExportDialog>(documentOfChosen(workspace->analysis()));
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
        auto* format = dialog->findChild<QComboBox*>(QStringLiteral("format"));
        auto* into = dialog->findChild<QLineEdit*>(QStringLiteral("into"));
        format->setFocus();
        QTest::keyClicks(format, QStringLiteral("transformers conf"));
        QTRY_VERIFY(!dialog->isPreparing());
        QCOMPARE(into->text(), config);
        QVERIFY(preview().contains(QStringLiteral("vision_config"))); // which is in the file
        QVERIFY(dialog->findChild<QLineEdit*>(QStringLiteral("command"))->text().contains(path("model")));
        const auto says = [&](const QString& text) {
            const QList<QLabel*> labels = dialog->findChild<QWidget*>(QStringLiteral("next"))->findChildren<QLabel*>();
            return std::ranges::any_of(labels, [&](const QLabel* label) { return label->text().contains(text); });
        };
        QVERIFY(says(QStringLiteral("Put it in the place of the model's own config.json")));
        QTest::mouseClick(dialog->findChild<QWidget*>(QStringLiteral("clear")), Qt::LeftButton);
        QTRY_VERIFY(!dialog->isPreparing());
        QCOMPARE(into->text(), QString());
        QVERIFY(!preview().contains(QStringLiteral("vision_config")));
        QVERIFY(!says(QStringLiteral("Put it in the place")));

        // No GGUF model: that is asked for, not complained about.
        format->setCurrentText(QStringLiteral("GGUF model"));
        QTRY_VERIFY(message().startsWith(QStringLiteral("Choose the model")));
    }

    void everyFormatHasAPreview()
    {
        auto* format = dialog->findChild<QComboBox*>(QStringLiteral("format"));
        for (int i = 0; i < format->count(); ++i) {
            format->setCurrentIndex(i);
            QTRY_VERIFY(!dialog->isPreparing());
            const ExportFormat& shown = *exportFormats()[static_cast<std::size_t>(i)];
            if (shown.into != IntoKind::HuggingFaceConfig) {
                QCOMPARE(readBy(), QStringLiteral("Works with: ") + fromUtf8(shown.readBy));
            }
            if (exportFormats()[static_cast<std::size_t>(i)]->intoRequired) {
                QVERIFY(preview().isEmpty() && !button("save")->isEnabled() && !button("copy")->isEnabled());
                QCOMPARE(message(), QStringLiteral("Choose the model to copy."));
                continue;
            }
            const auto prepared = exportFormats()[static_cast<std::size_t>(i)]->prepare(documentOfChosen(workspace->analysis()));
            if (exportFormats()[static_cast<std::size_t>(i)]->onlySomeTables) { // and not this one, which chooses for each dimension
                QVERIFY(!prepared && preview().isEmpty() && !button("save")->isEnabled() && !button("copy")->isEnabled());
                QCOMPARE(message(), QString::fromStdString(prepared.error().message));
                continue;
            }
            QVERIFY(preview().size() > 500);
            QVERIFY(prepared);
            QCOMPARE(lint().isEmpty(), !prepared->lint());
            if (exportFormats()[static_cast<std::size_t>(i)]->name == "transformers") {
                QVERIFY2(lint().contains(QStringLiteral("Transformers 5 as stated")), qPrintable(lint()));
                QVERIFY(preview().contains(QStringLiteral("\"rope_parameters\"")));
                QVERIFY2(readBy().startsWith(QStringLiteral("Works with: Transformers 5, vLLM, SGLang")), qPrintable(readBy()));
                QVERIFY(!readBy().contains(QStringLiteral("ExLlamaV2")) && !readBy().contains(QStringLiteral("mlx-lm")));
                picture("export-transformers");
            }
        }
    }

    // The line above the preview and the table below it are of one mind.
    void worksWithWhatAppliesTheTable()
    {
        dialog->findChild<QComboBox*>(QStringLiteral("format"))->setCurrentText(QStringLiteral("Transformers configuration (older form)"));
        QTRY_VERIFY(!dialog->isPreparing());
        QVERIFY2(lint().contains(QStringLiteral("ExLlamaV2 ignored")), qPrintable(lint()));
        QVERIFY2(!readBy().contains(QStringLiteral("ExLlamaV2")), qPrintable(readBy()));
        for (const char* engine : {"Transformers 4", "mlx-lm", "ExLlamaV3"}) {
            QVERIFY2(lint().contains(QLatin1String(engine) + QStringLiteral(" as stated")), qPrintable(lint()));
            QVERIFY2(readBy().contains(QLatin1String(engine)), qPrintable(readBy()));
        }
        picture("export-older-form");
    }

    // Off the GUI thread: the window goes on, and says what it waits for.
    void saysWhatTakesLongToMake()
    {
        dialog = std::make_unique<ExportDialog>(documentOfChosen(workspace->analysis()), slowAndCsv);
        dialog->show();
        QTRY_COMPARE(message(), QStringLiteral("Preparing …"));
        QVERIFY(preview().isEmpty() && !button("save")->isEnabled() && !button("copy")->isEnabled());
        auto* format = dialog->findChild<QComboBox*>(QStringLiteral("format"));
        picture("export-preparing");
        gate.open(1);
        QTRY_COMPARE(preview(), QStringLiteral("slow\n"));
        QVERIFY(message().isEmpty() && inputsAreEnabled());
        format->setCurrentIndex(1);
        QTRY_VERIFY(preview().contains(QStringLiteral("dimension,inv_freq")));
    }

    // The window asks the dialog what was exported, because that is not lost.
    void tellsWhatItHasWritten()
    {
        QSignalSpy exported(dialog.get(), &ExportDialog::exported);
        QVERIFY(!dialog->hasExported());
        dialog->saveTo(path("no/such/folder/table.csv"));
        QTRY_VERIFY(message().contains(QStringLiteral("cannot be written")));
        QVERIFY(!dialog->hasExported() && exported.isEmpty());
        dialog->saveTo(path("table.csv"));
        QTRY_COMPARE(exported.count(), 1);
        QVERIFY(dialog->hasExported());
    }

    void copies()
    {
        QTest::mouseClick(button("copy"), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), preview());
    }

    void saysWhatCouldNotBeWritten()
    {
        const QString file = path("no/such/folder/table.csv");
        dialog->saveTo(file);
        QTRY_VERIFY(message().startsWith(file + QStringLiteral(": cannot be written")));
        QVERIFY(inputsAreEnabled());
        picture("export-error");
        dialog->saveTo(path("table.csv"));
        QTRY_VERIFY(message().startsWith(QStringLiteral("Written")));
    }

    // The model is chosen and the file named as a user does, and the dialog stays one: nothing waits for the writing.
    void copiesAModel()
    {
        const std::string model = test::llamaModel().tensor("big", {9U << 20U}, 24, std::string(std::size_t{9} << 20U, 'x')).bytes();
        write(path("model.gguf"), QByteArray::fromStdString(model));
        auto* format = dialog->findChild<QComboBox*>(QStringLiteral("format"));
        format->setCurrentText(QStringLiteral("GGUF model"));
        picture("export-model-to-choose");
        nameAFile(path("model.gguf"), [&] { QTest::mouseClick(dialog->findChild<QWidget*>(QStringLiteral("choose")), Qt::LeftButton); });
        QTRY_VERIFY(preview().contains(QStringLiteral("tensor rope_freqs.weight")));
        QVERIFY(lint().contains(QStringLiteral("divides the angles by the file's factors")));
        picture("export-model");
        nameAFile(path("copy.gguf"), [&] { QTest::mouseClick(button("save"), Qt::LeftButton); });
        QTRY_COMPARE(message(), QStringLiteral("Written: ") + path("copy.gguf"));
        const auto table = readScalingTable(path("copy.gguf").toStdString());
        QVERIFY(table);
        QVERIFY(table->table == workspace->analysis()->chosen->table);
    }

    // It says of that file that it stays as it is. The question whether to replace it is the general one.
    void doesNotReplaceTheModelThatItCopies()
    {
        const QByteArray model = QByteArray::fromStdString(test::llamaModel().bytes());
        write(path("model.gguf"), model);
        QVERIFY(QFile::link(path("model.gguf"), path("link.gguf")));
        dialog->findChild<QComboBox*>(QStringLiteral("format"))->setCurrentText(QStringLiteral("GGUF model"));
        dialog->mergeInto(path("model.gguf"));
        QTRY_VERIFY(button("save")->isEnabled());
        for (const QString& name : {path("model.gguf"), path("link.gguf")}) {
            dialog->saveTo(name);
            QTRY_COMPARE(message(),
                name + QStringLiteral(": is the model's file that is copied, and stays as it is; expected the name of another file"));
            QVERIFY(!dialog->hasExported() && inputsAreEnabled());
        }
        picture("export-onto-the-model");
        QCOMPARE(contentOf(path("model.gguf")), model);
    }

    void showsHowFarItIs()
    {
        beginToWriteLong();
        QTRY_COMPARE(progressMessage(), QStringLiteral("Writing copy.gguf … 0 %"));
        QVERIFY(!inputsAreEnabled());
        QVERIFY(button("cancel")->isVisible() && button("cancel")->isEnabled());
        gate.open(37);
        QTRY_COMPARE(progressMessage(), QStringLiteral("Writing copy.gguf … 37 %"));
        auto* bar = dialog->findChild<QProgressBar*>();
        QVERIFY(bar->isVisible());
        QCOMPARE(100 * bar->value(), 37 * bar->maximum());
        QCOMPARE(contentOf(path("copy.gguf")), QByteArray("old")); // until it is complete
        auto* writer = dialog->findChild<ExportWriter*>();
        const auto inAWhile = [&] { emit writer->progressed({.done = 120, .total = 1000, .perSecond = 340e6, .secondsLeft = 38.0}); };
        inAWhile();
        QCOMPARE(message(), QStringLiteral("Writing copy.gguf … 12 %, 340 MB/s, 40 s left"));
        picture("export-writing", inAWhile);
        gate.open(pieces);
        QTRY_COMPARE(message(), QStringLiteral("Written: ") + path("copy.gguf"));
        QVERIFY(inputsAreEnabled());
        QVERIFY(!bar->isVisible());
        QCOMPARE(dialog->focusWidget(), button("save")); // as it was before
        QCOMPARE(contentOf(path("copy.gguf")), QByteArray("piece ").repeated(pieces));
    }

    void anythingThatClosesItStopsTheWriting_data()
    {
        QTest::addColumn<std::function<void(ExportDialogTest&)>>("close");
        const auto add = [](const char* name, const std::function<void(ExportDialogTest&)>& close) { QTest::newRow(name) << close; };
        add("button", [](ExportDialogTest& test) { QTest::mouseClick(test.button("cancel"), Qt::LeftButton); });
        add("Esc", [](ExportDialogTest& test) { QTest::keyClick(test.dialog.get(), Qt::Key_Escape); });
        add("Esc in the preview", [](ExportDialogTest& test) {
            test.dialog->findChild<QPlainTextEdit*>()->setFocus();
            QTest::keyClick(test.dialog->findChild<QPlainTextEdit*>(), Qt::Key_Escape);
        });
        add("window", [](ExportDialogTest& test) { QVERIFY(!test.dialog->close()); });
        add("twice", [](ExportDialogTest& test) {
            QTest::keyClick(test.dialog.get(), Qt::Key_Escape);
            if (test.dialog->isWriting()) {
                QTest::keyClick(test.dialog.get(), Qt::Key_Escape);
            }
        });
    }

    void anythingThatClosesItStopsTheWriting()
    {
        QFETCH(const std::function<void(ExportDialogTest&)>, close);
        beginToWriteLong();
        gate.open(20);
        QTRY_COMPARE(progressMessage(), QStringLiteral("Writing copy.gguf … 20 %"));
        close(*this);
        QCOMPARE(message(), QStringLiteral("Stopping …"));
        QTRY_COMPARE(message(), QStringLiteral("Stopped; nothing was written."));
        QVERIFY(dialog->isVisible() && inputsAreEnabled() && !button("cancel")->isVisible());
        QCOMPARE(contentOf(path("copy.gguf")), QByteArray("old"));
        QCOMPARE(files(), QStringList({QStringLiteral("copy.gguf"), QStringLiteral("model.gguf")}));
        picture("export-stopped");

        // It can be used again, and closed.
        gate.open(pieces);
        dialog->saveTo(path("copy.gguf"));
        QTRY_COMPARE(message(), QStringLiteral("Written: ") + path("copy.gguf"));
        QTest::keyClick(dialog.get(), Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
    }

    // An Enter that is pressed too long, in the dialog that asks for the file's name, is none of its business.
    void enterDoesNotStopTheWriting()
    {
        beginToWriteLong();
        QTRY_VERIFY(button("cancel")->isVisible());
        QTest::keyClick(dialog.get(), Qt::Key_Return);
        if (QWidget* focused = dialog->focusWidget()) {
            QTest::keyClick(focused, Qt::Key_Return);
        }
        gate.open(pieces);
        QTRY_COMPARE(message(), QStringLiteral("Written: ") + path("copy.gguf"));
    }

    void saysWhatFailsOnTheWay()
    {
        makeLongDialog();
        dialog->saveTo(path("no/such/folder/copy.gguf"));
        QTRY_VERIFY(message().contains(QStringLiteral("no/such/folder/copy.gguf: cannot be written")));
        QVERIFY(inputsAreEnabled());
    }

    // As when the window that it belongs to goes.
    void stopsWhenItIsDestroyed()
    {
        auto window = std::make_unique<QWidget>();
        window->show();
        makeLongDialog(window.get());
        dialog->saveTo(path("copy.gguf"));
        gate.open(20);
        QTRY_COMPARE(progressMessage(), QStringLiteral("Writing copy.gguf … 20 %"));
        std::ignore = dialog.release(); // the window has it
        window.reset();
        QCOMPARE(contentOf(path("copy.gguf")), QByteArray("old"));
        QCOMPARE(files(), QStringList({QStringLiteral("copy.gguf"), QStringLiteral("model.gguf")}));
    }

private:
    QPushButton* button(const char* name) { return dialog->findChild<QPushButton*>(QString::fromLatin1(name)); }
    QString message() { return dialog->findChild<QLabel*>(QStringLiteral("message"))->text(); }
    /// Without rate and time left, which are there when the test is slow.
    QString progressMessage() { return message().section(QStringLiteral(", "), 0, 0); }
    QString lint() { return dialog->findChild<QTextBrowser*>(QStringLiteral("lint"))->toPlainText().simplified(); }
    QString readBy() { return dialog->findChild<QLabel*>(QStringLiteral("readBy"))->text(); }
    QString placeholder() { return dialog->findChild<QPlainTextEdit*>(QStringLiteral("preview"))->placeholderText(); }
    QString preview() { return dialog->findChild<QPlainTextEdit*>(QStringLiteral("preview"))->toPlainText(); }
    bool inputsAreEnabled()
    {
        const bool enabled = button("save")->isEnabled();
        return dialog->findChild<QComboBox*>(QStringLiteral("format"))->isEnabled() == enabled && button("copy")->isEnabled() == enabled
            && enabled;
    }

    [[nodiscard]] QString path(const char* name) const { return folder->filePath(QString::fromLatin1(name)); }
    [[nodiscard]] QStringList files() const { return QDir(folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    static QByteArray contentOf(const QString& name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }
    static void write(const QString& name, const QByteArray& content)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    // Answers the file dialog that `ask` opens.
    static void nameAFile(const QString& name, const std::function<void()>& ask)
    {
        bool asked = false;
        QTimer::singleShot(0, qApp, [&] {
            auto* files = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            QVERIFY(files);
            asked = true;
            auto* edit = files->findChild<QLineEdit*>();
            edit->setText(name);
            QTest::keyClick(edit, Qt::Key_Return);
        });
        ask();
        QVERIFY(asked);
    }

    void makeLongDialog(QWidget* parent = nullptr)
    {
        write(path("model.gguf"), QByteArray::fromStdString(test::llamaModel().bytes()));
        write(path("copy.gguf"), "old");
        dialog = std::make_unique<ExportDialog>(documentOfChosen(workspace->analysis()), longAndCsv, parent);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
        dialog->mergeInto(path("model.gguf"));
        QTRY_VERIFY(button("save")->isEnabled());
        QVERIFY(inputsAreEnabled());
    }

    void beginToWriteLong()
    {
        makeLongDialog();
        button("save")->setFocus();
        dialog->saveTo(path("copy.gguf"));
        QVERIFY(dialog->isWriting());
    }

    // `before` prepares what passes quickly.
    void picture(
        const char* name, const std::function<void()>& before = [] {})
    {
        before();
        keepPicture(*dialog, QLatin1String(name));
        inTheDark([&] {
            before();
            keepPicture(*dialog, QLatin1String(name) + QStringLiteral("-dark"));
        });
    }

    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<ExportDialog> dialog;
};

QTEST_MAIN(ExportDialogTest)
#include "export_dialog_test.moc"
