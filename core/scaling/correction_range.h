// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rope/rope_config.h"

#include <cstddef>
#include <cstdint>

namespace rotascope {

/// The dimensions over which YaRN and NTK-by-parts pass from one way of scaling to another: a linear ramp in the dimension's index.
struct CorrectionRange {
    double low; ///< index up to which the ramp is 0
    double high; ///< index from which on the ramp is 1

    /// 0 ... 1, exactly 0 and 1 outside of the range.
    [[nodiscard]] double ramp(std::size_t dimension) const;
};

/// The range between the dimensions that make `fastTurns` and `slowTurns` turns within `length` positions (arXiv 2309.00071, eq. 17
/// solved for the index), as Transformers computes it: rounded outwards if `truncate`, clamped to 0 ... rotaryDim - 1, and never
/// without width. Both turns > 0; rope.ropeTheta is known. Where the frequencies are not rope_theta^(-2i/d) (those of a model that was
/// trained with a scaling), the index lies between the dimensions whose frequencies enclose it, evenly in the logarithm.
CorrectionRange correctionRange(const RopeConfig& rope, std::int64_t length, double fastTurns, double slowTurns, bool truncate = true);

} // namespace rotascope
