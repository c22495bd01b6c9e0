// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/decay_curves.h"

#include "core/analysis/second_readings.h"
#include "core/engine/cpu_engine.h"
#include "core/rope/decay.h"
#include "tests/core/analysis/llama2_source.h"

#include <algorithm>
#include <gtest/gtest.h>

using namespace rotascope;

namespace {

std::shared_ptr<const Analysis> analysisOf(std::int64_t targetLength)
{
    const auto source = llama2Source();
    AnalysisSettings settings = defaultSettings(*source);
    settings.targetLength = targetLength;
    return *analyze(*makeCpuEngine(), source, settings);
}

} // namespace

TEST(DecayCurves, AreSamplesOfTheDecayWithBothReaches)
{
    const auto analysis = analysisOf(8192);
    const DecayCurves curves = decayCurves(*analysis, 200);
    EXPECT_EQ(curves.reachBefore, 1707);
    EXPECT_EQ(curves.reachChosen, secondReadings(*analysis, *analysis->chosen).reach);
    EXPECT_EQ(curves.distances.front(), 1);
    EXPECT_EQ(curves.distances.back(), 8191);
    EXPECT_EQ(std::ranges::adjacent_find(curves.distances, std::greater_equal()), curves.distances.end()) << "ascending";
    const std::vector<double> before = decay(analysis->source->rope.invFreq, 8192);
    const std::vector<double> chosen = decay(extendedInvFreq(analysis->source->rope.invFreq, analysis->chosen->table), 8192);
    for (std::size_t k = 0; k < curves.distances.size(); ++k) {
        const auto at = static_cast<std::size_t>(curves.distances[k]);
        EXPECT_NEAR(curves.before[k], before[at], 1e-11);
        EXPECT_NEAR(curves.chosen[k], chosen[at], 1e-11);
    }
    for (const auto reach : {*curves.reachBefore, *curves.reachChosen}) {
        EXPECT_TRUE(std::ranges::binary_search(curves.distances, reach)) << reach;
    }
}

TEST(DecayCurves, OfTheLongestContextAreOfTheSameSize)
{
    const DecayCurves curves = decayCurves(*analysisOf(maxContextLength), 300);
    EXPECT_EQ(curves.distances.back(), maxContextLength - 1);
    EXPECT_LE(curves.distances.size(), 302U);
}
