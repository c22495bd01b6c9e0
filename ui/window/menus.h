// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QMenuBar;

namespace rotascope {

class CommandActions;
class Docks;

/// Fills the menu bar with the commands, the docks and the menu of engines.
void fillMenuBar(QMenuBar& bar, const CommandActions& commands, const Docks& docks, QMenu* engines);

} // namespace rotascope
