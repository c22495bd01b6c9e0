// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"

namespace rotascope::cli {

/// Adds `compare`: what two sources have before an extension, against each other.
void addCompare(CLI::App& app, Action& action);

} // namespace rotascope::cli
