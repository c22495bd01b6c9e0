// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/figure_commands.h"

#include "ui/base/file_places.h"
#include "ui/base/status_note.h"
#include "ui/base/text.h"
#include "ui/commands/animation_commands.h"
#include "ui/commands/command_table.h"
#include "ui/commands/picture_file.h"
#include "ui/commands/save_name.h"
#include "ui/plots/figure/figure_file.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace rotascope {
namespace {

// A kind of file that is offered.
struct FileKind {
    FigureFormat format;
    double scale = 1.0; ///< of PNG
};

QString filterOf(const FileKind& kind, const Figure& figure)
{
    const QString suffix = suffixOf(kind.format);
    if (kind.format != FigureFormat::Png) {
        return QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix);
    }
    const QSize pixels = (QSizeF(figure.size) * kind.scale).toSize();
    return Commands::tr("PNG, %1 × %2 pixels (*.png)").arg(pixels.width()).arg(pixels.height());
}

// Writes it where the user says, in the kind that the name ends with; without such an end, in the chosen one.
void askAndSave(const FigureSource& view, const CommandContext& context, const QString& title, std::span<const FileKind> kinds)
{
    const Figure figure = view.figure(); // as it was when it was asked for
    QStringList filters;
    for (const FileKind& kind : kinds) {
        filters << filterOf(kind, figure);
    }
    QString chosen = filters.front();
    QString file = askWhereToSave(context.window.window, title, view.figureId() + QLatin1Char('.') + suffixOf(kinds.front().format),
        filters.join(QStringLiteral(";;")), &chosen);
    if (file.isEmpty()) {
        return;
    }
    FileKind kind = kinds[static_cast<std::size_t>(std::max<qsizetype>(0, filters.indexOf(chosen)))];
    const Expected<FigureFormat> named = figureFormatOf(file);
    const auto isOffered = [&](const FileKind& offered) { return named && offered.format == *named; };
    if (!isOffered(kind)) {
        if (const auto other = std::ranges::find_if(kinds, isOffered); other != kinds.end()) {
            kind = *other;
        } else {
            const std::optional<QString> whole = withSuffix(file, suffixOf(kind.format), context.window.showMessage);
            if (!whole) {
                return;
            }
            file = *whole;
        }
    }
    if (const Expected<void> written = writeFigure(figure, kind.format, figure.size, kind.scale, *context.workspace.source(), file);
        !written) {
        context.window.showMessage(translated(written.error().message));
        return;
    }
    noteSaved(context.window.window, file);
}

void copyPicture(const FigureSource& view, const CommandContext& context)
{
    constexpr double scale = 2.0;
    const Figure figure = view.figure();
    QApplication::clipboard()->setImage(imageOf(figure, figure.size, scale));
    noteInStatusBar(context.window.window, Commands::tr("Copied the picture of %1").arg(view.figureName()));
}

void savePictureOf(const FigureSource& view, const CommandContext& context)
{
    static constexpr std::array kinds = {FileKind{FigureFormat::Svg}, FileKind{FigureFormat::Pdf}, FileKind{FigureFormat::Png, 1.0},
        FileKind{FigureFormat::Png, 2.0}, FileKind{FigureFormat::Png, 4.0}};
    askAndSave(view, context, Commands::tr("Save picture"), kinds);
}

void saveDataOf(const FigureSource& view, const CommandContext& context)
{
    static constexpr std::array kinds = {FileKind{FigureFormat::Csv}};
    askAndSave(view, context, Commands::tr("Save data"), kinds);
}

// run: void(const FigureSource&, const CommandContext&)
template <class Run> CommandEntry entry(const QString& text, const FigureSource& view, const CommandContext& context, Run run)
{
    return {text, [&view, context, run] { run(view, context); }, view.isSettled(),
        view.isSettled() ? QString() : Commands::tr("Its numbers are not there yet; a view is computed while it is seen")};
}

template <class Run> std::vector<CommandEntry> entriesOfAll(const CommandContext& context, Run run)
{
    std::vector<CommandEntry> entries;
    for (const FigureSource* view : context.window.figures()) {
        entries.push_back(entry(view->figureName(), *view, context, run));
    }
    return entries;
}

} // namespace

std::vector<CommandEntry> copyPictureEntries(const CommandContext& context)
{
    return entriesOfAll(context, copyPicture);
}

std::vector<CommandEntry> savePictureEntries(const CommandContext& context)
{
    return entriesOfAll(context, savePictureOf);
}

std::vector<CommandEntry> saveDataEntries(const CommandContext& context)
{
    return entriesOfAll(context, saveDataOf);
}

std::vector<CommandEntry> entriesOf(const FigureSource& view, const CommandContext& context)
{
    std::vector<CommandEntry> entries = {entry(Commands::tr("Copy as picture"), view, context, copyPicture),
        entry(Commands::tr("Save picture…"), view, context, savePictureOf),
        entry(Commands::tr("Save data as CSV…"), view, context, saveDataOf)};
    if (const auto animation = saveAnimationEntry(view, context)) {
        entries.push_back(*animation);
    }
    return entries;
}

void addEntries(QMenu& menu, const std::vector<CommandEntry>& entries)
{
    for (const CommandEntry& one : entries) {
        QAction* action = menu.addAction(asMenuText(one.text), &menu, one.run);
        action->setEnabled(one.isEnabled);
        action->setCheckable(one.isChecked.has_value());
        action->setChecked(one.isChecked.value_or(false));
        // Always set: an action without a tool tip shows its text, in which a name could be read as HTML.
        action->setToolTip(asToolTip(one.toolTip.isEmpty() ? one.text : one.toolTip));
    }
}

} // namespace rotascope
