// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/command.h"

#include <QString>

namespace rotascope {

/// Runs a command on the result for what is set: at once if it is there, else when it has been computed; until then `message` says that it
/// waits. It is dropped where that fails, where something else is set meanwhile, and where another command begins to wait.
void whenComputed(const CommandContext& context, const QString& message, void (*run)(const CommandContext&));

} // namespace rotascope
