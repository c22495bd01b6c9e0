// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/angle/turn.h"

#include "core/sentence.h"

#include <cstdint>

namespace rotascope {

/// The pattern that the angles of the positions 0 ... N-1 make on the circle. After `teeth` positions the dimension has made `turns` full
/// turns, but for a small drift. So the angles lie in `teeth` groups, the teeth of a comb, each as wide as the drift of all N positions.
/// With one tooth the angles are one arc.
/// It is a convergent turns/teeth of the continued fraction of the turn, which are the best approximations there are (three-distance
/// theorem: V. T. Sós, 1958).
struct AngleComb {
    std::uint64_t turns = 0;
    std::uint64_t teeth = 1;
    double drift = 0.0; ///< in turns, after `teeth` positions

    /// How often the teeth go over the circle with `positions` positions: up to 1 the share of it that they cover.
    [[nodiscard]] double passes(std::int64_t positions) const { return drift * static_cast<double>(positions); }
};

/// The comb with the most teeth, but no more than `mostTeeth` >= 1.
AngleComb combOf(Turn turn, std::int64_t mostTeeth);

/// Why a dimension is disturbed as much as it is, or as little: one or two sentences about its comb and about what was counted. The first
/// is left out where "before" is a recording of other positions than 0 ... L-1.
Sentence whyDisturbed(const Analysis& analysis, Dimension dimension);

} // namespace rotascope
