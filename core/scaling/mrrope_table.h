// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scaling/method.h"

namespace rotascope {

/// How fast the exponent of s grows over the dimensions between those that are kept and those that are interpolated.
enum class MrRopeGrowth : std::uint8_t {
    Uniform, ///< t/n: each dimension is stretched as much as the one before
    Progressive ///< t(t + 1)/(n(n + 1)): each is stretched more
};

/// MrRoPE's table (arXiv 2601.22181, eq. 13-16 and 26): s to the power of an exponent that is 0 up to l, the last dimension with more
/// than 32 turns within L (the first dimension where none has), 1 from h on, the first with fewer than 1 turn, and grows between, in
/// t = i - l and n = h - l. The attention factor is 0.1 ln s + 1.
ScalingTable mrRopeTable(const MethodInput& input, MrRopeGrowth growth);

} // namespace rotascope
