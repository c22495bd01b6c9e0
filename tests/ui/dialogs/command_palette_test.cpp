// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/command_palette.h"

#include "tests/ui/ui_test.h"
#include "ui/commands/command_table.h"
#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTextBrowser>
#include <QTreeView>

using namespace rotascope;
using namespace rotascope::uitest;

class CommandPaletteTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        window = std::make_unique<MainWindow>(makeCpuEngine());
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    void findsByWordsInAnyOrderAndDoesIt()
    {
        CommandPalette* palette = open();
        auto* search = palette->findChild<QLineEdit*>();
        QTest::keyClicks(search, QStringLiteral("layout RESET"));
        QCOMPARE(rows(*palette).join(QLatin1Char('|')), QStringLiteral("View ► Reset layout"));
        auto* overview = window->findChild<QDockWidget*>(QStringLiteral("overview"));
        overview->close();
        keepPicture(*palette, QStringLiteral("command-palette"));
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(overview->isVisibleTo(window.get()));
    }

    void theArrowsChooseWhileOneTypes()
    {
        CommandPalette* palette = open();
        auto* search = palette->findChild<QLineEdit*>();
        QTest::keyClicks(search, QStringLiteral("about"));
        QTest::keyClick(search, Qt::Key_Down);
        const auto* list = palette->findChild<QTreeView*>();
        QCOMPARE(list->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("Help ► About Qt"));
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_VERIFY(!window->findChild<CommandPalette*>());
    }

    void hasWhateverTheMenusHaveWithItsKeys()
    {
        CommandPalette* palette = open();
        const QStringList found = rows(*palette);
        for (const Command& command : commands()) {
            const QAction* action = window->findChild<QAction*>(QString::fromLatin1(command.id) + QStringLiteral("Action"));
            if (command.entries == nullptr) {
                const QString text = QString(action->text()).remove(QLatin1Char('&')).section(QLatin1Char('\t'), 0, 0);
                QVERIFY2(!found.filter(text).isEmpty(), command.id);
            }
        }
        const auto* list = palette->findChild<QTreeView*>();
        const auto row = found.indexOf(QStringLiteral("File ► Open…"));
        QVERIFY(list->model()->index(static_cast<int>(row), 1).data().toString().contains(QStringLiteral("Ctrl+O")));
    }

    // Menus that are made when they open.
    void hasWhatSubmenusWouldHoldNow()
    {
        const auto pinned = [this] {
            CommandPalette* palette = open();
            const QStringList found = rows(*palette).filter(QStringLiteral("Remove a pinned table"));
            QTest::keyClick(palette, Qt::Key_Escape);
            return found.join(QLatin1Char('|'));
        };
        QCOMPARE(pinned(), QStringLiteral("Edit ► Remove a pinned table")); // nothing is open
        adopt(window->workspace(), llama2());
        QCOMPARE(pinned(), QStringLiteral("Edit ► Remove a pinned table ► none yet"));
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get())); // else the keys go nowhere
        QTest::keyClick(window.get(), Qt::Key_P, Qt::ControlModifier);
        QVERIFY(waitForAnalysis(window->workspace()));
        QCOMPARE(pinned(), QStringLiteral("Edit ► Remove a pinned table ► A · Distributional ×2"));
        CommandPalette* palette = open();
        QTest::keyClicks(palette->findChild<QLineEdit*>(), QStringLiteral("remove pinned distributional"));
        QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
        QTRY_VERIFY(window->workspace().settings().pins.empty());
        QTRY_VERIFY(!window->findChild<CommandPalette*>());
        QVERIFY(waitForAnalysis(window->workspace()));
        QCOMPARE(pinned(), QStringLiteral("Edit ► Remove a pinned table ► none yet"));
    }

    // Nothing is open yet.
    void doesNothingThatCannotBeDone()
    {
        CommandPalette* palette = open();
        auto* search = palette->findChild<QLineEdit*>();
        QTest::keyClicks(search, QStringLiteral("export"));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(palette->isVisible());
    }

    void aQuestionMarkShowsAllKeys()
    {
        QTest::keyClick(window.get(), Qt::Key_Question);
        auto* dialog = window->findChild<ShortcutsDialog*>();
        QVERIFY(dialog);
        const QString text = dialog->findChild<QTextBrowser*>()->toPlainText();
        for (const Command& command : commands()) {
            for (const QKeySequence& key : command.keys) {
                QVERIFY2(text.contains(key.toString(QKeySequence::NativeText)), command.id);
            }
        }
        keepPicture(*dialog, QStringLiteral("shortcuts"));
    }

private:
    CommandPalette* open()
    {
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()) || !QTest::qWaitFor([&] { return !window->findChild<CommandPalette*>(); })) {
            return nullptr;
        }
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        auto* palette = window->findChild<CommandPalette*>();
        return palette != nullptr && QTest::qWaitForWindowExposed(palette) ? palette : nullptr;
    }

    static QStringList rows(const CommandPalette& palette)
    {
        const QAbstractItemModel& model = *palette.findChild<QTreeView*>()->model();
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row) {
            texts << model.index(row, 0).data().toString();
        }
        return texts;
    }

    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(CommandPaletteTest)
#include "command_palette_test.moc"
