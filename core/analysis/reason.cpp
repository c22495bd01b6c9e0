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
Sentence shareText(double share)
{
    if (share <= 0.0 || share >= 1.0) {
        return share <= 0.0 ? Sentence::of("none") : Sentence::of("all");
    }
    const double percents = std::round(100.0 * share);
    return percents < 1.0 ? Sentence::of("less than 1 %") : Sentence::of("{1} %", number(std::min(percents, 99.0)));
}

// With `count` significant digits.
Sentence digits(double value, int count)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*g", count, value);
    return Sentence::number(text.data());
}

// Up to this many passes it shows which parts of the circle got one pass more than others.
constexpr double fewPasses = 3.0;

Sentence passesText(const AngleComb& comb, const AnalysisSettings& settings)
{
    const double before = comb.passes(settings.pretrainingLength);
    const double after = comb.passes(settings.targetLength);
    if (before < 1.0) {
        return Sentence::of("They cover {1} of the circle within L, {2} within L′.", shareText(before), shareText(after));
    }
    return Sentence::of("They go over the circle {1} times within L, {2} times within L′, so that parts of it get more angles than others.",
        digits(before, 3), digits(after, 3));
}

Sentence arcText(const AngleComb& comb, const AnalysisSettings& settings)
{
    const double turns = comb.passes(settings.pretrainingLength);
    return turns < 1.0
        ? Sentence::of("It makes {1} turns within L: {2} of the circle is never seen.", digits(turns, 4), shareText(1.0 - turns))
        : Sentence::of("It makes {1} turns within L: parts of the circle get more angles than others.", digits(turns, 4));
}

Sentence combText(const AngleComb& comb, double turn, const AnalysisSettings& settings)
{
    const Sentence positions = digits(static_cast<double>(comb.turns) / turn, 6);
    const Sentence shape = comb.turns == 1
        ? Sentence::of("1 turn takes {1} positions: the angles form a comb of {2} teeth that drifts.", positions, comb.teeth)
        : Sentence::of("{1} turns take {2} positions: the angles form a comb of {3} teeth that drifts.", comb.turns, positions, comb.teeth);
    return shape + " " + passesText(comb, settings);
}

// Nearly as many teeth as intervals: which intervals hold more teeth depends on b.
Sentence beatText(const AngleComb& comb, const AnalysisSettings& settings)
{
    return Sentence::of("Its angles form a comb of {1} teeth, which share {2} intervals: some hold more teeth than others. Which ones "
                        "depends on the number of intervals.",
        comb.teeth, settings.intervals);
}

Sentence patternText(const Analysis& analysis, Dimension dimension)
{
    const AnalysisSettings& settings = analysis.settings;
    const Turn turn = turnOf(analysis.source->rope.invFreq[dimension]);
    if (turn.value == 0) {
        return Sentence::of("It never turns: its angle is 0 at every position.");
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
        : Sentence::of(
            "It makes {1} turns within L, and its angles fill the circle evenly.", digits(analysis.turnsInPretraining(dimension), 4));
}

// The share of the angles that would have to go to another interval to get from one histogram to the other.
double movedShare(const AngleHistograms& before, const KeptHistograms& after, Dimension dimension)
{
    const std::vector<std::uint64_t> counts = after.counts(dimension);
    return disturbance(
        Divergence::TotalVariation, {before.counts(dimension), before.total(dimension)}, {counts, after.total(dimension)}, defaultEpsilon);
}

// Which share of the angles a table moves, and in brackets which share falls into intervals that were empty before, unless that is too
// small to matter.
struct Moved {
    Sentence share;
    Sentence toEmpty;
    bool isToEmpty;
};

Moved movedBy(const TableAnalysis& table, const Analysis& analysis, Dimension dimension)
{
    constexpr double few = 0.005;
    const double toEmpty = table.outOfDistributionShare[dimension];
    return {shareText(movedShare(*analysis.before, table.after, dimension)), shareText(toEmpty), toEmpty >= few};
}

// Of what does not turn: how far training went.
Sentence rangeText(const Analysis& analysis)
{
    const AnalysisSettings& settings = analysis.settings;
    return settings.counting.counting == Counting::Distances ? Sentence::of(
               "Training had distances up to {1}, L′ has them up to {2}.", settings.pretrainingLength - 1, settings.targetLength - 1)
                                                             : Sentence::of("Training had the rows up to {1}, L′ asks for rows up to {2}.",
                                                                 settings.pretrainingLength - 1, settings.targetLength - 1);
}

Sentence stepsText(const Analysis& analysis, Dimension dimension)
{
    const Moved far = movedBy(*analysis.extrapolation, analysis, dimension);
    const Moved near = movedBy(*analysis.interpolation, analysis, dimension);
    return rangeText(analysis) + " "
        + Sentence::of("Extrapolation moves {1} of what is counted to other intervals ({2} to empty ones), interpolation {3} ({4} to empty "
                       "ones).",
            far.share, far.toEmpty, near.share, near.toEmpty);
}

// A pattern of its own where the brackets are there: a language may put them elsewhere.
Sentence changeText(const Analysis& analysis, Dimension dimension)
{
    const Moved far = movedBy(*analysis.extrapolation, analysis, dimension);
    const Moved near = movedBy(*analysis.interpolation, analysis, dimension);
    if (far.isToEmpty && near.isToEmpty) {
        return Sentence::of("Extrapolation moves {1} of the angles to other intervals ({2} to empty ones), interpolation {3} ({4} to empty "
                            "ones).",
            far.share, far.toEmpty, near.share, near.toEmpty);
    }
    if (far.isToEmpty) {
        return Sentence::of("Extrapolation moves {1} of the angles to other intervals ({2} to empty ones), interpolation {3}.", far.share,
            far.toEmpty, near.share);
    }
    if (near.isToEmpty) {
        return Sentence::of("Extrapolation moves {1} of the angles to other intervals, interpolation {2} ({3} to empty ones).", far.share,
            near.share, near.toEmpty);
    }
    return Sentence::of("Extrapolation moves {1} of the angles to other intervals, interpolation {2}.", far.share, near.share);
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

Sentence whyDisturbed(const Analysis& analysis, Dimension dimension)
{
    if (!analysis.source->encoding.rotates()) {
        return stepsText(analysis, dimension);
    }
    const AnalysisSettings& settings = analysis.settings;
    const bool isCovered = coverageNote(*analysis.source, settings).empty();
    return (isCovered ? patternText(analysis, dimension) + " " : Sentence()) + changeText(analysis, dimension);
}

} // namespace rotascope
