// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/command.h"

namespace rotascope {

/// Opens the list of everything that the menus offer, to be searched.
void showPalette(const CommandContext& context);
/// Shows all keys on one page.
void showShortcuts(const CommandContext& context);

} // namespace rotascope
