// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/command.h"

namespace rotascope {

/// Asks for a recording or a model and opens it.
void askForFile(const CommandContext& context);
/// The files that were opened last.
std::vector<CommandEntry> recentEntries(const CommandContext& context);
/// Saves the session where it was saved last; asks for a file where it never was.
void saveSession(const CommandContext& context);
/// Asks for a file and saves the session there.
void saveSessionAs(const CommandContext& context);
/// Asks for a file with a scaling table and opens it.
void askForTable(const CommandContext& context);
/// Shows what an export of the current table will hold, once it is computed; there is an analysis.
void showExport(const CommandContext& context);
/// Why there is nothing to export; empty: there is.
QString whyNoExport(const Workspace& workspace);
/// Asks for a file and saves a picture of the window there.
void savePicture(const CommandContext& context);

} // namespace rotascope
