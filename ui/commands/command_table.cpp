// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/command_table.h"

#include "core/report/view_csv.h"
#include "ui/base/status_note.h"
#include "ui/base/text.h"
#include "ui/commands/animation_commands.h"
#include "ui/commands/choice_commands.h"
#include "ui/commands/compare_commands.h"
#include "ui/commands/figure_commands.h"
#include "ui/commands/file_commands.h"
#include "ui/commands/help_commands.h"
#include "ui/commands/pin_commands.h"
#include "ui/commands/score_commands.h"
#include "ui/dialogs/engines_dialog.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/workspace/live_readings.h"
#include "ui/workspace/scene_list.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QClipboard>
#include <QMessageBox>
#include <QUndoStack>
#include <algorithm>
#include <memory>

namespace rotascope {
namespace {

bool hasAnalysis(const Workspace& workspace)
{
    return workspace.analysis() != nullptr;
}

bool isCompared(const Workspace& workspace)
{
    return hasAnalysis(workspace) && workspace.settings().other.has_value();
}

bool hasScenes(const Workspace& workspace)
{
    return hasAnalysis(workspace) && SceneList::of(workspace).count() > 0;
}

bool isOfFile(const Workspace& workspace)
{
    return workspace.source() && workspace.source()->kind != SourceKind::Preset;
}

QString whatWasDone(const Workspace& workspace)
{
    return Commands::tr("Done: %1").arg(workspace.undoStack()->undoText());
}

QString whichSceneIsShown(const Workspace& workspace)
{
    const SceneList& scenes = SceneList::of(workspace);
    const int current = scenes.current();
    return current < 0 ? QString()
                       : Commands::tr("Added scene %1: %2. The panel Scenes lists it.")
                             .arg(current + 1)
                             .arg(visible(scenes.scenes()[static_cast<std::size_t>(current)].name));
}

template <ChoiceAction action> void chooseSelected(const CommandContext& context)
{
    choose(context.workspace, context.workspace.selectedDimensions(), action);
}

// What is neither in the settings nor the source is in a panel that may be behind another one: scenes and notes.
template <class Step> void takeStep(const CommandContext& context, Step step, QString (*said)(const QUndoStack&))
{
    const AnalysisSettings before = context.workspace.settings();
    const std::shared_ptr<const Source> source = context.workspace.source();
    QUndoStack& stack = *context.workspace.undoStack();
    step(stack);
    if (context.workspace.settings() == before && context.workspace.source() == source) {
        noteInStatusBar(context.window.window, said(stack));
    }
}

void undo(const CommandContext& context)
{
    takeStep(
        context, [](QUndoStack& stack) { stack.undo(); },
        [](const QUndoStack& stack) { return Commands::tr("Taken back: %1").arg(stack.redoText()); });
}

void redo(const CommandContext& context)
{
    takeStep(
        context, [](QUndoStack& stack) { stack.redo(); },
        [](const QUndoStack& stack) { return Commands::tr("Made again: %1").arg(stack.undoText()); });
}

void followOrNot(const CommandContext& context)
{
    context.window.setFollowing(!context.window.isFollowing());
    noteInStatusBar(context.window.window,
        context.window.isFollowing() ? Commands::tr("The file is read again whenever it changes.")
                                     : Commands::tr("The file is no longer read again by itself."));
}

void showAbout(const CommandContext& context)
{
    QMessageBox::about(context.window.window, Commands::tr("About Rotascope"),
        Commands::tr("<p><b>Rotascope %1</b></p>"
                     "<p>Shows how an extension of a RoPE model's context disturbs the distribution of each dimension's rotary angles, and "
                     "lets you choose interpolation or extrapolation for each.</p>"
                     "<p>The method: <i>Extending Context Window of Large Language Models from a Distributional Perspective</i>, EMNLP "
                     "2024.</p>"
                     "<p>Free software under the GNU General Public License, version 3 or later.</p>")
            .arg(QStringLiteral(ROTASCOPE_VERSION)));
}

void showEngines(const CommandContext& context)
{
    auto* dialog = new EnginesDialog(context.window.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void showPreferences(const CommandContext& context)
{
    auto* dialog = new PreferencesDialog(context.window.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

std::vector<Command> fileCommands()
{
    return {
        {.id = "open",
            .menu = CommandMenu::File,
            .text = Commands::tr("&Open…"),
            .toolTip
            = Commands::tr("Opens a recording (.h5), a model's config.json, a GGUF model, a session, or an exported table with its model"),
            .waitsForUser = true,
            .icon = "document-open",
            .keys = {QKeySequence::Open},
            .run = askForFile},
        {.id = "recent",
            .menu = CommandMenu::File,
            .text = Commands::tr("Open &recent"),
            .toolTip = Commands::tr("The files that were opened last"),
            .icon = "document-open-recent",
            .entries = recentEntries},
        {.id = "reload",
            .menu = CommandMenu::File,
            .text = Commands::tr("Re&load"),
            .toolTip = Commands::tr("Reads the file that is open again; all that was chosen stays"),
            .icon = "view-refresh",
            .keys = {Qt::Key_F5},
            .isEnabled = isOfFile,
            .run = [](const CommandContext& context) { context.window.reload(); }},
        {.id = "follow",
            .menu = CommandMenu::File,
            .text = Commands::tr("&Follow changes of the file"),
            .toolTip = Commands::tr("Reads the file that is open again whenever it changes, as while it is being written"),
            .isEnabled = isOfFile,
            .run = followOrNot,
            .isOn = [](const CommandContext& context) { return context.window.isFollowing(); }},
        {.id = "start",
            .menu = CommandMenu::File,
            .text = Commands::tr("Start pa&ge"),
            .toolTip = Commands::tr("Shows recent files, samples and all models whose RoPE is known"),
            .icon = "go-home",
            .run = [](const CommandContext& context) { context.window.showStartPage(); }},
        {.id = "compare",
            .menu = CommandMenu::File,
            .startsGroup = true,
            .text = Commands::tr("Co&mpare with"),
            .toolTip = Commands::tr("Opens a second source, and shows how its angles differ from those of the one that is open"),
            .isEnabled = hasAnalysis,
            .entries = compareEntries},
        {.id = "closeComparison",
            .menu = CommandMenu::File,
            .text = Commands::tr("Close compariso&n"),
            .toolTip = Commands::tr("Shows the second source no longer"),
            .isEnabled = isCompared,
            .run = [](const CommandContext& context) { closeComparison(context.workspace); }},
        {.id = "save",
            .menu = CommandMenu::File,
            .startsGroup = true,
            .text = Commands::tr("&Save session"),
            .toolTip = Commands::tr("Saves what is open and all that was chosen, so that you can go on later"),
            .waitsForUser = true,
            .icon = "document-save",
            .keys = {QKeySequence::Save},
            .isEnabled = hasAnalysis,
            .run = saveSession},
        {.id = "saveAs",
            .menu = CommandMenu::File,
            .text = Commands::tr("Save session &as…"),
            .toolTip = Commands::tr("Saves the session under another name"),
            .waitsForUser = true,
            .icon = "document-save-as",
            .keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_S},
            .isEnabled = hasAnalysis,
            .run = saveSessionAs},
        {.id = "table",
            .menu = CommandMenu::File,
            .startsGroup = true,
            .text = Commands::tr("Open scaling &table…"),
            .toolTip = Commands::tr("Replaces the current table by one that was exported, or by a list of LongRoPE's factors"),
            .waitsForUser = true,
            .isEnabled = hasAnalysis,
            .run = askForTable},
        {.id = "export",
            .menu = CommandMenu::File,
            .text = Commands::tr("&Export scaling table…"),
            .toolTip = Commands::tr("Shows the current table as a file for an engine or a script, and saves it"),
            .icon = "document-save-as",
            .keys = {Qt::CTRL | Qt::Key_E},
            .isEnabled = hasAnalysis,
            .obstacle = whyNoExport,
            .run = showExport},
        {.id = "score",
            .menu = CommandMenu::File,
            .text = Commands::tr("Score a model &under tables…"),
            .toolTip
            = Commands::tr("Scores a real model under the current and the pinned tables with Python, or shows the command that does"),
            .isEnabled = hasAnalysis,
            .obstacle = whyNoScoreRun,
            .run = showScoreRun},
        {.id = "picture",
            .menu = CommandMenu::File,
            .text = Commands::tr("Save &picture of the window…"),
            .toolTip = Commands::tr("Saves what the window shows as a PNG file"),
            .waitsForUser = true,
            .run = savePicture},
        {.id = "copyFigure",
            .menu = CommandMenu::File,
            .startsGroup = true,
            .text = Commands::tr("&Copy picture of a view"),
            .toolTip = Commands::tr("Puts a picture of one view, with how it was made, on the clipboard"),
            .icon = "edit-copy",
            .isEnabled = hasAnalysis,
            .entries = copyPictureEntries},
        {.id = "saveFigure",
            .menu = CommandMenu::File,
            .text = Commands::tr("Save picture of a &view"),
            .toolTip = Commands::tr("Saves one view, with how it was made, as SVG, PDF or PNG"),
            .isEnabled = hasAnalysis,
            .entries = savePictureEntries},
        {.id = "saveData",
            .menu = CommandMenu::File,
            .text = Commands::tr("Save &data of a view"),
            .toolTip = Commands::tr("Saves the numbers that one view shows as CSV"),
            .isEnabled = hasAnalysis,
            .entries = saveDataEntries},
        {.id = "saveAnimation",
            .menu = CommandMenu::File,
            .text = Commands::tr("Save an&imation of a view"),
            .toolTip = Commands::tr("Saves a view while the position runs from 0 to L′, as an animated WebP file or as numbered pictures"),
            .isEnabled = hasAnalysis,
            .entries = saveAnimationEntries},
        {.id = "handout",
            .menu = CommandMenu::File,
            .text = Commands::tr("Export &handout…"),
            .toolTip = Commands::tr("Writes all scenes, with their pictures and notes, as a PDF or HTML document"),
            .waitsForUser = true,
            .isEnabled = hasScenes,
            .run = [](const CommandContext& context) { context.window.exportHandout(); }},
        {.id = "quit",
            .menu = CommandMenu::File,
            .startsGroup = true,
            .text = Commands::tr("&Quit"),
            .toolTip = Commands::tr("Closes the window and ends the program"),
            .waitsForUser = true,
            .icon = "application-exit",
            .keys = {Qt::CTRL | Qt::Key_Q}, // QKeySequence::Quit has no key but on KDE and GNOME
            .run = [](const CommandContext& context) { context.window.window->close(); }},
    };
}

std::vector<Command> editCommands()
{
    return {
        {.id = "undo",
            .menu = CommandMenu::Edit,
            .text = Commands::tr("&Undo"),
            .toolTip = Commands::tr("Takes back the last change"),
            .icon = "edit-undo",
            .keys = {QKeySequence::Undo},
            .isEnabled = [](const Workspace& workspace) { return workspace.undoStack()->canUndo(); },
            .detail = [](const Workspace& workspace) { return workspace.undoStack()->undoText(); },
            .run = undo},
        {.id = "redo",
            .menu = CommandMenu::Edit,
            .text = Commands::tr("&Redo"),
            .toolTip = Commands::tr("Makes the change that was taken back last"),
            .icon = "edit-redo",
            .keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y},
            .isEnabled = [](const Workspace& workspace) { return workspace.undoStack()->canRedo(); },
            .detail = [](const Workspace& workspace) { return workspace.undoStack()->redoText(); },
            .run = redo},
        {.id = "copyRows",
            .menu = CommandMenu::Edit,
            .startsGroup = true,
            .text = Commands::tr("&Copy selected dimensions"),
            .toolTip = Commands::tr("Puts the selected rows of the table on the clipboard, for a spreadsheet"),
            .icon = "edit-copy",
            .scope = KeyScope::DimensionTable,
            .keys = {Qt::CTRL | Qt::Key_C},
            .isEnabled = hasAnalysis,
            .done = [](const Workspace& workspace) { return Commands::tr("Copied rows: %1").arg(workspace.selectedDimensions().size()); },
            .run =
                [](const CommandContext& context) {
                    const QList<Dimension>& rows = context.workspace.selectedDimensions();
                    QApplication::clipboard()->setText(QString::fromStdString(
                        dimensionsTsv(*context.workspace.analysis(), std::span(rows.constData(), static_cast<std::size_t>(rows.size())),
                            LiveReadings::of(context.workspace).nearFar())));
                }},
        {.id = "extrapolate",
            .menu = CommandMenu::Edit,
            .startsGroup = true,
            .text = Commands::tr("Selected dimensions: &extrapolation"),
            .toolTip = Commands::tr("Sets the selected dimensions to factor 1"),
            .scope = KeyScope::DimensionTable,
            .keys = {Qt::Key_E},
            .isEnabled = hasAnalysis,
            .run = chooseSelected<ChoiceAction::Extrapolate>},
        {.id = "interpolate",
            .menu = CommandMenu::Edit,
            .text = Commands::tr("Selected dimensions: &interpolation"),
            .toolTip = Commands::tr("Sets the selected dimensions to factor s = L′/L"),
            .scope = KeyScope::DimensionTable,
            .keys = {Qt::Key_I},
            .isEnabled = hasAnalysis,
            .run = chooseSelected<ChoiceAction::Interpolate>},
        {.id = "automatic",
            .menu = CommandMenu::Edit,
            .text = Commands::tr("Selected dimensions: &automatic"),
            .toolTip = Commands::tr("Lets the method choose the factors of the selected dimensions"),
            .scope = KeyScope::DimensionTable,
            .keys = {Qt::Key_A},
            .isEnabled = hasAnalysis,
            .run = chooseSelected<ChoiceAction::Automatic>},
        {.id = "flip",
            .menu = CommandMenu::Edit,
            .text = Commands::tr("Selected dimensions: &flip"),
            .toolTip = Commands::tr("Interpolates the selected dimensions if the current one is extrapolated, else extrapolates them"),
            .scope = KeyScope::DimensionTable,
            .keys = {Qt::Key_Space},
            .isEnabled = hasAnalysis,
            .run = [](const CommandContext& context) { flipSelected(context.workspace); }},
    };
}

std::vector<Command> pinCommands()
{
    return {
        {.id = "pin",
            .menu = CommandMenu::Edit,
            .startsGroup = true,
            .text = Commands::tr("&Pin this table"),
            .toolTip = Commands::tr("Sets the current table aside as A, B, C …, to compare it with what you choose next"),
            .keys = {Qt::CTRL | Qt::Key_P},
            .isEnabled = hasAnalysis,
            .obstacle = whyNoPin,
            .run = pinWhenComputed},
        {.id = "takePin",
            .menu = CommandMenu::Edit,
            .text = Commands::tr("&Take a pinned table"),
            .toolTip = Commands::tr("Makes a pinned table the current one"),
            .isEnabled = hasAnalysis,
            .entries = takePinEntries},
        {.id = "renamePin",
            .menu = CommandMenu::Edit,
            .text = Commands::tr("Re&name a pinned table"),
            .toolTip = Commands::tr("Gives a pinned table another name"),
            .isEnabled = hasAnalysis,
            .entries = renamePinEntries},
        {.id = "removePin",
            .menu = CommandMenu::Edit,
            .text = Commands::tr("Remo&ve a pinned table"),
            .toolTip = Commands::tr("Compares a pinned table no longer"),
            .isEnabled = hasAnalysis,
            .done = whatWasDone,
            .entries = removePinEntries},
        {.id = "preferences",
            .menu = CommandMenu::Edit,
            .startsGroup = true,
            .text = Commands::tr("Preference&s…"),
            .toolTip = Commands::tr("Language, units, digits, colours, engine and threads, for all that you open"),
            .icon = "preferences-system",
            .keys = {Qt::CTRL | Qt::Key_Comma},
            .run = showPreferences},
    };
}

std::vector<Command> viewCommands()
{
    return {
        {.id = "nextWorst",
            .menu = CommandMenu::View,
            .startsGroup = true,
            .text = Commands::tr("&Next worst dimension"),
            .toolTip = Commands::tr("Goes to the next dimension in the order of disturbance"),
            .icon = "go-next",
            .keys = {Qt::Key_N},
            .isEnabled = hasAnalysis,
            .run = [](const CommandContext& context) { goByDisturbance(context.workspace, 1); }},
        {.id = "previousWorst",
            .menu = CommandMenu::View,
            .text = Commands::tr("&Previous worst dimension"),
            .toolTip = Commands::tr("Goes to the previous dimension in the order of disturbance"),
            .icon = "go-previous",
            .keys = {Qt::SHIFT | Qt::Key_N},
            .isEnabled = hasAnalysis,
            .run = [](const CommandContext& context) { goByDisturbance(context.workspace, -1); }},
        {.id = "addScene",
            .menu = CommandMenu::View,
            .startsGroup = true,
            .text = Commands::tr("Add &scene"),
            .toolTip = Commands::tr("Keeps what is seen now, the view, the dimension and the zoom, as a scene of a talk"),
            .keys = {Qt::CTRL | Qt::Key_D},
            .isEnabled = hasAnalysis,
            .done = whichSceneIsShown,
            .run = [](const CommandContext& context) { context.window.addScene(); }},
        {.id = "nextScene",
            .menu = CommandMenu::View,
            .text = Commands::tr("Ne&xt scene"),
            .toolTip = Commands::tr("Shows the next scene of the talk; in the list of scenes Page Down does the same"),
            .keys = {Qt::CTRL | Qt::Key_PageDown},
            .isEnabled = hasScenes,
            .run = [](const CommandContext& context) { SceneList::of(context.workspace).step(1); }},
        {.id = "previousScene",
            .menu = CommandMenu::View,
            .text = Commands::tr("Previo&us scene"),
            .toolTip = Commands::tr("Shows the scene before; in the list of scenes Page Up does the same"),
            .keys = {Qt::CTRL | Qt::Key_PageUp},
            .isEnabled = hasScenes,
            .run = [](const CommandContext& context) { SceneList::of(context.workspace).step(-1); }},
        {.id = "present",
            .menu = CommandMenu::View,
            .text = Commands::tr("Pr&esent"),
            .toolTip
            = Commands::tr("Fills the screen with one view at a time, in large letters, and goes through the scenes; Escape ends it"),
            .waitsForUser = true,
            .icon = "view-fullscreen",
            .keys = {Qt::Key_F11},
            .isEnabled = hasAnalysis,
            .run = [](const CommandContext& context) { context.window.present(); }},
        {.id = "nextPanel",
            .menu = CommandMenu::View,
            .startsGroup = true,
            .text = Commands::tr("Nex&t panel"),
            .toolTip = Commands::tr("Moves the keyboard on to the next panel that is seen"),
            .keys = {Qt::Key_F6},
            .run = [](const CommandContext& context) { context.window.goToPanel(1); }},
        {.id = "previousPanel",
            .menu = CommandMenu::View,
            .text = Commands::tr("Pre&vious panel"),
            .toolTip = Commands::tr("Moves the keyboard back to the panel before"),
            .keys = {Qt::SHIFT | Qt::Key_F6},
            .run = [](const CommandContext& context) { context.window.goToPanel(-1); }},
        {.id = "columns",
            .menu = CommandMenu::View,
            .startsGroup = true,
            .text = Commands::tr("&Columns of the table"),
            .toolTip = Commands::tr("Shows and hides columns of the table of dimensions"),
            .isEnabled = hasAnalysis,
            .entries = [](const CommandContext& context) { return context.window.columns(); }},
        {.id = "comparisonColumns",
            .menu = CommandMenu::View,
            .text = Commands::tr("C&olumns of the comparison"),
            .toolTip = Commands::tr("Shows and hides second readings in the comparison of methods"),
            .isEnabled = hasAnalysis,
            .entries = [](const CommandContext& context) { return context.window.comparisonColumns(); }},
        {.id = "comparisonOrder",
            .menu = CommandMenu::View,
            .text = Commands::tr("So&rt the comparison by"),
            .toolTip = Commands::tr("Sorts the comparison of methods; once more: the other way round"),
            .isEnabled = hasAnalysis,
            .entries = [](const CommandContext& context) { return context.window.comparisonOrders(); }},
        {.id = "resetLayout",
            .menu = CommandMenu::View,
            .text = Commands::tr("Reset &layout"),
            .toolTip = Commands::tr("Shows all views, in the places and sizes that they have at first"),
            .icon = "view-restore",
            .run = [](const CommandContext& context) { context.window.resetLayout(); }},
    };
}

std::vector<Command> helpCommands()
{
    return {
        {.id = "manual",
            .menu = CommandMenu::Help,
            .text = Commands::tr("&Manual"),
            .toolTip = Commands::tr("Opens the manual at the page of what has the focus"),
            .icon = "help-contents",
            .keys = {Qt::Key_F1},
            .run = [](const CommandContext& context) { context.window.showManual({}); }},
        {.id = "glossary",
            .menu = CommandMenu::Help,
            .text = Commands::tr("&Glossary"),
            .toolTip = Commands::tr("Opens the manual at the list of all terms"),
            .run = [](const CommandContext& context) { context.window.showManual(QStringLiteral("glossary")); }},
        {.id = "whichMethod",
            .menu = CommandMenu::Help,
            .text = Commands::tr("Whi&ch method?"),
            .toolTip = Commands::tr("Opens the manual at which methods to try first, and how well that is known"),
            .run = [](const CommandContext& context) { context.window.showManual(QStringLiteral("choosing")); }},
        {.id = "whatsThis",
            .menu = CommandMenu::Help,
            .text = Commands::tr("&What's this?"),
            .toolTip = Commands::tr("Explains what is clicked next; its key, what has the focus"),
            .icon = "help-contextual",
            .keys = {Qt::SHIFT | Qt::Key_F1},
            .run = [](const CommandContext& context) { context.window.explain(); }},
        {.id = "tours",
            .menu = CommandMenu::Help,
            .text = Commands::tr("&Tours"),
            .toolTip = Commands::tr("Takes a guided tour, in a window of its own: your work stays as it is"),
            .entries = [](const CommandContext& context) { return context.window.tours(); }},
        {.id = "palette",
            .menu = CommandMenu::Help,
            .startsGroup = true,
            .text = Commands::tr("&Find a command…"),
            .toolTip = Commands::tr("Finds any command of the menus by its words"),
            .icon = "edit-find",
            .keys = {Qt::CTRL | Qt::Key_K},
            .run = showPalette},
        {.id = "shortcuts",
            .menu = CommandMenu::Help,
            .text = Commands::tr("&Keyboard shortcuts"),
            .toolTip = Commands::tr("Shows all keys on one page"),
            .icon = "preferences-desktop-keyboard",
            .keys = {Qt::Key_Question},
            .run = showShortcuts},
        {.id = "engines",
            .menu = CommandMenu::Help,
            .startsGroup = true,
            .text = Commands::tr("&Engines…"),
            .toolTip = Commands::tr("Says which engines can compute here, and why others cannot"),
            .run = showEngines},
        {.id = "about",
            .menu = CommandMenu::Help,
            .text = Commands::tr("&About Rotascope"),
            .toolTip = Commands::tr("Version, method and licence"),
            .icon = "help-about",
            .run = showAbout},
        {.id = "aboutQt",
            .menu = CommandMenu::Help,
            .text = Commands::tr("About &Qt"),
            .toolTip = Commands::tr("Version and licence of Qt, which draws the window"),
            .run = [](const CommandContext&) { QApplication::aboutQt(); }},
    };
}

std::vector<Command> allCommands()
{
    std::vector<Command> all;
    for (const std::vector<Command>& menu : {fileCommands(), editCommands(), pinCommands(), viewCommands(), helpCommands()}) {
        all.insert(all.end(), menu.begin(), menu.end());
    }
    return all;
}

} // namespace

const std::vector<Command>& commands()
{
    static const std::vector<Command> all = allCommands();
    return all;
}

const Command* commandOfKey(KeyScope scope, QKeyCombination pressed)
{
    const auto found = std::ranges::find_if(
        commands(), [&](const Command& command) { return command.scope == scope && command.keys.contains(QKeySequence(pressed)); });
    return found != commands().end() ? &*found : nullptr;
}

} // namespace rotascope
