// SPDX-License-Identifier: GPL-3.0-or-later
// rotascope-mpi-count FILE... -o COUNTS.h5: what `rotascope-cli count` becomes under mpirun. Each process counts its share of each file,
// one reduction adds the shares, process 0 writes: the same file, to the byte, as one process makes.
#include "core/files/escape.h"
#include "core/files/output_file.h"
#include "core/recording/counted_recording.h"
#include "core/recording/recording_reader.h"
#include "core/recording/recording_writer.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <mpi.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace rotascope;

namespace {

int rank()
{
    int rank = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    return rank;
}

int processes()
{
    int size = 1;
    MPI_Comm_size(MPI_COMM_WORLD, &size);
    return size;
}

// The first process that failed, and its error, for all processes; none where all went well.
std::optional<Error> firstError(const std::optional<Error>& own)
{
    const int candidate = own ? rank() : processes();
    int first = candidate;
    MPI_Allreduce(&candidate, &first, 1, MPI_INT, MPI_MIN, MPI_COMM_WORLD);
    if (first == processes()) {
        return {};
    }
    Error error = own.value_or(Error{});
    int kind = static_cast<int>(error.kind);
    std::string message = error.message;
    auto size = static_cast<int>(message.size());
    MPI_Bcast(&kind, 1, MPI_INT, first, MPI_COMM_WORLD);
    MPI_Bcast(&size, 1, MPI_INT, first, MPI_COMM_WORLD);
    message.resize(static_cast<std::size_t>(size));
    MPI_Bcast(message.data(), size, MPI_CHAR, first, MPI_COMM_WORLD);
    error.message = message;
    error.kind = static_cast<ErrorKind>(kind);
    return error;
}

// The sums over all processes, at process 0. The counts have the same size everywhere.
void addUp(std::uint64_t* counts, std::size_t size)
{
    constexpr std::size_t most = std::size_t{1} << 24; // a message of 128 MiB
    for (std::size_t first = 0; first < size; first += most) {
        const auto count = static_cast<int>(std::min(most, size - first));
        const bool isRoot = rank() == 0;
        MPI_Reduce(
            isRoot ? MPI_IN_PLACE : counts + first, isRoot ? counts + first : nullptr, count, MPI_UINT64_T, MPI_SUM, 0, MPI_COMM_WORLD);
    }
}

void addUp(PositionSet& positions)
{
    auto size = static_cast<std::uint64_t>(positions.end()); // countRecording() refuses those that reach too far
    MPI_Allreduce(MPI_IN_PLACE, &size, 1, MPI_UINT64_T, MPI_MAX, MPI_COMM_WORLD);
    std::vector<std::uint64_t> counts(size);
    positions.copyTo(0, counts);
    addUp(counts.data(), counts.size());
    positions = PositionSet::counted(counts);
}

void addUp(AngleHistograms& angles)
{
    std::vector<std::uint64_t> totals;
    for (std::size_t dimension = 0; dimension < angles.dimensions(); ++dimension) {
        addUp(angles.counts(dimension).data(), angles.intervals());
        totals.push_back(angles.total(dimension));
    }
    addUp(totals.data(), totals.size());
    for (std::size_t dimension = 0; dimension < totals.size(); ++dimension) {
        angles.setTotal(dimension, totals[dimension]);
    }
}

Expected<CountedRecording> countShare(const std::string& file)
{
    const Share share{static_cast<std::uint64_t>(rank()), static_cast<std::uint64_t>(processes())};
    return RecordingReader::open(file).and_then(
        [&](const std::shared_ptr<RecordingReader>& reader) { return countRecording(*reader, {}, {}, share); });
}

// Whether all processes have the same number.
bool isSame(std::uint64_t number)
{
    std::uint64_t least = number;
    std::uint64_t most = number;
    MPI_Allreduce(MPI_IN_PLACE, &least, 1, MPI_UINT64_T, MPI_MIN, MPI_COMM_WORLD);
    MPI_Allreduce(MPI_IN_PLACE, &most, 1, MPI_UINT64_T, MPI_MAX, MPI_COMM_WORLD);
    return least == most;
}

// What has to be the same everywhere so that counts can be added.
std::uint64_t shapeOf(const CountedRecording& counted)
{
    std::uint64_t shape = counted.positions.size();
    for (const CountedRope& rope : counted.ropes) {
        shape = shape * 1'000'003 + rope.rope.dimensions() * 2 + (rope.angles ? 1 : 0);
    }
    return shape;
}

// Adds a file's counts to the sum, which process 0 has.
std::optional<Error> addFile(const std::string& file, CountsSum& sum)
{
    Expected<CountedRecording> counted = countShare(file);
    if (auto error = firstError(counted ? std::nullopt : std::optional(counted.error()))) {
        return error;
    }
    if (!isSame(shapeOf(*counted))) {
        return Error{ErrorKind::Input, file + ": is not the same file for all processes; expected a folder that all of them share"};
    }
    std::ranges::for_each(counted->positions, [](PositionSet& positions) { addUp(positions); });
    for (CountedRope& rope : counted->ropes) {
        if (rope.angles) {
            addUp(*rope.angles);
        }
    }
    const auto added = rank() == 0 ? sum.add(std::move(*counted), file) : Expected<void>();
    return firstError(added ? std::nullopt : std::optional(added.error()));
}

Expected<void> write(CountsSum& sum, const std::string& output)
{
    std::vector<std::string> notes;
    const CountedRecording counted = sum.take(notes);
    for (const std::string& note : notes) {
        std::fprintf(stderr, "rotascope-cli: note: %s\n", visibleText(note).c_str());
    }
    return writeCounts(counted, output);
}

std::optional<Error> count(const std::vector<std::string>& files, const std::string& output)
{
    CountsSum sum;
    for (const std::string& file : files) {
        if (auto error = addFile(file, sum)) {
            return error;
        }
    }
    const auto written = rank() == 0 ? write(sum, output) : Expected<void>();
    return firstError(written ? std::nullopt : std::optional(written.error()));
}

} // namespace

// Called by rotascope-cli, which has checked the arguments: the output, then the files.
int main(int argc, char** argv)
{
    MPI_Init(&argc, &argv);
    std::optional<Error> error = Error{ErrorKind::Usage, "expected COUNTS.h5 FILE...; use mpirun rotascope-cli count"};
    if (argc > 2) {
        error = count({argv + 2, argv + argc}, argv[1]);
    }
    if (error && rank() == 0) {
        std::fprintf(stderr, "rotascope-cli: %s\n", visibleText(error->message.english()).c_str());
    }
    MPI_Finalize();
    return error ? static_cast<int>(error->kind) : 0;
}
