// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sentence.h"

#include <string_view>

/// The versions whose code the readings of lint come from. Tables of what engines know (types, architectures) age with each new version:
/// one that is read again takes the new version here, and each table that names it is compared with it.
namespace rotascope::readFrom {

inline constexpr std::string_view transformers5 = "5.23";
inline constexpr std::string_view transformers4 = "4.57.6";
inline constexpr std::string_view vllm = "0.33";
inline constexpr std::string_view sglang = "0.5.23";
inline constexpr std::string_view mlxLm = "0.32.2";
inline constexpr std::string_view exllamaV3 = "1.6.5";
inline constexpr std::string_view llamaCpp = "llama-cpp-python 0.3.36"; ///< the llama.cpp in it, its converter included
inline constexpr std::string_view others = Sentence::marked("sources of 2025"); ///< ExLlamaV2, TensorRT-LLM, ONNX Runtime GenAI, KoboldCpp

} // namespace rotascope::readFrom
