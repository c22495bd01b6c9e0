// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace rotascope {

/// The rope_types of Hugging Face Transformers.
inline constexpr std::array<std::string_view, 7> transformersRopeTypes
    = {"default", "linear", "dynamic", "yarn", "longrope", "llama3", "proportional"};

/// Those that vLLM or SGLang know and Transformers does not. What they make of a frequency is not computed here.
inline constexpr std::array<std::string_view, 7> otherRopeTypes
    = {"deepseek_llama_scaling", "deepseek_yarn", "mllama4", "ntk", "openpangu", "telechat3-yarn", "xdrope"};

} // namespace rotascope
