// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/App.hpp>
#include <CLI/Option.hpp>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

// Options whose value is a number. Any other text, or a number out of range, ends the program with the usage exit code. The message has
// the option, the text as it was typed, and the range.
namespace rotascope::cli {

struct WholeNumbers {
    std::int64_t least;
    std::int64_t most;
};

/// `takes` says which numbers are valid, `expected` says it in a message's words: " greater than 0, at most 1".
struct RealNumbers {
    std::string_view expected;
    bool (*takes)(double value);
};

CLI::Option* addNumber(CLI::App& command, const std::string& option, WholeNumbers range, const std::string& description,
    const std::function<void(std::int64_t)>& set);
CLI::Option* addNumber(CLI::App& command, const std::string& option, RealNumbers range, const std::string& description,
    const std::function<void(double)>& set);

/// The length of a context: a whole number, or one with k or M behind it (core/files/length_text.h).
CLI::Option* addLength(CLI::App& command, const std::string& option, WholeNumbers range, const std::string& description,
    const std::function<void(std::int64_t)>& set);

/// An option that may be repeated, with one length each time.
CLI::Option* addLengths(CLI::App& command, const std::string& option, WholeNumbers range, const std::string& description,
    const std::function<void(std::int64_t)>& add);

} // namespace rotascope::cli
