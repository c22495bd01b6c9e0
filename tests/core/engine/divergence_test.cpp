// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/divergence.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>
#include <random>
#include <rapidcheck/gtest.h>
#include <vector>

using namespace rotascope;

namespace {

using Counts = std::vector<std::uint64_t>;

double compare(Divergence divergence, const Counts& before, const Counts& after, double epsilon = defaultEpsilon)
{
    return disturbance(divergence, {before, std::accumulate(before.begin(), before.end(), std::uint64_t{0})},
        {after, std::accumulate(after.begin(), after.end(), std::uint64_t{0})}, epsilon);
}

rc::Gen<std::pair<Counts, Counts>> twoHistograms()
{
    return rc::gen::mapcat(rc::gen::inRange<std::size_t>(2, 200), [](std::size_t intervals) {
        const auto histogram = rc::gen::container<Counts>(intervals, rc::gen::inRange<std::uint64_t>(0, 50));
        return rc::gen::pair(histogram, histogram);
    });
}

bool isEmpty(const Counts& counts)
{
    return std::ranges::all_of(counts, [](std::uint64_t count) { return count == 0; });
}

} // namespace

// By hand: P = (1/2, 1/2, 0, 0), Q = (1/4, 1/4, 1/4, 1/4).
TEST(Divergence, WorkedExamples)
{
    const Counts before = {2, 2, 0, 0};
    const Counts after = {1, 1, 1, 1};
    EXPECT_NEAR(compare(Divergence::KullbackLeibler, before, after), std::log(2.0), 1e-11);
    EXPECT_NEAR(compare(Divergence::ReverseKullbackLeibler, before, after), 0.5 * std::log(0.5) + 0.5 * std::log(0.25 / 1e-12), 1e-10);
    EXPECT_NEAR(compare(Divergence::ReverseKullbackLeibler, before, after, 1e-3),
        0.5 * std::log(0.251 / 0.501) + 0.5 * std::log(0.251 / 1e-3), 1e-12);
    EXPECT_NEAR(compare(Divergence::JensenShannon, before, after),
        0.5 * std::log(0.5 / 0.375) + 0.5 * (0.5 * std::log(0.25 / 0.375) + 0.5 * std::log(2.0)), 1e-15);
    EXPECT_DOUBLE_EQ(compare(Divergence::TotalVariation, before, after), 0.5);
    EXPECT_DOUBLE_EQ(compare(Divergence::Hellinger, before, after), std::sqrt(1.0 - std::sqrt(0.5)));
    // A quarter of the mass of each first half interval moves: 1/4 from interval 1 to 2 and 1/4 from interval 0 to 3 (the other way round).
    EXPECT_DOUBLE_EQ(compare(Divergence::Wasserstein, before, after), 0.5 * 0.25);
}

// The logarithm of every divergence, against the library's in extended precision.
TEST(LogOfRatio, IsExactToTwoUnitsInTheLastPlace)
{
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> exponent(-40.0, 40.0);
    std::uniform_real_distribution<double> near(-1e-6, 1e-6);
    for (int i = 0; i < 200000; ++i) {
        const double a = std::exp(exponent(random));
        const double b = i % 2 == 0 ? a * (1.0 + near(random)) : std::exp(exponent(random));
        const bool isNear = std::abs(a - b) < 0.5 * b;
        const auto extended = static_cast<long double>(a);
        const auto exact = static_cast<double>(isNear ? std::log1p((extended - b) / b) : std::log(extended / b));
        ASSERT_NEAR(logOfRatio(a, b), exact, 5e-16 * std::abs(exact)) << a << " / " << b;
        ASSERT_EQ(logOfRatio(a, b), -logOfRatio(b, a));
    }
    EXPECT_EQ(logOfRatio(3.0, 3.0), 0.0);
    EXPECT_NEAR(logOfRatio(1.0, 5e-324), 744.4400719213812, 1e-12);
    EXPECT_NEAR(logOfRatio(1e308, 1e-308), std::log(1e308) - std::log(1e-308), 1e-12);
}

TEST(Divergence, WassersteinGoesTheShortWayRound)
{
    Counts before(360, 0);
    Counts after(360, 0);
    before[0] = 1;
    after[359] = 1;
    EXPECT_NEAR(compare(Divergence::Wasserstein, before, after), 1.0 / 360, 1e-15);
    after[359] = 0;
    after[180] = 1;
    EXPECT_NEAR(compare(Divergence::Wasserstein, before, after), 0.5, 1e-15);
}

RC_GTEST_PROP(Divergence, IsZeroForEqualDistributionsAndNeverNegative, ())
{
    const auto [before, after] = *twoHistograms();
    RC_PRE(!isEmpty(before) && !isEmpty(after));
    for (const DivergenceInfo& info : divergences()) {
        Counts twice = before;
        std::ranges::transform(twice, twice.begin(), [](std::uint64_t count) { return 2 * count; });
        RC_ASSERT(std::abs(compare(info.divergence, before, twice)) < 1e-9);
        // With epsilon the frequencies do not sum to 1: KL may fall below 0 by about b * epsilon.
        RC_ASSERT(compare(info.divergence, before, after) > -1e-9);
    }
}

RC_GTEST_PROP(Divergence, KeepsItsBoundsAndSymmetries, ())
{
    const auto [before, after] = *twoHistograms();
    RC_PRE(!isEmpty(before) && !isEmpty(after));
    RC_ASSERT(compare(Divergence::JensenShannon, before, after) <= std::log(2.0) + 1e-12);
    RC_ASSERT(compare(Divergence::TotalVariation, before, after) <= 1.0 + 1e-12);
    RC_ASSERT(compare(Divergence::Hellinger, before, after) <= 1.0 + 1e-12);
    RC_ASSERT(compare(Divergence::Wasserstein, before, after) <= 0.5 + 1e-12);
    for (const Divergence symmetric :
        {Divergence::JensenShannon, Divergence::TotalVariation, Divergence::Hellinger, Divergence::Wasserstein}) {
        RC_ASSERT(std::abs(compare(symmetric, before, after) - compare(symmetric, after, before)) < 1e-12);
    }
    RC_ASSERT(compare(Divergence::KullbackLeibler, before, after) == compare(Divergence::ReverseKullbackLeibler, after, before));
}

RC_GTEST_PROP(Divergence, WassersteinDoesNotDependOnWhereTheCircleIsCut, ())
{
    auto [before, after] = *twoHistograms();
    RC_PRE(!isEmpty(before) && !isEmpty(after));
    const double distance = compare(Divergence::Wasserstein, before, after);
    const auto shift = *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(before.size()));
    std::rotate(before.begin(), before.begin() + shift, before.end());
    std::rotate(after.begin(), after.begin() + shift, after.end());
    RC_ASSERT(std::abs(compare(Divergence::Wasserstein, before, after) - distance) < 1e-12);
}

TEST(Divergence, NoAnglesGiveAFiniteValue)
{
    for (const DivergenceInfo& info : divergences()) {
        EXPECT_TRUE(std::isfinite(compare(info.divergence, {0, 0, 0}, {0, 0, 0}))) << info.name;
        EXPECT_TRUE(std::isfinite(compare(info.divergence, {1, 2, 3}, {0, 0, 0}))) << info.name;
    }
}

TEST(Divergence, OutOfDistributionShare)
{
    const Counts before = {5, 0, 0, 1};
    const Counts after = {1, 2, 3, 4};
    EXPECT_DOUBLE_EQ(outOfDistributionShare({before, 6}, {after, 10}), 0.5);
    EXPECT_EQ(outOfDistributionShare({before, 6}, {Counts{0, 0, 0, 0}, 0}), 0.0);
}

TEST(Divergence, NamesAreFoundAndUnknownOnesExplained)
{
    for (const DivergenceInfo& info : divergences()) {
        EXPECT_EQ(*findDivergence(info.name), info.divergence);
        EXPECT_EQ(&infoOf(info.divergence), &info);
    }
    EXPECT_THAT(
        findDivergence("chi2").error().message, testing::HasSubstr("expected one of kl, reverse-kl, js, tv, hellinger, wasserstein"));
}
