// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/correlation.h"
#include "core/evaluation/scores.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace rotascope {

/// A number for a whole table, more is worse, that may or may not foretell a score.
struct TableMeasure {
    std::string name; ///< on the command line: that of a divergence, "unseen", "near", "far" or "near-far"
    std::string label; ///< a marked sentence without its full stop
};

/// All of them: the divergences, then
///     unseen  the share of the angles in intervals that no angle of 0 ... L-1 falls into
///     near    how far the table moves the angles of the offsets 1 ... 8: the chord |e^(i r θ) - e^(i r θ/λ)|
///     far     how far the angles of the distances 0 ... length-1 lie from the nearest that training saw (core/angle/near_far.h)
///     near-far  near + w far
std::span<const TableMeasure> tableMeasures();

/// Which measure is asked for, and how it is taken.
struct MeasureChoice {
    std::string name = "kl";
    std::uint32_t intervals = 360; ///< b; near and far have none
    double farWeight = 3.0; ///< w of near-far, 0 or more

    /// Whether it compares counts in intervals.
    [[nodiscard]] bool usesIntervals() const;
};

/// b to begin with: 360, or as many as have ten of the angles 0 ... L-1 each.
std::uint32_t usualIntervalsOf(const ScoreSet& set);

/// The mean over all dimensions, of positions 0 ... length-1 under the table compared with 0 ... L-1 without it, in so many intervals.
/// An error of kind Usage where there is no measure of this name; it lists them.
Expected<double> measureOf(const ScoreSet& set, const ScalingTable& table, std::int64_t length, const MeasureChoice& measure);

/// A measure's rank correlation with what went wrong in one task: positive where a table that it calls worse is worse.
struct ScoreCorrelation {
    std::string task;
    std::string metric;
    std::int64_t length = 0; ///< tokens
    std::int64_t steps = 0; ///< of fine-tuning
    std::vector<std::size_t> tables; ///< places in ScoreSet::tables of those that have this score
    std::vector<double> measures; ///< of each
    std::vector<double> scores; ///< the same tables' scores
    std::optional<RankCorrelation> correlation; ///< absent where there are too few tables, or all are equal
};

/// One for each task, metric, length and number of steps, in the order in which they come. ErrorKind::Stopped where it is asked to stop.
Expected<std::vector<ScoreCorrelation>> correlate(const ScoreSet& set, const MeasureChoice& measure, const std::stop_token& stop = {});
/// The same for each of tableMeasures(), in so many intervals, on all cores, shape [measures].
Expected<std::vector<std::vector<ScoreCorrelation>>> correlateAll(
    const ScoreSet& set, std::uint32_t intervals, const std::stop_token& stop = {});

} // namespace rotascope
