// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"

namespace rotascope::cli {

/// Adds `landscape` and `sweep`: what an analysis looks like over all factors, and over all lengths.
void addExploringCommands(CLI::App& app, Action& action);

} // namespace rotascope::cli
