// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/dimension.h"
#include "core/analysis/dimension_weights.h"
#include "core/analysis/other_source.h"
#include "core/analysis/pinned_table.h"
#include "core/analysis/recorded_part.h"
#include "core/analysis/selection.h"
#include "core/analysis/source.h"
#include "core/engine/engine.h"
#include "core/scaling/method.h"
#include "core/scaling/scaling_table.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace rotascope {

/// What the user decided for one dimension by hand. None: the dimension is automatic, it follows the method.
struct Override {
    Choice choice = Choice::Extrapolation;
    double factor = 1.0; ///< of Choice::Custom only

    /// What sets a dimension to this factor at the scale s: extrapolation for 1, interpolation for s, else the factor itself.
    static Override to(double factor, double scale);
    /// The factor that it means at the scale s.
    [[nodiscard]] double factorAt(double scale) const;
    friend bool operator==(const Override&, const Override&) = default;
};

/// The least and largest factor that can be set by hand, besides frozenFactor.
inline constexpr double minFactor = 1e-3;
inline constexpr double maxFactor = 1e9;
bool canBeSet(double factor);
/// For a message: "0.001 to 1e+09, or inf (frozen)".
Sentence factorRange();

/// Everything that an analysis depends on besides its source.
struct AnalysisSettings {
    std::int64_t pretrainingLength = 0; ///< L, positions
    std::int64_t targetLength = 0; ///< L′ >= L, positions
    std::uint32_t intervals = 360; ///< b
    Divergence divergence = Divergence::KullbackLeibler;
    double epsilon = defaultEpsilon;
    BeforeKind before = BeforeKind::UniformPositions;
    std::shared_ptr<const RecordedPart> part; ///< of what was recorded, if "before" is counted from that; null: all of it
    CountingMeasure counting = {}; ///< of what is before, unless that is recorded angles, and after; both contexts fit
    std::optional<double> farWeight = {}; ///< w of the measure near-far: tables are judged by near + w far, and not by the divergence
    DimensionWeights weights = {}; ///< of means and of the selection by a number of components
    SelectionRule selection = Threshold{};
    std::string method = "distributional"; ///< what automatic dimensions follow
    std::vector<std::optional<Override>> overrides; ///< shape [D], or empty: all automatic
    std::vector<std::string> comparedMethods; ///< empty: all but those on request and those that lack a table
    MethodParameters parameters = {}; ///< of methods that take some
    std::optional<ScalingTable> customTable; ///< the user's own (methodOfOwnTable()); D factors that can be set
    std::vector<PinnedTable> pins; ///< compared with the chosen table; ascending by their places
    std::optional<OtherSource> other; ///< what it has before is compared with what the source has; no table depends on it

    /// The part that counts: none where "before" is not counted from what was recorded.
    [[nodiscard]] const RecordedPart* countedPart() const { return before == BeforeKind::UniformPositions ? nullptr : part.get(); }
    /// s = L′/L
    [[nodiscard]] double scale() const { return static_cast<double>(targetLength) / static_cast<double>(pretrainingLength); }
    /// How many angles each dimension has after the extension: L′, or as many distances.
    [[nodiscard]] std::uint64_t anglesAfter() const { return counting.over(targetLength).total(); }
    /// The measure's name, as the command line, JSON and exports have it: one of measureNames.
    [[nodiscard]] std::string_view measure() const;
    /// What was set by hand for this dimension, if anything was.
    [[nodiscard]] std::optional<Override> overrideOf(Dimension dimension) const;
    /// How many dimensions were set by hand.
    [[nodiscard]] int dimensionsSetByHand() const;
    friend bool operator==(const AnalysisSettings&, const AnalysisSettings&) = default;
};

/// What F counts: positions, causal distances, or those within a sliding window; of 0 ... L-1 or as recorded, then compared with the
/// same of 0 ... L′-1. Or near-far, which compares no distributions (near_far.h).
inline constexpr std::array<std::string_view, 6> measureNames
    = {"positions", "distances", "window", "recorded-positions", "recorded-distances", "near-far"};

/// What a measure counts, whatever its window and its kind of before.
Counting countingOf(std::string_view measure);
/// Whether the source has what the measure counts: what was recorded. A window is not looked for.
bool offersMeasure(const Source& source, std::string_view measure);

/// What far counts against near when nothing else is asked for. It was chosen on tables of one small model at 2 L (docs/method.md).
inline constexpr double defaultFarWeight = 3.0;
/// The largest; none is negative.
inline constexpr double maxFarWeight = 1e6;

/// The settings with this measure: their `counting`, and `before` as far as the measure says it. `window`: of distances; 0: the one within
/// which the source's layers attend, if the measure is "window", else none. Fails for an unknown name, and for a window that is needed or
/// that the measure has not.
Expected<AnalysisSettings> withMeasure(AnalysisSettings settings, std::string_view name, std::int64_t window, const Source& source);

/// Settings to begin with: L from the source (RopeConfig::attendedLength()), L′ = 2 L (or what the model is configured for, if that is more
/// and no window is in the way), the best "before" that the source offers, 360 intervals or as many as have enough samples (summary.h).
AnalysisSettings defaultSettings(const Source& source);

/// How settings.other, which is there, is counted: by the same measure, over its own L, from its own kind of "before". Recorded angles are
/// of positions: where distances are counted it is the recorded ones that B has, or else those of 0 ... L-1.
AnalysisSettings settingsOfOther(const AnalysisSettings& settings);

/// Settings for a source that was read again: lengths, intervals and "before" that were as defaultSettings() gave them for it are as they
/// are given now; what the user chose stays. They may not be valid for it any more.
AnalysisSettings carriedOver(AnalysisSettings settings, const Source& from, const Source& to);

/// What engines are asked with.
inline Measure measureOf(const AnalysisSettings& settings)
{
    return {settings.divergence, settings.epsilon, settings.counting};
}

/// What disturbances depend on besides the source, what is before and the lengths: whoever keeps some asks whether this is the same. Holds
/// references into the settings.
inline auto comparedBy(const AnalysisSettings& settings)
{
    return std::tie(settings.intervals, settings.divergence, settings.epsilon, settings.counting, settings.farWeight, settings.weights);
}

/// Checks settings against a source; the message names the setting, its value and what was expected.
Expected<void> validate(const AnalysisSettings& settings, const Source& source);

} // namespace rotascope
