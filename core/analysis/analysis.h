// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/dimension.h"
#include "core/analysis/progress.h"
#include "core/analysis/settings.h"
#include "core/analysis/source.h"
#include "core/analysis/source_comparison.h"
#include "core/angle/kept_histograms.h"
#include "core/engine/engine.h"
#include "core/scaling/method.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace rotascope {

/// One table's angles over the context 0 ... L′-1, compared with before.
struct TableAnalysis {
    ScalingTable table;
    KeptHistograms after; ///< shape [D, b]; empty: not kept, countsAfter() counts again
    std::vector<double> disturbance; ///< shape [D]
    std::vector<double> outOfDistributionShare; ///< shape [D], 0 ... 1
    double meanDisturbance = 0.0; ///< over the dimensions, by settings.weights (paper: D)
};

/// A method's table; or why the method has none for this source.
struct MethodAnalysis {
    const Method* method = nullptr;
    std::shared_ptr<const TableAnalysis> result; ///< null if the method failed
    Sentence unavailable; ///< why it failed
};

/// The whole result of one analysis. Immutable; parts are shared between successive results. The counts are kept of the tables that are
/// drawn or changed dimension by dimension: extrapolation, interpolation, automatic, chosen and pinned. Those of the other methods would be
/// many times as much.
struct Analysis {
    std::shared_ptr<const Source> source;
    AnalysisSettings settings;
    std::shared_ptr<const AngleHistograms> before; ///< shape [D, b]
    std::shared_ptr<const TableAnalysis> extrapolation;
    std::shared_ptr<const TableAnalysis> interpolation;
    std::vector<Choice> selected; ///< shape [D]: what the selection rule chose
    std::vector<MethodAnalysis> methods; ///< the compared methods, in their order
    std::shared_ptr<const TableAnalysis> automatic; ///< the table of settings.method alone
    std::shared_ptr<const TableAnalysis> chosen; ///< that table with the overrides
    std::vector<std::shared_ptr<const TableAnalysis>> pinned; ///< of settings.pins, in their order
    std::shared_ptr<const SourceComparison> other; ///< with settings.other; null without one

    std::size_t countedDimensions = 0; ///< how many dimensions had to be counted for this result
    EngineInfo engine; ///< what computed it; several are named as one ("cuda + cpu")
    std::vector<Sentence> notices; ///< what did not go as asked, for the user
    double milliseconds = 0.0; ///< time from request to result

    [[nodiscard]] std::size_t dimensions() const { return source->rope.dimensions(); }
    /// How often a dimension goes round within L positions: L * inv_freq / 2 pi. 0 where nothing turns.
    [[nodiscard]] double turnsInPretraining(Dimension dimension) const;
};

/// The counts of a dimension under a table of this analysis, shape [b]; there are settings.anglesAfter(). Those that were not kept are
/// counted now, in at most some milliseconds.
std::vector<std::uint64_t> countsAfter(const Analysis& analysis, const TableAnalysis& table, Dimension dimension);

/// Computes an analysis. What `previous` (may be null) already holds for the same source and settings is taken over, so a
/// change costs only the dimensions that it touches. Its parts count or compare about one table each.
Expected<std::shared_ptr<const Analysis>> analyze(Engine& engine, const std::shared_ptr<const Source>& source,
    const AnalysisSettings& settings, const std::shared_ptr<const Analysis>& previous = nullptr, const std::stop_token& stop = {},
    const Progress& progress = {});

} // namespace rotascope
