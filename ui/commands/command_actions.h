// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/command.h"

#include <QObject>

class QAction;
class QMenu;

namespace rotascope {

/// A QAction for each row of the table of commands: with its text, tool tip, icon and keys, and enabled when the row says so.
class CommandActions : public QObject {
    Q_OBJECT

public:
    /// `services.window` outlives the actions.
    CommandActions(Workspace* workspace, WindowServices services, QObject* parent = nullptr);

    /// The action of the command with this id; there is one.
    [[nodiscard]] QAction* action(const char* id) const;
    /// Adds the commands of a menu at its end, in the table's order.
    void addTo(QMenu& menu, CommandMenu which) const;
    /// Whether the window shows what is open: without, only what is always enabled is.
    void setResultsShown(bool areShown);
    /// What a command asks of the window (Command::isOn) has changed.
    void refresh();

private:
    QAction* makeAction(const Command& command);
    void sayDone(const Command& command);
    void makeSubmenu(QAction* action, const Command& command);

    Workspace* m_workspace;
    WindowServices m_services;
    QList<QAction*> m_actions; ///< in the table's order
    bool m_resultsShown = true;
};

} // namespace rotascope
