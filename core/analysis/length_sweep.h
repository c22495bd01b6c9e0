// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/analysis/progress.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace rotascope {

/// How many lengths a sweep has when nothing else is asked for, and at most.
inline constexpr std::size_t sweepLengthCount = 48;
inline constexpr std::size_t maxSweepLengths = 1024;

/// About `count` lengths, ascending, evenly spaced in their logarithm from L/16 (at least 1) to 4 L′ (at most maxContextLength),
/// with L and L′ always among them. count >= 4.
std::vector<std::int64_t> sweepLengths(std::int64_t pretrainingLength, std::int64_t targetLength, std::size_t count);

/// One table at many lengths.
struct SweepCurve {
    std::string name; ///< the method's; empty: the current table
    ScalingTable table; ///< the same at all lengths: as it was made for L′
    std::vector<double> disturbance; ///< shape [lengths, D], row-major
    std::vector<double> meanDisturbance; ///< shape [lengths]
};

/// What tables cost at every context length, below L as above it.
///
/// At a length l >= L the angles over the positions 0 ... l-1 are compared with those before, as in an analysis. At l < L they are
/// compared with the unextended model's over the same positions 0 ... l-1: a short text never saw more of the circle, and what
/// counts is what the table changes about it. Extrapolation therefore costs nothing up to L. By the measure near-far a length l has the
/// near of the table, which is the same at all lengths, and far over the distances 0 ... l-1 from what was seen at 0 ... L-1.
struct LengthSweep {
    std::shared_ptr<const Source> source;
    AnalysisSettings settings; ///< that it was computed for
    std::vector<std::int64_t> lengths;
    std::vector<SweepCurve> curves; ///< the current table first, then the analysis's methods in their order
    EngineRun run;
    std::size_t computedCurves = 0; ///< how many were not taken over: what the milliseconds are for
    double milliseconds = 0.0;
};

/// Sweeps the chosen table and every method's table of `analysis`. Curves that `previous` (may be null) already has for the same
/// source, settings and table are taken over. 4 <= lengthCount <= maxSweepLengths.
Expected<std::shared_ptr<const LengthSweep>> sweepLengths(Engine& engine, const Analysis& analysis,
    const std::shared_ptr<const LengthSweep>& previous = nullptr, std::size_t lengthCount = sweepLengthCount,
    const std::stop_token& stop = {}, const Progress& progress = {});

} // namespace rotascope
