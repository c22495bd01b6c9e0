// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/command.h"

class QMenu;

namespace rotascope {

class FigureSource;

// Copying and saving what a view shows: its picture, to the clipboard or a file, and its data. The entry of a view is disabled until its
// numbers are there.

/// An entry for each view of the window.
std::vector<CommandEntry> copyPictureEntries(const CommandContext& context);
std::vector<CommandEntry> savePictureEntries(const CommandContext& context);
std::vector<CommandEntry> saveDataEntries(const CommandContext& context);

/// All entries for one view, for its context menu: these three, and its animation where it moves.
std::vector<CommandEntry> entriesOf(const FigureSource& view, const CommandContext& context);

/// Fills a menu with entries.
void addEntries(QMenu& menu, const std::vector<CommandEntry>& entries);

} // namespace rotascope
