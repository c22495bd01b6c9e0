// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/settings.h"
#include "core/analysis/source.h"
#include "core/engine/rotation.h"
#include "core/error.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace rotascope {

/// near and far of one table (core/angle/near_far.h), against the angles that the positions 0 ... L-1 gave each dimension: chords, 0 ... 2.
struct NearFar {
    std::vector<double> near; ///< shape [D]; exact
    std::vector<double> far; ///< shape [D]
    double farError = 0.0; ///< each far is within this of the exact one; 0: they are exact
};

/// Of a table of the source's frequencies, over the distances 0 ... L′-1: some 10 ms of one core for 64 dimensions at L′ = 8192.
NearFar nearFarOf(const Source& source, const AnalysisSettings& settings, const ScalingTable& table);

/// near alone, which is quick, if every dimension has this factor; shape [D]. 0 where nothing turns.
std::vector<double> nearOf(const Source& source, double factor);

/// near + weight far of each rotation, shape [rotations]; far is over the distances 0 ... length-1 of the rotation, and Rotation::before is
/// its dimension. On all cores; no engine takes part.
Expected<std::vector<double>> nearFarSums(const Source& source, std::int64_t pretrainingLength, double farWeight,
    std::span<const Rotation> rotations, const std::stop_token& stop);

} // namespace rotascope
