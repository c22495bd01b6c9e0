// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recording/recording_writer.h"

#include "core/angle/fine_histograms.h"
#include "core/angle/position_set.h"
#include "core/angle/turn.h"
#include "core/files/output_file.h"
#include "core/hdf5/child.h"
#include "core/hdf5/driver.h"
#include "core/hdf5/handle.h"
#include "core/hdf5/member_writer.h"
#include "core/recording/format.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <ctime>
#include <new>
#include <numbers>
#include <span>
#include <system_error>
#include <variant>

namespace rotascope {
namespace {

constexpr const char* producer = "rotascope";

namespace format = recording_format;

using hdf5::MemberWriter;

std::string now()
{
    const std::time_t time = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    gmtime_r(&time, &utc);
    std::array<char, 32> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return {text.data(), length};
}

// The angle of a phase as a model would have recorded it: float32 in [0, 2 pi).
float angleOf(std::uint64_t phase)
{
    const double turns = std::ldexp(static_cast<double>(phase), -64);
    const auto angle = static_cast<float>(turns * (2 * std::numbers::pi));
    return angle < static_cast<float>(2 * std::numbers::pi) ? angle : 0.0F;
}

void writePositions(MemberWriter& writer, hid_t file, std::int64_t length, std::size_t axes)
{
    const auto rows = static_cast<hsize_t>(length);
    const std::array<hsize_t, 2> extents = {rows, axes};
    const std::array<hsize_t, 2> chunk = {std::min(rows, hsize_t{format::positionChunkRows}), axes};
    const std::size_t rank = axes > 1 ? 2 : 1;
    const hdf5::Dataset dataset
        = writer.addDataset(file, format::positions, H5T_STD_I64LE, std::span(extents).first(rank), std::span(chunk).first(rank));
    std::vector<std::int64_t> block(chunk[0] * axes);
    for (hsize_t first = 0; first < rows && writer.ok(); first += chunk[0]) {
        const std::array<hsize_t, 2> start = {first, 0};
        const std::array<hsize_t, 2> count = {std::min(chunk[0], rows - first), axes};
        for (std::size_t i = 0; i < count[0] * axes; ++i) {
            block[i] = static_cast<std::int64_t>(first + i / axes);
        }
        writer.writeBlock(dataset, H5T_NATIVE_INT64, std::span(start).first(rank), std::span(count).first(rank), block.data());
    }
}

// Chunk by chunk, so that each is compressed once and memory does not grow with the number of dimensions.
void writeAngles(MemberWriter& writer, hid_t group, const RopeConfig& rope, std::int64_t length)
{
    const std::array<hsize_t, 2> extents = {static_cast<hsize_t>(length), rope.dimensions()};
    const std::array<hsize_t, 2> chunk
        = {std::min(extents[0], hsize_t{format::angleChunkRows}), std::min(extents[1], hsize_t{format::angleChunkColumns})};
    const hdf5::Dataset dataset = writer.addDataset(group, format::angles, H5T_IEEE_F32LE, extents, chunk);
    std::vector<Turn> turns;
    for (const double frequency : rope.invFreq) {
        turns.push_back(turnOf(frequency));
    }
    std::vector<float> block(chunk[0] * chunk[1]);
    for (hsize_t row = 0; row < extents[0]; row += chunk[0]) {
        for (hsize_t column = 0; column < extents[1] && writer.ok(); column += chunk[1]) {
            const std::array<hsize_t, 2> start = {row, column};
            const std::array<hsize_t, 2> count = {std::min(chunk[0], extents[0] - row), std::min(chunk[1], extents[1] - column)};
            for (std::size_t i = 0; i < count[0] * count[1]; ++i) {
                block[i] = angleOf(phaseAt(turns[column + i % count[1]], row + i / count[1]));
            }
            writer.writeBlock(dataset, H5T_NATIVE_FLOAT, start, count, block.data());
        }
    }
}

// A group for a RoPE, with all but what was recorded of it.
hdf5::Group addRope(MemberWriter& writer, hid_t ropes, const std::string& name, const RopeConfig& rope)
{
    hdf5::Group group = writer.addGroup(ropes, name.c_str());
    if (rope.ropeTheta) {
        writer.addReal(group.id(), format::ropeTheta, *rope.ropeTheta);
    }
    // A configuration may leave head_dim open (0); the format does not.
    writer.addInteger(group.id(), format::headDim, rope.headDim > 0 ? rope.headDim : rope.rotaryDim);
    writer.addInteger(group.id(), format::rotaryDim, rope.rotaryDim);
    if (rope.originalMaxPositionEmbeddings) {
        writer.addInteger(group.id(), format::originalMaxPositionEmbeddings, *rope.originalMaxPositionEmbeddings);
    }
    if (rope.maxPositionEmbeddings) {
        writer.addInteger(group.id(), format::maxPositionEmbeddings, *rope.maxPositionEmbeddings);
    }
    writer.addText(group.id(), format::ropeType, rope.ropeType);
    writer.addReal(group.id(), format::attentionFactor, rope.attentionFactor);
    const std::array<hsize_t, 1> dimensions = {rope.dimensions()};
    writer.write(writer.addDataset(group.id(), format::invFreq, H5T_IEEE_F64LE, dimensions), H5T_NATIVE_DOUBLE, rope.invFreq.data());
    if (!rope.axis.empty()) {
        writer.write(writer.addDataset(group.id(), format::axis, H5T_STD_I32LE, dimensions), H5T_NATIVE_INT, rope.axis.data());
    }
    return group;
}

void writeRoot(MemberWriter& writer, hid_t file, std::int64_t version, const std::string& modelId, const std::string& created)
{
    writer.addText(file, format::format, format::formatName);
    writer.addInteger(file, format::version, version);
    writer.addText(file, format::producer, producer);
    writer.addText(file, format::modelId, modelId);
    writer.addText(file, format::created, created);
}

void writeMembers(MemberWriter& writer, hid_t file, const IdealRecording& recording)
{
    writeRoot(writer, file, format::versionWithoutCounts, recording.rope.modelId, recording.created.empty() ? now() : recording.created);
    // A model with several position axes (M-RoPE) sees the same position on each of them as long as it reads text.
    const int lastAxis = recording.rope.axis.empty() ? 0 : *std::ranges::max_element(recording.rope.axis);
    writePositions(writer, file, recording.length, static_cast<std::size_t>(lastAxis) + 1);
    const std::array<std::int64_t, 2> offsets = {0, recording.length};
    const std::array<hsize_t, 1> offsetCount = {offsets.size()};
    writer.write(writer.addDataset(file, format::sequenceOffsets, H5T_STD_I64LE, offsetCount), H5T_NATIVE_INT64, offsets.data());
    const hdf5::Group ropes = writer.addGroup(file, format::ropes);
    const hdf5::Group rope = addRope(writer, ropes.id(), format::mainRope, recording.rope);
    if (recording.withAngles) {
        writeAngles(writer, rope.id(), recording.rope, recording.length);
    }
}

// Counts [rows, columns], a row at a time; `row(i)` gives up to `columns` values, the rest are zeros.
template <class Row>
void writeCountRows(
    MemberWriter& writer, hid_t group, const char* name, std::size_t rows, std::size_t columns, std::uint64_t tokens, const Row& row)
{
    const std::array<hsize_t, 2> extents = {rows, columns};
    const std::array<hsize_t, 2> chunk = {1, std::min(columns, format::positionChunkRows)};
    const hdf5::Dataset dataset = writer.addDataset(group, name, H5T_STD_I64LE, extents, chunk);
    writer.addInteger(dataset.id(), format::tokens, static_cast<std::int64_t>(tokens));
    std::vector<std::int64_t> values;
    for (std::size_t i = 0; i < rows && writer.ok(); ++i) {
        const std::span<const std::uint64_t> counts = row(i);
        values.assign(counts.begin(), counts.end());
        values.resize(columns, 0);
        const std::array<hsize_t, 2> start = {i, 0};
        const std::array<hsize_t, 2> count = {1, columns};
        writer.writeBlock(dataset, H5T_NATIVE_INT64, start, count, values.data());
    }
}

void writePositionCounts(MemberWriter& writer, hid_t file, const CountedRecording& recording)
{
    if (!recording.positions.empty()) {
        const auto end = std::ranges::max_element(recording.positions, {}, &PositionSet::end)->end();
        std::vector<std::uint64_t> counts(static_cast<std::size_t>(end));
        const auto ofAxis = [&](std::size_t axis) {
            recording.positions[axis].copyTo(0, counts);
            return std::span<const std::uint64_t>(counts);
        };
        writeCountRows(
            writer, file, format::positionCounts, recording.positions.size(), counts.size(), recording.positions.front().total(), ofAxis);
    }
    if (!recording.distances.empty()) {
        const std::array<hsize_t, 1> extents = {recording.distances.size()};
        const std::array<hsize_t, 1> chunk = {std::min(extents[0], hsize_t{format::positionChunkRows})};
        const hdf5::Dataset dataset = writer.addDataset(file, format::distanceCounts, H5T_STD_I64LE, extents, chunk);
        writer.addInteger(dataset.id(), format::tokens, recording.distanceTokens);
        writer.write(dataset, H5T_NATIVE_UINT64, recording.distances.data());
    }
}

void writeRopeCounts(MemberWriter& writer, hid_t group, const CountedRope& rope)
{
    if (!rope.layers.empty()) {
        writer.addIntegers(group, format::layers, rope.layers);
    }
    if (rope.angles) {
        writeCountRows(writer, group, format::angleCounts, rope.angles->dimensions(), fineIntervals, rope.angles->total(0),
            [&](std::size_t dimension) { return rope.angles->counts(dimension); });
    }
    if (!rope.usage.empty()) {
        const std::size_t heads = rope.usage.size() / rope.layers.size() / rope.rope.dimensions();
        const std::array<hsize_t, 3> extents = {rope.layers.size(), heads, rope.rope.dimensions()};
        const hdf5::Dataset dataset = writer.addDataset(group, format::usage, H5T_IEEE_F64LE, extents);
        writer.addInteger(dataset.id(), format::tokens, rope.usageTokens);
        writer.write(dataset, H5T_NATIVE_DOUBLE, rope.usage.data());
    }
}

void writeMembers(MemberWriter& writer, hid_t file, const CountedRecording& recording)
{
    writeRoot(writer, file, format::formatVersion, recording.modelId, recording.created);
    writePositionCounts(writer, file, recording);
    const hdf5::Group ropes = writer.addGroup(file, format::ropes);
    for (const CountedRope& counted : recording.ropes) {
        const hdf5::Group rope = addRope(writer, ropes.id(), counted.name, counted.rope);
        writeRopeCounts(writer, rope.id(), counted);
    }
}

template <class Recording>
Expected<std::monostate> writeInto(OutputFile& output, const Recording& recording, const std::filesystem::path& file)
{
    hdf5::OutputStorage storage(output);
    const hdf5::PropertyList access = hdf5::accessTo(storage);
    hdf5::File stored(H5Fcreate(file.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, access.id()));
    MemberWriter writer([&storage] { return storage.result().has_value(); });
    if (stored.valid()) {
        writeMembers(writer, stored.id(), recording);
    }
    const bool written = stored.valid() && writer.ok();
    const bool made = stored.close() && written;
    if (!storage.result()) {
        return tl::unexpected(storage.result().error());
    }
    return made ? Expected<std::monostate>()
                : outputError(file.string() + ": " + Sentence::of("cannot be written: there is not enough memory"));
}

template <class Recording> Expected<void> writeFile(const Recording& recording, const std::filesystem::path& file)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored) || !file.has_filename()) {
        return outputError(file.string() + ": " + Sentence::of("cannot be written: it is a folder; expected the name of a file"));
    }
    return OutputFile::create(file).and_then([&](OutputFile output) {
        return hdf5::writeInChild<std::monostate>(file.string(), [&] {
            return writeInto(output, recording, file);
        }).and_then([&](std::monostate) { return output.commit(); });
    });
}

} // namespace

Expected<void> writeRecording(const IdealRecording& recording, const std::filesystem::path& file)
try {
    if (recording.length < 1 || recording.length > maxDensePosition + 1) {
        return usageError(Sentence::of("a recording of {1} tokens; expected 1 to {2}", recording.length, maxDensePosition + 1));
    }
    return validate(recording.rope, "the RoPE to record").and_then([&] { return writeFile(recording, file); });
} catch (const std::bad_alloc&) {
    return outputError(file.string() + ": " + Sentence::of("cannot be written: there is not enough memory"));
}

Expected<void> writeCounts(const CountedRecording& recording, const std::filesystem::path& file)
try {
    return writeFile(recording, file);
} catch (const std::bad_alloc&) {
    return outputError(file.string() + ": " + Sentence::of("cannot be written: there is not enough memory"));
}

} // namespace rotascope
