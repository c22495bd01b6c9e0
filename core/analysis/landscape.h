// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/analysis/progress.h"

#include <cstddef>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace rotascope {

/// How many factors a landscape has when nothing else is asked for, and at most.
inline constexpr std::size_t landscapeFactorCount = 512;
inline constexpr std::size_t maxLandscapeFactors = 4096;

/// The disturbance of every dimension under every factor, and the best table that can be made of them. Because the mean
/// disturbance is a mean of independent terms, each dimension's own minimum makes the exact minimum over all tables of these factors.
///
/// The surface is jagged: where a wavelength is close to a whole number of positions the angles form a lattice, and the least
/// change of the factor moves it across interval edges. More factors therefore find deeper minima (LLaMA-2 at 8192: a gap of 1.1 %
/// with 512 factors, 10 % with 4096), and a gap always belongs to its number of factors.
struct Landscape {
    std::shared_ptr<const Source> source;
    AnalysisSettings settings; ///< that it was computed for; the table (method, overrides, selection) plays no part
    std::vector<double> factors; ///< shape [K]
    std::vector<double> disturbance; ///< shape [D, K], row-major
    std::vector<std::size_t> minimum; ///< shape [D]: which factor is best; the smallest of equals
    EngineRun run; ///< the engines that computed it, and their notices
    double milliseconds = 0.0;

    [[nodiscard]] std::size_t dimensions() const { return minimum.size(); }
    [[nodiscard]] double at(Dimension dimension, std::size_t factor) const { return disturbance[dimension * factors.size() + factor]; }
    /// The table of all minima, and its mean disturbance.
    [[nodiscard]] ScalingTable bestTable() const;
    [[nodiscard]] double meanOfMinima() const;
    /// The optimality gap of a table, 0 ... 1: by which share its mean disturbance could be lowered, 1 - D_best / D. D_best takes
    /// for each dimension the lesser of the landscape's minimum and what the table has. 0 where D is not positive.
    [[nodiscard]] double optimalityGap(const TableAnalysis& table) const;
};

/// Whether a landscape computed for `a` holds for `b` as well: they differ in nothing but the table.
bool haveSameLandscape(const Analysis& a, const Analysis& b);

/// Computes the landscape of what `analysis` compares. 3 <= factorCount <= maxLandscapeFactors.
Expected<std::shared_ptr<const Landscape>> computeLandscape(Engine& engine, const Analysis& analysis,
    std::size_t factorCount = landscapeFactorCount, const std::stop_token& stop = {}, const Progress& progress = {});

} // namespace rotascope
