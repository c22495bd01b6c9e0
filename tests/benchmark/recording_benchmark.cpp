// SPDX-License-Identifier: GPL-3.0-or-later
// Counting positions and recorded angles of a file, beside a plain H5Dread of the same dataset, in one run; all warm.
// The files have our own layout: [ROWS, 64] float32 angles (2^18 unless told: 64 MiB), 2^24 positions (128 MiB). Of a FILE the angles are
// counted, beside a read of all of them at once into new memory, as h5py's dataset[()] does it.
#include "core/angle/angle_errors.h"
#include "core/angle/fine_histograms.h"
#include "core/recording/recording_reader.h"
#include "core/recording/recording_writer.h"
#include "tests/benchmark/figures.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <hdf5.h>
#include <memory>

using namespace rotascope;

namespace {

struct Time {
    double wall = 0; // ms
    double processor = 0; // ms, of all threads
};

Time timeOf(const std::function<void()>& work)
{
    const auto begin = std::chrono::steady_clock::now();
    const std::clock_t processor = std::clock();
    work();
    return {std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count(),
        static_cast<double>(std::clock() - processor) * 1e3 / CLOCKS_PER_SEC};
}

// The whole dataset in row slabs, into one buffer: what any reader of the file must do at least.
void plainRead(const std::string& file, const char* dataset, hid_t type, std::size_t valueSize)
{
    const hid_t access = H5Pcreate(H5P_FILE_ACCESS);
    H5Pset_file_locking(access, false, true);
    const hid_t handle = H5Fopen(file.c_str(), H5F_ACC_RDONLY, access);
    const hid_t set = H5Dopen2(handle, dataset, H5P_DEFAULT);
    const hid_t space = H5Dget_space(set);
    hsize_t extent[2] = {1, 1};
    const int rank = H5Sget_simple_extent_dims(space, extent, nullptr);
    const hsize_t slab = rank == 1 ? 1U << 20U : 16384;
    std::vector<char> buffer(slab * extent[1] * valueSize);
    for (hsize_t first = 0; first < extent[0]; first += slab) {
        const hsize_t start[2] = {first, 0};
        const hsize_t count[2] = {std::min(slab, extent[0] - first), extent[1]};
        const hid_t memory = H5Screate_simple(rank, count, nullptr);
        H5Sselect_hyperslab(space, H5S_SELECT_SET, start, nullptr, count, nullptr);
        H5Dread(set, type, memory, space, H5P_DEFAULT, buffer.data());
        H5Sclose(memory);
    }
    H5Sclose(space);
    H5Dclose(set);
    H5Fclose(handle);
    H5Pclose(access);
}

void readAtOnce(const std::string& file, const char* dataset)
{
    const hid_t access = H5Pcreate(H5P_FILE_ACCESS);
    H5Pset_file_locking(access, false, true);
    const hid_t handle = H5Fopen(file.c_str(), H5F_ACC_RDONLY, access);
    const hid_t set = H5Dopen2(handle, dataset, H5P_DEFAULT);
    const hid_t space = H5Dget_space(set);
    const auto values = static_cast<std::size_t>(H5Sget_simple_extent_npoints(space));
    const std::unique_ptr<float[]> all = std::make_unique_for_overwrite<float[]>(values); // NOLINT(modernize-avoid-c-arrays): not filled
    H5Dread(set, H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, all.get());
    H5Sclose(space);
    H5Dclose(set);
    H5Fclose(handle);
    H5Pclose(access);
}

double medianOf(std::vector<double> times)
{
    std::ranges::sort(times);
    return times[times.size() / 2];
}

void compare(const std::string& what, double bytes, const std::function<void()>& plain, const std::function<void()>& ours)
{
    std::vector<double> plainTimes;
    std::vector<double> ourTimes;
    std::vector<double> plainProcessor;
    std::vector<double> ourProcessor;
    for (int i = 0; i < 7; ++i) { // in turn, so that both see the same machine
        const Time plainTime = timeOf(plain);
        const Time ourTime = timeOf(ours);
        plainTimes.push_back(plainTime.wall);
        plainProcessor.push_back(plainTime.processor);
        ourTimes.push_back(ourTime.wall);
        ourProcessor.push_back(ourTime.processor);
    }
    printFigures((what + ", plain H5Dread").c_str(), plainTimes);
    printFigures((what + ", counted").c_str(), ourTimes);
    std::printf("    plain %.0f MB/s, counted %.0f MB/s: %.2f of the plain speed; of the processors %.0f and %.0f ms\n",
        bytes / medianOf(plainTimes) * 1e-3, bytes / medianOf(ourTimes) * 1e-3, medianOf(plainTimes) / medianOf(ourTimes),
        medianOf(plainProcessor), medianOf(ourProcessor));
}

int compareFile(const std::string& file)
{
    const auto reader = RecordingReader::open(file);
    if (!reader || !(*reader)->info().ropes.front().hasAngles) {
        std::fprintf(stderr, "%s has no angles, or is no recording\n", file.c_str());
        return 1;
    }
    const RecordedRope& rope = (*reader)->info().ropes.front();
    const double bytes = static_cast<double>(rope.angleTokens) * static_cast<double>(rope.rope.dimensions()) * 4;
    for (const std::uint32_t intervals : {360U, fineIntervals}) {
        compare(
            std::to_string(intervals) + " intervals", bytes, [&] { readAtOnce(file, ("/ropes/" + rope.name + "/angles").c_str()); },
            [&] { (void)(*RecordingReader::open(file))->angleHistograms(0, intervals).value(); });
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc > 1 && std::filesystem::exists(argv[1])) {
        return compareFile(argv[1]);
    }
    const auto folder = std::filesystem::temp_directory_path() / "rotascope-recording-benchmark";
    std::filesystem::create_directories(folder);
    RopeConfig rope{.modelId = "llama-2", .ropeTheta = 10000.0, .headDim = 128, .rotaryDim = 128, .invFreq = standardInvFreq(10000.0, 128)};
    const std::string angles = folder / "angles.h5";
    const std::string positions = folder / "positions.h5";
    const std::int64_t angleRows = argc > 1 ? std::atoll(argv[1]) : std::int64_t{1} << 18;
    constexpr std::int64_t positionRows = 1 << 24;
    if (!writeRecording({.rope = rope, .length = angleRows, .withAngles = true, .created = {}}, angles)
        || !writeRecording({.rope = rope, .length = positionRows, .withAngles = false, .created = {}}, positions)) {
        std::fprintf(stderr, "cannot write to %s\n", folder.c_str());
        return 1;
    }
    compare(
        "positions [2^24]", positionRows * 8.0, [&] { plainRead(positions, "/positions", H5T_NATIVE_INT64, 8); },
        [&] { (void)(*RecordingReader::open(positions))->countPositions().value(); });
    compare(
        "angles [rows, 64]", static_cast<double>(angleRows) * 64 * 4, [&] { plainRead(angles, "/ropes/main/angles", H5T_NATIVE_FLOAT, 4); },
        [&] { (void)(*RecordingReader::open(angles))->angleHistograms(0, 360).value(); });
    std::vector<Turn> turns;
    std::ranges::transform(rope.invFreq, std::back_inserter(turns), [](double frequency) { return turnOf(frequency); });
    compare(
        "the same against ideal angles", static_cast<double>(angleRows) * 64 * 4,
        [&] { plainRead(angles, "/ropes/main/angles", H5T_NATIVE_FLOAT, 4); },
        [&] {
            (void)measureErrors(*(*RecordingReader::open(angles))->recordedRows(0), {turns}, PositionSpans::of(angleRows, 64), {}).value();
        });
    std::filesystem::remove_all(folder);
    return 0;
}
