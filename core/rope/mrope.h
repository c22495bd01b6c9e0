// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace rotascope {

/// How M-RoPE gives the dimensions to the position axes time (0), height (1) and width (2).
enum class MropeLayout : std::uint8_t {
    Contiguous, ///< one block an axis, in the order of the sections (Qwen2-VL [16, 24, 24])
    Interleaved, ///< time, height, width in turn until a section is used up, time for the rest (Qwen3-VL [24, 20, 20])
    Ernie ///< height and width in turn, then time; the sections are height, width, time (Ernie 4.5 VL [22, 22, 20])
};

/// The position axis of each dimension, shape [sum of sections]. `sections` has three values, none negative; what the layouts do
/// is what `recomposition_frequencies` of the models in Transformers does.
std::vector<int> mropeAxes(std::span<const int> sections, MropeLayout layout);

} // namespace rotascope
