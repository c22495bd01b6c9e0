// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/pin_commands.h"

#include "core/scaling/method.h"
#include "ui/base/number_text.h"
#include "ui/base/status_note.h"
#include "ui/base/text.h"
#include "ui/commands/command_table.h"
#include "ui/commands/when_computed.h"
#include "ui/workspace/workspace.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QPointer>
#include <QUndoStack>
#include <algorithm>

namespace rotascope {
namespace {

constexpr int longestName = 40; // more does not fit into a row

std::vector<PinnedTable>::iterator find(AnalysisSettings& settings, std::size_t place)
{
    return std::ranges::find(settings.pins, place, &PinnedTable::place);
}

std::size_t freePlace(const std::vector<PinnedTable>& pins)
{
    std::size_t place = 0;
    while (place < pins.size() && pins[place].place == place) {
        ++place;
    }
    return place;
}

QString methodLabel(const std::string& name)
{
    const Expected<const Method*> method = findMethod(name);
    return method ? translatedLabel((*method)->label) : visible(name);
}

// Sessions keep it, so it is the same in every language. The user may give another.
std::string firstNameOf(const PinnedTable& pin)
{
    const Expected<const Method*> method = findMethod(pin.method);
    const std::string_view label = method ? (*method)->label : std::string_view(pin.method);
    const double scale = static_cast<double>(pin.targetLength) / static_cast<double>(pin.pretrainingLength);
    return std::string(label) + " ×" + QString::number(scale, 'g', 4).toStdString();
}

QString letterOf(const PinnedTable& pin)
{
    return {QLatin1Char(pin.letter())};
}

void rename(Workspace& workspace, std::size_t place, const QString& name)
{
    AnalysisSettings settings = workspace.settings();
    if (const auto pin = find(settings, place); pin != settings.pins.end()) {
        pin->name = name.simplified().left(longestName).toStdString();
        workspace.edit(settings, Commands::tr("rename pinned table %1").arg(letterOf(*pin)));
    }
}

std::vector<CommandEntry> entriesFor(const CommandContext& context, const std::function<void(std::size_t place)>& run)
{
    std::vector<CommandEntry> entries;
    for (const PinnedTable& pin : context.workspace.settings().pins) {
        const std::size_t place = pin.place;
        entries.push_back({.text = asMenuText(titleOf(pin)), .run = [run, place] { run(place); }, .toolTip = originOf(pin)});
    }
    return entries;
}

} // namespace

void pinCurrent(Workspace& workspace)
{
    const Analysis& analysis = *workspace.analysis();
    const AnalysisSettings& made = analysis.settings;
    AnalysisSettings settings = workspace.settings();
    PinnedTable pin{.place = freePlace(settings.pins),
        .name = {},
        .table = analysis.chosen->table,
        .method = made.method,
        .dimensionsSetByHand = made.dimensionsSetByHand(),
        .pretrainingLength = made.pretrainingLength,
        .targetLength = made.targetLength};
    pin.name = firstNameOf(pin);
    const QString text = Commands::tr("pin table %1").arg(letterOf(pin));
    settings.pins.insert(settings.pins.begin() + static_cast<std::ptrdiff_t>(pin.place), std::move(pin));
    workspace.edit(settings, text);
}

void pinWhenComputed(const CommandContext& context)
{
    whenComputed(context, Commands::tr("The table is pinned as soon as it is computed."), [](const CommandContext& computed) {
        pinCurrent(computed.workspace);
        noteInStatusBar(computed.window.window,
            Commands::tr("Done: %1. The comparison of methods shows it.").arg(computed.workspace.undoStack()->undoText()));
    });
}

QString whyNoPin(const Workspace& workspace)
{
    if (workspace.resultState() == ResultState::Failed) {
        return Commands::tr("There is nothing to pin: the table that is set could not be computed. %1").arg(workspace.failure());
    }
    return workspace.settings().pins.size() < mostPins
        ? QString()
        : Commands::tr("%1 tables are pinned already; remove one first").arg(workspace.settings().pins.size());
}

void takePin(Workspace& workspace, std::size_t place)
{
    AnalysisSettings settings = workspace.settings();
    if (const auto pin = find(settings, place); pin != settings.pins.end()) {
        settings.customTable = pin->table;
        settings.method = methodOfOwnTable().name;
        settings.overrides.assign(settings.overrides.size(), std::nullopt);
        workspace.edit(settings, Commands::tr("take pinned table %1").arg(letterOf(*pin)));
    }
}

void removePin(Workspace& workspace, std::size_t place)
{
    AnalysisSettings settings = workspace.settings();
    if (const auto pin = find(settings, place); pin != settings.pins.end()) {
        const QString text = Commands::tr("remove pinned table %1").arg(letterOf(*pin));
        settings.pins.erase(pin);
        workspace.edit(settings, text);
    }
}

void askForPinName(Workspace& workspace, std::size_t place, QWidget* window)
{
    AnalysisSettings settings = workspace.settings();
    const auto pin = find(settings, place);
    if (pin == settings.pins.end()) {
        return;
    }
    auto* dialog = new QInputDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Commands::tr("Rename pinned table %1").arg(letterOf(*pin)));
    dialog->setLabelText(Commands::tr("Name:"));
    dialog->setTextValue(visible(pin->name));
    QObject::connect(
        dialog, &QInputDialog::textValueSelected, &workspace, [&workspace, place, source = workspace.source()](const QString& name) {
            if (workspace.source() == source) { // else it is another table by now
                rename(workspace, place, name);
            }
        });
    dialog->open();
}

QString titleOf(const PinnedTable& pin)
{
    if (pin.name.empty()) {
        return letterOf(pin);
    }
    // The method's name alone would say that it is the method's table.
    const bool isMore = pin.dimensionsSetByHand > 0 && pin.name == firstNameOf(pin);
    const QString title = Commands::tr("%1 · %2").arg(letterOf(pin), visible(pin.name));
    return isMore ? Commands::tr("%1, by hand").arg(title) : title;
}

QString originOf(const PinnedTable& pin)
{
    QStringList lines{Commands::tr("Made by %1 for L = %2 to L′ = %3.")
                          .arg(methodLabel(pin.method), countText(pin.pretrainingLength), countText(pin.targetLength))};
    if (pin.dimensionsSetByHand > 0) {
        lines << Commands::tr("Dimensions set by hand: %1.").arg(pin.dimensionsSetByHand);
    }
    if (pin.table.attentionFactor != 1.0) {
        lines << Commands::tr("Attention factor %1.").arg(digitsText(pin.table.attentionFactor, 6));
    }
    return lines.join(QLatin1Char('\n'));
}

std::vector<CommandEntry> takePinEntries(const CommandContext& context)
{
    return entriesFor(context, [&workspace = context.workspace](std::size_t place) { takePin(workspace, place); });
}

std::vector<CommandEntry> renamePinEntries(const CommandContext& context)
{
    return entriesFor(context,
        [&workspace = context.workspace, window = context.window.window](std::size_t place) { askForPinName(workspace, place, window); });
}

std::vector<CommandEntry> removePinEntries(const CommandContext& context)
{
    return entriesFor(context, [&workspace = context.workspace](std::size_t place) { removePin(workspace, place); });
}

} // namespace rotascope
