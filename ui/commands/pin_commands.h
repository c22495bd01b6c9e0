// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pinned_table.h"
#include "ui/commands/command.h"

#include <QString>
#include <cstddef>
#include <vector>

class QWidget;

namespace rotascope {

// Pinned tables: set aside as A, B, C ... and compared with the current table. Each change is one undoable step.

/// Sets the current table aside, under the first letter that is free.
void pinCurrent(Workspace& workspace);
/// Why that cannot be done now; empty: it can.
/// The same for the table of what is set, once that is there.
void pinWhenComputed(const CommandContext& context);
QString whyNoPin(const Workspace& workspace);

/// Makes the pinned table with this place the current table, as the user's own.
void takePin(Workspace& workspace, std::size_t place);
void removePin(Workspace& workspace, std::size_t place);
/// Asks for another name. `window`: the dialog's parent.
void askForPinName(Workspace& workspace, std::size_t place, QWidget* window);

/// "A · Distributional ×2"; of one that was changed by hand and has no name of its own "A · Distributional ×2, by hand". Whatever shows a
/// pinned table calls it so.
QString titleOf(const PinnedTable& pin);
/// What it was made from: method, lengths, dimensions set by hand, attention factor.
QString originOf(const PinnedTable& pin);

/// An entry for each pinned table.
std::vector<CommandEntry> takePinEntries(const CommandContext& context);
std::vector<CommandEntry> renamePinEntries(const CommandContext& context);
std::vector<CommandEntry> removePinEntries(const CommandContext& context);

} // namespace rotascope
