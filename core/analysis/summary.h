// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"

#include "core/sentence.h"

#include <optional>
#include <vector>

namespace rotascope {

// The numbers and notes that the window, the report for people and the JSON show of an analysis. Each is computed here and nowhere
// else, so that they cannot contradict each other. Those of a source and settings are known before anything is counted.

/// With fewer angles per interval than this, counts are mostly noise: at L = 256 and b = 360 YaRN's kl is 2.0, at b = 23 it is 0.013
/// (paper, Table 6, is the same effect).
inline constexpr double enoughSamples = 10.0;
/// The paper's b, where there are enough angles for it: L >= 3600.
inline constexpr std::uint32_t mostUsualIntervals = 360;

/// The b to begin with: mostUsualIntervals, or as many as have enough samples; of T5 the number of buckets.
std::uint32_t usualIntervals(const Source& source, const AnalysisSettings& settings);

/// How many angles of a dimension fall into an interval before the extension, on average. The source must offer settings.before.
double samplesPerInterval(const Source& source, const AnalysisSettings& settings);

/// If there are fewer than enoughSamples: a sentence that says how many and what to do; else empty.
Sentence fewSamplesNote(const Source& source, const AnalysisSettings& settings);

/// Whether "before" is counted from a recording that is not pre-training's context: a sentence that says which positions of
/// 0 ... L-1 are missing, or which lie beyond; where only angles were recorded, how many. Empty if the recording covers exactly
/// these positions, or if positions 0 ... L-1 are counted.
Sentence coverageNote(const Source& source, const AnalysisSettings& settings);

/// What is before, for people: "positions 0 … L-1", "recorded distances within a window of 4096", "recorded angles, sequences 0,2-5".
Sentence beforeText(const AnalysisSettings& settings);

/// If epsilon is not small against the share of an interval, so that it hides what it should leave as it is: a sentence; else empty.
Sentence epsilonNote(const AnalysisSettings& settings);

/// If the layers of this RoPE attend within a sliding window: a sentence that says which and what it means for L and L′; else empty.
Sentence windowNote(const Source& source, const AnalysisSettings& settings);

/// For another encoding than RoPE: what is compared, and what is not seen; else empty.
Sentence encodingNote(const Source& source);

/// What judges tables, for titles and captions: "KL(before ‖ after)", "KL(before ‖ after) of distances", "… of distances below 4096",
/// "near + 3 far".
Sentence measureLabel(const AnalysisSettings& settings);

/// All of these notes that are not empty.
std::vector<Sentence> notesOf(const Source& source, const AnalysisSettings& settings);

/// What is said of one table.
struct TableSummary {
    double meanDisturbance;
    std::optional<double> ratioToLinear; ///< mean disturbance / linear interpolation's; none where the latter is not positive
    std::optional<int> interpolatedComponents; ///< two a dimension; none where a dimension has another factor than 1 and s
};
TableSummary summaryOf(const Analysis& analysis, const TableAnalysis& table);

/// All dimensions, those that the current table (`chosen`) disturbs most first; between equals the lower one.
std::vector<Dimension> byDisturbance(const Analysis& analysis);

/// How many components (two a dimension) the distributional selection interpolates, whatever the method of the table is.
int selectedComponents(const Analysis& analysis);

} // namespace rotascope
