// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/landscape.h"

#include "core/engine/cpu_engine.h"
#include "core/scaling/factor_grid.h"
#include "tests/core/analysis/llama2_source.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rotascope;
using testing::HasSubstr;

namespace {

class LandscapeTest : public testing::Test {
protected:
    std::unique_ptr<Engine> engine = makeCpuEngine();
    std::shared_ptr<const Source> source = llama2Source();
    AnalysisSettings settings = defaultSettings(*source);

    std::shared_ptr<const Analysis> analysis() { return *analyze(*engine, source, settings); }
    std::shared_ptr<const Landscape> landscape(const Analysis& analysis, std::size_t count)
    {
        return *computeLandscape(*engine, analysis, count);
    }
};

} // namespace

TEST(LandscapeFactors, AreAscendingAndHoldOneAndTheScale)
{
    for (const double scale : {1.0, 1.0001, 2.0, 4.0, 32.0, 1e6}) {
        for (const std::size_t count : {3U, 4U, 64U, 512U}) {
            const std::vector<double> factors = factorGrid(scale, count);
            ASSERT_EQ(factors.size(), count);
            EXPECT_EQ(factors.front(), 1.0);
            EXPECT_NEAR(factors.back(), 1.5 * scale, 1e-9 * scale);
            EXPECT_TRUE(std::ranges::is_sorted(factors));
            EXPECT_TRUE(std::ranges::find(factors, scale) != factors.end()) << scale;
        }
    }
}

TEST_F(LandscapeTest, HoldsTheDisturbancesOfBothMethods)
{
    const auto result = analysis();
    const auto surface = landscape(*result, 64);
    ASSERT_EQ(surface->disturbance.size(), 64U * 64U);
    const auto interpolation = static_cast<std::size_t>(std::ranges::find(surface->factors, 2.0) - surface->factors.begin());
    for (std::size_t i = 0; i < 64; ++i) {
        EXPECT_EQ(surface->at(Dimension(i), 0), result->extrapolation->disturbance[i]);
        EXPECT_EQ(surface->at(Dimension(i), interpolation), result->interpolation->disturbance[i]);
        for (std::size_t k = 0; k < 64; ++k) {
            EXPECT_LE(surface->at(Dimension(i), surface->minimum[i]), surface->at(Dimension(i), k));
        }
    }
    EXPECT_EQ(surface->run.used, std::vector{engine->info()});
}

// The paper's two-valued choice is within some per cent of the best factors (docs/method.md, section 4), linear far from it.
TEST_F(LandscapeTest, OptimalityGap)
{
    for (const int target : {8192, 16384}) {
        settings.targetLength = target;
        const auto result = analysis();
        const auto surface = landscape(*result, landscapeFactorCount);
        const double gap = surface->optimalityGap(*result->chosen);
        EXPECT_GT(gap, 0.005) << target;
        EXPECT_LT(gap, 0.05) << target;
        EXPECT_NEAR(gap, 1.0 - surface->meanOfMinima() / result->chosen->meanDisturbance, 1e-12);
        EXPECT_GT(surface->optimalityGap(*result->interpolation), 0.3) << target;
    }
}

TEST_F(LandscapeTest, TheBestTableReachesTheBestDisturbance)
{
    const auto surface = landscape(*analysis(), 128);
    const ScalingTable best = surface->bestTable();
    for (std::size_t i = 0; i < best.factors.size(); ++i) {
        settings.overrides[i] = Override{Choice::Custom, best.factors[i]};
    }
    const auto result = analysis();
    EXPECT_NEAR(result->chosen->meanDisturbance, surface->meanOfMinima(), 1e-15);
    EXPECT_EQ(surface->optimalityGap(*result->chosen), 0.0);
    EXPECT_TRUE(haveSameLandscape(*result, *result));
}

TEST_F(LandscapeTest, StopsAndRefuses)
{
    const auto result = analysis();
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(computeLandscape(*engine, *result, 64, stop.get_token()).error().kind, ErrorKind::Stopped);
    EXPECT_THAT(computeLandscape(*engine, *result, 2).error().message, HasSubstr("expected 3 to 4096"));
    EXPECT_FALSE(computeLandscape(*engine, *result, maxLandscapeFactors + 1));
}

TEST_F(LandscapeTest, InPartsItIsTheSame)
{
    const auto result = analysis();
    std::vector<std::size_t> told;
    const auto inParts = *computeLandscape(*engine, *result, 64, {}, [&](std::size_t done, std::size_t total) {
        told.push_back(done);
        EXPECT_LE(done, total);
    });
    EXPECT_EQ(inParts->disturbance, landscape(*result, 64)->disturbance);
    EXPECT_TRUE(std::ranges::is_sorted(told));
    EXPECT_GE(told.size(), 10U);
}

TEST_F(LandscapeTest, FollowsTheMeasureAndTheWeights)
{
    settings.counting = {Counting::Distances};
    settings.weights = {"own", std::vector<double>(64, 0.0)};
    settings.weights.values[22] = 3.0;
    settings.weights.values[40] = 1.0;
    const auto result = analysis();
    const auto surface = landscape(*result, 64);
    for (std::size_t i = 0; i < 64; ++i) {
        EXPECT_EQ(surface->at(Dimension(i), 0), result->extrapolation->disturbance[i]);
    }
    const auto least = [&](std::size_t i) { return surface->at(Dimension(i), surface->minimum[i]); };
    EXPECT_DOUBLE_EQ(surface->meanOfMinima(), (3.0 * least(22) + least(40)) / 4.0);
    EXPECT_DOUBLE_EQ(
        surface->optimalityGap(*result->extrapolation), 1.0 - surface->meanOfMinima() / result->extrapolation->meanDisturbance);
    settings.weights = {};
    EXPECT_FALSE(haveSameLandscape(*result, *analysis()));
}
