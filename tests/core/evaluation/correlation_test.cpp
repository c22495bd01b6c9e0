// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/correlation.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <random>

using namespace rotascope;
using testing::ElementsAre;

TEST(RankCorrelation, RanksShareTheMeanWhereValuesAreEqual)
{
    EXPECT_THAT(ranksOf(std::vector{30.0, 10.0, 20.0, 10.0}), ElementsAre(4.0, 1.5, 3.0, 1.5));
    EXPECT_THAT(ranksOf(std::vector{1.0, 1.0, 1.0}), ElementsAre(2.0, 2.0, 2.0));
    EXPECT_TRUE(ranksOf({}).empty());
}

// Worked out by hand: the ranks of y are 2 1 4 3 5, the squared differences of ranks sum to 4, 1 - 6 · 4 / (5 · 24) = 0.8;
// tanh(atanh 0.8 ± 1.96 sqrt(1.32 / 2)).
TEST(RankCorrelation, HasAnInterval)
{
    const auto found = rankCorrelation(std::vector{1.0, 2.0, 3.0, 4.0, 5.0}, std::vector{20.0, 10.0, 400.0, 30.0, 5000.0});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->count, 5U);
    EXPECT_NEAR(found->value, 0.8, 1e-12);
    EXPECT_NEAR(found->low, std::tanh(std::atanh(0.8) - 1.959963984540054 * std::sqrt(0.66)), 1e-12);
    EXPECT_NEAR(found->high, std::tanh(std::atanh(0.8) + 1.959963984540054 * std::sqrt(0.66)), 1e-12);
}

// With ties: Pearson's correlation of the ranks 1.5 1.5 3.5 3.5 and 1 2 3 4 is 4 / sqrt(4 · 5).
TEST(RankCorrelation, TakesEqualValues)
{
    EXPECT_NEAR(rankCorrelation(std::vector{0.0, 0.0, 1.0, 1.0}, std::vector{1.0, 2.0, 3.0, 4.0})->value, 4.0 / std::sqrt(20.0), 1e-12);
}

TEST(RankCorrelation, IsOneForAnyMonotoneRelation)
{
    std::mt19937 random(1);
    std::vector<double> x(50);
    std::vector<double> y;
    for (double& value : x) {
        value = std::normal_distribution()(random);
        y.push_back(-std::exp(3.0 * value));
    }
    const auto found = rankCorrelation(x, y);
    EXPECT_EQ(found->value, -1.0);
    EXPECT_EQ(found->low, -1.0);
    EXPECT_EQ(found->high, -1.0);
    EXPECT_EQ(rankCorrelation(y, y)->high, 1.0);
}

TEST(RankCorrelation, IsAbsentWhereThereIsNothingToRank)
{
    const std::vector<double> four = {1.0, 2.0, 3.0, 4.0};
    EXPECT_FALSE(rankCorrelation(four, std::vector(4, 7.0)));
    EXPECT_FALSE(rankCorrelation(std::vector{1.0, 2.0, 3.0}, std::vector{1.0, 2.0, 3.0}));
    EXPECT_FALSE(rankCorrelation(four, std::vector{1.0, std::numeric_limits<double>::quiet_NaN(), 2.0, 3.0}));
    const auto found
        = rankCorrelation(std::vector{1.0, 2.0, 3.0, 4.0, 5.0}, std::vector{1.0, 2.0, std::numeric_limits<double>::infinity(), 3.0, 4.0});
    EXPECT_EQ(found->count, 4U);
    EXPECT_EQ(found->value, 1.0);
}

// In 95 of 100 samples of independent values the interval holds 0.
TEST(RankCorrelation, IntervalsHoldTheTruthAsOftenAsTheySay)
{
    std::mt19937 random(2);
    int held = 0;
    for (int sample = 0; sample < 2000; ++sample) {
        std::vector<double> x(40);
        std::vector<double> y(40);
        for (std::vector<double>* values : {&x, &y}) {
            std::ranges::generate(*values, [&] { return std::uniform_real_distribution()(random); });
        }
        const auto found = rankCorrelation(x, y);
        held += found->low <= 0.0 && 0.0 <= found->high ? 1 : 0;
    }
    EXPECT_NEAR(held, 1900, 40);
}
