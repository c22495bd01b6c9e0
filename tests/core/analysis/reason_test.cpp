// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/reason.h"

#include "core/engine/cpu_engine.h"
#include "tests/core/analysis/llama2_source.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <vector>

using namespace rotascope;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

// Finds the comb by looking: sorts the angles, and counts the gaps between them that are wider than the drift.
struct Seen {
    std::size_t groups = 0;
    double covered = 0.0;
};

Seen lookAt(Turn turn, std::int64_t positions, double drift)
{
    std::vector<std::uint64_t> phases;
    for (std::int64_t position = 0; position < positions; ++position) {
        phases.push_back(phaseAt(turn, static_cast<std::uint64_t>(position)));
    }
    std::ranges::sort(phases);
    Seen seen{.groups = 0, .covered = 1.0};
    for (std::size_t i = 0; i < phases.size(); ++i) {
        const double gap = std::ldexp(static_cast<double>(phases[(i + 1) % phases.size()] - phases[i]), -64);
        if (gap > 1.5 * drift) {
            ++seen.groups;
            seen.covered -= gap;
        }
    }
    return seen;
}

std::shared_ptr<const Analysis> analysisOf(std::int64_t targetLength, std::uint32_t intervals = 360)
{
    AnalysisSettings settings = defaultSettings(*llama2Source());
    settings.targetLength = targetLength;
    settings.intervals = intervals;
    return *analyze(*makeCpuEngine(), llama2Source(), settings);
}

} // namespace

TEST(AngleComb, IsTheOneThatTheAnglesForm)
{
    std::mt19937_64 random(7);
    int combs = 0;
    for (int i = 0; i < 400; ++i) {
        const Turn turn{random() >> (random() % 16)};
        const auto positions = static_cast<std::int64_t>(1 + random() % 5000);
        const AngleComb comb = combOf(turn, positions);
        EXPECT_LE(comb.teeth, positions);
        EXPECT_EQ(std::abs(static_cast<double>(static_cast<std::int64_t>(turn.value * comb.teeth))), std::ldexp(comb.drift, 64));
        const double share = comb.passes(positions);
        if (share > 0.7 || positions < 3 * static_cast<std::int64_t>(comb.teeth)) {
            continue; // the teeth nearly touch, or have one angle each
        }
        const Seen seen = lookAt(turn, positions, comb.drift);
        EXPECT_EQ(seen.groups, comb.teeth) << turn.value << " " << positions;
        // A tooth is counted from its first angle to its last: one drift less than the share says.
        EXPECT_NEAR(seen.covered, share, 1.01 * comb.drift * static_cast<double>(comb.teeth)) << turn.value << " " << positions;
        ++combs;
    }
    EXPECT_GT(combs, 50);
}

TEST(AngleComb, OfTurnsThatAreSpecial)
{
    EXPECT_EQ(combOf(Turn{0}, 4096).teeth, 1);
    EXPECT_EQ(combOf(Turn{0}, 4096).drift, 0.0);
    const AngleComb half = combOf(Turn{std::uint64_t{1} << 63}, 4096);
    EXPECT_EQ(half.turns, 1);
    EXPECT_EQ(half.teeth, 2);
    EXPECT_EQ(half.drift, 0.0);
    EXPECT_EQ(combOf(Turn{1}, std::int64_t{1} << 62).teeth, 1);
    EXPECT_EQ(combOf(Turn{~std::uint64_t{0}}, 1).teeth, 1);
}

TEST(WhyDisturbed, SaysWhatTheHistogramsShow)
{
    const auto analysis = analysisOf(8192);
    EXPECT_EQ(whyDisturbed(*analysis, Dimension(6)),
        "10 turns take 148.998 positions: the angles form a comb of 149 teeth that drifts. They cover 60 % of the circle within L, all "
        "within L′. Extrapolation moves 22 % of the angles to other intervals, interpolation 1 %.");
    EXPECT_THAT(whyDisturbed(*analysis, Dimension(22)),
        StartsWith(
            "1 turn takes 148.998 positions: the angles form a comb of 149 teeth that drifts. They cover 6 % of the circle within L"));
    EXPECT_THAT(whyDisturbed(*analysis, Dimension(46)), StartsWith("It makes 0.869"));
    EXPECT_THAT(whyDisturbed(*analysis, Dimension(46)), HasSubstr("13 % of the circle is never seen"));
    EXPECT_THAT(whyDisturbed(*analysis, Dimension(10)), HasSubstr("53 teeth that drifts. They go over the circle 1.2"));
    EXPECT_THAT(whyDisturbed(*analysis, Dimension(42)), HasSubstr("parts of the circle get more angles than others"));
    EXPECT_THAT(whyDisturbed(*analysis, Dimension(1)), HasSubstr("fill the circle evenly. Extrapolation moves "));
    EXPECT_THAT(whyDisturbed(*analysis, Dimension(29)), HasSubstr("408 teeth, which share 360 intervals"));
}

// What is said about teeth must be true of the counts: where they cover little and b is large enough, most intervals are empty.
TEST(WhyDisturbed, CombsAreInTheCounts)
{
    constexpr std::uint32_t intervals = 3600;
    const auto analysis = analysisOf(8192, intervals);
    int combs = 0;
    for (std::size_t i = 0; i < analysis->dimensions(); ++i) {
        const AngleComb comb = combOf(turnOf(analysis->source->rope.invFreq[i]), 4096);
        if (10 * comb.teeth > intervals) {
            continue;
        }
        const auto counts = analysis->before->counts(i);
        const auto filled = static_cast<double>(counts.size() - static_cast<std::size_t>(std::ranges::count(counts, 0U)));
        const double ends = static_cast<double>(2 * comb.teeth) / intervals; // a tooth ends within an interval
        EXPECT_NEAR(filled / intervals, std::min(comb.passes(4096), 1.0), ends) << i;
        ++combs;
    }
    EXPECT_GT(combs, 15);
}

// A dimension that is disturbed much has a reason, and one that is said to fill the circle evenly is disturbed little.
TEST(WhyDisturbed, FindsAReasonForEachLargeDisturbance)
{
    for (const std::int64_t length : {8192, 16384, 131072}) {
        const auto analysis = analysisOf(length);
        for (std::size_t i = 0; i < analysis->dimensions(); ++i) {
            const double most = std::max(analysis->extrapolation->disturbance[i], analysis->interpolation->disturbance[i]);
            const std::string why = whyDisturbed(*analysis, Dimension(i));
            if (why.find("evenly") != std::string::npos) {
                EXPECT_LT(most, 0.01) << length << " " << i << " " << why;
            }
            if (most > 0.02) {
                EXPECT_THAT(why, testing::AnyOf(HasSubstr("teeth"), HasSubstr("never seen"), HasSubstr("more angles than others"))) << i;
            }
        }
    }
}

TEST(WhyDisturbed, SaysNothingOfPositionsThatWereNotThere)
{
    Source source = *llama2Source();
    source.recordedPositions = {PositionSet::counted(std::vector<std::uint64_t>(100, 1))};
    AnalysisSettings settings = defaultSettings(source);
    settings.before = BeforeKind::RecordedPositions;
    const auto analysis = *analyze(*makeCpuEngine(), std::make_shared<const Source>(source), settings);
    EXPECT_THAT(whyDisturbed(*analysis, Dimension(6)), StartsWith("Extrapolation moves "));
}

TEST(WhyDisturbed, KnowsDimensionsThatNeverTurn)
{
    Source source = *llama2Source();
    source.rope.invFreq[63] = 0.0;
    const auto analysis = *analyze(*makeCpuEngine(), std::make_shared<const Source>(source), defaultSettings(source));
    EXPECT_THAT(whyDisturbed(*analysis, Dimension(63)), StartsWith("It never turns: its angle is 0 at every position."));
}
