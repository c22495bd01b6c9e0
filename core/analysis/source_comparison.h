// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/dimension.h"
#include "core/analysis/settings.h"
#include "core/analysis/source.h"
#include "core/engine/engine.h"

#include <memory>
#include <vector>

namespace rotascope {

/// How one model's angles differ from another's, dimension by dimension: A is the source that is analysed, B the second one, and each is
/// what it is before an extension. Of unlike lengths, of recordings, of fine-tunes and of what an engine makes of a file. The divergence
/// is the one that tables are judged by, with A before and B after, and the other way round.
struct SourceComparison {
    std::shared_ptr<const AngleHistograms> before; ///< B's angles, shape [D, b]
    std::vector<double> divergence; ///< shape [D]: A before, B after
    std::vector<double> reverse; ///< shape [D]: B before, A after
    std::vector<double> unseenShare; ///< shape [D], 0 ... 1: of B's angles, in intervals where A has none
    std::vector<double> frequencyRatio; ///< shape [D]: inv_freq of B / of A; 1 where neither turns, infinite where A alone does not
    double meanDivergence = 0.0; ///< over the dimensions, by settings.weights, as are the other means
    double meanReverse = 0.0;
    double meanUnseenShare = 0.0;
    Dimension greatestAt; ///< the dimension with the greatest `divergence`, the first of equals
};

/// Counts B, which is settings.other, and compares it with A's angles, `before` of shape [D, b]. The settings are valid for A. A near-far
/// measure compares no distributions: then it is the divergence of positions. `known` (may be null): what B's angles were counted to
/// before under the same settings; they are not counted again.
Expected<std::shared_ptr<const SourceComparison>> compareSources(Engine& engine, const Source& source, const AnalysisSettings& settings,
    const AngleHistograms& before, EngineRun& run, std::shared_ptr<const AngleHistograms> known = nullptr);

/// All dimensions, those that differ most first (`divergence`); between equals the lower one.
std::vector<Dimension> byDifference(const SourceComparison& comparison);

} // namespace rotascope
