// SPDX-License-Identifier: GPL-3.0-or-later
// One body for every engine: the CPU's, the device engine with its kernels run on the CPU, and the device engine on a GPU. What
// is not here is skipped, with the reason. Seeded random requests against a plain reference.
#include "core/engine/cpu_engine.h"
#include "tests/gpu/engines_under_test.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <numbers>
#include <random>
#include <thread>

using namespace rotascope;

namespace {

class EngineTest : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override
    {
        if (!tested.engine && tested.isNamed) {
            FAIL() << tested.unavailable; // who names a module wants it tested
        }
        if (!tested.engine) {
            GTEST_SKIP() << tested.unavailable;
        }
        engine = tested.engine;
    }
    void TearDown() override
    {
        EXPECT_TRUE(emulatedGuardsHold()) << "something was written beside its memory";
        EXPECT_TRUE(run.notices.empty()) << run.notices.front();
    }

    // Emulated kernels run some hundred times slower than real ones.
    [[nodiscard]] std::size_t size(std::size_t real, std::size_t emulated) const { return tested.isEmulated ? emulated : real; }
    // Those that are interpreted, slower still; but in them more is looked for.
    [[nodiscard]] std::size_t size(std::size_t real, std::size_t interpreted, std::size_t emulated) const
    {
        return tested.isInterpreted ? interpreted : size(real, emulated);
    }

    Turn anyTurn()
    {
        switch (random() % 8) {
        case 0:
            return Turn{0};
        case 1:
            return Turn{random()}; // more than half a turn a position, as often as not
        case 2:
            return Turn{std::uint64_t{1} << random() % 64};
        case 3:
            return turnOf(2.0 * std::numbers::pi + static_cast<double>(random() % 1000));
        default:
            return turnOf(std::pow(10.0, -static_cast<double>(random() % 7000) / 1000.0), 1.0 + static_cast<double>(random() % 100) / 7.0);
        }
    }
    std::vector<Turn> anyTurns(std::size_t most)
    {
        std::vector<Turn> turns(1 + random() % most);
        std::ranges::generate(turns, [this] { return anyTurn(); });
        return turns;
    }
    std::uint32_t anyIntervals()
    {
        constexpr std::array<std::uint32_t, 8> edgeCases = {2, 3, 7, 127, 128, 129, 360, 1021};
        return edgeCases[random() % edgeCases.size()];
    }
    AngleHistograms histograms(std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals)
    {
        const Expected<AngleHistograms> counted = engine->histograms(turns, positions, intervals, run);
        EXPECT_TRUE(counted) << counted.error().message;
        return counted.value_or(AngleHistograms(turns.size(), intervals));
    }
    void expectReference(std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals)
    {
        const AngleHistograms counted = histograms(turns, positions, intervals);
        ASSERT_EQ(counted.dimensions(), turns.size());
        ASSERT_EQ(counted.intervals(), intervals);
        std::vector<std::uint64_t> expected(intervals);
        for (std::size_t i = 0; i < turns.size(); ++i) {
            countByLoop(turns[i], positions, expected);
            ASSERT_TRUE(std::ranges::equal(counted.counts(i), expected))
                << "turn " << turns[i].value << ", " << positions.end() << " positions, " << intervals << " intervals";
            ASSERT_EQ(counted.total(i), positions.total());
        }
    }

    EngineUnderTest tested = engineUnderTest(GetParam());
    std::shared_ptr<Engine> engine;
    EngineRun run;
    std::mt19937_64 random{20241};
};

bool sameBits(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

// 2 pi as the float next above it is still a full turn; every other angle is below.
std::vector<float> anyAngles(std::size_t count, std::mt19937_64& random)
{
    std::uniform_real_distribution<float> angle(0.0F, static_cast<float>(2 * std::numbers::pi));
    std::vector<float> angles(count);
    for (float& value : angles) {
        value = random() % 50 == 0 ? (random() % 2 == 0 ? 0.0F : fullTurnAngle) : angle(random);
    }
    return angles;
}

} // namespace

TEST_P(EngineTest, CountsUniformPositionsToTheBit)
{
    for (int round = 0; round < 30; ++round) {
        const auto length = static_cast<std::int64_t>(random() % size(300000, 6000));
        ASSERT_NO_FATAL_FAILURE(expectReference(anyTurns(size(70, 9)), PositionSet::uniform(length), anyIntervals()));
    }
}

TEST_P(EngineTest, CountsCountedPositionsToTheBit)
{
    for (int round = 0; round < 20; ++round) {
        std::vector<std::uint64_t> multiplicity(random() % size(100000, 20000));
        std::ranges::generate(multiplicity, [this] { return random() % 5; });
        ASSERT_NO_FATAL_FAILURE(expectReference(anyTurns(size(70, 5)), PositionSet::counted(multiplicity), anyIntervals()));
    }
    // More tokens than a 32-bit counter holds.
    ASSERT_NO_FATAL_FAILURE(
        expectReference(anyTurns(3), PositionSet::counted({std::uint64_t{1} << 40, 0, (std::uint64_t{1} << 33) + 5}), 5));
}

// Runs of positions, near to each other and far apart, one of them longer than a piece may be.
TEST_P(EngineTest, CountsScatteredPositionsToTheBit)
{
    for (int round = 0; round < 10; ++round) {
        PositionCounter counter;
        std::int64_t position = 0;
        for (std::size_t left = size(200, 20); left > 0; --left) {
            position += static_cast<std::int64_t>(random() % (left % 5 == 0 ? std::uint64_t{1} << 30 : 5000));
            for (std::size_t i = random() % (left % 7 == 0 ? 3000 : 3) + 1; i > 0; --i) {
                ASSERT_TRUE(counter.add(std::array{position, position}));
                ++position;
            }
        }
        ASSERT_TRUE(counter.add(std::array{maxRecordedPosition}));
        const PositionSet scattered = counter.take();
        ASSERT_TRUE(scattered.isScattered());
        ASSERT_NO_FATAL_FAILURE(expectReference(anyTurns(size(70, 5)), scattered, anyIntervals()));
    }
}

TEST_P(EngineTest, CountsDistancesToTheBit)
{
    for (int round = 0; round < 20; ++round) {
        const auto length = static_cast<std::int64_t>(random() % size(300000, 6000));
        const std::int64_t window = round % 2 == 0 ? 0 : 1 + static_cast<std::int64_t>(random() % size(200000, 4000));
        const PositionSet distances = PositionSet::of({Counting::Distances, window}, length);
        ASSERT_NO_FATAL_FAILURE(expectReference(anyTurns(size(70, 9)), distances, anyIntervals()));
    }
}

TEST_P(EngineTest, CountsDistancesOfLongContextsToTheBit)
{
    for (const auto& [length, window] : {std::pair<std::int64_t, std::int64_t>{(std::int64_t{1} << 30) + 17, 0},
             {(std::int64_t{1} << 31) - 1, 0}, {maxContextLength, 4096}}) {
        const std::vector<Turn> turns = anyTurns(size(200, 20));
        const std::uint32_t intervals = anyIntervals();
        const PositionSet distances = PositionSet::of({Counting::Distances, window}, length);
        const AngleHistograms counted = histograms(turns, distances, intervals);
        std::vector<std::uint64_t> expected(intervals);
        for (std::size_t i = 0; i < turns.size(); ++i) {
            countByWeightedFloorSum(turns[i], distances.range(), expected);
            ASSERT_TRUE(std::ranges::equal(counted.counts(i), expected)) << "turn " << turns[i].value;
        }
    }
}

// The loop would take hours: the CPU's floor sum, which its own tests compare with the loop, is the reference.
TEST_P(EngineTest, CountsLongContextsToTheBit)
{
    for (const std::int64_t length : {std::int64_t{1} << 20, (std::int64_t{1} << 30) + 17, maxContextLength}) {
        const std::vector<Turn> turns = anyTurns(size(200, 20));
        const std::uint32_t intervals = anyIntervals();
        const AngleHistograms counted = histograms(turns, PositionSet::uniform(length), intervals);
        std::vector<std::uint64_t> expected(intervals);
        for (std::size_t i = 0; i < turns.size(); ++i) {
            countByFloorSum(turns[i], length, expected);
            ASSERT_TRUE(std::ranges::equal(counted.counts(i), expected)) << "turn " << turns[i].value;
        }
    }
}

TEST_P(EngineTest, CountsTheMostIntervals)
{
    const std::vector<Turn> turns = {turnOf(1.0), turnOf(1e-4)};
    ASSERT_NO_FATAL_FAILURE(expectReference(turns, PositionSet::uniform(70000), maxIntervals));
    ASSERT_NO_FATAL_FAILURE(expectReference(turns, PositionSet::uniform(100), maxIntervals));
    ASSERT_NO_FATAL_FAILURE(expectReference(turns, PositionSet::counted(std::vector<std::uint64_t>(5000, 3)), maxIntervals));
}

TEST_P(EngineTest, TakesNoDimensionsAndHardlyAnyPositions)
{
    EXPECT_EQ(histograms({}, PositionSet::uniform(100), 360).dimensions(), 0U);
    for (const std::int64_t length : {0, 1, 2}) {
        ASSERT_NO_FATAL_FAILURE(expectReference(std::vector{Turn{0}, Turn{5}, turnOf(7.0)}, PositionSet::uniform(length), 360));
    }
    ASSERT_NO_FATAL_FAILURE(expectReference(std::vector{Turn{5}}, PositionSet::counted({1}), 2));
}

TEST_P(EngineTest, CountsRecordedAnglesToTheBit)
{
    for (int round = 0; round < 12; ++round) {
        const std::size_t dimensions = 1 + random() % size(130, 40);
        const std::size_t rows = random() % size(20000, 900);
        const AnglesInMemory angles(
            anyAngles(rows * dimensions, random), dimensions, 1 + random() % 700, round % 2 == 0 ? dimensions : 1 + random() % dimensions);
        const std::uint32_t intervals = round == 0 ? maxIntervals : anyIntervals();
        const Expected<AngleHistograms> counted = engine->recordedHistograms(angles, intervals, run);
        ASSERT_TRUE(counted) << counted.error().message;
        ASSERT_EQ(*counted, *angles.histograms(intervals, {})) << rows << " x " << dimensions << ", " << intervals;
    }
}

TEST_P(EngineTest, SaysWhichRecordedValueIsNoAngle)
{
    for (const float bad : {-1.0F, 6.5F, std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        std::vector<float> values = anyAngles(600, random);
        values[6 * 41 + 2] = bad;
        const Expected<AngleHistograms> counted = engine->recordedHistograms(AnglesInMemory(values, 6, 10, 6), 360, run);
        ASSERT_FALSE(counted);
        EXPECT_EQ(counted.error().kind, ErrorKind::Input);
        EXPECT_NE(counted.error().message.english().find("row 41"), std::string::npos) << counted.error().message;
    }
}

TEST_P(EngineTest, DivergencesAreTheSameDoubles)
{
    for (int round = 0; round < 10; ++round) {
        const std::uint32_t intervals = round == 0 ? 4096 : anyIntervals();
        const std::vector<Turn> turns = anyTurns(size(100, 6));
        const auto before = PositionSet::uniform(static_cast<std::int64_t>(random() % 5000));
        const auto after = PositionSet::uniform(static_cast<std::int64_t>(random() % 20000));
        const AngleHistograms p = histograms(turns, before, intervals);
        const AngleHistograms q = histograms(turns, after, intervals);
        for (const DivergenceInfo& info : divergences()) {
            const double epsilon = round % 2 == 0 ? 1e-12 : 1e-3;
            const Expected<std::vector<double>> values = engine->disturbances({info.divergence, epsilon}, p, q, run);
            ASSERT_TRUE(values) << values.error().message;
            for (std::size_t i = 0; i < turns.size(); ++i) {
                const double expected = disturbance(info.divergence, {p.counts(i), p.total(i)}, {q.counts(i), q.total(i)}, epsilon);
                ASSERT_TRUE(sameBits((*values)[i], expected)) << info.name << ": " << (*values)[i] << " and " << expected;
            }
        }
    }
}

TEST_P(EngineTest, RotationsHaveTheDisturbanceOfTheirHistograms)
{
    for (int round = 0; round < 6; ++round) {
        const std::uint32_t intervals = round == 0 ? 2048 : anyIntervals();
        const CountingMeasure counting = round % 2 == 0 ? CountingMeasure{} : CountingMeasure{Counting::Distances, round == 3 ? 1000 : 0};
        const AngleHistograms before = histograms(anyTurns(8), PositionSet::of(counting, 4096), intervals);
        std::vector<Rotation> rotations(random() % size(3000, 700, 40));
        for (Rotation& rotation : rotations) {
            rotation
                = {anyTurn(), static_cast<std::int64_t>(random() % 200000), static_cast<std::uint32_t>(random() % before.dimensions())};
        }
        for (const DivergenceInfo& info : divergences()) {
            const Expected<std::vector<double>> values
                = engine->rotationDisturbances({info.divergence, 1e-12, counting}, before, rotations, run);
            ASSERT_TRUE(values) << values.error().message;
            std::vector<std::uint64_t> after(intervals);
            for (std::size_t i = 0; i < rotations.size(); ++i) {
                const PositionSet positions = PositionSet::of(counting, rotations[i].length);
                countAngles(rotations[i].turn, positions, after);
                const double expected = disturbance(info.divergence,
                    {before.counts(rotations[i].before), before.total(rotations[i].before)}, {after, positions.total()}, 1e-12);
                ASSERT_TRUE(sameBits((*values)[i], expected)) << info.name << ": " << (*values)[i] << " and " << expected;
            }
        }
    }
}

TEST_P(EngineTest, CountsRotationsOfManyLengthsToTheBit)
{
    for (const CountingMeasure& counting :
        {CountingMeasure{}, CountingMeasure{Counting::Distances}, CountingMeasure{Counting::Distances, 1000}}) {
        const std::uint32_t intervals = anyIntervals();
        std::vector<Rotation> rotations(size(900, 150, 40));
        for (Rotation& rotation : rotations) {
            rotation = {anyTurn(), static_cast<std::int64_t>(random() % (random() % 2 == 0 ? 50 : 3'000'000)), 0};
        }
        rotations[0].length = 0;
        rotations[1].length = (std::int64_t{1} << 31) - 1;
        const Expected<AngleHistograms> counted = engine->rotationHistograms(counting, rotations, intervals, run);
        ASSERT_TRUE(counted) << counted.error().message;
        ASSERT_EQ(counted->dimensions(), rotations.size());
        std::vector<std::uint64_t> expected(intervals);
        for (std::size_t i = 0; i < rotations.size(); ++i) {
            const PositionSet positions = PositionSet::of(counting, rotations[i].length);
            countAngles(rotations[i].turn, positions, expected);
            ASSERT_TRUE(std::ranges::equal(counted->counts(i), expected)) << rotations[i].length << " positions";
            ASSERT_EQ(counted->total(i), positions.total());
        }
    }
    EXPECT_EQ(engine->rotationHistograms({}, {}, 360, run)->dimensions(), 0U);
}

TEST_P(EngineTest, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    run.stop = stop.get_token();
    const std::vector<Turn> turns = anyTurns(9);
    const AngleHistograms none(turns.size(), 360);
    EXPECT_EQ(engine->histograms(turns, PositionSet::uniform(100), 360, run).error().kind, ErrorKind::Stopped);
    EXPECT_EQ(engine->rotationHistograms({}, std::vector<Rotation>{{turns[0], 10, 0}}, 360, run).error().kind, ErrorKind::Stopped);
    EXPECT_EQ(engine->disturbances({}, none, none, run).error().kind, ErrorKind::Stopped);
    EXPECT_EQ(engine->rotationDisturbances({}, none, std::vector<Rotation>{{turns[0], 10, 0}}, run).error().kind, ErrorKind::Stopped);
}

TEST_P(EngineTest, AnswersSeveralThreads)
{
    const std::vector<Turn> turns = anyTurns(9);
    const AngleHistograms expected = histograms(turns, PositionSet::uniform(3000), 127);
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads(4);
        for (std::jthread& thread : threads) {
            thread = std::jthread([&] {
                EngineRun own;
                for (int i = 0; i < 5; ++i) {
                    const Expected<AngleHistograms> counted = engine->histograms(turns, PositionSet::uniform(3000), 127, own);
                    wrong += counted && *counted == expected ? 0 : 1;
                }
            });
        }
    }
    EXPECT_EQ(wrong, 0);
}

INSTANTIATE_TEST_SUITE_P(Engines, EngineTest, testing::ValuesIn(enginesUnderTest()), [](const auto& parameter) { return parameter.param; });
