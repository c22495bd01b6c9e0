// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/turn.h"

#include <cstdint>

namespace rotascope {

/// A dimension after an extension: its angles over a context of a length, counted as Measure::counting says, to be compared with one
/// dimension before. Shared with the CUDA engine.
struct Rotation {
    Turn turn;
    std::int64_t length = 0; ///< 0 ... maxContextLength
    std::uint32_t before = 0; ///< the row of the histograms that it is compared with
};

} // namespace rotascope
