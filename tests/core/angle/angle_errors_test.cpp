// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/angle_errors.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numbers>
#include <random>

namespace rotascope {
namespace {

constexpr double radians = 2 * std::numbers::pi;

// The direct way, in long double, for positions and frequencies where that is exact enough.
double errorByLongDouble(float recorded, double frequency, std::int64_t position)
{
    const long double turn = 2 * std::numbers::pi_v<long double>;
    const long double error = std::remainder(static_cast<long double>(recorded) - static_cast<long double>(frequency) * position, turn);
    return static_cast<double>(error / turn);
}

TEST(AngleErrorsTest, theErrorIsRecordedMinusIdeal)
{
    std::mt19937_64 random(3);
    std::uniform_real_distribution<float> angle(0.0F, static_cast<float>(radians));
    for (int i = 0; i < 2000; ++i) {
        const float recorded = angle(random);
        const double frequency = std::pow(10000.0, -static_cast<double>(random() % 64) / 64);
        const auto position = static_cast<std::int64_t>(random() % 100000);
        const double error = errorTurns(recorded, idealTurns(turnOf(frequency), position));
        EXPECT_GT(error, -0.5);
        EXPECT_LE(error, 0.5);
        EXPECT_NEAR(std::remainder(error - errorByLongDouble(recorded, frequency, position), 1.0), 0.0, 1e-13);
    }
}

TEST(AngleErrorsTest, errorsAreWrapped)
{
    constexpr Turn quarter{std::uint64_t{1} << 62};
    EXPECT_EQ(errorTurns(0.0F, idealTurns(quarter, 0)), 0.0);
    EXPECT_EQ(errorTurns(0.0F, idealTurns(quarter, 1)), -0.25);
    EXPECT_EQ(errorTurns(0.0F, idealTurns(quarter, 2)), 0.5); // half a turn is positive
    EXPECT_EQ(errorTurns(0.0F, idealTurns(quarter, 3)), 0.25);
    EXPECT_NEAR(errorTurns(static_cast<float>(radians), idealTurns(quarter, 4)), 0.0, 1e-7); // a full turn is none
    EXPECT_NEAR(errorTurns(static_cast<float>(radians), idealTurns(quarter, 2)), -0.5, 1e-7); // rounded up, it is beyond half a turn
    EXPECT_EQ(errorTurns(0.0F, idealTurns(quarter, -1)), 0.25); // no position of a recording, but nothing that breaks
}

TEST(AngleErrorsTest, sumsUp)
{
    AngleErrors errors(2);
    const std::vector<double> some = {0.25, -0.5, 0.0, 0x1p-60};
    errors.add(1, some);
    EXPECT_EQ(errors.total(0), 0U);
    EXPECT_EQ(errors.largest(0), 0.0);
    EXPECT_EQ(errors.rootMeanSquare(0), 0.0);
    EXPECT_EQ(errors.quantile(0, 0.5), 0.0);
    EXPECT_EQ(errors.total(1), 4U);
    EXPECT_EQ(errors.largest(1), 0.5 * radians);
    EXPECT_NEAR(errors.rootMeanSquare(1), std::sqrt(0.3125 / 4) * radians, 1e-15);
    EXPECT_EQ(errors.quantile(1, 0.5), 0.0);
    EXPECT_NEAR(errors.quantile(1, 0.75), 0.25 * radians, 0.25 * radians / 64);
    EXPECT_EQ(errors.quantile(1, 1.0), 0.5 * radians);
    AngleErrors twice = errors;
    twice.add(errors);
    EXPECT_EQ(twice.total(1), 8U);
    EXPECT_EQ(twice.quantile(1, 0.75), errors.quantile(1, 0.75));
    EXPECT_DOUBLE_EQ(twice.rootMeanSquare(1), errors.rootMeanSquare(1));
}

// Never less than the error that it stands for, and at most one bin more.
TEST(AngleErrorsTest, quantilesAreExactToABin)
{
    for (const std::size_t dimensions : {std::size_t{1}, std::size_t{4096}, std::size_t{65536}}) {
        AngleErrors errors(dimensions);
        EXPECT_LE(errors.bytes(), std::size_t{40} << 20) << dimensions;
        EXPECT_EQ(errors.binsPerOctave() == 64, dimensions == 1);
        std::mt19937_64 random(5);
        std::uniform_real_distribution<double> exponent(-40.0, -1.0);
        std::vector<double> sizes(1000);
        for (double& size : sizes) {
            size = std::exp2(exponent(random));
        }
        errors.add(dimensions - 1, sizes);
        std::ranges::sort(sizes);
        for (const double share : {0.001, 0.01, 0.5, 0.9, 0.99, 0.999}) {
            const double expected = sizes[static_cast<std::size_t>(std::ceil(share * 1000)) - 1] * radians;
            const double found = errors.quantile(dimensions - 1, share);
            EXPECT_GE(found, expected * (1 - 1e-15)) << share;
            EXPECT_LE(found, expected * (1 + 1.0 / errors.binsPerOctave()) * (1 + 1e-15)) << share;
        }
    }
}

TEST(PositionSpansTest, everyPositionHasASpan)
{
    for (const std::int64_t positions : {1LL, 2LL, 127LL, 128LL, 129LL, 4096LL, 100'001LL, 1LL << 40}) {
        for (const std::size_t dimensions : {1U, 64U, 256U, 100'000U}) {
            const PositionSpans spans = PositionSpans::of(positions, dimensions);
            ASSERT_GE(spans.count, 1U);
            EXPECT_LE(spans.count, 128U);
            EXPECT_LE(spans.count * dimensions, std::max<std::size_t>(1 << 14, dimensions));
            EXPECT_EQ(spans.at(0), 0U);
            EXPECT_EQ(spans.at(positions - 1), spans.count - 1);
            EXPECT_GE(spans.last(spans.count - 1), positions - 1);
            for (std::size_t span = 0; span < spans.count; ++span) {
                EXPECT_EQ(spans.at(spans.last(span)), span);
                EXPECT_EQ(spans.at(spans.last(span) + 1), std::min(span + 1, spans.count - 1));
            }
        }
    }
    EXPECT_EQ(PositionSpans::of(4096, 64), (PositionSpans{32, 128}));
}

TEST(PositionSpansTest, whatLiesElsewhereIsInTheLastOne)
{
    const PositionSpans spans = PositionSpans::of(100, 4);
    EXPECT_EQ(spans.at(-1), spans.count - 1);
    EXPECT_EQ(spans.at(1LL << 60), spans.count - 1);
    EXPECT_EQ(PositionSpans::of(0, 64).count, 0U);
    EXPECT_EQ(PositionSpans::of(10, 0).count, 0U);
}

} // namespace
} // namespace rotascope
