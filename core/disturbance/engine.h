// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/angle_histogram.h"
#include "core/disturbance/divergence.h"
#include "core/error.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// Whether an engine works, and on what.
struct EngineInfo {
    std::string name; ///< as on the command line: "cpu", "cuda"
    std::string device; ///< what a user would recognise, e.g. "2 threads"
};

/// Counts angles and compares distributions. Counts are integers made by the same integer operations everywhere (core/angle),
/// hence equal to the bit on all engines. An engine may be called from several threads at once.
class Engine {
public:
    Engine() = default;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    virtual ~Engine() = default;

    [[nodiscard]] virtual const EngineInfo& info() const = 0;

    /// Histograms of one dimension a turn, shape [turns, intervals]. minIntervals <= intervals <= maxIntervals.
    virtual Expected<AngleHistograms> histograms(std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals) = 0;

    /// Disturbance of each dimension, shape [D]; both histograms have the same shape.
    virtual Expected<std::vector<double>> disturbances(
        Divergence divergence, const AngleHistograms& before, const AngleHistograms& after, double epsilon)
        = 0;
};

} // namespace rotascope
