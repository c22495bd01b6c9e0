// SPDX-License-Identifier: GPL-3.0-or-later
// The user's own words, which belong to what is open.
#include "ui/panels/notes_panel.h"

#include "core/session/session.h"
#include "tests/ui/window/shown_window.h"
#include "ui/window/main_window.h"
#include "ui/workspace/session_keeper.h"
#include "ui/workspace/session_state.h"

#include <QAction>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTimer>
#include <QUndoStack>

using namespace rotascope;
using namespace rotascope::uitest;

class NotesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setQuitOnLastWindowClosed(false); }

    void init()
    {
        window = shownWindow();
        QVERIFY(window);
        QVERIFY(!notes()->isEnabled());
        open(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(notes()->isEnabled());
        window->findChild<QDockWidget*>(QStringLiteral("notes"))->raise();
        notes()->setFocus();
        QTRY_VERIFY(notes()->hasFocus());
    }

    // N, A and Ctrl+Z are commands elsewhere.
    void keysWriteAndUndoStaysWithin()
    {
        AnalysisSettings settings = workspace().settings();
        settings.targetLength = 16384;
        workspace().edit(settings, QStringLiteral("test"));
        QVERIFY(waitForAnalysis(workspace()));
        const Dimension dimension = workspace().currentDimension();
        QTest::keyClicks(notes(), QStringLiteral("N means 12 ?"));
        QTest::keyClick(notes(), Qt::Key_Return);
        QCOMPARE(workspace().notes(), QStringLiteral("N means 12 ?\n"));
        QCOMPARE(workspace().currentDimension(), dimension);
        QTest::keyClick(notes(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(workspace().notes().size() < 13);
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(notes(), Qt::Key_Z, Qt::ControlModifier);
        }
        QCOMPARE(workspace().notes(), QString());
        QCOMPARE(workspace().settings().targetLength, 16384); // of the window's undo, nothing
        QTest::keyClick(notes(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!workspace().notes().isEmpty());
        QTest::keyClick(notes(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(notes(), Qt::Key_Delete);
        QCOMPARE(workspace().notes(), QString());
        QTest::keyClick(notes(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!workspace().notes().isEmpty());
        QTest::keyClick(notes(), Qt::Key_Tab);
        QVERIFY(!notes()->hasFocus());
    }

    void areWorkThatASessionKeeps()
    {
        QTest::keyClicks(notes(), QStringLiteral("dimension 22 <b>is</b> the worst"));
        QVERIFY(window->isWindowModified());
        window->close();
        auto* question = window->findChild<QMessageBox*>();
        QVERIFY(question);
        QVERIFY2(question->text().endsWith(QStringLiteral("not saved: notes. Discard it before the window closes?")),
            qPrintable(question->text()));
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!window->findChild<QMessageBox*>());

        const QString file = folder.filePath(QStringLiteral("notes.rotascope"));
        save(file);
        keepPicture(*window, QStringLiteral("notes"));
        inTheDark([&] { keepPicture(*window, QStringLiteral("notes-dark")); });
        QTest::keyClicks(notes(), QStringLiteral("!"));
        QVERIFY(window->isWindowModified());

        MainWindow other(makeCpuEngine());
        other.show();
        other.openFile(file);
        QTRY_VERIFY(other.workspace().source());
        auto* read = other.findChild<NotesPanel*>();
        QCOMPARE(read->toPlainText(), QStringLiteral("dimension 22 <b>is</b> the worst"));
        QVERIFY(!other.isWindowModified());
        QVERIFY(!read->document()->isUndoAvailable());
    }

    void goWithWhatTheyAreAbout()
    {
        QTest::keyClicks(notes(), QStringLiteral("about the first"));
        workspace().markSaved(workspace().ropes(), workspace().notes());
        open(QStringLiteral("EleutherAI/gpt-neox-20b"));
        QCOMPARE(notes()->toPlainText(), QString());
        QVERIFY(!window->isWindowModified());
        notes()->setFocus();
        QTest::keyClick(notes(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(notes()->toPlainText(), QString());
    }

    // Empty as they are: what was written and deleted was about the first as well.
    void whatWasDeletedDoesNotComeBackWithAnotherModel()
    {
        QTest::keyClicks(notes(), QStringLiteral("x"));
        QTest::keyClick(notes(), Qt::Key_Backspace);
        open(QStringLiteral("EleutherAI/gpt-neox-20b"));
        notes()->setFocus();
        QTest::keyClick(notes(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(notes()->toPlainText(), QString());
    }

    // A file may end its lines in another way than Qt does.
    void openingIsNoChange()
    {
        Session session = sessionOf(workspace());
        session.notes = "one\r\ntwo\xE2\x80\xA8three";
        const QString file = folder.filePath(QStringLiteral("lines.rotascope"));
        QFile out(file);
        QVERIFY(out.open(QFile::WriteOnly));
        out.write(QByteArray::fromStdString(*toJson(session, folder.path().toStdString())));
        out.close();
        window->openFile(file);
        QTRY_COMPARE(notes()->blockCount(), 2);
        QVERIFY(!window->isWindowModified());
        QCOMPARE(sessionOf(workspace()).notes, session.notes);
    }

private:
    Workspace& workspace() { return window->workspace(); }
    NotesPanel* notes() { return window->findChild<NotesPanel*>(); }

    void open(const QString& preset)
    {
        const auto before = workspace().source();
        window->openPreset(preset);
        QTRY_VERIFY(workspace().source() != before);
        QVERIFY(waitForAnalysis(workspace()));
    }
    void save(const QString& file)
    {
        QTimer::singleShot(200, window.get(), [file] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            auto* name = dialog->findChild<QLineEdit*>();
            name->setText(file);
            QTest::keyClick(name, Qt::Key_Return);
        });
        window->findChild<QAction*>(QStringLiteral("saveAsAction"))->trigger();
        QTRY_VERIFY(QFile::exists(file));
        QTRY_VERIFY(!window->isWindowModified());
    }

    QTemporaryDir folder;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(NotesTest)
#include "notes_test.moc"
