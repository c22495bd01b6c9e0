// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// A run of rotascope_evaluate, the Python package that scores real models under tables (docs/evaluation.md).
namespace rotascope {

/// What is scored, and where the scores go.
struct ScoreRunRequest {
    std::string model; ///< a folder, or a name of the Hugging Face hub
    std::vector<std::filesystem::path> tables; ///< as exported, JSON
    bool ownFrequencies = true; ///< scores the model's own frequencies as well
    std::vector<std::int64_t> lengths; ///< tokens of a prompt, each > 0; at least one
    std::int64_t passkeys = 50; ///< prompts of each length; 0: none
    std::filesystem::path text; ///< whose loss is measured; empty: none
    std::filesystem::path output; ///< the scores are added to it
};

/// An error of kind Usage where a run would refuse it: no model, no length, nothing to score or to measure, a folder without its whole
/// path.
Expected<void> checkScoreRun(const ScoreRunRequest& request);

/// What follows the name of the Python: {"-m", "rotascope_evaluate", MODEL, "--table", ...}.
std::vector<std::string> argumentsOf(const ScoreRunRequest& request);

/// The same for a shell, to be copied: "python -m rotascope_evaluate MODEL --table ...".
std::string shellCommandOf(const std::string& python, const ScoreRunRequest& request);

/// What makes a Python with the package in ~/rotascope-python, to be copied into a shell. An environment of its own, because Debian's pip
/// refuses to install into the system's (PEP 668). `package`: its wheel, or the folder of its sources.
std::string installCommandOf(const std::string& package);

/// How far a run is.
struct ScoreRunProgress {
    std::uint64_t done = 0; ///< pieces of the work: a task at a length under a table
    std::uint64_t total = 0;
    std::string text; ///< what came out last; empty: nothing yet
    std::optional<double> secondsLeft; ///< none: not known

    friend bool operator==(const ScoreRunProgress&, const ScoreRunProgress&) = default;
};

/// Reads a line of what the package writes with --progress json. None where it is another line: what it calls may print as well.
std::optional<ScoreRunProgress> parseScoreRunProgress(std::string_view line);

} // namespace rotascope
