// SPDX-License-Identifier: GPL-3.0-or-later
// The kernels alone, with the data on the device: recorded angles against the measured copy bandwidth and CUB's histogram, and the
// landscape against its integer operations. Prints a table; asserts nothing.
#include "core/angle/recorded_angle.h"
#include "gpu/device_block.h"
#include "gpu/kernels.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cub/device/device_histogram.cuh>
#include <cuda_runtime.h>
#include <utility>
#include <vector>

using namespace rotascope;
using namespace rotascope::gpu;

namespace {

constexpr int runs = 20;
constexpr std::uint32_t intervals = 360;
constexpr std::uint32_t dimensions = 64;

void must(cudaError_t error, const char* what)
{
    if (error != cudaSuccess) {
        std::fprintf(stderr, "%s: %s\n", what, cudaGetErrorString(error));
        std::exit(1);
    }
}

template <class T> T* allocate(std::size_t count)
{
    void* memory = nullptr;
    must(cudaMalloc(&memory, count * sizeof(T)), "cudaMalloc");
    return static_cast<T*>(memory);
}

template <class K> void launch(const K& kernel, unsigned blocks, unsigned threads)
{
    const std::size_t shared = kernel.sharedBytes();
    if (shared > 48 * 1024) {
        must(cudaFuncSetAttribute(runKernel<K>, cudaFuncAttributeMaxDynamicSharedMemorySize, static_cast<int>(shared)), "shared memory");
    }
    runKernel<K><<<blocks, threads, shared>>>(kernel);
    must(cudaGetLastError(), "launch");
}

// The median time of one run, in seconds, by events of the device.
template <class Work> double seconds(const Work& work)
{
    cudaEvent_t begin{};
    cudaEvent_t end{};
    must(cudaEventCreate(&begin), "event");
    must(cudaEventCreate(&end), "event");
    work();
    std::vector<float> times(runs);
    for (float& time : times) {
        must(cudaEventRecord(begin), "record");
        work();
        must(cudaEventRecord(end), "record");
        must(cudaEventSynchronize(end), "synchronize");
        must(cudaEventElapsedTime(&time, begin, end), "elapsed");
    }
    std::sort(times.begin(), times.end());
    return times[runs / 2] / 1e3;
}

__global__ void fillAngles(float* angles, std::size_t count)
{
    for (std::size_t i = blockIdx.x * std::size_t{blockDim.x} + threadIdx.x; i < count; i += std::size_t{gridDim.x} * blockDim.x) {
        const std::uint64_t mixed = (i + 1) * 0x9E3779B97F4A7C15ULL;
        angles[i] = static_cast<float>(static_cast<double>(mixed >> 11) * 0x1p-53 * 6.283185307179586);
    }
}

void recordedAngles(const cudaDeviceProp& device)
{
    const std::size_t rows = std::size_t{1} << 22; // 1 GiB
    const std::size_t count = rows * dimensions;
    auto* const angles = allocate<float>(count);
    auto* const copy = allocate<float>(count);
    auto* const counts = allocate<std::uint64_t>(dimensions * intervals);
    auto* const bad = allocate<std::uint32_t>(1);
    must(cudaMemset(bad, 0, sizeof *bad), "memset");
    must(cudaMemset(counts, 0, dimensions * intervals * sizeof *counts), "memset");
    fillAngles<<<4096, 256>>>(angles, count);
    const double bytes = static_cast<double>(count) * sizeof(float);

    const double copied = seconds([&] { must(cudaMemcpyAsync(copy, angles, count * sizeof(float), cudaMemcpyDeviceToDevice), "copy"); });
    const double bandwidth = 2.0 * bytes / copied; // read and written
    std::printf("%-44s %9.1f GB/s (read + write)\n", "copy on the device", bandwidth / 1e9);

    for (const std::uint32_t groupShift : {5U, 4U, 3U}) {
        const std::size_t shared = CountRecorded::counterBytes(intervals, groupShift);
        const std::size_t groups = dimensions >> groupShift;
        const std::size_t wanted
            = std::min(LaunchBounds<CountRecorded>::blocksAtOnce, device.maxThreadsPerMultiProcessor / LaunchBounds<CountRecorded>::threads)
            * static_cast<std::size_t>(device.multiProcessorCount) / groups;
        const std::size_t chunk = (rows + wanted - 1) / wanted;
        const CountRecorded kernel{
            angles, rows, chunk, dimensions, groupShift, intervals, dimensions, true, intervalsPerRadian(intervals), counts, bad};
        const auto blocks = static_cast<unsigned>(groups * ((rows + chunk - 1) / chunk));
        const double counted = seconds([&] { launch(kernel, blocks, LaunchBounds<CountRecorded>::threads); });
        std::printf("recorded angles [2^22, 64], %2u dimensions a block %7.1f GB/s, %5.1f %% of the copy bandwidth (%zu KiB shared)\n",
            1U << groupShift, bytes / counted / 1e9, 100.0 * bytes / counted / bandwidth, shared >> 10);
    }

    auto* const bins = allocate<int>(intervals);
    std::size_t scratchBytes = 0;
    const auto cub = [&](void* scratch) {
        return cub::DeviceHistogram::HistogramEven(
            scratch, scratchBytes, angles, bins, static_cast<int>(intervals) + 1, 0.0F, 6.2831855F, static_cast<int>(count));
    };
    must(cub(nullptr), "cub");
    auto* const scratch = allocate<char>(scratchBytes);
    const double cubTime = seconds([&] { must(cub(scratch), "cub"); });
    std::printf("%-44s %9.1f GB/s (one histogram of all, in place of 64)\n", "cub::DeviceHistogram::HistogramEven", bytes / cubTime / 1e9);
    for (void* const memory : {static_cast<void*>(angles), static_cast<void*>(copy), static_cast<void*>(counts), static_cast<void*>(bad),
             static_cast<void*>(bins), static_cast<void*>(scratch)}) {
        cudaFree(memory);
    }
}

void landscape()
{
    constexpr std::size_t factors = 512;
    constexpr std::size_t count = dimensions * factors;
    std::vector<Rotation> rotations;
    for (std::uint32_t i = 0; i < dimensions; ++i) {
        for (std::size_t k = 0; k < factors; ++k) {
            const double factor = std::pow(48.0, static_cast<double>(k) / (factors - 1));
            const double turns = std::pow(10000.0, -static_cast<double>(i) / dimensions) / factor / 6.283185307179586;
            rotations.push_back({Turn{static_cast<std::uint64_t>(std::ldexp(turns, 64))}, 131072, i});
        }
    }
    std::vector<std::uint64_t> rows(dimensions * intervals, 11);
    std::vector<std::uint64_t> totals(dimensions, 11 * intervals);
    auto* const deviceRotations = allocate<Rotation>(count);
    auto* const levels = allocate<FloorSumLevel>(count * maxFloorSumLevels);
    auto* const before = allocate<std::uint64_t>(rows.size());
    auto* const deviceTotals = allocate<std::uint64_t>(totals.size());
    auto* const result = allocate<double>(count);
    must(cudaMemcpy(deviceRotations, rotations.data(), count * sizeof(Rotation), cudaMemcpyHostToDevice), "upload");
    must(cudaMemcpy(before, rows.data(), rows.size() * sizeof(std::uint64_t), cudaMemcpyHostToDevice), "upload");
    must(cudaMemcpy(deviceTotals, totals.data(), totals.size() * sizeof(std::uint64_t), cudaMemcpyHostToDevice), "upload");
    const double finding = seconds([&] { launch(FindLevels{deviceRotations, count, levels}, count / 128, 128); });
    for (const auto& [divergence, name] : {std::pair{Divergence::KullbackLeibler, "kl"}, std::pair{Divergence::JensenShannon, "js"},
             std::pair{Divergence::Wasserstein, "wasserstein"}}) {
        const CompareRotations compare{divergence, 1e-12, intervals, before, deviceTotals, deviceRotations, levels, count, nullptr, result};
        const double comparing = seconds([&] { launch(compare, count, 256); });
        std::printf("landscape 64 x 512 x 360, L′ = 131072, %s: levels %.3f ms, comparing %.3f ms, together %.3f ms (bar: 16)\n", name,
            1e3 * finding, 1e3 * comparing, 1e3 * (finding + comparing));
    }
    for (const unsigned threads : {64U, 128U, 192U}) {
        const CompareRotations compare{
            Divergence::KullbackLeibler, 1e-12, intervals, before, deviceTotals, deviceRotations, levels, count, nullptr, result};
        std::printf("landscape 64 x 512 x 360, L′ = 131072, kl, %u threads a block: comparing %.3f ms (above: 256)\n", threads,
            1e3 * seconds([&] { launch(compare, count, threads); }));
    }
    for (const auto& [counting, name] : {std::pair{CountingMeasure{Counting::Distances}, "distances"},
             std::pair{CountingMeasure{Counting::Distances, 4096}, "distances within 4096"}}) {
        const CompareRotations compare{
            Divergence::KullbackLeibler, 1e-12, intervals, before, deviceTotals, deviceRotations, levels, count, nullptr, result, counting};
        std::printf("landscape 64 x 512 x 360, L′ = 131072, kl, %s: comparing %.3f ms (bar: 16)\n", name,
            1e3 * seconds([&] { launch(compare, count, 256); }));
    }
    for (void* const memory : {static_cast<void*>(deviceRotations), static_cast<void*>(levels), static_cast<void*>(before),
             static_cast<void*>(deviceTotals), static_cast<void*>(result)}) {
        cudaFree(memory);
    }
}

// Histograms of 64 dimensions at 48 lengths: in one launch, and in one for each length.
void manyLengths()
{
    constexpr std::size_t lengths = 48;
    constexpr std::size_t count = dimensions * lengths;
    std::vector<Rotation> rotations;
    for (std::size_t k = 1; k <= lengths; ++k) {
        for (std::uint32_t i = 0; i < dimensions; ++i) {
            const double turns = std::pow(10000.0, -static_cast<double>(i) / dimensions) / 6.283185307179586;
            rotations.push_back({Turn{static_cast<std::uint64_t>(std::ldexp(turns, 64))}, static_cast<std::int64_t>(2730 * k), 0});
        }
    }
    auto* const deviceRotations = allocate<Rotation>(count);
    auto* const levels = allocate<FloorSumLevel>(count * maxFloorSumLevels);
    auto* const counts = allocate<std::uint64_t>(count * intervals);
    must(cudaMemcpy(deviceRotations, rotations.data(), count * sizeof(Rotation), cudaMemcpyHostToDevice), "upload");
    for (const CountingMeasure counting : {CountingMeasure{}, CountingMeasure{Counting::Distances}}) {
        const auto sum = [&](std::size_t first, std::size_t some) {
            launch(FindLevels{deviceRotations + first, some, levels}, static_cast<unsigned>((some + 127) / 128), 128);
            launch(CountBetweenEdges{deviceRotations + first, levels, intervals, counts, counting},
                static_cast<unsigned>(some * CountBetweenEdges::parts(intervals)), CountBetweenEdges::threads);
        };
        const double atOnce = seconds([&] { sum(0, count); });
        const double oneByOne = seconds([&] {
            for (std::size_t k = 0; k < lengths; ++k) {
                sum(k * dimensions, dimensions);
            }
        });
        std::printf("64 x 360 at 48 lengths up to 131072, %s: one launch %.3f ms, one for each %.3f ms\n",
            counting.counting == Counting::Positions ? "positions" : "distances", 1e3 * atOnce, 1e3 * oneByOne);
    }
    for (void* const memory : {static_cast<void*>(deviceRotations), static_cast<void*>(levels), static_cast<void*>(counts)}) {
        cudaFree(memory);
    }
}

// From which length on the floor sum is cheaper than visiting each position: what loopIsCheaper() estimates.
void loopOrFloorSum(const cudaDeviceProp& device)
{
    std::vector<Turn> turns;
    for (std::uint32_t i = 0; i < dimensions; ++i) {
        const double inTurns = std::pow(10000.0, -static_cast<double>(i) / dimensions) / 6.283185307179586;
        turns.push_back(Turn{static_cast<std::uint64_t>(std::ldexp(inTurns, 64))});
    }
    auto* const deviceTurns = allocate<Turn>(dimensions);
    auto* const rotations = allocate<Rotation>(dimensions);
    auto* const levels = allocate<FloorSumLevel>(dimensions * maxFloorSumLevels);
    auto* const counts = allocate<std::uint64_t>(dimensions * intervals);
    must(cudaMemcpy(deviceTurns, turns.data(), dimensions * sizeof(Turn), cudaMemcpyHostToDevice), "upload");
    for (int power = 12; power <= 22; power += 2) {
        const std::uint64_t length = std::uint64_t{1} << power;
        std::vector<Rotation> lengths;
        for (const Turn turn : turns) {
            lengths.push_back({turn, static_cast<std::int64_t>(length), 0});
        }
        must(cudaMemcpy(rotations, lengths.data(), dimensions * sizeof(Rotation), cudaMemcpyHostToDevice), "upload");
        const std::uint64_t wanted = 8 * device.multiProcessorCount / dimensions;
        const std::uint64_t chunk = std::max<std::uint64_t>((length + wanted - 1) / wanted, 4096);
        const CountPositions<std::uint32_t> visit{deviceTurns, dimensions, nullptr, 0, length, chunk, intervals, true, counts};
        const double visiting = seconds([&] { launch(visit, static_cast<unsigned>(dimensions * ((length + chunk - 1) / chunk)), 256); });
        const double summing = seconds([&] {
            launch(FindLevels{rotations, dimensions, levels}, 1, 128);
            launch(CountBetweenEdges{rotations, levels, intervals, counts}, dimensions * CountBetweenEdges::parts(intervals),
                CountBetweenEdges::threads);
        });
        std::printf("64 x 360, L′ = 2^%d: visiting each position %.4f ms, floor sums %.4f ms\n", power, 1e3 * visiting, 1e3 * summing);
    }
    for (void* const memory :
        {static_cast<void*>(deviceTurns), static_cast<void*>(rotations), static_cast<void*>(levels), static_cast<void*>(counts)}) {
        cudaFree(memory);
    }
}

} // namespace

int main()
{
    cudaDeviceProp device{};
    if (const cudaError_t error = cudaGetDeviceProperties(&device, 0); error != cudaSuccess) {
        std::fprintf(stderr, "no CUDA device: %s\n", cudaGetErrorString(error));
        return 77;
    }
    std::printf("%s, %d multiprocessors, compute capability %d.%d\n", device.name, device.multiProcessorCount, device.major, device.minor);
    recordedAngles(device);
    landscape();
    manyLengths();
    loopOrFloorSum(device);
    return 0;
}
