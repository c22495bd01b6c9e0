// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/dimension.h"

#include <gtest/gtest.h>
#include <type_traits>
#include <vector>

namespace rotascope {
namespace {

// What would be a mistake does not compile.
static_assert(!std::is_convertible_v<int, Dimension> && !std::is_convertible_v<std::size_t, Dimension>);
static_assert(!std::is_convertible_v<Interval, Dimension> && !std::is_convertible_v<Dimension, Interval>);

TEST(Dimension, IndexesAVector)
{
    const std::vector<double> factors = {1.0, 2.0, 3.0};
    EXPECT_EQ(factors[Dimension(2)], 3.0);
}

TEST(Dimension, IsARowAndBack)
{
    EXPECT_EQ(Dimension::of(22), Dimension(22));
    EXPECT_EQ(Dimension(22).row(), 22);
    EXPECT_LT(Dimension(6), Dimension(22));
}

TEST(Dimension, OfANegativeRowIsBeyondTheEnd)
{
    const std::vector<double> factors(65536, 1.0);
    EXPECT_FALSE(Dimension::of(-1) < factors.size());
}

} // namespace
} // namespace rotascope
