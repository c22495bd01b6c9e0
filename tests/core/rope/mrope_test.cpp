// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rope/mrope.h"

#include <algorithm>
#include <array>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rotascope;
using testing::ElementsAre;

// Transformers' own layouts of whole models are in tests/data/transformers-golden.json.
TEST(Mrope, Layouts)
{
    EXPECT_THAT(mropeAxes(std::array{1, 2, 3}, MropeLayout::Contiguous), ElementsAre(0, 1, 1, 2, 2, 2));
    EXPECT_THAT(mropeAxes(std::array{4, 2, 1}, MropeLayout::Interleaved), ElementsAre(0, 1, 2, 0, 1, 0, 0));
    EXPECT_THAT(mropeAxes(std::array{2, 2, 1}, MropeLayout::Ernie), ElementsAre(1, 2, 1, 2, 0));
    EXPECT_THAT(mropeAxes(std::array{2, 0, 0}, MropeLayout::Contiguous), ElementsAre(0, 0));
}

// Each section has as many dimensions as it says.
TEST(Mrope, SectionsAreKept)
{
    const auto axes = mropeAxes(std::array{24, 20, 20}, MropeLayout::Interleaved);
    for (const auto& [axis, count] : {std::pair{0, 24}, std::pair{1, 20}, std::pair{2, 20}}) {
        EXPECT_EQ(std::ranges::count(axes, axis), count) << axis;
    }
}
