// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/command_actions.h"

#include "ui/base/field_keys.h"
#include "ui/base/status_note.h"
#include "ui/base/text.h"
#include "ui/commands/command_table.h"
#include "ui/commands/figure_commands.h"
#include "ui/workspace/scene_list.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QIcon>
#include <QMenu>
#include <QUndoStack>
#include <utility>

namespace rotascope {
namespace {

QString textOf(const Command& command, const Workspace& workspace)
{
    QString text = command.text;
    if (const QString detail = command.detail != nullptr ? command.detail(workspace) : QString(); !detail.isEmpty()) {
        text += QLatin1Char(' ') + asMenuText(detail);
    }
    if (command.scope == KeyScope::DimensionTable && !command.keys.isEmpty()) {
        text += QLatin1Char('\t') + command.keys.front().toString(QKeySequence::NativeText); // told, not bound
    }
    return text;
}

} // namespace

CommandActions::CommandActions(Workspace* workspace, WindowServices services, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_services(std::move(services))
{
    for (const Command& command : commands()) {
        m_actions.append(makeAction(command));
    }
    connect(workspace, &Workspace::analysisChanged, this, &CommandActions::refresh);
    connect(workspace, &Workspace::resultStateChanged, this, &CommandActions::refresh);
    connect(&SceneList::of(*workspace), &SceneList::changed, this, &CommandActions::refresh);
    connect(workspace->undoStack(), &QUndoStack::indexChanged, this, &CommandActions::refresh);
    refresh();
}

QAction* CommandActions::action(const char* id) const
{
    auto* action = findChild<QAction*>(QString::fromLatin1(id) + QStringLiteral("Action"));
    Q_ASSERT(action != nullptr);
    return action;
}

void CommandActions::addTo(QMenu& menu, CommandMenu which) const
{
    menu.setToolTipsVisible(true);
    for (std::size_t i = 0; i < commands().size(); ++i) {
        const Command& command = commands()[i];
        if (command.menu != which) {
            continue;
        }
        if (command.startsGroup) {
            menu.addSeparator();
        }
        menu.addAction(m_actions[static_cast<qsizetype>(i)]);
    }
}

void CommandActions::setResultsShown(bool areShown)
{
    m_resultsShown = areShown;
    refresh();
}

QAction* CommandActions::makeAction(const Command& command)
{
    auto* action = new QAction(this);
    action->setObjectName(QString::fromLatin1(command.id) + QStringLiteral("Action"));
    action->setToolTip(command.toolTip);
    if (command.icon != nullptr) {
        action->setIcon(QIcon::fromTheme(QString::fromLatin1(command.icon)));
    }
    if (command.scope == KeyScope::Window) {
        action->setShortcuts(command.keys);
    }
    action->setCheckable(command.isOn != nullptr);
    if (command.entries != nullptr) {
        makeSubmenu(action, command);
    } else {
        connect(action, &QAction::triggered, this, [this, action, &command] {
            takeTypedNumber();
            if (!action->isEnabled()) { // with what was typed
                m_services.showMessage(action->toolTip());
                return;
            }
            command.run({*m_workspace, m_services});
            sayDone(command);
            if (command.isOn != nullptr) {
                refresh();
            }
        });
    }
    return action;
}

void CommandActions::makeSubmenu(QAction* action, const Command& command)
{
    auto* menu = new QMenu(m_services.window);
    action->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, &command] {
        takeTypedNumber();
        menu->clear();
        std::vector<CommandEntry> entries = command.entries({*m_workspace, m_services});
        for (CommandEntry& entry : entries) {
            entry.run = [this, run = std::move(entry.run), &command] {
                run();
                sayDone(command);
            };
        }
        addEntries(*menu, entries);
        if (menu->isEmpty()) {
            menu->addAction(Commands::tr("none yet"))->setEnabled(false);
        }
    });
}

void CommandActions::sayDone(const Command& command)
{
    if (command.done != nullptr) {
        noteInStatusBar(m_services.window, command.done(*m_workspace));
    }
}

void CommandActions::refresh()
{
    for (std::size_t i = 0; i < commands().size(); ++i) {
        QAction* action = m_actions[static_cast<qsizetype>(i)];
        const Command& command = commands()[i];
        const QString obstacle = command.obstacle != nullptr ? command.obstacle(*m_workspace) : QString();
        const bool isShown = m_resultsShown || command.isEnabled == alwaysEnabled;
        action->setEnabled(isShown && command.isEnabled(*m_workspace) && obstacle.isEmpty());
        action->setText(textOf(command, *m_workspace));
        if (command.isOn != nullptr) {
            action->setChecked(command.isOn({*m_workspace, m_services}));
        }
        action->setToolTip(obstacle.isEmpty() ? command.toolTip : asToolTip(obstacle));
    }
}

} // namespace rotascope
