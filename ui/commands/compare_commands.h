// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/command.h"

#include <vector>

namespace rotascope {

// A second source beside the one that is open: what it has before an extension is compared with that of the source.

/// A file to be asked for, then each preset with as many dimensions.
std::vector<CommandEntry> compareEntries(const CommandContext& context);
/// Compares no longer, as one undoable step.
void closeComparison(Workspace& workspace);

} // namespace rotascope
