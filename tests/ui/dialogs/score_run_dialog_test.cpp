// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/score_run_dialog.h"

#include "tests/ui/window/shown_window.h"
#include "ui/base/user_settings.h"
#include "ui/commands/pin_commands.h"
#include "ui/commands/score_commands.h"
#include "ui/views/scores_view.h"
#include "ui/workspace/score_run.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <csignal>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

constexpr int patience = 60'000; // ms

const QString fakePython = QStringLiteral(ROTASCOPE_SOURCE_DIR "/tests/ui/dialogs/fake_python.sh");

// Scores of LLaMA-2 that nobody measured.
std::string inventedScores()
{
    ScoreSet set{"a test", "my model", 4096, llama2()->rope.invFreq, {}, {}};
    for (std::size_t i = 0; i < 6; ++i) {
        const double factor = 1.0 + 0.1 * static_cast<double>(i);
        set.tables.push_back({"table " + std::to_string(i), {std::vector<double>(64, factor), 1.0}});
        set.scores.push_back({.table = i, .length = 8192, .task = "passkey", .metric = "exact_match", .value = 2.0 - factor});
    }
    return toJson(set);
}

} // namespace

class ScoreRunDialogTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ScoreRunDialog> m_dialog;
    QByteArray m_path;

    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(QStringLiteral("it's here/") + name); }
    void write(const QString& name, const QByteArray& text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    [[nodiscard]] QString read(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    [[nodiscard]] QString output() const { return path(QStringLiteral("scores of it.json")); }
    [[nodiscard]] ScoreRun& run() const { return ScoreRun::of(*m_workspace); }

    void show()
    {
        m_dialog = std::make_unique<ScoreRunDialog>(
            tablesToScore(m_workspace->analysis()), QStringLiteral("my/model"), 8192, ScoreRun::of(*m_workspace));
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isSearching(), patience);
    }
    template <class Widget> static Widget& in(QWidget& dialog, const char* name) { return *dialog.findChild<Widget*>(QLatin1String(name)); }
    template <class Widget> Widget& the(const char* name) { return in<Widget>(*m_dialog, name); }
    QString message() { return the<QLabel>("message").text(); }
    QString command() { return the<QPlainTextEdit>("command").toPlainText(); }
    void begin()
    {
        the<QLineEdit>("output").setText(output());
        QVERIFY(the<QPushButton>("run").isEnabled());
        QTest::mouseClick(&the<QPushButton>("run"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(run().progress().total, 2U, patience);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid() && QDir(m_folder->path()).mkdir(QStringLiteral("it's here")));
        qputenv("XDG_CONFIG_HOME", path(QStringLiteral("config")).toUtf8()); // nothing is remembered
        QVERIFY(QFile::copy(fakePython, path(QStringLiteral("python3"))));
        QVERIFY(QFile::setPermissions(path(QStringLiteral("python3")), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        write(QStringLiteral("scores"), QByteArray::fromStdString(inventedScores()));
        m_path = qgetenv("PATH");
        qputenv("PATH", path(QString()).toUtf8() + ":/usr/bin:/bin");
        m_workspace = analysedWorkspace();
    }
    void cleanup()
    {
        m_dialog.reset();
        m_workspace.reset();
        qputenv("PATH", m_path);
    }

    void showsTheCommandAndCopiesIt()
    {
        pinCurrent(*m_workspace);
        AnalysisSettings settings = m_workspace->settings();
        settings.method = "yarn";
        m_workspace->edit(settings, QStringLiteral("yarn"));
        QVERIFY(waitForAnalysis(*m_workspace));
        m_workspace->setOverride({3_dim}, Override{Choice::Custom, 1.3});
        QVERIFY(waitForAnalysis(*m_workspace));
        show();
        auto& list = the<QListWidget>("tables");
        QCOMPARE(list.count(), 3);
        QCOMPARE(list.item(0)->text(), QStringLiteral("Current table: YaRN, changed by hand"));
        QVERIFY(list.item(1)->text().startsWith(QStringLiteral("A · ")));
        the<QLineEdit>("output").setText(output());
        the<QLineEdit>("lengths").setText(QStringLiteral("8192, 16384"));
        const QString tables = path(QStringLiteral("scores of it-tables"));
        QVERIFY2(the<QLabel>("place").text().contains(tables), qPrintable(the<QLabel>("place").text()));
        QVERIFY2(command().contains(QStringLiteral("python3' -m rotascope_evaluate my/model --table ")), qPrintable(command()));
        QVERIFY(command().contains(QStringLiteral("yarn-by-hand.json' --table ")));
        QVERIFY(command().contains(QStringLiteral(" --length 8192 --length 16384 --passkeys 50 -o ")));
        keepPicture(*m_dialog, QStringLiteral("score-run-light"));
        inTheDark([this] { keepPicture(*m_dialog, QStringLiteral("score-run-dark")); });

        list.item(2)->setCheckState(Qt::Unchecked);
        QVERIFY(command().contains(QStringLiteral(" --no-own ")));
        QTest::mouseClick(&the<QPushButton>("copy"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isWriting(), patience);
        QCOMPARE(QApplication::clipboard()->text(), command());
        QCOMPARE(QDir(tables).entryList(QDir::Files).join(QLatin1Char('|')), QStringLiteral("A-distributional.json|yarn-by-hand.json"));
        const ImportedTable written = readScalingTable((tables + QStringLiteral("/yarn-by-hand.json")).toStdString()).value();
        QCOMPARE(written.table.factors[3], 1.3);
        QVERIFY(!run().isRunning());
    }

    // A recording states whose angles it has.
    void namesTheModelOfARecording()
    {
        const auto window = shownWindow();
        QVERIFY(window);
        window->openFile(samplePath());
        QTRY_VERIFY_WITH_TIMEOUT(window->workspace().source() != nullptr, patience);
        QVERIFY(waitForAnalysis(window->workspace()));
        window->findChild<QAction*>(QStringLiteral("scoreAction"))->trigger();
        auto* dialog = window->findChild<ScoreRunDialog*>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(in<QLineEdit>(*dialog, "model").text(), QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(in<QLineEdit>(*dialog, "output").text().endsWith(QStringLiteral("/Llama-2-7b-hf-scores.json")));
        dialog->reject();
    }

    void saysWhatIsMissing()
    {
        show();
        const auto expect = [this](const char* said) {
            QVERIFY(command().isEmpty() && !the<QPushButton>("run").isEnabled() && !the<QPushButton>("copy").isEnabled());
            const QString why = the<QPlainTextEdit>("command").placeholderText();
            QVERIFY2(why.contains(QLatin1String(said)), qPrintable(why));
        };
        the<QLineEdit>("lengths").setText(QStringLiteral("8x"));
        expect("from 1 on");
        the<QLineEdit>("lengths").setText(QStringLiteral("8192"));
        the<QLineEdit>("model").clear();
        expect("no model is named");
        the<QLineEdit>("model").setText(QStringLiteral("my/model"));
        the<QLineEdit>("output").setText(QStringLiteral("scores.json"));
        expect("whole paths");
        the<QLineEdit>("output").setText(output());
        for (int row = 0; row < the<QListWidget>("tables").count(); ++row) {
            the<QListWidget>("tables").item(row)->setCheckState(Qt::Unchecked);
        }
        expect("nothing to score");
        the<QListWidget>("tables").item(0)->setCheckState(Qt::Checked);
        the<QSpinBox>("passkeys").setValue(0);
        expect("nothing to measure");
        the<QSpinBox>("passkeys").setValue(3);
        QVERIFY(the<QPushButton>("run").isEnabled());
        the<QLineEdit>("output").setText(path(QStringLiteral("scores/below a file.json")));
        QTest::mouseClick(&the<QPushButton>("run"), Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(
            message().contains(QStringLiteral("below a file-tables: the folder cannot be made")), qPrintable(message()), patience);
        QVERIFY(!run().isRunning());
        QVERIFY(!userSetting(QStringLiteral("evaluate/folder")).isValid()); // the next one does not begin there
    }

    void runsAndTellsHowFarItIs()
    {
        show();
        QSignalSpy scored(&run(), &ScoreRun::scored);
        begin();
        QVERIFY(!the<QPushButton>("run").isEnabled() && !the<QLineEdit>("model").isEnabled() && the<QPushButton>("stop").isVisible());
        write(QStringLiteral("first"), "");
        QTRY_VERIFY_WITH_TIMEOUT(run().progress().done == 1, patience);
        QCOMPARE(run().progressText(), QStringLiteral("1 of 2, 4 min left"));
        QVERIFY2(message().contains(QStringLiteral("exact_match 0.9")), qPrintable(message()));
        QCOMPARE(m_dialog->findChild<QProgressBar*>()->value(), 1);
        keepPicture(*m_dialog, QStringLiteral("score-run-running"));

        // Closed, it goes on; opened again, it is seen.
        m_dialog.reset();
        show();
        QVERIFY(the<QPushButton>("stop").isVisible());
        write(QStringLiteral("second"), "");
        QVERIFY(scored.wait(patience));
        QVERIFY(!run().isRunning() && !run().hasFailed());
        QCOMPARE(scored.at(0).at(0).value<OpenedScores>().scores->tables.size(), 6U);
        QVERIFY2(message().startsWith(QStringLiteral("The run is done.")), qPrintable(message()));
        QVERIFY(!the<QPushButton>("stop").isVisible() && the<QPushButton>("run").isEnabled());
        const QStringList arguments = read(QStringLiteral("arguments")).split(QLatin1Char('\n'));
        QCOMPARE(arguments.mid(0, 4),
            QStringList(
                {QStringLiteral("-m"), QStringLiteral("rotascope_evaluate"), QStringLiteral("my/model"), QStringLiteral("--table")}));
        QVERIFY(QFile::exists(arguments[4]));
        QVERIFY(arguments.contains(output()) && arguments.contains(QStringLiteral("json")));
        const QStringList ran = read(QStringLiteral("ran")).split(QLatin1Char(' '));
        QCOMPARE(ran[0], QStringLiteral("/")); // nothing is imported from where the program was started
        QCOMPARE(ran[2].trimmed(), QStringLiteral("1"));
    }

    void stopsAndKeepsWhatWasMeasured()
    {
        show();
        begin();
        QSignalSpy scored(&run(), &ScoreRun::scored);
        write(QStringLiteral("first"), "");
        QTRY_VERIFY_WITH_TIMEOUT(run().progress().done == 1, patience);
        const auto process = static_cast<pid_t>(read(QStringLiteral("ran")).section(QLatin1Char(' '), 1, 1).toInt());
        QVERIFY(::kill(process, 0) == 0);
        QTest::mouseClick(&the<QPushButton>("stop"), Qt::LeftButton);
        QVERIFY(scored.wait(patience));
        QVERIFY(::kill(process, 0) != 0);
        QVERIFY2(message().startsWith(QStringLiteral("The run was stopped. What it measured is in")), qPrintable(message()));
        QVERIFY(!run().hasFailed());
    }

    void stoppedAtOnceItHasNothing()
    {
        show();
        begin();
        QTest::mouseClick(&the<QPushButton>("stop"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!run().isRunning(), patience);
        QVERIFY2(message().contains(QStringLiteral("before it had measured anything")), qPrintable(message()));
    }

    void saysWhyARunFailed()
    {
        show();
        write(QStringLiteral("fails"), "");
        write(QStringLiteral("first"), "");
        write(QStringLiteral("second"), "");
        QSignalSpy failed(&run(), &ScoreRun::failed);
        begin();
        QVERIFY(!failed.isEmpty() || failed.wait(patience));
        QCOMPARE(message(), QStringLiteral("The run failed: my model: Transformers cannot load it"));
        keepPicture(*m_dialog, QStringLiteral("score-run-failed"));
    }

    void saysThatNoPythonHasThePackage()
    {
        const auto said = [this] { return the<QLabel>("python").text(); };
        qputenv("PATH", ".:relative:" + path(QString()).toUtf8());
        write(QStringLiteral("python3"), "#!/bin/sh\necho \"ModuleNotFoundError: No module named 'rotascope_evaluate'\" >&2\nexit 1\n");
        show();
        QVERIFY2(said().contains(QStringLiteral("No module named 'rotascope_evaluate'")), qPrintable(said()));
        QVERIFY(!the<QPushButton>("run").isEnabled());
        QVERIFY2(command().startsWith(QStringLiteral("python -m rotascope_evaluate")), qPrintable(command()));
        the<QLineEdit>("output").setText(output());
        QVERIFY(the<QPushButton>("copy").isEnabled());
        QVERIFY2(said().endsWith(QStringLiteral("The command above can be copied all the same.")), qPrintable(said()));
        const QString package = said().section(QStringLiteral("bin/pip install "), 1).section(QLatin1Char('\n'), 0, 0);
        QVERIFY2(
            QFile::exists(package + QStringLiteral("/pyproject.toml")) || package.endsWith(QStringLiteral(".whl")), qPrintable(said()));
        the<QLineEdit>("model").clear();
        QVERIFY(!the<QPushButton>("copy").isEnabled());
        QVERIFY2(!said().contains(QStringLiteral("can be copied")), qPrintable(said()));
        the<QLineEdit>("model").setText(QStringLiteral("my/model"));
        keepPicture(*m_dialog, QStringLiteral("score-run-missing"));
        const auto bottomOf = [this](const QWidget& widget) { return widget.mapTo(m_dialog.get(), QPoint(0, widget.height())).y(); };
        const auto topOf = [this](const QWidget& widget) { return widget.mapTo(m_dialog.get(), QPoint()).y(); };
        QVERIFY(bottomOf(the<QListWidget>("tables")) <= topOf(the<QLineEdit>("lengths"))); // nothing lies over anything else
        const auto& python = the<QLabel>("python");
        QVERIFY(python.height() >= python.heightForWidth(python.width()));

        write(QStringLiteral("python3"), "#!/bin/sh\necho rotascope_evaluate 0.1.0 torch transformers\n");
        show();
        QVERIFY2(said().contains(QStringLiteral("not what it needs: torch, transformers")), qPrintable(said()));
        QVERIFY(QFile::remove(path(QStringLiteral("python3"))));
        show();
        QVERIFY2(said().contains(QStringLiteral("there is no Python on PATH")), qPrintable(said()));
        keepUserSetting(QStringLiteral("evaluate/python"), path(QStringLiteral("scores")));
        show();
        QVERIFY2(said().contains(QStringLiteral("cannot be started")), qPrintable(said()));
    }

    // It ends with the window, but not before the user was asked, and its scores are seen in the scatter.
    void theWindowAsksBeforeItEndsARun()
    {
        const auto window = shownWindow();
        QVERIFY(window);
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(window->workspace()));
        auto* view = window->findChild<ScoresView*>();
        window->findChild<QDockWidget*>(QStringLiteral("scores"))->raise();
        auto& button = in<QPushButton>(*view, "scoreModel");
        QTRY_VERIFY(button.isVisible() && button.isEnabled());
        QTest::mouseClick(&button, Qt::LeftButton);
        auto* dialog = window->findChild<ScoreRunDialog*>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(in<QLineEdit>(*dialog, "model").text(), QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isSearching(), patience);
        in<QLineEdit>(*dialog, "output").setText(output());
        QTest::mouseClick(&in<QPushButton>(*dialog, "run"), Qt::LeftButton);
        ScoreRun& windowRun = ScoreRun::of(window->workspace());
        QTRY_COMPARE_WITH_TIMEOUT(windowRun.progress().total, 2U, patience);
        dialog->reject();
        write(QStringLiteral("first"), "");
        QTRY_VERIFY2_WITH_TIMEOUT(button.text() == QStringLiteral("Run: 1 of 2, 4 min left"), qPrintable(button.text()), patience);
        keepPicture(*window, QStringLiteral("score-run-window"));

        QVERIFY(!window->close());
        auto* question = window->findChild<QMessageBox*>(QStringLiteral("endRun"));
        QVERIFY(question != nullptr && window->isVisible());
        QTest::mouseClick(question->button(QMessageBox::Cancel), Qt::LeftButton);
        QTRY_VERIFY(window->findChild<QMessageBox*>(QStringLiteral("endRun")) == nullptr);
        QVERIFY(windowRun.isAtWork());

        QSignalSpy opened(window.get(), &MainWindow::scoresOpened);
        QVERIFY(!window->close());
        question = window->findChild<QMessageBox*>(QStringLiteral("endRun"));
        QTest::mouseClick(&in<QPushButton>(*question, "stopAndClose"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!window->isVisible(), patience);
        QVERIFY(opened.size() == 1 || opened.wait(patience));
        QCOMPARE(opened.at(0).at(0).toString(), output());
        QVERIFY(view->findChildren<QComboBox*>().front()->currentText().contains(QStringLiteral("my model")));
    }
};

QTEST_MAIN(ScoreRunDialogTest)
#include "score_run_dialog_test.moc"
