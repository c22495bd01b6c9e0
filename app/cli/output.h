// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/error.h"

#include <cstdint>
#include <functional>
#include <string>

namespace rotascope::cli {

// What a user should know beside the result goes to standard error, so that scripts read the result alone.

/// A line "note: ...".
void printNote(const std::string& note);
/// The notes on an analysis: its source, its settings, its engine. `about` stands before each, to tell the RoPEs of a model apart.
void printNotes(const Analysis& analysis, const std::string& about = {});

/// Shows how far long work is, in per cent. Shows nothing if standard error is not a terminal.
std::function<void(std::uint64_t done, std::uint64_t total)> percentOnTerminal();

/// Shows how far reading is, how many rows a second, and for how long still: on a terminal in one line that changes, elsewhere in a line
/// every ten seconds. `what` stands before it.
std::function<void(std::int64_t done, std::int64_t total)> paceOnTerminal(const std::string& what);

/// Writes a result to a file, whole or not at all, or to standard output for "-". Refuses to replace the file that is analysed.
Expected<void> writeResult(const std::string& text, const Source& source, const std::string& output);

} // namespace rotascope::cli
