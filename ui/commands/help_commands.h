// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/command.h"

namespace rotascope {

/// Opens a searchable list of all commands in the menus.
void showPalette(const CommandContext& context);
/// Shows all keys on one page.
void showShortcuts(const CommandContext& context);

} // namespace rotascope
