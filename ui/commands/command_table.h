// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/command.h"

#include <QCoreApplication>
#include <QKeyCombination>
#include <vector>

namespace rotascope {

/// The context of translations of what commands say.
class Commands {
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

/// All commands, in the order of the menus. Made at the first call, which needs a QApplication: some keys are the desktop's.
const std::vector<Command>& commands();

/// The command that a key press means to a view of this scope; null: none.
const Command* commandOfKey(KeyScope scope, QKeyCombination pressed);

} // namespace rotascope
