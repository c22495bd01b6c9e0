// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/command.h"

namespace rotascope {

/// An entry for each view that moves, which saves its animation.
std::vector<CommandEntry> saveAnimationEntries(const CommandContext& context);
/// The entry for one view, for its context menu; none for a view in which nothing moves.
std::optional<CommandEntry> saveAnimationEntry(const FigureSource& view, const CommandContext& context);

} // namespace rotascope
