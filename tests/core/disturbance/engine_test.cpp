// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disturbance/engine_registry.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

using namespace rotascope;
using testing::HasSubstr;

namespace {

// One body for every engine that works on this machine.
class EngineTest : public testing::TestWithParam<std::string> {
protected:
    std::shared_ptr<Engine> engine = *EngineRegistry::instance().find(GetParam());
};

std::vector<std::string> workingEngines()
{
    std::vector<std::string> names;
    for (const EngineEntry& entry : EngineRegistry::instance().entries()) {
        if (entry.unavailable.empty()) {
            names.push_back(entry.info.name);
        }
    }
    return names;
}

} // namespace

TEST_P(EngineTest, CountsAreEqualToTheReferenceToTheBit)
{
    std::mt19937_64 random(20241);
    for (int round = 0; round < 40; ++round) {
        std::vector<Turn> turns(1 + random() % 70);
        for (Turn& turn : turns) {
            turn = turnOf(std::pow(10.0, -static_cast<double>(random() % 7000) / 1000.0), 1.0 + static_cast<double>(random() % 100) / 7.0);
        }
        const std::uint32_t intervals = 2 + static_cast<std::uint32_t>(random() % 1000);
        std::vector<std::uint64_t> multiplicity(random() % 3000);
        for (std::uint64_t& count : multiplicity) {
            count = random() % 5;
        }
        for (const PositionSet& positions :
            {PositionSet::uniform(static_cast<std::int64_t>(random() % 300000)), PositionSet::counted(multiplicity)}) {
            const Expected<AngleHistograms> counted = engine->histograms(turns, positions, intervals);
            ASSERT_TRUE(counted);
            ASSERT_EQ(counted->dimensions(), turns.size());
            ASSERT_EQ(counted->intervals(), intervals);
            std::vector<std::uint64_t> expected(intervals);
            for (std::size_t i = 0; i < turns.size(); ++i) {
                countByLoop(turns[i], positions, expected);
                ASSERT_TRUE(std::ranges::equal(counted->counts(i), expected)) << "round " << round << ", dimension " << i;
                ASSERT_EQ(counted->total(i), positions.total());
            }
        }
    }
}

TEST_P(EngineTest, DisturbancesAgreeWithTheReference)
{
    const std::vector<Turn> turns = {turnOf(1.0), turnOf(0.01), turnOf(1e-4)};
    const AngleHistograms before = *engine->histograms(turns, PositionSet::uniform(4096), 360);
    const AngleHistograms after = *engine->histograms(turns, PositionSet::uniform(10000), 360);
    for (const DivergenceInfo& info : divergences()) {
        const std::vector<double> values = *engine->disturbances(info.divergence, before, after, 1e-12);
        for (std::size_t i = 0; i < turns.size(); ++i) {
            const double expected
                = disturbance(info.divergence, {before.counts(i), before.total(i)}, {after.counts(i), after.total(i)}, 1e-12);
            EXPECT_NEAR(values[i], expected, 1e-12 * std::abs(expected)) << info.name;
        }
    }
}

TEST_P(EngineTest, TakesNoDimensionsAndNoPositions)
{
    EXPECT_EQ(engine->histograms({}, PositionSet::uniform(100), 360)->dimensions(), 0U);
    EXPECT_EQ(engine->histograms(std::vector{Turn{5}}, PositionSet::uniform(0), 360)->total(0), 0U);
}

INSTANTIATE_TEST_SUITE_P(Engines, EngineTest, testing::ValuesIn(workingEngines()), [](const auto& parameter) { return parameter.param; });

TEST(EngineRegistry, AlwaysHasTheCpuEngineAndSaysWhyOthersDoNotWork)
{
    const std::vector<EngineEntry> entries = EngineRegistry::instance().entries();
    ASSERT_FALSE(entries.empty());
    EXPECT_EQ(entries.front().info.name, "cpu");
    EXPECT_TRUE(entries.front().unavailable.empty());
    for (const EngineEntry& entry : entries) {
        const auto engine = EngineRegistry::instance().find(entry.info.name);
        EXPECT_EQ(engine.has_value(), entry.unavailable.empty());
        if (!engine) {
            EXPECT_EQ(engine.error().kind, ErrorKind::Engine);
            EXPECT_THAT(engine.error().message, HasSubstr(entry.unavailable));
        }
    }
    EXPECT_TRUE(EngineRegistry::instance().find("auto"));
    EXPECT_EQ(EngineRegistry::instance().find("tpu").error().kind, ErrorKind::Usage);
}
