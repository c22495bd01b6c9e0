// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The text of PTX cut into kernels and statements, without looking at what an instruction says.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope::ptx {

struct Statement {
    std::string text; ///< without its ';'; a label keeps its ':'; "{" and "}" stand alone
    std::string place; ///< where it comes from: file and line of the source, else the line of the PTX
};

struct KernelText {
    std::string name;
    std::map<std::string, std::size_t, std::less<>> parameters; ///< their offsets
    std::size_t parameterBytes = 0;
    std::vector<Statement> statements;
};

struct ModuleText {
    int capability = 0;
    std::vector<std::string> sharedSymbols; ///< names of the dynamic shared memory; each begins at 0
    std::vector<KernelText> kernels;
};

/// Throws std::runtime_error with the line that it does not know.
ModuleText splitModule(std::string_view text);

std::string trimmed(std::string_view text);
/// The parts between `separator`s that stand in no brackets, trimmed.
std::vector<std::string> splitList(std::string_view text, char separator);

} // namespace rotascope::ptx
