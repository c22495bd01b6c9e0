// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/command.h"

#include <vector>

namespace rotascope {

class MainWindow;

/// An entry for each tour, and one that asks for a file with another.
std::vector<CommandEntry> tourEntries(MainWindow& window);

} // namespace rotascope
