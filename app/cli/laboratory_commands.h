// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"

namespace rotascope::cli {

/// Adds `evaluate` and `scores`: what a table does to a model, and which measure foretells it.
void addLaboratoryCommands(CLI::App& app, Action& action);

} // namespace rotascope::cli
