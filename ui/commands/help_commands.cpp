// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/help_commands.h"

#include "ui/commands/command_table.h"
#include "ui/dialogs/command_palette.h"
#include "ui/dialogs/shortcuts_dialog.h"

#include <QMainWindow>
#include <QMenuBar>

namespace rotascope {
namespace {

ShortcutGroup groupOf(KeyScope scope, const QString& place)
{
    ShortcutGroup group{place, {}};
    for (const Command& command : commands()) {
        if (command.scope == scope && !command.keys.isEmpty()) {
            group.keys.emplace_back(QKeySequence::listToString(command.keys, QKeySequence::NativeText), command.toolTip);
        }
    }
    return group;
}

// Keys that are not commands: they move within a view.
std::vector<ShortcutGroup> keysOfViews()
{
    return {{Commands::tr("In the distribution and the disturbance"),
                {{Commands::tr("Left, Right"), Commands::tr("Reads the next bar")},
                    {Commands::tr("Page Up, Page Down"), Commands::tr("Goes on by a tenth of what is shown")},
                    {Commands::tr("+, −"), Commands::tr("Zooms in and out")}, {Commands::tr("0, Home"), Commands::tr("Shows everything")},
                    {Commands::tr("Enter"), Commands::tr("Chooses the bar's dimension")},
                    {Commands::tr("A, B"), Commands::tr("Puts a cursor at the bar, to compare two of them")},
                    {Commands::tr("Esc"), Commands::tr("Hides both cursors")}}},
        {Commands::tr("In the comparison of methods"),
            {{Commands::tr("Up, Down"), Commands::tr("Goes to another table")},
                {Commands::tr("Space"), Commands::tr("Shows the method in the charts")},
                {Commands::tr("Enter"), Commands::tr("Takes the table")}, {Commands::tr("F2"), Commands::tr("Renames a pinned table")},
                {Commands::tr("Del"), Commands::tr("Removes a pinned table")}}},
        {Commands::tr("In the overview and the landscape"),
            {{Commands::tr("Up, Down, Page Up, Page Down, Home, End"), Commands::tr("Goes to another dimension")},
                {Commands::tr("Left, Right"), Commands::tr("In the landscape: moves the current dimension to the next factor")}}}};
}

} // namespace

void showPalette(const CommandContext& context)
{
    if (const auto* window = qobject_cast<QMainWindow*>(context.window.window)) {
        auto* palette = new CommandPalette(*window->menuBar(), context.window.window);
        palette->setAttribute(Qt::WA_DeleteOnClose);
        palette->open();
    }
}

void showShortcuts(const CommandContext& context)
{
    std::vector<ShortcutGroup> groups = {groupOf(KeyScope::Window, Commands::tr("Everywhere")),
        groupOf(KeyScope::DimensionTable, Commands::tr("In the table of dimensions"))};
    for (const ShortcutGroup& group : keysOfViews()) {
        groups.push_back(group);
    }
    auto* dialog = new ShortcutsDialog(groups, context.window.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace rotascope
