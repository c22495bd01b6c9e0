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
/// What is to be known of an analysis: its source, its settings, its engine. `about`: what stands before each, to tell the RoPEs of a model
/// apart.
void printNotes(const Analysis& analysis, const std::string& about = {});

/// Says on a terminal how far something is that takes long, in per cent; where standard error is none, says nothing.
std::function<void(std::uint64_t done, std::uint64_t total)> percentOnTerminal();

/// A result: to a file, written whole or not at all, or to standard output for "-". Not in the place of the file that is analysed.
Expected<void> writeResult(const std::string& text, const Source& source, const std::string& output);

} // namespace rotascope::cli
