// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/recorded_angles.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <numbers>
#include <vector>

using namespace rotascope;

namespace {
constexpr auto twoPi = static_cast<float>(2 * std::numbers::pi);
}

TEST(RecordedAngles, AngleToInterval)
{
    EXPECT_EQ(intervalOfAngle(0.0F, 360), 0U);
    EXPECT_EQ(intervalOfAngle(std::nextafter(twoPi, 0.0F), 360), 359U);
    EXPECT_EQ(intervalOfAngle(twoPi, 360), 0U) << "the float nearest to 2 pi lies above it: a full turn";
    EXPECT_EQ(intervalOfAngle(3.2F, 2), 1U);
    EXPECT_EQ(intervalOfAngle(3.1F, 2), 0U);
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
