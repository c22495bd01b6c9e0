// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/command.h"

class QMenu;

namespace rotascope {

class FigureSource;

// What can be taken out of a view: its picture, to the clipboard or a file, and its data. A view whose numbers are not there yet is
// disabled.

/// An entry for each view of the window.
std::vector<CommandEntry> copyPictureEntries(const CommandContext& context);
std::vector<CommandEntry> savePictureEntries(const CommandContext& context);
std::vector<CommandEntry> saveDataEntries(const CommandContext& context);

/// The three for one view, for its context menu.
std::vector<CommandEntry> entriesOf(const FigureSource& view, const CommandContext& context);

/// Fills a menu with entries.
void addEntries(QMenu& menu, const std::vector<CommandEntry>& entries);

} // namespace rotascope
