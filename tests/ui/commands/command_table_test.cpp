// SPDX-License-Identifier: GPL-3.0-or-later
// What every row of the table of commands promises, in the window that is made from it.
#include "ui/commands/command_table.h"

#include "tests/ui/window/shown_window.h"
#include "ui/base/user_settings.h"
#include "ui/commands/command_actions.h"
#include "ui/commands/recent_files.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/models/dimension_model.h"
#include "ui/views/dimension_table.h"
#include "ui/window/main_window.h"
#include "ui/workspace/scene_list.h"

#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QStatusBar>
#include <QTimer>
#include <QUndoStack>
#include <QWhatsThis>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

// Closes the dialogs that commands open and wait for.
class DialogCloser {
public:
    DialogCloser()
    {
        QObject::connect(&m_timer, &QTimer::timeout, [] {
            if (QWidget* dialog = QApplication::activeModalWidget()) {
                dialog->close();
            }
        });
        m_timer.start(10);
    }

private:
    QTimer m_timer;
};

} // namespace

class CommandTableTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QWhatsThis::leaveWhatsThisMode();
        window = shownWindow();
        QVERIFY(window);
    }

    void everyRowIsComplete()
    {
        QSet<QString> ids;
        for (const Command& command : commands()) {
            const QString id = QString::fromLatin1(command.id);
            QVERIFY2(!id.isEmpty() && !ids.contains(id), command.id);
            ids.insert(id);
            QVERIFY2(command.text.count(QLatin1Char('&')) == 1 && command.text == command.text.simplified(), command.id);
            QVERIFY2(command.toolTip.size() > 10 && command.toolTip.front().isUpper(), command.id);
            QVERIFY2(!command.toolTip.endsWith(QLatin1Char('.')), command.id); // as all tool tips
            QVERIFY2((command.run != nullptr) != (command.entries != nullptr), command.id);
        }
    }

    void noTwoCommandsShareAKey()
    {
        QSet<QKeySequence> keys;
        for (const Command& command : commands()) {
            for (const QKeySequence& key : command.keys) {
                QVERIFY2(!key.isEmpty() && !keys.contains(key), command.id);
                keys.insert(key);
            }
        }
        QVERIFY(keys.size() >= 8);
    }

    void noTwoEntriesOfAMenuShareALetter()
    {
        for (const QAction* menu : window->menuBar()->actions()) {
            QSet<QKeySequence> letters;
            for (const QAction* entry : menu->menu()->actions()) {
                if (const QKeySequence letter = QKeySequence::mnemonic(entry->text()); !letter.isEmpty()) {
                    QVERIFY2(!letters.contains(letter), qPrintable(entry->text()));
                    letters.insert(letter);
                }
            }
        }
    }

    void whatNeedsAnAnalysisIsDisabledBeforeTheFirst()
    {
        QStringList disabled;
        for (const Command& command : commands()) {
            if (!actionOf(command)->isEnabled()) {
                disabled << QString::fromLatin1(command.id);
            }
        }
        QCOMPARE(disabled.join(QLatin1Char(' ')),
            QStringLiteral(
                "reload follow compare closeComparison save saveAs table export score copyFigure saveFigure saveData saveAnimation "
                "handout undo redo "
                "copyRows extrapolate "
                "interpolate automatic flip pin takePin renamePin removePin nextWorst previousWorst addScene nextScene "
                "previousScene present columns comparisonColumns comparisonOrder"));
        openModel();
        for (const Command& command : commands()) {
            const QByteArray id = command.id; // a preset has no file, nothing is compared, and there are no scenes
            QCOMPARE(actionOf(command)->isEnabled(),
                id != "undo" && id != "redo" && id != "closeComparison" && id != "reload" && id != "follow" && !isOfScenes(id));
        }
    }

    void undoAndRedoSayWhat()
    {
        openModel();
        AnalysisSettings settings = window->workspace().settings();
        settings.targetLength = 16384;
        window->workspace().edit(settings, QStringLiteral("R&D"));
        QAction* undo = action("undo");
        QAction* redo = action("redo");
        QVERIFY(undo->isEnabled() && !redo->isEnabled());
        QCOMPARE(undo->text(), QStringLiteral("&Undo R&&D"));
        QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!undo->isEnabled() && redo->isEnabled());
        QCOMPARE(undo->text(), QStringLiteral("&Undo"));
        QCOMPARE(redo->text(), QStringLiteral("&Redo R&&D"));
    }

    // What is out of sight, or nowhere on the screen: the clipboard, a panel behind another one.
    void whatIsNotSeenIsSaid()
    {
        openModel();
        const auto said = [this] { return window->statusBar()->currentMessage(); };
        table()->setFocus();
        press(table(), QKeySequence(Qt::CTRL | Qt::Key_C));
        QCOMPARE(said(), QStringLiteral("Copied rows: 1"));
        press(window.get(), QKeySequence(Qt::CTRL | Qt::Key_P));
        QCOMPARE(said(), QStringLiteral("Done: pin table A. The comparison of methods shows it."));
        QVERIFY(waitForAnalysis(window->workspace()));
        press(window.get(), QKeySequence(Qt::CTRL | Qt::Key_D));
        QVERIFY2(said().startsWith(QStringLiteral("Added scene 1: ")) && said().endsWith(QStringLiteral("The panel Scenes lists it.")),
            qPrintable(said()));
        press(window.get(), QKeySequence(Qt::CTRL | Qt::Key_Z));
        QCOMPARE(said(), QStringLiteral("Taken back: add scene"));
        press(window.get(), QKeySequence(Qt::CTRL | Qt::Key_Y));
        QCOMPARE(said(), QStringLiteral("Made again: add scene"));
        QMenu* copies = action("copyFigure")->menu();
        emit copies->aboutToShow();
        copies->actions().front()->trigger();
        QVERIFY2(said().startsWith(QStringLiteral("Copied the picture of ")), qPrintable(said()));
        QMenu* removed = action("removePin")->menu();
        emit removed->aboutToShow();
        removed->actions().front()->trigger();
        QCOMPARE(said(), QStringLiteral("Done: remove pinned table A"));
    }

    void everyCommandIsReachedFromItsMenu_data()
    {
        addRows([](const Command&) { return true; });
    }
    void everyCommandIsReachedFromItsMenu()
    {
        const Command& command = fetched();
        prepareFor(command);
        QAction* action = actionOf(command);
        QSignalSpy triggered(action, &QAction::triggered);
        QAction* menuAction = menuOf(action);
        QVERIFY(menuAction);
        QMenu* menu = menuAction->menu();
        QTest::mouseClick(window->menuBar(), Qt::LeftButton, {}, window->menuBar()->actionGeometry(menuAction).center());
        QTRY_VERIFY(menu->isVisible());
        QVERIFY(menu->toolTipsVisible());
        QCOMPARE(action->toolTip(), command.toolTip);
        const DialogCloser closer;
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        if (command.entries != nullptr) {
            QTRY_VERIFY(action->menu()->isVisible());
            menu->close();
        } else {
            QCOMPARE(triggered.count(), 1);
        }
    }

    void everyKeyWorks_data()
    {
        addRows([](const Command& command) { return !command.keys.isEmpty(); });
    }
    void everyKeyWorks()
    {
        const Command& command = fetched();
        const DialogCloser closer;
        for (const QKeySequence& key : command.keys) {
            prepareFor(command);
            window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(window.get()));
            QSignalSpy triggered(actionOf(command), &QAction::triggered);
            if (command.scope == KeyScope::Window) {
                QCOMPARE(actionOf(command)->shortcuts(), command.keys);
                press(window.get(), key);
                QCOMPARE(triggered.count(), 1);
                if (QWidget* text = QApplication::activePopupWidget()) { // What's This
                    text->close();
                }
            } else {
                const int before = window->workspace().undoStack()->index();
                QApplication::clipboard()->clear();
                press(table(), key);
                QCOMPARE(window->workspace().undoStack()->index(), changesSomething(command) ? before + 1 : before);
                QCOMPARE(QApplication::clipboard()->text().isEmpty(), changesSomething(command));
            }
            for (ExportDialog* dialog : window->findChildren<ExportDialog*>()) {
                dialog->close();
            }
        }
    }

    // Whoever types a word into a field must not change dimensions by it.
    void theTablesKeysAreToldButNotBound()
    {
        openModel();
        int told = 0;
        for (const Command& command : commands()) {
            if (command.scope != KeyScope::DimensionTable) {
                continue;
            }
            ++told;
            const QString key = command.keys.front().toString(QKeySequence::NativeText);
            QVERIFY(actionOf(command)->text().endsWith(QLatin1Char('\t') + key));
            QVERIFY(actionOf(command)->shortcuts().isEmpty());
            const QVariant help = table()->model()->headerData(DimensionModel::ChoiceColumn, Qt::Horizontal, Qt::ToolTipRole);
            QVERIFY(help.toString().contains(key) || !changesSomething(command));
            auto* field = window->findChild<QLineEdit*>(QStringLiteral("epsilon"));
            field->setFocus();
            press(field, command.keys.front());
            press(window.get(), command.keys.front());
            QCOMPARE(window->workspace().undoStack()->count(), 0);
        }
        QCOMPARE(told, 5);
    }

    void choicesActOnTheSelectedDimensions()
    {
        openModel();
        Workspace& workspace = window->workspace();
        const auto factor = [&](std::size_t dimension) { return workspace.analysis()->chosen->table.factors[dimension]; };
        const auto trigger = [&](const char* id) {
            action(id)->trigger();
            return waitForAnalysis(workspace);
        };
        table()->setFocus();
        workspace.setCurrentDimension(20_dim);
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(workspace.selectedDimensions(), (QList<Dimension>{20_dim, 21_dim}));
        QVERIFY(trigger("interpolate"));
        QVERIFY(factor(20) == 2.0 && factor(21) == 2.0 && factor(22) == 1.0);
        QVERIFY(trigger("flip"));
        QVERIFY(factor(20) == 1.0 && factor(21) == 1.0);
        QVERIFY(trigger("flip"));
        QVERIFY(factor(20) == 2.0 && factor(21) == 2.0);
        QVERIFY(trigger("extrapolate"));
        QVERIFY(factor(20) == 1.0 && factor(21) == 1.0);
        QVERIFY(workspace.settings().overrides[20] && workspace.settings().overrides[21]);
        QVERIFY(trigger("automatic"));
        QVERIFY(!workspace.settings().overrides[20] && !workspace.settings().overrides[21]);
        const int count = workspace.undoStack()->count();
        table()->clearSelection();
        QVERIFY(trigger("flip") && trigger("interpolate"));
        QCOMPARE(workspace.undoStack()->count(), count);
    }

    void recentFilesAreOpenedFromTheirMenu()
    {
        keepUserSetting(QStringLiteral("recentFiles"), QStringList());
        QMenu* menu = action("recent")->menu();
        menu->popup({10, 10});
        QCOMPARE(menu->actions().size(), 1);
        QVERIFY(!menu->actions().front()->isEnabled());
        menu->close();
        for (int i = 0; i < 10; ++i) {
            rememberRecentFile(QStringLiteral("/R&D/%1.h5").arg(i));
        }
        rememberRecentFile(samplePath());
        rememberRecentFile(QStringLiteral("/R&D/9.h5"));
        QCOMPARE(recentFiles().size(), 8);
        menu->popup({10, 10});
        QCOMPARE(menu->actions().size(), 8);
        QCOMPARE(menu->actions().front()->text(), QStringLiteral("/R&&D/9.h5"));
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions()[1]).center());
        QTRY_VERIFY(window->workspace().source());
        QCOMPARE(QString::fromStdString(window->workspace().source()->origin), samplePath());
        keepUserSetting(QStringLiteral("recentFiles"), QStringList());
    }

private:
    static void addRows(bool (*isWanted)(const Command&))
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < commands().size(); ++i) {
            if (isWanted(commands()[i])) {
                QTest::newRow(commands()[i].id) << static_cast<int>(i);
            }
        }
    }
    static const Command& fetched()
    {
        QFETCH(int, row);
        return commands()[static_cast<std::size_t>(row)];
    }

    // Of the table's own commands: all but the one that copies its rows.
    static bool changesSomething(const Command& command) { return command.id != QByteArray("copyRows"); }

    static void press(QWidget* widget, const QKeySequence& key) { QTest::keyClick(widget, key[0].key(), key[0].keyboardModifiers()); }

    void openModel()
    {
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(window->workspace()));
    }

    void openSample()
    {
        window->openFile(samplePath());
        QTRY_VERIFY(window->workspace().source());
        QVERIFY(waitForAnalysis(window->workspace()));
    }

    // So that the command is enabled and changes something.
    void prepareFor(const Command& command)
    {
        if (!window->workspace().analysis()) {
            const bool needsFile = command.id == QByteArray("reload") || command.id == QByteArray("follow");
            needsFile ? openSample() : openModel();
        }
        Workspace& workspace = window->workspace();
        workspace.setCurrentDimension(20_dim);
        workspace.setOverride({20_dim}, Override{Choice::Custom, 1.0 + 0.01 * ++steps});
        QVERIFY(waitForAnalysis(workspace));
        if (command.id == QByteArray("redo")) {
            workspace.undoStack()->undo();
            QVERIFY(waitForAnalysis(workspace));
        }
        if (command.id == QByteArray("closeComparison")) {
            AnalysisSettings settings = workspace.settings();
            settings.other = otherOf(workspace.source());
            workspace.edit(settings, QStringLiteral("test"));
            QVERIFY(waitForAnalysis(workspace));
        }
        if (isOfScenes(command.id)) {
            SceneList::of(workspace).set({{"a", "", "distribution", 20, {}}});
        }
        QVERIFY(actionOf(command)->isEnabled());
    }
    static bool isOfScenes(const QByteArray& id) { return id == "handout" || id == "nextScene" || id == "previousScene"; }

    [[nodiscard]] QAction* action(const char* id) const { return window->findChild<CommandActions*>()->action(id); }
    [[nodiscard]] QAction* actionOf(const Command& command) const { return action(command.id); }
    [[nodiscard]] DimensionTable* table() const { return window->findChild<DimensionTable*>(); }

    // The entry of the menu bar whose menu has this action; null: none has.
    [[nodiscard]] QAction* menuOf(const QAction* action) const
    {
        for (QAction* menu : window->menuBar()->actions()) {
            if (menu->menu()->actions().contains(action)) {
                return menu;
            }
        }
        return nullptr;
    }

    std::unique_ptr<MainWindow> window;
    int steps = 0;
};

QTEST_MAIN(CommandTableTest)
#include "command_table_test.moc"
