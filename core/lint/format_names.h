// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sentence.h"

#include <string_view>

namespace rotascope {

/// An export format as the command line and the window name it. Advice gives both, because it is read in both.
struct FormatName {
    std::string_view name; ///< after --format
    std::string_view label; ///< in the window; marked for translation

    /// "Transformers configuration" (transformers).
    [[nodiscard]] Sentence both() const { return Sentence::of("\"{1}\" ({2})", Sentence::label(label), name); }
};

/// The formats that messages advise; core/exchange makes them.
namespace formatName {

inline constexpr FormatName transformers = {"transformers", Sentence::marked("Transformers configuration")};
inline constexpr FormatName transformersLegacy = {"transformers-legacy", Sentence::marked("Transformers configuration (older form)")};
inline constexpr FormatName python = {"python", Sentence::marked("Python snippet")};
inline constexpr FormatName gguf = {"gguf", Sentence::marked("GGUF model")};

} // namespace formatName

} // namespace rotascope
