// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/selection.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace rotascope;

namespace {

constexpr Choice E = Choice::Extrapolation;
constexpr Choice I = Choice::Interpolation;

const std::vector<double> extrapolation = {0.1, 0.5, 0.3, 0.2};
const std::vector<double> interpolation = {0.2, 0.1, 0.2, 0.2};

} // namespace

TEST(Selection, ByThreshold)
{
    EXPECT_EQ(select(Threshold{0.0}, extrapolation, interpolation), (std::vector{E, I, I, E})) << "a tie is extrapolated";
    EXPECT_EQ(select(Threshold{0.2}, extrapolation, interpolation), (std::vector{E, I, E, E}));
    EXPECT_EQ(select(Threshold{-1.0}, extrapolation, interpolation), (std::vector{I, I, I, I}));
}

// A dimension whose neighbours would move far needs more to be interpolated.
TEST(Selection, ByThresholdThatWeighsNear)
{
    const std::vector<double> near = {2.0, 2.0, 0.5, 0.0};
    EXPECT_EQ(select(Threshold{0.0, 0.1}, extrapolation, interpolation, {}, near), (std::vector{E, I, I, E}));
    EXPECT_EQ(select(Threshold{0.0, 0.2}, extrapolation, interpolation, {}, near), (std::vector{E, E, E, E})) << "0.4 and 0.1 are not more";
    EXPECT_EQ(select(Threshold{-0.1, 0.1}, extrapolation, interpolation, {}, near), (std::vector{E, I, I, I})) << "beside t";
}

TEST(Selection, ByNumberOfComponents)
{
    EXPECT_EQ(select(InterpolatedComponents{0}, extrapolation, interpolation), (std::vector{E, E, E, E}));
    EXPECT_EQ(select(InterpolatedComponents{2}, extrapolation, interpolation), (std::vector{E, I, E, E}));
    EXPECT_EQ(select(InterpolatedComponents{6}, extrapolation, interpolation), (std::vector{E, I, I, I}));
    EXPECT_EQ(select(InterpolatedComponents{8}, extrapolation, interpolation), (std::vector{I, I, I, I}));
    EXPECT_EQ(select(InterpolatedComponents{4}, std::vector(3, 0.5), std::vector(3, 0.1)), (std::vector{I, I, E}))
        << "between equals the lower dimension";
}

TEST(Selection, ComponentsMustBeEvenAndWithinTheRotaryDimension)
{
    EXPECT_TRUE(validate(InterpolatedComponents{8}, 4));
    for (const int count : {-2, 3, 10}) {
        const Expected<void> result = validate(InterpolatedComponents{count}, 4);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().kind, ErrorKind::Usage);
        EXPECT_THAT(result.error().message, testing::HasSubstr("expected an even number from 0 to d = 8"));
    }
    EXPECT_FALSE(validate(Threshold{std::nan("")}, 4));
    EXPECT_FALSE(validate(Threshold{0.0, -0.01}, 4));
    EXPECT_FALSE(validate(Threshold{0.0, std::nan("")}, 4));
}

RC_GTEST_PROP(Selection, AThresholdInTheImpliedRangeGivesTheSameChoices, ())
{
    const auto dimensions = *rc::gen::inRange<std::size_t>(1, 80);
    const auto values
        = rc::gen::container<std::vector<double>>(dimensions, rc::gen::map(rc::gen::inRange(0, 1000), [](int n) { return n / 1000.0; }));
    const std::vector<double> e = *values;
    const std::vector<double> i = *values;
    const auto pairs = *rc::gen::inRange<int>(0, static_cast<int>(dimensions) + 1);
    const auto choices = select(InterpolatedComponents{2 * pairs}, e, i);
    RC_ASSERT(std::ranges::count(choices, I) == pairs);
    const ThresholdRange range = impliedThreshold(choices, e, i);
    if (range.atLeast < range.below) {
        const double t = std::isfinite(range.atLeast) ? range.atLeast : range.below - 1;
        RC_ASSERT(select(Threshold{std::isfinite(t) ? t : 0.0}, e, i) == choices || !std::isfinite(t));
    }
}

// The claim of docs/method.md, section 4: with t = 0 no other two-valued table has a smaller mean.
RC_GTEST_PROP(Selection, ThresholdZeroIsTheMinimumOverAllTables, ())
{
    const std::vector<double> e
        = *rc::gen::container<std::vector<double>>(8, rc::gen::map(rc::gen::inRange(0, 100), [](int n) { return n / 100.0; }));
    const std::vector<double> i
        = *rc::gen::container<std::vector<double>>(8, rc::gen::map(rc::gen::inRange(0, 100), [](int n) { return n / 100.0; }));
    const auto choices = select(Threshold{0.0}, e, i);
    double chosen = 0.0;
    for (std::size_t k = 0; k < 8; ++k) {
        chosen += choices[k] == I ? i[k] : e[k];
    }
    for (unsigned table = 0; table < 256; ++table) {
        double sum = 0.0;
        for (std::size_t k = 0; k < 8; ++k) {
            sum += ((table >> k) & 1U) != 0 ? i[k] : e[k];
        }
        RC_ASSERT(chosen <= sum + 1e-12);
    }
}

TEST(Selection, WeightsRankButDoNotMoveTheThreshold)
{
    const std::vector<double> e = {3, 2, 1};
    const std::vector<double> i = {0, 0, 0};
    const DimensionWeights weights = {"own", {1, 1, 10}};
    EXPECT_EQ(select(InterpolatedComponents{2}, e, i), (std::vector{I, E, E}));
    EXPECT_EQ(select(InterpolatedComponents{2}, e, i, weights), (std::vector{E, E, I}));
    EXPECT_EQ(select(Threshold{1.5}, e, i, weights), select(Threshold{1.5}, e, i));
}

TEST(Selection, NearTies)
{
    EXPECT_TRUE(nearlyTies(1.0, 0.91));
    EXPECT_TRUE(nearlyTies(0.91, 1.0));
    EXPECT_FALSE(nearlyTies(1.0, 0.89));
    EXPECT_TRUE(nearlyTies(0.0, 0.0));
    EXPECT_FALSE(nearlyTies(0.0, 1e-9));
}
