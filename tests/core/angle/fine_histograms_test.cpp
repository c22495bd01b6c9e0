// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/fine_histograms.h"
#include "core/angle/recorded_angle.h"
#include "core/angle/recorded_angles.h"

#include <cmath>
#include <gtest/gtest.h>
#include <random>
#include <vector>

using namespace rotascope;

namespace {

std::vector<std::uint32_t> divisors()
{
    std::vector<std::uint32_t> found;
    for (std::uint32_t b = 1; b <= fineIntervals; ++b) {
        if (followsFromFine(b)) {
            found.push_back(b);
        }
    }
    return found;
}

std::int32_t intervalOf(float angle, std::uint32_t intervals)
{
    return intervalOfAngle(angle, intervalsPerRadian(intervals), static_cast<std::int32_t>(intervals));
}

} // namespace

// intervalOfAngle never decreases below a full turn. So if the last float below an edge and the first one above it lie in the right
// intervals, all floats do, and an interval of b is the union of fine ones.
TEST(FineHistograms, NoFloatLiesAcrossAnEdge)
{
    const std::vector<std::uint32_t> numbers = divisors();
    EXPECT_EQ(numbers.size(), 89U) << "90 divisors but 1";
    for (const std::uint32_t b : numbers) {
        for (std::uint32_t k = 1; k < b; ++k) {
            const auto edge = static_cast<long double>(k) / b * 6.283185307179586476925286766559L;
            float below = std::nextafter(static_cast<float>(edge), 0.0F);
            while (static_cast<long double>(std::nextafter(below, 7.0F)) < edge) {
                below = std::nextafter(below, 7.0F);
            }
            const float above = std::nextafter(below, 7.0F);
            ASSERT_LT(static_cast<long double>(below), edge);
            ASSERT_GT(static_cast<long double>(above), edge);
            ASSERT_EQ(intervalOf(below, b), static_cast<std::int32_t>(k) - 1) << k << " of " << b;
            ASSERT_EQ(intervalOf(above, b), static_cast<std::int32_t>(k)) << k << " of " << b;
        }
        EXPECT_EQ(intervalOf(fullTurnAngle, b), 0);
        EXPECT_EQ(intervalOf(std::nextafter(fullTurnAngle, 0.0F), b), static_cast<std::int32_t>(b) - 1);
    }
}

TEST(FineHistograms, AreTheCountsOfTheAngles)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<float> any(0.0F, fullTurnAngle);
    constexpr std::size_t dimensions = 3;
    std::vector<float> angles(dimensions * 5000);
    for (float& angle : angles) {
        angle = any(random);
    }
    AngleHistograms fine(dimensions, fineIntervals);
    ASSERT_EQ(addRecordedAngles(angles, fine), 5000U);
    for (const std::uint32_t b : {2U, 7U, 90U, 360U, 720U, 12600U, 25200U}) {
        AngleHistograms direct(dimensions, b);
        ASSERT_EQ(addRecordedAngles(angles, direct), 5000U);
        EXPECT_EQ(coarsened(fine, b), direct) << b;
    }
    EXPECT_FALSE(followsFromFine(0));
    EXPECT_FALSE(followsFromFine(1));
    EXPECT_FALSE(followsFromFine(361));
    EXPECT_FALSE(followsFromFine(50400));
}
