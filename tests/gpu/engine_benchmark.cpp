// SPDX-License-Identifier: GPL-3.0-or-later
// The engines side by side, from the call to the answer: where the GPU begins to pay, landscapes, many lengths in one request, a step of
// the slider of L′, recorded angles from the memory of the host. Needs no library; prints a table; asserts nothing.
#include "core/analysis/landscape.h"
#include "core/analysis/length_sweep.h"
#include "core/engine/cpu_engine.h"
#include "core/engine/delegating_engine.h"
#include "tests/core/analysis/llama2_source.h"
#include "tests/gpu/engines_under_test.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <random>
#include <string>
#include <vector>

using namespace rotascope;

namespace {

// The median of some runs, in milliseconds, after one that warms up.
double milliseconds(const std::function<bool()>& work)
{
    constexpr int runs = 7;
    if (!work()) {
        return std::nan("");
    }
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        if (!work()) {
            return std::nan("");
        }
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        if (times.back() > 2000.0) {
            break; // long enough to be sure of
        }
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

// LLaMA-2's 64 dimensions at a factor.
std::vector<Turn> turnsAt(double factor)
{
    std::vector<Turn> turns(64);
    for (std::size_t i = 0; i < turns.size(); ++i) {
        turns[i] = turnOf(std::pow(10000.0, -static_cast<double>(i) / 64.0), factor);
    }
    return turns;
}

void printRow(const std::string& what, const std::function<bool(Engine&)>& work, const std::vector<std::shared_ptr<Engine>>& engines)
{
    std::printf("%-52s", what.c_str());
    for (const auto& engine : engines) {
        if (engine) {
            std::printf(" %11.3f", milliseconds([&] { return work(*engine); }));
        } else {
            std::printf(" %11s", "-");
        }
    }
    std::printf("\n");
    std::fflush(stdout);
}

// One core, with each instruction set that it has.
void printFloorSums()
{
    const std::vector<Turn> turns = turnsAt(2.0);
    std::vector<std::uint64_t> counts(360);
    for (const int power : {13, 17, 30}) {
        const CountedRange distances = CountingMeasure{Counting::Distances}.over(std::int64_t{1} << power);
        for (const InstructionSet set : instructionSets()) {
            const double plain = milliseconds([&] {
                std::ranges::for_each(turns, [&](Turn turn) { countByFloorSum(turn, std::int64_t{1} << power, counts, set); });
                return true;
            });
            const double weighted = milliseconds([&] {
                std::ranges::for_each(turns, [&](Turn turn) { countByWeightedFloorSum(turn, distances, counts, set); });
                return true;
            });
            std::printf("64 x 360 on one core, L′ = 2^%d, %s: positions %.3f ms, distances %.3f ms\n", power,
                std::string(nameOf(set)).c_str(), plain, weighted);
        }
    }
}

// Short contexts at many lengths, as a length sweep wants them: one request, and one for each length.
void printManyLengths(const std::vector<std::shared_ptr<Engine>>& engines)
{
    constexpr std::int64_t lengths = 48;
    const std::vector<Turn> turns = turnsAt(1.0);
    std::vector<Rotation> rotations;
    for (std::int64_t k = 1; k <= lengths; ++k) {
        for (const Turn turn : turns) {
            rotations.push_back({turn, 85 * k, 0});
        }
    }
    printRow(
        "histograms 64 x 360 at 48 lengths, one request",
        [&](Engine& engine) {
            EngineRun run;
            return engine.rotationHistograms({}, rotations, 360, run).has_value();
        },
        engines);
    printRow(
        "the same, a request a length",
        [&](Engine& engine) {
            EngineRun run;
            bool isGood = true;
            for (std::int64_t k = 1; k <= lengths; ++k) {
                isGood = isGood && engine.histograms(turns, PositionSet::uniform(85 * k), 360, run);
            }
            return isGood;
        },
        engines);
}

// What follows the slider of L′ in the window: all tables, the landscape, the length sweep.
void printSliderStep(const std::vector<std::shared_ptr<Engine>>& engines)
{
    const auto source = llama2Source();
    for (const CountingMeasure& counting : {CountingMeasure{}, CountingMeasure{Counting::Distances}}) {
        const std::string by = counting.counting == Counting::Positions ? "" : ", distances";
        AnalysisSettings settings = defaultSettings(*source);
        settings.counting = counting;
        const auto before = *analyze(*engines[0], source, settings);
        settings.targetLength = 131072;
        const auto analysis = *analyze(*engines[0], source, settings, before);
        printRow(
            "another L′: 131072, all tables" + by, [&](Engine& engine) { return analyze(engine, source, settings, before).has_value(); },
            engines);
        printRow(
            "its landscape 64 x 512 x 360" + by, [&](Engine& engine) { return computeLandscape(engine, *analysis).has_value(); }, engines);
        printRow(
            "its length sweep, " + std::to_string(analysis->methods.size() + 1) + " tables" + by,
            [&](Engine& engine) { return sweepLengths(engine, *analysis).has_value(); }, engines);
    }
}

// What "auto" decides by.
void printSpeed(Engine& engine, WorkKind kind, const char* name)
{
    if (const Expected<EngineSpeed> speed = measureSpeed(engine, kind)) {
        std::printf("%s: latency %.3f ms, %.4f s for each second of one core's work, %s\n", engine.info().name.c_str(),
            1e3 * speed->latency, speed->secondsPerWork, name);
    }
}

} // namespace

int main()
{
    const EngineUnderTest cuda = engineUnderTest("cuda");
    const std::vector<std::shared_ptr<Engine>> engines = {makeCpuEngine(), cuda.engine};
    std::printf("cpu: %s\ncuda: %s\n\n", engines[0]->info().device.c_str(),
        cuda.engine ? cuda.engine->info().device.c_str() : cuda.unavailable.c_str());
    std::printf("%-52s %11s %11s\n", "milliseconds, median of 7", "cpu", "cuda");

    const std::vector<Turn> turns = turnsAt(2.0);
    for (int power = 10; power <= 30; power += 2) {
        printRow(
            "histograms 64 x 360, uniform, L′ = 2^" + std::to_string(power),
            [&](Engine& engine) {
                EngineRun run;
                return engine.histograms(turns, PositionSet::uniform(std::int64_t{1} << power), 360, run).has_value();
            },
            engines);
    }
    for (int power = 10; power <= 22; power += 4) {
        const PositionSet counted = PositionSet::counted(std::vector<std::uint64_t>(std::size_t{1} << power, 3));
        printRow(
            "histograms 64 x 360, counted, 2^" + std::to_string(power) + " positions",
            [&](Engine& engine) {
                EngineRun run;
                return engine.histograms(turns, counted, 360, run).has_value();
            },
            engines);
    }
    EngineRun reference;
    for (const std::uint32_t intervals : {360U, 65536U}) {
        const AngleHistograms before = *engines[0]->histograms(turnsAt(1.0), PositionSet::uniform(4096), intervals, reference);
        const std::size_t factors = intervals == 360 ? 512 : 8;
        std::vector<Rotation> rotations;
        for (std::uint32_t i = 0; i < 64; ++i) {
            for (std::size_t k = 0; k < factors; ++k) {
                const double factor = std::pow(48.0, static_cast<double>(k) / static_cast<double>(factors - 1));
                rotations.push_back({turnOf(std::pow(10000.0, -static_cast<double>(i) / 64.0), factor), 131072, i});
            }
        }
        printRow(
            "landscape 64 x " + std::to_string(factors) + " x " + std::to_string(intervals) + ", L′ = 131072",
            [&](Engine& engine) {
                EngineRun run;
                return engine.rotationDisturbances({}, before, rotations, run).has_value();
            },
            engines);
    }
    printManyLengths(engines);
    printSliderStep(engines);
    std::mt19937 random(1);
    std::uniform_real_distribution<float> angle(0.0F, 6.28F);
    for (const std::size_t rows : {std::size_t{1} << 14, std::size_t{1} << 18, std::size_t{1} << 21}) {
        std::vector<float> values(rows * 64);
        std::ranges::generate(values, [&] { return angle(random); });
        const AnglesInMemory angles(std::move(values), 64, std::size_t{1} << 16, 64);
        printRow(
            "recorded angles [" + std::to_string(rows) + ", 64] from memory, " + std::to_string(rows * 256 >> 20) + " MiB",
            [&](Engine& engine) {
                EngineRun run;
                return engine.recordedHistograms(angles, 360, run).has_value();
            },
            engines);
    }
    for (const auto& engine : engines) {
        if (engine) {
            printSpeed(*engine, WorkKind::Arithmetic, "arithmetic");
            printSpeed(*engine, WorkKind::CountedPositions, "counted positions");
            printSpeed(*engine, WorkKind::RecordedAngles, "recorded angles");
        }
    }
    printFloorSums();
    return 0;
}
