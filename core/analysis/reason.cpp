// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/reason.h"

#include "core/analysis/summary.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace rotascope {
namespace {

// "all", "none", or a percentage; nearly all is at most 99 %, nearly none is "less than 1 %".
std::string shareText(double share)
{
    if (share <= 0.0 || share >= 1.0) {
        return share <= 0.0 ? "none" : "all";
    }
    const double percents = std::round(100.0 * share);
    return percents < 1.0 ? "less than 1 %" : shortText(std::min(percents, 99.0)) + " %";
}

// With `count` significant digits.
std::string digits(double value, int count)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*g", count, value);
    return text.data();
}

// Up to this many passes it shows which parts of the circle got one pass more than others.
constexpr double fewPasses = 3.0;

std::string passesText(const AngleComb& comb, const AnalysisSettings& settings)
{
    const double before = comb.passes(settings.pretrainingLength);
    const double after = comb.passes(settings.targetLength);
    if (before < 1.0) {
        return "They cover " + shareText(before) + " of the circle within L, " + shareText(after) + " within L′.";
    }
    return "They go over the circle " + digits(before, 3) + " times within L, " + digits(after, 3)
        + " times within L′, so that parts of it get more angles than others.";
}

std::string arcText(const AngleComb& comb, const AnalysisSettings& settings)
{
    const double turns = comb.passes(settings.pretrainingLength);
    return "It makes " + digits(turns, 4) + " turns within L: "
        + (turns < 1.0 ? shareText(1.0 - turns) + " of the circle is never seen." : "parts of the circle get more angles than others.");
}

std::string combText(const AngleComb& comb, double turn, const AnalysisSettings& settings)
{
    return (comb.turns == 1 ? "1 turn takes " : std::to_string(comb.turns) + " turns take ")
        + digits(static_cast<double>(comb.turns) / turn, 6) + " positions: the angles form a comb of " + std::to_string(comb.teeth)
        + " teeth that drifts. " + passesText(comb, settings);
}

// Nearly as many teeth as intervals: which intervals hold more teeth depends on b.
std::string beatText(const AngleComb& comb, const AnalysisSettings& settings)
{
    return "Its angles form a comb of " + std::to_string(comb.teeth) + " teeth, which share " + std::to_string(settings.intervals)
        + " intervals: some hold more teeth than others. Which ones depends on the number of intervals.";
}

std::string patternText(const Analysis& analysis, Dimension dimension)
{
    const AnalysisSettings& settings = analysis.settings;
    const Turn turn = turnOf(analysis.source->rope.invFreq[dimension]);
    if (turn.value == 0) {
        return "It never turns: its angle is 0 at every position.";
    }
    const auto intervals = static_cast<std::int64_t>(settings.intervals);
    // Between teeth that are closer than two intervals, no gaps can be seen.
    const AngleComb comb = combOf(turn, std::clamp<std::int64_t>(intervals / 2, 1, settings.pretrainingLength));
    if (comb.passes(settings.pretrainingLength) < fewPasses) {
        return comb.teeth == 1 ? arcText(comb, settings) : combText(comb, std::ldexp(static_cast<double>(turn.value), -64), settings);
    }
    const AngleComb finest = combOf(turn, settings.pretrainingLength);
    return static_cast<std::int64_t>(finest.teeth) <= 2 * intervals
        ? beatText(finest, settings)
        : "It makes " + digits(analysis.turnsInPretraining(dimension), 4) + " turns within L, and its angles fill the circle evenly.";
}

// The share of the angles that would have to go to another interval to get from one histogram to the other.
double movedShare(const AngleHistograms& before, const KeptHistograms& after, Dimension dimension)
{
    const std::vector<std::uint64_t> counts = after.counts(dimension);
    return disturbance(
        Divergence::TotalVariation, {before.counts(dimension), before.total(dimension)}, {counts, after.total(dimension)}, defaultEpsilon);
}

// In brackets, which share of the angles falls into intervals that were empty before, unless it is too small to matter.
std::string emptyText(double share)
{
    constexpr double few = 0.005;
    return share >= few ? " (" + shareText(share) + " to empty ones)" : "";
}

std::string changeText(const Analysis& analysis, Dimension dimension)
{
    const TableAnalysis& extrapolation = *analysis.extrapolation;
    const TableAnalysis& interpolation = *analysis.interpolation;
    return "Extrapolation moves " + shareText(movedShare(*analysis.before, extrapolation.after, dimension))
        + " of the angles to other intervals" + emptyText(extrapolation.outOfDistributionShare[dimension]) + ", interpolation "
        + shareText(movedShare(*analysis.before, interpolation.after, dimension))
        + emptyText(interpolation.outOfDistributionShare[dimension]) + ".";
}

} // namespace

AngleComb combOf(Turn turn, std::int64_t mostTeeth)
{
    using Wide = unsigned __int128;
    Wide before = Wide{1} << 64U; // the remainders of Euclid's algorithm, in 2^-64 turns: what is left after `teeth` positions
    Wide left = turn.value;
    Wide turnsBefore = 1;
    Wide teethBefore = 0;
    AngleComb comb;
    while (left != 0) {
        const Wide quotient = before / left;
        const Wide turns = quotient * comb.turns + turnsBefore;
        const Wide teeth = quotient * comb.teeth + teethBefore;
        if (teeth > static_cast<Wide>(mostTeeth)) {
            break;
        }
        const Wide next = before % left;
        before = left;
        left = next;
        turnsBefore = comb.turns;
        teethBefore = comb.teeth;
        comb.turns = static_cast<std::uint64_t>(turns);
        comb.teeth = static_cast<std::uint64_t>(teeth);
    }
    comb.drift = std::ldexp(static_cast<double>(left), -64);
    return comb;
}

std::string whyDisturbed(const Analysis& analysis, Dimension dimension)
{
    const AnalysisSettings& settings = analysis.settings;
    const bool isCovered = coverageNote(*analysis.source, settings).empty();
    return (isCovered ? patternText(analysis, dimension) + " " : "") + changeText(analysis, dimension);
}

} // namespace rotascope
