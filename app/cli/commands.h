// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <CLI/App.hpp>
#include <functional>

namespace rotascope::cli {

/// What a command does once its arguments are parsed; it prints its result on standard output.
using Action = std::function<Expected<void>()>;

/// Adds every command; the one that is given on the command line puts its action into `action`.
void addCommands(CLI::App& app, Action& action);

} // namespace rotascope::cli
