// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace rotascope {

/// B(m) = Σ cos(m θ_i/f_i) (core/rope/decay.h) before the extension and with the chosen table.
struct DecayCurves {
    std::vector<std::int64_t> distances; ///< m, ascending, 1 ... L′-1
    std::vector<double> before; ///< shape [distances]
    std::vector<double> chosen; ///< shape [distances]
    std::optional<std::int64_t> reachBefore; ///< none below L′ and mostReach (second_readings.h)
    std::optional<std::int64_t> reachChosen;
};

/// At about `count` ≥ 2 distances, evenly spaced in their logarithm, and those of both reaches. Up to some 30 ms, because the reach looks
/// at every distance.
DecayCurves decayCurves(const Analysis& analysis, std::size_t count);

} // namespace rotascope
