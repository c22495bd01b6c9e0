// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/recorded_angles.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <numbers>
#include <span>
#include <vector>

using namespace rotascope;

namespace {
constexpr auto twoPi = static_cast<float>(2 * std::numbers::pi);

std::ptrdiff_t intervalOf(float angle, std::uint32_t intervals)
{
    AngleHistograms histograms(1, intervals);
    EXPECT_EQ(addRecordedAngles({&angle, 1}, histograms), 1U);
    const auto counts = histograms.counts(0);
    return std::ranges::find(counts, 1U) - counts.begin();
}

} // namespace

TEST(RecordedAngles, AngleToInterval)
{
    EXPECT_EQ(intervalOf(0.0F, 360), 0);
    EXPECT_EQ(intervalOf(std::nextafter(twoPi, 0.0F), 360), 359);
    EXPECT_EQ(intervalOf(twoPi, 360), 0) << "the float nearest to 2 pi lies above it: a full turn";
    EXPECT_EQ(intervalOf(3.2F, 2), 1);
    EXPECT_EQ(intervalOf(3.1F, 2), 0);
}

TEST(RecordedAngles, CountsRowByRow)
{
    AngleHistograms histograms(2, 4);
    const std::vector<float> angles = {0.1F, 6.0F, 1.6F, 3.0F, 0.2F, 4.8F};
    EXPECT_EQ(addRecordedAngles(angles, histograms), 3U);
    EXPECT_EQ(addRecordedAngles(angles, histograms), 3U);
    EXPECT_EQ(std::vector(histograms.counts(0).begin(), histograms.counts(0).end()), (std::vector<std::uint64_t>{4, 2, 0, 0}));
    EXPECT_EQ(std::vector(histograms.counts(1).begin(), histograms.counts(1).end()), (std::vector<std::uint64_t>{0, 2, 0, 4}));
    EXPECT_EQ(histograms.total(0), 6U);
}

TEST(RecordedAngles, NamesTheFirstBadRow)
{
    for (const float bad : {-0.1F, 6.3F, std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        AngleHistograms histograms(2, 4);
        EXPECT_EQ(addRecordedAngles(std::vector<float>{0.1F, 0.1F, 0.1F, bad, 0.1F, 0.1F}, histograms), 1U) << bad;
    }
}

// Counters that are full are moved on; what add() refuses has its place within the block.
TEST(AngleCounter, CountsManyBlocksLikeOne)
{
    constexpr std::size_t dimensions = 19; // a whole group and a part of one
    std::vector<float> angles(dimensions * 4000);
    for (std::size_t i = 0; i < angles.size(); ++i) {
        angles[i] = static_cast<float>(i % 6283) * 1e-3F;
    }
    AngleHistograms whole(dimensions, 360);
    ASSERT_EQ(addRecordedAngles(angles, whole), 4000U);
    for (const std::uint32_t mostRows : {1U, 7U, 1000U, 4000U, 5000U}) {
        AngleCounter counter(dimensions, 360, mostRows);
        for (std::size_t row = 0, rows = 1; row < 4000; row += rows, rows = rows % 900 + 37) {
            rows = std::min<std::size_t>(rows, 4000 - row);
            ASSERT_EQ(counter.add(std::span(angles).subspan(row * dimensions, rows * dimensions)), rows);
        }
        AngleHistograms histograms(dimensions + 2, 360);
        counter.addTo(histograms, 1);
        EXPECT_EQ(histograms.total(0), 0U);
        EXPECT_EQ(histograms.total(dimensions + 1), 0U);
        AngleHistograms inner(dimensions, 360);
        for (std::size_t dimension = 0; dimension < dimensions; ++dimension) {
            inner.copyDimension(dimension, histograms, dimension + 1);
        }
        EXPECT_EQ(inner, whole) << mostRows;
    }
    AngleCounter counter(dimensions, 360);
    angles[dimensions * 3999 + 5] = -1.0F;
    EXPECT_EQ(counter.add(angles), 3999U);
    EXPECT_EQ(counter.add({}), 0U);
}
