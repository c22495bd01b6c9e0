// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analysis.h"

#include "core/engine/cpu_engine.h"
#include "tests/core/analysis/llama2_source.h"
#include "tests/core/engine/forwarding_engine.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>
#include <set>

using namespace rotascope;
using testing::HasSubstr;

namespace {

class AnalysisTest : public testing::Test {
protected:
    std::unique_ptr<Engine> engine = makeCpuEngine();
    std::shared_ptr<const Source> source = llama2Source();
    AnalysisSettings settings = defaultSettings(*source);

    std::shared_ptr<const Analysis> run(const std::shared_ptr<const Analysis>& previous = nullptr)
    {
        const auto result = analyze(*engine, source, settings, previous);
        EXPECT_TRUE(result) << result.error().message;
        return result.value_or(nullptr);
    }

    std::string error()
    {
        const auto result = analyze(*engine, source, settings);
        return result ? "" : result.error().message;
    }
};

PinnedTable pinned(std::size_t place, const ScalingTable& table)
{
    return {.place = place, .name = "kept", .table = table, .method = "custom", .pretrainingLength = 4096, .targetLength = 8192};
}

// The CPU engine; counts requests, and may answer searches with a stop.
class CountingEngine final : public test::ForwardingEngine {
public:
    Expected<AngleHistograms> histograms(
        std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals, EngineRun& run) override
    {
        ++requests;
        mostAtOnce = std::max(mostAtOnce, turns.size());
        return ForwardingEngine::histograms(turns, positions, intervals, run);
    }
    Expected<std::vector<double>> disturbances(
        const Measure& measure, const AngleHistograms& before, const AngleHistograms& after, EngineRun& run) override
    {
        ++requests;
        return ForwardingEngine::disturbances(measure, before, after, run);
    }
    Expected<std::vector<double>> rotationDisturbances(
        const Measure& measure, const AngleHistograms& before, std::span<const Rotation> rotations, EngineRun& run) override
    {
        ++searches;
        return stopsSearches ? stoppedError() : ForwardingEngine::rotationDisturbances(measure, before, rotations, run);
    }

    int requests = 0; ///< for histograms or disturbances
    std::size_t mostAtOnce = 0; ///< dimensions that were counted at once
    std::atomic<int> searches = 0;
    bool stopsSearches = false;
};

void expectEqual(const Analysis& a, const Analysis& b)
{
    EXPECT_EQ(*a.before, *b.before);
    EXPECT_EQ(a.chosen->table, b.chosen->table);
    EXPECT_EQ(a.chosen->after, b.chosen->after);
    EXPECT_EQ(a.chosen->disturbance, b.chosen->disturbance);
    EXPECT_EQ(a.chosen->outOfDistributionShare, b.chosen->outOfDistributionShare);
    EXPECT_EQ(a.chosen->meanDisturbance, b.chosen->meanDisturbance);
    EXPECT_EQ(a.selected, b.selected);
    ASSERT_EQ(a.methods.size(), b.methods.size());
    for (std::size_t i = 0; i < a.methods.size(); ++i) {
        ASSERT_EQ(a.methods[i].result == nullptr, b.methods[i].result == nullptr) << a.methods[i].method->name;
        if (a.methods[i].result) {
            EXPECT_EQ(a.methods[i].result->disturbance, b.methods[i].result->disturbance) << a.methods[i].method->name;
        }
    }
    ASSERT_EQ(a.pinned.size(), b.pinned.size());
    for (std::size_t i = 0; i < a.pinned.size(); ++i) {
        EXPECT_EQ(a.pinned[i]->after, b.pinned[i]->after);
        EXPECT_EQ(a.pinned[i]->disturbance, b.pinned[i]->disturbance);
    }
}

} // namespace

TEST_F(AnalysisTest, DefaultsDoubleTheLength)
{
    EXPECT_EQ(settings.pretrainingLength, 4096);
    EXPECT_EQ(settings.targetLength, 8192);
    EXPECT_EQ(settings.before, BeforeKind::UniformPositions);
}

TEST_F(AnalysisTest, AToggleCostsNothingWhereBothSidesAreKnown)
{
    const auto first = run();
    settings.overrides.resize(64);
    settings.overrides[22] = Override{Choice::Interpolation, 1.0};
    const auto second = run(first);
    EXPECT_EQ(second->countedDimensions, 0U);
    EXPECT_EQ(second->chosen->table.factors[22], 2.0);
    EXPECT_EQ(second->chosen->disturbance[22], first->interpolation->disturbance[22]);
    EXPECT_NEAR(second->chosen->meanDisturbance - first->chosen->meanDisturbance,
        (first->interpolation->disturbance[22] - first->extrapolation->disturbance[22]) / 64, 1e-15);
    expectEqual(*second, *run());
}

TEST_F(AnalysisTest, ACustomFactorCountsThatDimensionAlone)
{
    const auto first = run();
    settings.overrides.resize(64);
    settings.overrides[40] = Override{Choice::Custom, 1.37};
    const auto second = run(first);
    EXPECT_EQ(second->countedDimensions, 1U);
    EXPECT_EQ(second->before, first->before) << "shared, not copied";
    expectEqual(*second, *run());
}

// Whatever changes, an incremental result equals one from scratch.
TEST_F(AnalysisTest, EveryChangeGivesWhatAFreshAnalysisGives)
{
    auto previous = run();
    const std::vector<std::function<void()>> changes = {
        [&] { settings.targetLength = 16384; },
        [&] { settings.intervals = 90; },
        [&] { settings.divergence = Divergence::Wasserstein; },
        [&] { settings.divergence = Divergence::ReverseKullbackLeibler; },
        [&] { settings.epsilon = 1e-6; },
        [&] { settings.method = "yarn"; },
        [&] {
            settings.overrides.assign(64, Override{Choice::Custom, 2.5});
        },
        [&] { settings.pretrainingLength = 2048; },
        [&] { settings.selection = InterpolatedComponents{80}; },
        [&] { settings.overrides.clear(); },
        [&] { settings.method = "distributional"; },
        [&] { settings.customTable = ScalingTable{.factors = std::vector(64, 1.75)}; },
        [&] { settings.method = "custom"; },
        [&] { settings.customTable->factors[3] = 1.5; },
        [&] { settings.selection = Threshold{1e-3}; },
        [&] {
            settings.comparedMethods = {"linear", "yarn"};
        },
        [&] { settings.pins = {pinned(0, ScalingTable{.factors = std::vector(64, 1.25)})}; },
        [&] { settings.targetLength = 3 * settings.pretrainingLength; },
        [&] { settings.pins.push_back(pinned(5, *settings.customTable)); },
        [&] { settings.pins.erase(settings.pins.begin()); },
        [&] { settings.targetLength = settings.pretrainingLength; },
    };
    for (std::size_t i = 0; i < changes.size(); ++i) {
        SCOPED_TRACE(i);
        changes[i]();
        const auto incremental = run(previous);
        expectEqual(*incremental, *run());
        previous = incremental;
    }
}

TEST_F(AnalysisTest, WithoutExtensionNothingIsDisturbed)
{
    settings.targetLength = settings.pretrainingLength;
    const auto result = run();
    EXPECT_EQ(result->chosen->meanDisturbance, 0.0);
    EXPECT_EQ(result->interpolation, result->extrapolation) << "s = 1: the same table";
}

TEST_F(AnalysisTest, AnotherSourceSharesNothing)
{
    const auto first = run();
    source = llama2Source();
    EXPECT_GT(run(first)->countedDimensions, 0U);
}

TEST_F(AnalysisTest, RecordedPositionsAreCountedByAxis)
{
    Source recorded = *source;
    recorded.rope.axis.assign(64, 0);
    recorded.rope.axis[63] = 1;
    recorded.recordedPositions = {PositionSet::counted(std::vector<std::uint64_t>(100, 3)), PositionSet::counted({0, 0, 7})};
    source = std::make_shared<const Source>(recorded);
    settings.before = bestBefore(*source);
    EXPECT_EQ(settings.before, BeforeKind::RecordedPositions);
    const auto result = run();
    EXPECT_EQ(result->before->total(0), 300U);
    EXPECT_EQ(result->before->total(63), 7U);
    EXPECT_EQ(result->before->counts(63)[0], 7U);
}

TEST_F(AnalysisTest, ComparesEveryMethodButThoseOnRequest)
{
    const auto result = run();
    std::vector<std::string_view> names;
    for (const MethodAnalysis& method : result->methods) {
        names.push_back(method.method->name);
        EXPECT_EQ(method.result == nullptr, method.method->name == "longrope") << "LLaMA-2 has no lists";
        EXPECT_EQ(method.unavailable.empty(), method.result != nullptr);
    }
    EXPECT_THAT(names,
        testing::ElementsAre("extrapolation", "linear", "ntk", "yarn", "distributional", "ntk-by-parts", "dynamic", "llama3", "longrope",
            "yarn-resonance", "resonance", "proportional", "mrrope-uni", "mrrope-pro", "cope", "hardclip", "band"));
}

TEST_F(AnalysisTest, OptimalIsNeverWorseInAnyDimension)
{
    settings.intervals = 90;
    settings.comparedMethods = {"distributional", "optimal"};
    const auto result = run();
    const TableAnalysis& distributional = *result->methods[0].result;
    const TableAnalysis& optimal = *result->methods[1].result;
    for (std::size_t i = 0; i < 64; ++i) {
        EXPECT_LE(optimal.disturbance[i], distributional.disturbance[i]) << i;
        EXPECT_GE(optimal.table.factors[i], 1.0);
        EXPECT_LE(optimal.table.factors[i], 3.0 * (1.0 + 1e-12));
    }
    EXPECT_LT(optimal.meanDisturbance, distributional.meanDisturbance);
}

// A search of about a second must not follow every click.
TEST_F(AnalysisTest, OptimalIsSearchedAgainOnlyIfItMayChange)
{
    engine = std::make_unique<CountingEngine>();
    const auto searches = [&] { return static_cast<CountingEngine&>(*engine).searches.exchange(0); };
    settings.intervals = 90;
    auto previous = run();
    EXPECT_EQ(searches(), 0) << "nobody asked";
    settings.method = "optimal";
    previous = run(previous);
    EXPECT_GT(searches(), 0);
    settings.overrides.resize(64);
    settings.overrides[22] = Override{Choice::Interpolation, 1.0};
    previous = run(previous);
    settings.selection = Threshold{1e-3};
    previous = run(previous);
    settings.comparedMethods = {"optimal", "linear"};
    previous = run(previous);
    settings.method = "linear";
    previous = run(previous);
    EXPECT_EQ(searches(), 0);
    EXPECT_EQ(previous->methods[1].method->name, "optimal");
    settings.targetLength = 16384;
    run(previous);
    EXPECT_GT(searches(), 0);
}

// A stop in the search ends the analysis; it does not make the method unavailable.
TEST_F(AnalysisTest, AStopInTheSearchStops)
{
    engine = std::make_unique<CountingEngine>();
    static_cast<CountingEngine&>(*engine).stopsSearches = true;
    settings.comparedMethods = {"linear", "optimal"};
    const auto result = analyze(*engine, source, settings);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::Stopped);
}

// Almost all that counts is dimension 6, which the searches leave as it is where all dimensions count alike.
TEST_F(AnalysisTest, SearchesFollowTheWeights)
{
    for (const char* const method : {"monotone", "band"}) {
        settings.method = method;
        settings.weights = {};
        const ScalingTable plain = run()->chosen->table;
        EXPECT_EQ(plain.factors[6], 1.0) << method;
        settings.weights = {.name = std::string(ownWeights), .values = std::vector<double>(64, 1e-6)};
        settings.weights.values[6] = 1.0;
        const auto weighted = run();
        EXPECT_GT(weighted->chosen->table.factors[6], 1.0) << method;
        EXPECT_LT(weighted->chosen->meanDisturbance, 0.01) << method << ": 0.149 as it is";
    }
}

TEST_F(AnalysisTest, ACustomTableIsAMethod)
{
    settings.comparedMethods = {"yarn", "custom"};
    auto result = run();
    EXPECT_THAT(result->methods[1].unavailable, HasSubstr("custom needs a table"));
    settings.customTable = result->methods[0].result->table;
    result = run(result);
    EXPECT_EQ(result->methods[1].result, result->methods[0].result) << "the same table";
    settings.customTable->factors[5] = 1.25;
    result = run(result);
    EXPECT_EQ(result->methods[1].result->table, *settings.customTable);
    settings.comparedMethods.clear();
    EXPECT_EQ(run(result)->methods.back().method->name, "custom") << "where there is one it is compared without being asked for";
}

TEST_F(AnalysisTest, APinnedTableIsComparedAsTheCustomTableIs)
{
    const ScalingTable yarn = run()->methods[4].result->table;
    settings.targetLength = 16384; // it was made for another length
    settings.pins = {pinned(1, yarn), pinned(3, ScalingTable{.factors = std::vector(64, 1.5)})};
    const auto result = run();
    ASSERT_EQ(result->pinned.size(), 2U);
    settings.method = "custom";
    for (std::size_t i = 0; i < settings.pins.size(); ++i) {
        settings.customTable = settings.pins[i].table;
        const TableAnalysis expected = *run()->chosen;
        EXPECT_EQ(result->pinned[i]->table, settings.pins[i].table);
        EXPECT_EQ(result->pinned[i]->after, expected.after);
        EXPECT_EQ(result->pinned[i]->disturbance, expected.disturbance);
        EXPECT_EQ(result->pinned[i]->outOfDistributionShare, expected.outOfDistributionShare);
        EXPECT_EQ(result->pinned[i]->meanDisturbance, expected.meanDisturbance);
    }
}

TEST_F(AnalysisTest, PinningTheCurrentTableCountsNothing)
{
    const auto first = run();
    settings.pins = {pinned(0, first->chosen->table)};
    const auto second = run(first);
    EXPECT_EQ(second->countedDimensions, 0U);
    EXPECT_EQ(second->pinned[0], first->chosen) << "shared, not copied";
    settings.method = "linear";
    const auto third = run(second);
    EXPECT_EQ(third->countedDimensions, 0U);
    EXPECT_EQ(third->pinned[0], first->chosen);
}

// Some thirty tables of 65536 intervals would take a gigabyte.
TEST_F(AnalysisTest, OnlyTheTablesThatAreDrawnKeepTheirCounts)
{
    settings.pins = {pinned(0, ScalingTable{.factors = std::vector(64, 1.5)})};
    settings.overrides.resize(64);
    settings.overrides[22] = Override{Choice::Custom, 1.37};
    const auto result = run();
    const std::set<const TableAnalysis*> drawn = {result->extrapolation.get(), result->interpolation.get(), result->automatic.get(),
        result->chosen.get(), result->pinned.front().get()};
    EXPECT_EQ(drawn.size(), 5U);
    for (const TableAnalysis* table : drawn) {
        EXPECT_FALSE(table->after.isEmpty());
    }
    std::size_t others = 0;
    for (const MethodAnalysis& method : result->methods) {
        if (method.result && !drawn.contains(method.result.get())) {
            EXPECT_TRUE(method.result->after.isEmpty()) << method.method->name;
            ++others;
        }
    }
    EXPECT_GT(others, 5U);
}

TEST_F(AnalysisTest, CountsThatWereNotKeptAreTheSameWhenCountedAgain)
{
    const auto result = run();
    const MethodAnalysis& yarn = *std::ranges::find(result->methods, "yarn", [](const auto& method) { return method.method->name; });
    ASSERT_TRUE(yarn.result->after.isEmpty());
    settings.method = "yarn";
    const auto chosen = run();
    for (const std::size_t dimension : {0U, 22U, 63U}) {
        EXPECT_EQ(countsAfter(*result, *yarn.result, Dimension(dimension)), chosen->chosen->after.counts(dimension));
    }
}

TEST_F(AnalysisTest, ATableWhoseCountsWereNotKeptHasThemOnceItIsChosen)
{
    const auto first = run();
    settings.method = "yarn";
    const auto second = run(first);
    EXPECT_FALSE(second->chosen->after.isEmpty());
    expectEqual(*second, *run());
}

// What a file may hold: frequencies that a method's factors cannot divide.
TEST_F(AnalysisTest, ATableThatNoFrequencyCanBeDividedByIsUnavailable)
{
    Source odd = *source;
    odd.rope = {.ropeTheta = 1e30, .headDim = 8, .rotaryDim = 4, .invFreq = {1e30, 1e30}};
    source = std::make_shared<const Source>(odd);
    settings.overrides.clear();
    settings.comparedMethods = {"proportional"};
    EXPECT_THAT(run()->methods[0].unavailable, HasSubstr("proportional gives dimension 1 the factor"));
}

TEST_F(AnalysisTest, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    const auto result = analyze(*engine, source, settings, nullptr, stop.get_token());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::Stopped);
}

TEST_F(AnalysisTest, SaysHowManyOfItsStepsAreDone)
{
    const auto stepsOf = [&](const std::shared_ptr<const Analysis>& previous) {
        std::vector<std::pair<std::size_t, std::size_t>> steps;
        EXPECT_TRUE(analyze(
            *engine, source, settings, previous, {}, [&](std::size_t done, std::size_t total) { steps.emplace_back(done, total); }));
        return steps;
    };
    const std::shared_ptr<const Analysis> first = run();
    settings.pins = {pinned(0, first->methods.back().result->table)};
    const std::size_t total = 5 + first->methods.size(); // before, both, the methods, the overrides, the pinned table
    for (const auto& steps : {stepsOf(nullptr), stepsOf(first)}) { // also where nothing is counted
        ASSERT_EQ(steps.size(), total);
        for (std::size_t i = 0; i < total; ++i) {
            EXPECT_EQ(steps[i], std::pair(i + 1, total));
        }
    }
}

TEST_F(AnalysisTest, AnotherTargetLengthTakesFourRequestsForAllTables)
{
    settings.pins
        = {pinned(0, ScalingTable{.factors = std::vector<double>(64, 1.5)}), pinned(1, {.factors = std::vector<double>(64, 1.7)})};
    const std::shared_ptr<const Analysis> first = run();
    CountingEngine counting;
    settings.targetLength = 16384;
    const auto second = *analyze(counting, source, settings, first);
    EXPECT_EQ(counting.requests, 4) << "histograms and disturbances of both, then of all other tables";
    EXPECT_GT(second->methods.size(), 8U);
    EXPECT_GT(counting.mostAtOnce, 256U);
    expectEqual(*second, *run());
}

TEST_F(AnalysisTest, ManyIntervalsAreCountedInPortions)
{
    settings.intervals = 32768; // 64 dimensions at a time
    CountingEngine counting;
    const auto inPortions = *analyze(counting, source, settings);
    EXPECT_EQ(counting.mostAtOnce, 64U);
    for (const MethodAnalysis& method : inPortions->methods) { // each as if it were alone
        settings.comparedMethods = {std::string(method.method->name)};
        const auto alone = run();
        ASSERT_EQ(alone->methods.size(), 1U);
        if (method.result) {
            EXPECT_EQ(method.result->disturbance, alone->methods[0].result->disturbance) << method.method->name;
            EXPECT_EQ(method.result->outOfDistributionShare, alone->methods[0].result->outOfDistributionShare);
        }
    }
}

TEST_F(AnalysisTest, TurnsInPretraining)
{
    const auto result = run();
    EXPECT_NEAR(result->turnsInPretraining(Dimension(0)), 4096 / (2 * 3.14159265358979), 1e-9);
    EXPECT_NEAR(result->turnsInPretraining(Dimension(32)), 40.96 / (2 * 3.14159265358979), 1e-9);
}

TEST_F(AnalysisTest, RefusesSettingsOutOfRangeAndSaysWhatIsExpected)
{
    const AnalysisSettings good = settings;
    const auto changed = [&](auto change) {
        settings = good;
        change();
        const auto result = analyze(*engine, source, settings);
        EXPECT_TRUE(result || result.error().kind == ErrorKind::Usage);
        return result ? "" : result.error().message;
    };
    EXPECT_THAT(changed([&] { settings.targetLength = 4095; }), HasSubstr("the target length L′ is 4095; expected L = 4096"));
    EXPECT_THAT(changed([&] { settings.pretrainingLength = 0; }), HasSubstr("the pre-training length L is 0"));
    EXPECT_THAT(changed([&] { settings.intervals = 0; }), HasSubstr("the number of intervals b is 0; expected 2 to 65536"));
    EXPECT_THAT(changed([&] { settings.intervals = 1000000; }), HasSubstr("b is 1000000"));
    EXPECT_THAT(changed([&] { settings.epsilon = 0.0; }), HasSubstr("epsilon is 0"));
    EXPECT_THAT(changed([&] { settings.method = "cubic"; }), HasSubstr("method \"cubic\" is not known"));
    EXPECT_THAT(changed([&] { settings.comparedMethods = {"cubic"}; }), HasSubstr("method \"cubic\" is not known"));
    EXPECT_THAT(changed([&] { settings.selection = InterpolatedComponents{81}; }), HasSubstr("81 interpolated components"));
    EXPECT_THAT(changed([&] { settings.overrides.resize(63); }), HasSubstr("63 dimensions; the source has 64"));
    EXPECT_THAT(changed([&] {
        settings.overrides.resize(64);
        settings.overrides[3] = Override{Choice::Custom, -1.0};
    }),
        HasSubstr("the factor of dimension 3 is -1"));
    EXPECT_THAT(changed([&] { settings.customTable = ScalingTable{.factors = {1.0}}; }),
        HasSubstr("custom table has 1 factors; the source has 64"));
    EXPECT_THAT(changed([&] { settings.customTable = ScalingTable{.factors = std::vector(64, 0.0)}; }),
        HasSubstr("custom table's factor of dimension 0 is 0; expected"));
    EXPECT_THAT(changed([&] { settings.pins = {pinned(1, ScalingTable{.factors = {1.0}})}; }),
        HasSubstr("the pinned table B has 1 factors; the source has 64"));
    EXPECT_THAT(changed([&] { settings.pins = {pinned(0, ScalingTable{.factors = std::vector(64, 1e10)})}; }),
        HasSubstr("the pinned table A's factor of dimension 0 is 10000000000; expected"));
    EXPECT_THAT(changed([&] { settings.pins.assign(2, pinned(2, ScalingTable{.factors = std::vector(64, 2.0)})); }),
        HasSubstr("the places of the pinned tables are not in order"));
    EXPECT_THAT(changed([&] { settings.pins = {pinned(8, ScalingTable{.factors = std::vector(64, 2.0)})}; }),
        HasSubstr("the places of the pinned tables are not in order, or not below 8"));
    EXPECT_THAT(changed([&] { settings.before = BeforeKind::RecordedAngles; }), HasSubstr("has no recorded angles"));
}

TEST_F(AnalysisTest, AnotherMeasureOrOtherWeightsAreNotTakenFromThePreviousResult)
{
    const auto positions = run();
    settings.counting = {Counting::Distances};
    expectEqual(*run(positions), *run());
    EXPECT_NE(run(positions)->chosen->disturbance, positions->chosen->disturbance);
    const auto distances = run();
    settings.counting.window = 1000;
    expectEqual(*run(distances), *run());
    settings.weights = {"own", std::vector<double>(64, 0.0)};
    settings.weights.values[30] = 2.0;
    const auto weighted = run(distances);
    expectEqual(*weighted, *run());
    EXPECT_EQ(weighted->chosen->meanDisturbance, weighted->chosen->disturbance[30]);
}

TEST_F(AnalysisTest, CountsRecordedDistances)
{
    // Two sequences, of 3 and of 2 tokens: 0 1 2 and 0 1.
    Source recorded = *llama2Source();
    recorded.recordedPositions = {PositionSet::counted({2, 2, 1})};
    recorded.recordedDistances = [](const std::stop_token&) { return PositionSet::counted({5, 3, 1}); };
    source = std::make_shared<const Source>(std::move(recorded));
    settings = *withMeasure(settings, "recorded-distances", 0, *source);
    const auto result = run();
    EXPECT_EQ(result->before->total(0), 9U);
    EXPECT_EQ(result->before->counts(0)[0], 5U) << "distance 0";
    EXPECT_EQ(result->before->counts(0)[57], 3U) << "1 rad is in interval 57";
    EXPECT_EQ(result->chosen->after.total(0), std::uint64_t{8192} * 8193 / 2);
    for (const MethodAnalysis& method : result->methods) {
        if (method.result) { // kept or counted again
            const std::vector<std::uint64_t> after = countsAfter(*result, *method.result, Dimension(0));
            EXPECT_EQ(std::accumulate(after.begin(), after.end(), std::uint64_t{0}), result->settings.anglesAfter()) << method.method->name;
        }
    }
    settings.counting.window = 2;
    EXPECT_EQ(run(result)->before->total(0), 8U);
    EXPECT_EQ(run(result)->chosen->after.total(0), std::uint64_t{8192} + 8191);
}
