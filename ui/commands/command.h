// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <functional>
#include <optional>
#include <vector>

class QWidget;

namespace rotascope {

class FigureSource;
class Workspace;

/// An entry of a submenu that is made when it opens.
struct CommandEntry {
    QString text;
    std::function<void()> run;
    bool isEnabled = true;
    QString toolTip = {}; ///< empty: the text
    std::optional<bool> isChecked = {}; ///< none: it is not switched on and off
};

/// What commands ask of the window that they stand in.
struct WindowServices {
    QWidget* window = nullptr; ///< the parent of dialogs, and what is closed or saved as a picture
    std::function<void(const QString& file)> openFile; ///< opens a recording or a model
    std::function<void(const QString& file)> compareWithFile; ///< opens a recording or a model beside the source
    std::function<void(const QString& modelId)> compareWithPreset;
    std::function<void(const QString& file)> openTable; ///< makes a scaling table from a file the current one
    std::function<void()> showStartPage;
    std::function<QString()> sessionFile; ///< where the session was saved last; empty: nowhere yet
    std::function<void(const QString& file)> saveSession;
    std::function<void()> reload; ///< reads the file of what is open again
    std::function<bool()> isFollowing; ///< whether that happens whenever it changes
    std::function<void(bool on)> setFollowing;
    std::function<void()> resetLayout;
    std::function<void(int step)> goToPanel; ///< moves the focus so many panels on, of those that are seen; back if negative
    std::function<std::vector<CommandEntry>()> columns; ///< of the table of dimensions, each shown or not
    std::function<std::vector<CommandEntry>()> comparisonColumns; ///< of the comparison of methods
    std::function<std::vector<CommandEntry>()> comparisonOrders; ///< what its rows can be sorted by
    std::function<std::vector<FigureSource*>()> figures; ///< the views whose pictures and data can be saved
    std::function<std::vector<CommandEntry>()> tours; ///< that can be taken
    std::function<void()> addScene; ///< keeps what is seen now as a scene
    std::function<void()> present; ///< fills the screen with one view at a time
    std::function<void()> exportHandout; ///< asks for a file and writes all scenes
    std::function<void(const QString& message)> showMessage; ///< says what could not be done
    std::function<void()> hideMessage; ///< closes the last message, which no longer matters
    std::function<void(const QString& place)> showManual; ///< empty: the page of what has the focus
    std::function<void()> explain; ///< What's This
};

/// What a command works on.
struct CommandContext {
    Workspace& workspace;
    const WindowServices& window;
};

/// The menu that a command stands in.
enum class CommandMenu { File, Edit, View, Help };

/// Where the keys of a command work.
enum class KeyScope {
    Window,
    /// Only while the dimension table has the focus, so that plain letters do not get in the way of typing. The table runs such a
    /// command itself, without a window: it uses the workspace alone.
    DimensionTable,
};

inline bool alwaysEnabled(const Workspace&)
{
    return true;
}

/// One thing that the user can ask for: a row of the table of commands (command_table.h). Menus, shortcuts and tool tips are made
/// from it. It either does something (`run`) or opens a submenu (`entries`).
struct Command {
    const char* id; ///< unique; its QAction is called id + "Action"
    CommandMenu menu;
    bool startsGroup = false; ///< whether a line separates it from what stands above
    QString text; ///< in the menu, with its mnemonic
    QString toolTip;
    bool waitsForUser = false; ///< whether it asks for a file, fills the screen or ends the program: a tour does not run it
    const char* icon = nullptr; ///< name in the desktop's icon theme; null: none
    KeyScope scope = KeyScope::Window;
    QList<QKeySequence> keys = {}; ///< the first is shown in the menu
    bool (*isEnabled)(const Workspace&) = alwaysEnabled;
    QString (*obstacle)(const Workspace&) = nullptr; ///< why it cannot be done now, which its tool tip then says; empty: it can be done
    QString (*detail)(const Workspace&) = nullptr; ///< follows the text in the menu: what would be undone
    QString (*done)(const Workspace&) = nullptr; ///< what the status bar says afterwards, of one whose effect may be out of sight
    void (*run)(const CommandContext&) = nullptr;
    std::vector<CommandEntry> (*entries)(const CommandContext&) = nullptr;
    bool (*isOn)(const CommandContext&) = nullptr; ///< of one that switches something on and off: whether it is on
};

} // namespace rotascope
