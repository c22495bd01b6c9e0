// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"

namespace rotascope::cli {

/// count, merge, cache.
void addRecordingCommands(CLI::App& app, Action& action);

} // namespace rotascope::cli
