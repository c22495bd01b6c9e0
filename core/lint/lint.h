// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model_file.h"
#include "core/sentence.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

enum class Severity : std::uint8_t {
    Error, ///< an engine refuses the model, or runs it with other frequencies than the file states
    Warning, ///< engines differ, or the file says what it hardly means
    Note ///< worth knowing
};

/// "error", "warning", "note": marked for translation.
std::string_view nameOf(Severity severity);

/// One trap in a configuration.
struct Finding {
    Severity severity;
    std::string_view rule; ///< a stable name, e.g. "list-length"
    std::string place; ///< the field, e.g. "rope_parameters.long_factor"
    Sentence reason; ///< what is there and why it matters
    Sentence fix; ///< what to do
};

enum class Outcome : std::uint8_t {
    Applied, ///< as Transformers 5 would, which the format belongs to
    Differently, ///< with other frequencies, another magnitude or at other lengths
    Ignored, ///< the model runs unscaled
    Refused ///< the model does not load or does not run
};

/// "as stated", "differently", "ignored", "refused": marked for translation.
std::string_view nameOf(Outcome outcome);

/// What an engine really does with the file.
struct EngineReading {
    std::string_view engine;
    Outcome outcome;
    Sentence what; ///< one sentence
    Sentence version = {}; ///< of the engine whose code the reading is of
    std::string_view known = {}; ///< "run": its code was run on files of this kind; "read": its source was read
};

struct LintReport {
    std::string file;
    Sentence summary; ///< the RoPE as it was understood, one line
    std::vector<EngineReading> engines;
    std::vector<Finding> findings; ///< the worst first

    [[nodiscard]] int count(Severity severity) const;
};

/// What each engine does with a model's file, and its traps; of a GGUF model, what llama.cpp does. What engines do was read in their
/// sources of 2025 and 2026; where versions differ, the reading says so. Of a model with several RoPEs each one's findings are listed; the
/// readings are for the main one.
LintReport lint(const ModelFile& file);
/// The same for a GGUF model that is not a file yet.
LintReport lint(const GgufRope& model, const std::string& name);

/// Why Transformers' code for a model type takes no longrope; empty where it does, as far as is known.
Sentence whyNoTable(std::string_view modelType);

} // namespace rotascope
