// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/near_far.h"

#include "core/analysis/landscape.h"
#include "core/analysis/length_sweep.h"
#include "core/analysis/second_readings.h"
#include "core/engine/cpu_engine.h"
#include "tests/core/analysis/llama2_source.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>

using namespace rotascope;

namespace {

class NearAndFar : public testing::Test {
protected:
    NearAndFar()
    {
        settings.comparedMethods = {"extrapolation", "linear", "yarn", "distributional"};
        settings.overrides.clear();
    }

    std::shared_ptr<const Analysis> analyzed() { return *analyze(*engine, source, settings); }

    static double meanOf(const std::vector<double>& values)
    {
        return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    }

    std::unique_ptr<Engine> engine = makeCpuEngine();
    std::shared_ptr<const Source> source = llama2Source();
    AnalysisSettings settings = defaultSettings(*source);
};

} // namespace

// By an independent computation: near falls from 0.116 to 0.035, D rises from 6.71e-3 to 6.80e-3.
TEST_F(NearAndFar, AThresholdByNearKeepsNeighbours)
{
    const auto plain = analyzed();
    EXPECT_NEAR(plain->chosen->meanDisturbance, 6.714e-3, 0.5e-6);
    EXPECT_NEAR(meanOf(nearFarOf(*source, settings, plain->chosen->table).near), 0.116, 0.5e-3);
    settings.selection = Threshold{0.0, 0.01};
    const auto weighed = analyzed();
    EXPECT_NEAR(weighed->chosen->meanDisturbance, 6.80e-3, 0.5e-5);
    EXPECT_NEAR(meanOf(nearFarOf(*source, settings, weighed->chosen->table).near), 0.035, 0.5e-3);
}

TEST_F(NearAndFar, AreSecondReadingsBesideTheDisturbance)
{
    const auto analysis = analyzed();
    const SecondReadings kept = secondReadings(*analysis, *analysis->extrapolation);
    EXPECT_EQ(kept.near, 0.0) << "nothing moves";
    EXPECT_GT(kept.nearFar.far[63], 0.0) << "the second half lies beyond what was seen";
    const SecondReadings squeezed = secondReadings(*analysis, *analysis->interpolation);
    EXPECT_GT(squeezed.near, 0.2);
    EXPECT_LT(squeezed.far, kept.far);
    EXPECT_EQ(squeezed.nearFar.farError, 0.0) << "8192 distances are visited";
    EXPECT_EQ(squeezed.near, meanOf(squeezed.nearFar.near));
}

TEST_F(NearAndFar, TakeThePlaceOfTheDivergenceEverywhere)
{
    settings.farWeight = 3.0;
    const auto analysis = analyzed();
    for (const auto& table : {analysis->extrapolation, analysis->interpolation, analysis->methods[2].result}) {
        const NearFar parts = nearFarOf(*source, settings, table->table);
        for (std::size_t i = 0; i < 64; ++i) {
            EXPECT_EQ(table->disturbance[i], parts.near[i] + 3.0 * parts.far[i]) << i;
        }
    }
    const auto& chosen = *analysis->chosen;
    for (std::size_t i = 0; i < 64; ++i) {
        EXPECT_EQ(chosen.disturbance[i], std::min(analysis->extrapolation->disturbance[i], analysis->interpolation->disturbance[i])) << i;
    }
    const auto landscape = *computeLandscape(*engine, *analysis, 8);
    const auto sweep = *sweepLengths(*engine, *analysis, nullptr, 6);
    for (std::size_t i = 0; i < 64; ++i) {
        EXPECT_EQ(landscape->at(Dimension(i), 0), analysis->extrapolation->disturbance[i]);
    }
    const auto at = std::ranges::find(sweep->lengths, settings.targetLength) - sweep->lengths.begin();
    EXPECT_EQ(sweep->curves[3].meanDisturbance[static_cast<std::size_t>(at)], analysis->methods[2].result->meanDisturbance);
}

// Another weight, or the divergence again, is another measure: nothing of the old result is taken over.
TEST_F(NearAndFar, AreNotMixedWithTheDivergence)
{
    const auto plain = analyzed();
    settings.farWeight = 3.0;
    const auto three = *analyze(*engine, source, settings, plain);
    EXPECT_NE(three->extrapolation->disturbance, plain->extrapolation->disturbance);
    EXPECT_FALSE(haveSameLandscape(*plain, *three));
    settings.farWeight = 1.0;
    const auto one = *analyze(*engine, source, settings, three);
    EXPECT_EQ(one->interpolation->disturbance, analyzed()->interpolation->disturbance);
    EXPECT_FALSE(haveSameLandscape(*one, *three));
    settings.farWeight.reset();
    EXPECT_EQ((*analyze(*engine, source, settings, one))->chosen->disturbance, plain->chosen->disturbance);
}

// A short text has the near of the table, and nothing is far: its angles were seen, or lie between two that were.
TEST_F(NearAndFar, ASweepComparesShortTextsWithPretraining)
{
    settings.farWeight = 3.0;
    const auto analysis = analyzed();
    const auto sweep = *sweepLengths(*engine, *analysis, nullptr, 6);
    ASSERT_LT(sweep->lengths.front(), 4096);
    EXPECT_EQ(sweep->curves[1].meanDisturbance.front(), 0.0) << "extrapolation below L";
    const double near = meanOf(nearFarOf(*source, settings, analysis->interpolation->table).near);
    EXPECT_NEAR(sweep->curves[2].meanDisturbance.front(), near, 0.01);
}

TEST_F(NearAndFar, AreOfThePositionsOfPretraining)
{
    settings.farWeight = 3.0;
    settings.counting = {Counting::Distances, 0};
    EXPECT_EQ(validate(settings, *source).error().kind, ErrorKind::Usage);
    settings.counting = {};
    EXPECT_TRUE(validate(settings, *source));
    settings.farWeight = -1.0;
    EXPECT_EQ(validate(settings, *source).error().message, "the weight of far is -1; expected 0 to 1000000");
}
