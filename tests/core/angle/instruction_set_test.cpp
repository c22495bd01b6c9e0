// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/instruction_set.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <string>

using namespace rotascope;

namespace {

// The set that a program takes if it is started with this value in its environment.
void expectTaken(const std::string& wanted, InstructionSet taken)
{
    const auto start = [&] {
        ::setenv("ROTASCOPE_INSTRUCTIONS", wanted.c_str(), 1);
        std::exit(instructionSet() == taken ? 0 : 1);
    };
    EXPECT_EXIT(start(), testing::ExitedWithCode(0), "") << wanted;
}

} // namespace

TEST(InstructionSet, BaselineIsAlwaysThere)
{
    ASSERT_FALSE(instructionSets().empty());
    EXPECT_EQ(instructionSets().front(), InstructionSet::Baseline);
    EXPECT_EQ(nameOf(InstructionSet::Baseline), "baseline");
}

TEST(InstructionSetDeathTest, IsTheOneThatTheEnvironmentNames)
{
    GTEST_FLAG_SET(death_test_style, "threadsafe"); // a program of its own: the set is found once
    for (const InstructionSet set : instructionSets()) {
        expectTaken(std::string(nameOf(set)), set);
    }
    expectTaken("avx512", instructionSets().back());
    expectTaken("abacus", instructionSets().back());
}
