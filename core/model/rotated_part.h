// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace rotascope {

/// Whether the rotary class of a model type turns every component of a head, whatever `partial_rotary_factor` says, as long as the RoPE is
/// not scaled: Transformers' scaled RoPEs all read it. As Hugging Face Transformers 5.23 has them; false for types that it does not know.
bool ignoresPartialRotaryFactor(std::string_view modelType);

/// Whether it does not read `rotary_dim` either, which some files carry along (a class of Transformers 5 reads it for MiniMax M2 alone).
bool ignoresRotaryDim(std::string_view modelType);

} // namespace rotascope
