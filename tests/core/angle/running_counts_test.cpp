// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/running_counts.h"

#include "core/angle/angle_histogram.h"

#include <gtest/gtest.h>

using namespace rotascope;

TEST(RunningCounts, AreThoseOfAllPositionsSoFar)
{
    for (const std::uint32_t intervals : {2U, 7U, 360U}) {
        for (const double frequency : {1.0, 0.0421, 1e-4, 0.0}) {
            const Turn turn = turnOf(frequency, 1.5);
            RunningCounts running(turn, intervals);
            EXPECT_EQ(std::vector(running.counts().begin(), running.counts().end()), std::vector<std::uint64_t>(intervals));
            // Small and large steps up and down.
            for (const std::int64_t positions : {1, 2, 17, 17, 16, 3000, 100000, 99990, 5, 0, 1 << 20, (1 << 20) + 1}) {
                running.moveTo(positions);
                std::vector<std::uint64_t> expected(intervals);
                countByLoop(turn, PositionSet::uniform(positions), expected);
                ASSERT_EQ(std::vector(running.counts().begin(), running.counts().end()), expected) << frequency << ", " << positions;
            }
        }
    }
}
