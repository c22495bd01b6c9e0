// SPDX-License-Identifier: GPL-3.0-or-later
// Counting angles and comparing distributions: 64 dimensions of LLaMA-2's RoPE.
#include "core/analysis/landscape.h"
#include "core/analysis/length_sweep.h"
#include "core/angle/counting_cost.h"
#include "core/angle/floor_sum.h"
#include "core/angle/recorded_angles.h"
#include "core/engine/cpu_engine.h"
#include "core/rope/rope_config.h"
#include "tests/core/analysis/llama2_source.h"

#include <benchmark/benchmark.h>
#include <random>

using namespace rotascope;

namespace {

std::vector<Turn> llama2Turns(double factor)
{
    std::vector<Turn> turns;
    for (const double frequency : standardInvFreq(10000.0, 128)) {
        turns.push_back(turnOf(frequency, factor));
    }
    return turns;
}

// One core. Arguments: log2 of the length, intervals.
template <class Count> void countOneCore(benchmark::State& state, Count count)
{
    const std::vector<Turn> turns = llama2Turns(2.0);
    std::vector<std::uint64_t> counts(static_cast<std::size_t>(state.range(1)));
    for (auto _ : state) {
        for (const Turn turn : turns) {
            count(turn, PositionSet::uniform(std::int64_t{1} << state.range(0)), counts);
            benchmark::DoNotOptimize(counts.data());
        }
    }
}

void loop(benchmark::State& state)
{
    state.counters["expected_ms"] = 64e3 * countingCost(std::uint64_t{1} << state.range(0), static_cast<std::size_t>(state.range(1))).loop;
    countOneCore(state, countByLoop);
}
// With each instruction set that this machine has.
void floorSum(benchmark::State& state)
{
    const InstructionSet set = instructionSets()[static_cast<std::size_t>(state.range(2))];
    state.SetLabel(std::string(nameOf(set)));
    if (set == instructionSet()) {
        state.counters["expected_ms"]
            = 64e3 * countingCost(std::uint64_t{1} << state.range(0), static_cast<std::size_t>(state.range(1))).floorSum;
    }
    countOneCore(state, [set](Turn turn, const PositionSet& positions, std::span<std::uint64_t> counts) {
        countByFloorSum(turn, positions.end(), counts, set);
    });
}
// Of distances, which attention sees.
void weightedFloorSum(benchmark::State& state)
{
    const InstructionSet set = instructionSets()[static_cast<std::size_t>(state.range(2))];
    state.SetLabel(std::string(nameOf(set)));
    countOneCore(state, [set](Turn turn, const PositionSet& positions, std::span<std::uint64_t> counts) {
        countByWeightedFloorSum(turn, CountingMeasure{Counting::Distances}.over(positions.end()), counts, set);
    });
}
// The reference: in integers.
void floorSumInIntegers(benchmark::State& state)
{
    countOneCore(state, [](Turn turn, const PositionSet& positions, std::span<std::uint64_t> counts) {
        for (std::size_t k = 0; k < counts.size(); ++k) {
            counts[k] = intervalEdge(static_cast<std::uint32_t>(k), static_cast<std::uint32_t>(counts.size()));
        }
        FloorSum(turn, positions.total()).countAtOrAbove(counts);
    });
}
void automatic(benchmark::State& state)
{
    countOneCore(state, countAngles);
}
BENCHMARK(loop)->Unit(benchmark::kMillisecond)->ArgsProduct({{13, 16, 18}, {360, 65536}});

// Each position as often as a recording has it.
void countedPositions(benchmark::State& state)
{
    const PositionSet positions = PositionSet::counted(std::vector<std::uint64_t>(std::size_t{1} << state.range(0), 3));
    countOneCore(
        state, [&positions](Turn turn, const PositionSet&, std::span<std::uint64_t> counts) { countByLoop(turn, positions, counts); });
}
BENCHMARK(countedPositions)->Unit(benchmark::kMillisecond)->ArgsProduct({{13, 16, 18}, {360}});
BENCHMARK(floorSumInIntegers)->Unit(benchmark::kMillisecond)->ArgsProduct({{13, 17, 20, 30, 40}, {360}});
BENCHMARK(floorSum)
    ->Unit(benchmark::kMillisecond)
    ->ArgsProduct({{13, 17, 20, 30, 40}, {360}, benchmark::CreateDenseRange(0, static_cast<int>(instructionSets().size()) - 1, 1)});
BENCHMARK(weightedFloorSum)
    ->Unit(benchmark::kMillisecond)
    ->ArgsProduct({{13, 17, 20, 30}, {360}, benchmark::CreateDenseRange(0, static_cast<int>(instructionSets().size()) - 1, 1)});
BENCHMARK(automatic)->Unit(benchmark::kMillisecond)->ArgsProduct({{13, 17, 20, 30}, {90, 360, 4096}});

void engineHistograms(benchmark::State& state)
{
    const auto engine = makeCpuEngine();
    const std::vector<Turn> turns = llama2Turns(2.0);
    for (auto _ : state) {
        EngineRun run;
        benchmark::DoNotOptimize(engine->histograms(turns, PositionSet::uniform(std::int64_t{1} << state.range(0)), 360, run));
    }
}
BENCHMARK(engineHistograms)->Unit(benchmark::kMillisecond)->UseRealTime()->Arg(13)->Arg(30);

void disturbances(benchmark::State& state)
{
    const auto engine = makeCpuEngine();
    EngineRun run;
    const AngleHistograms before = *engine->histograms(llama2Turns(1.0), PositionSet::uniform(4096), 360, run);
    const AngleHistograms after = *engine->histograms(llama2Turns(2.0), PositionSet::uniform(8192), 360, run);
    const DivergenceInfo& info = divergences()[static_cast<std::size_t>(state.range(0))];
    state.SetLabel(std::string(info.name));
    for (auto _ : state) {
        benchmark::DoNotOptimize(engine->disturbances({info.divergence, defaultEpsilon}, before, after, run));
    }
}
// One core, one dimension at a time. Arguments: which divergence, which instruction set.
void divergence(benchmark::State& state)
{
    const DivergenceInfo& info = divergences()[static_cast<std::size_t>(state.range(0))];
    const InstructionSet set = instructionSets()[static_cast<std::size_t>(state.range(1))];
    state.SetLabel(std::string(info.name) + " " + std::string(nameOf(set)));
    std::vector<std::uint64_t> before(360);
    std::vector<std::uint64_t> after(360);
    countByFloorSum(turnOf(0.03), 4096, before);
    countByFloorSum(turnOf(0.02), 131072, after);
    for (auto _ : state) {
        benchmark::DoNotOptimize(disturbance(info.divergence, {before, 4096}, {after, 131072}, defaultEpsilon, set));
    }
}
BENCHMARK(divergence)
    ->ArgsProduct(
        {benchmark::CreateDenseRange(0, 4, 1), benchmark::CreateDenseRange(0, static_cast<int>(instructionSets().size()) - 1, 1)});
BENCHMARK(disturbances)->Unit(benchmark::kMillisecond)->UseRealTime()->DenseRange(0, 5);

// 64 dimensions x 512 factors x 360 intervals at L′ = 131072: the bar is 2 s on two cores.
void landscape(benchmark::State& state)
{
    const auto engine = makeCpuEngine();
    const auto source = llama2Source();
    AnalysisSettings settings = defaultSettings(*source);
    settings.targetLength = std::int64_t{1} << state.range(0);
    const auto analysis = *analyze(*engine, source, settings);
    for (auto _ : state) {
        benchmark::DoNotOptimize(computeLandscape(*engine, *analysis));
    }
}
BENCHMARK(landscape)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime()->Arg(13)->Arg(17)->Arg(30);

void lengthSweep(benchmark::State& state)
{
    const auto engine = makeCpuEngine();
    const auto source = llama2Source();
    const auto analysis = *analyze(*engine, source, defaultSettings(*source));
    for (auto _ : state) {
        benchmark::DoNotOptimize(sweepLengths(*engine, *analysis));
    }
}
BENCHMARK(lengthSweep)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime();

// Bytes a second of float32 [65536, 64] a thread, in memory.
void recordedAngles(benchmark::State& state)
{
    std::mt19937 random(1);
    std::uniform_real_distribution<float> angle(0.0F, 6.28F);
    std::vector<float> angles(std::size_t{65536} * 64);
    for (float& value : angles) {
        value = angle(random);
    }
    for (auto _ : state) {
        AngleHistograms histograms(64, 360);
        benchmark::DoNotOptimize(addRecordedAngles(angles, histograms));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(angles.size() * sizeof(float)));
}
BENCHMARK(recordedAngles)->Unit(benchmark::kMillisecond)->UseRealTime()->Threads(1)->Threads(2);

} // namespace
