// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/analysis/dimension.h"
#include "core/analysis/near_far.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace rotascope {

/// Distances that are looked at for the reach: below L′, and below this.
inline constexpr std::int64_t mostReach = std::int64_t{1} << 18;

/// What else a table can be judged by, beside the mean disturbance and never mixed into it.
struct SecondReadings {
    double unseenShare = 0.0; ///< 0 ... 1: angles in intervals that pre-training never saw, mean over the dimensions
    double greatest = 0.0; ///< the greatest disturbance of a dimension
    Dimension greatestAt; ///< that dimension, the first of equals
    bool isOfAngles = true; ///< whether the encoding has them; else all that follows is empty, for nothing turns
    std::size_t neverTurning = 0; ///< dimensions that complete no turn within L′ under this table
    std::optional<std::int64_t> reach; ///< first distance with Σ cos(m θ_i / f_i) < 0 (core/rope/decay.h); none below L′ and mostReach
    NearFar nearFar; ///< of each dimension: how far neighbours are displaced, and distances from what was seen
    double near = 0.0; ///< their means, by the weights of the dimensions
    double far = 0.0;
};

/// Turns that a dimension completes within L′ with the factor that is chosen for it; 0 where nothing turns.
double turnsAfter(const Analysis& analysis, Dimension dimension);

/// Those that follow from what is counted already: all but the reach, near and far.
SecondReadings countedReadings(const Analysis& analysis, const TableAnalysis& table);

/// All of them. The reach costs some 50 ns for each distance, far some 20 ns for each of a dimension (nearFarOf()); all else is there.
/// `known` (may be null): of a table with the same factors, for the same source and lengths; these two are taken from it.
SecondReadings secondReadings(const Analysis& analysis, const TableAnalysis& table, const SecondReadings* known = nullptr);

} // namespace rotascope
