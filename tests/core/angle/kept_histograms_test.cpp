// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/kept_histograms.h"

#include <gtest/gtest.h>
#include <numeric>

namespace rotascope {
namespace {

constexpr std::uint64_t most32 = 0xffffffff;

TEST(KeptHistograms, GiveBackWhatTheyWereGiven)
{
    for (const std::uint64_t total : {std::uint64_t{8192}, most32, most32 + 1, std::uint64_t{1} << 40}) {
        KeptHistograms kept(3, 4, total);
        const std::vector<std::uint64_t> counts = {total - 6, 1, 2, 3};
        kept.setCounts(1, counts);
        EXPECT_EQ(kept.counts(1), counts);
        EXPECT_EQ(kept.counts(0), std::vector<std::uint64_t>(4)) << "untouched";
        EXPECT_EQ(kept.counts(2), std::vector<std::uint64_t>(4)) << "untouched";
        EXPECT_EQ(kept.total(1), total);
        KeptHistograms other(3, 4, total);
        EXPECT_NE(other, kept);
        other.copyDimension(1, kept);
        EXPECT_EQ(other, kept);
    }
}

TEST(KeptHistograms, TakeHalfTheMemoryWhereTheyCan)
{
    EXPECT_EQ(KeptHistograms(64, 65536, most32).bytes(), std::size_t{64} * 65536 * 4);
    EXPECT_EQ(KeptHistograms(64, 65536, most32 + 1).bytes(), std::size_t{64} * 65536 * 8);
}

TEST(KeptHistograms, AreEmptyWhereNothingIsKept)
{
    EXPECT_TRUE(KeptHistograms().isEmpty());
    EXPECT_FALSE(KeptHistograms(1, 2, 3).isEmpty());
}

} // namespace
} // namespace rotascope
