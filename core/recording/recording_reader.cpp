// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recording/recording_reader.h"

#include "core/files/text_stream.h"
#include "core/hdf5/checked_member.h"
#include "core/hdf5/child.h"
#include "core/hdf5/dataset_opener.h"
#include "core/hdf5/file.h"
#include "core/hdf5/stored_dataset.h"
#include "core/recording/format.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <mutex>
#include <new>
#include <numbers>
#include <optional>
#include <span>
#include <system_error>

namespace rotascope {
namespace {

// To open a file takes milliseconds; of its large datasets the places of their chunks are looked up.
constexpr unsigned secondsToOpen = 10;

namespace format = recording_format;
using hdf5::DatasetLayout;
using hdf5::DatasetShape;
using hdf5::InputFile;
using hdf5::NumberType;
using hdf5::StoredDataset;

// dimensions * intervals of one request: histograms of 128 MiB.
constexpr std::size_t maxCounters = std::size_t{1} << 24;
// The float next above 2 pi, which core/angle takes as a full turn.
constexpr auto largestAngle = static_cast<float>(2 * std::numbers::pi);

std::string text(double value)
{
    TextStream stream;
    stream.precision(9); // tells any two float32 apart
    stream << value;
    return stream.str();
}

// A dataset of a group; empty where there is none.
Expected<std::optional<StoredDataset>> findDataset(
    const InputFile& input, hid_t group, const char* name, const std::string& where, const DatasetShape& shape)
{
    const Expected<bool> exists = hdf5::hasMember(group, name, where);
    if (!exists) {
        return tl::unexpected(exists.error());
    }
    if (!*exists) {
        return std::nullopt;
    }
    return hdf5::openDataset(input, group, name, shape, hdf5::memberOf(where, name)).map([](StoredDataset&& dataset) {
        return std::optional<StoredDataset>(std::move(dataset));
    });
}

Expected<void> readText(hid_t object, const char* name, const std::string& where, std::string& value)
{
    return hdf5::textAttribute(object, name, where).map([&value](std::optional<std::string>&& found) {
        if (found) {
            value = std::move(*found);
        }
    });
}

Expected<void> checkFormat(const InputFile& input)
{
    const hid_t root = input.file.id();
    const auto name = hdf5::textAttribute(root, format::format, input.where());
    if (!name) {
        return tl::unexpected(name.error());
    }
    if (name->value_or("") != format::formatName) {
        return inputError(input.where() + ": attribute \"format\" is " + (*name ? "\"" + **name + "\"" : "missing") + "; expected \""
            + format::formatName + "\"");
    }
    const auto version = hdf5::integerAttribute(root, format::version, input.where());
    if (!version) {
        return tl::unexpected(version.error());
    }
    if (!*version || **version < 1) {
        return inputError(input.where() + ": attribute \"version\" is " + (*version ? std::to_string(**version) : "missing") + "; expected "
            + std::to_string(format::formatVersion));
    }
    if (**version > format::formatVersion) {
        return inputError(input.name() + ": has version " + std::to_string(**version)
            + " of the recording format; this program reads version " + std::to_string(format::formatVersion)
            + ". Use a newer program, or record again");
    }
    return {};
}

// Positions set the number of tokens and axes; either may still be unknown (0) afterwards.
Expected<std::optional<StoredDataset>> openPositions(const InputFile& input, RecordingInfo& info)
{
    auto positions = findDataset(input, input.file.id(), format::positions, input.where(), {NumberType::Int64, 1, 2});
    if (!positions || !*positions) {
        return positions;
    }
    const StoredDataset& dataset = **positions;
    if (dataset.columns() < 1 || dataset.columns() > format::maxAxes) {
        return inputError(dataset.where() + ": has " + std::to_string(dataset.columns()) + " position axes; expected 1 to "
            + std::to_string(format::maxAxes));
    }
    if (dataset.rows() == 0) {
        return inputError(dataset.where() + ": holds no tokens; expected at least one row");
    }
    info.tokens = dataset.rows();
    info.axes = static_cast<int>(dataset.columns());
    return positions;
}

Expected<void> readSequenceOffsets(const InputFile& input, RecordingInfo& info)
{
    const auto dataset = findDataset(input, input.file.id(), format::sequenceOffsets, input.where(), {NumberType::Int64});
    if (!dataset) {
        return tl::unexpected(dataset.error());
    }
    if (!*dataset) {
        return {};
    }
    const std::string& where = (*dataset)->where();
    if ((*dataset)->rows() < 2 || (*dataset)->rows() > format::maxSequenceOffsets) {
        return inputError(where + ": has " + std::to_string((*dataset)->rows()) + " values; expected 2 to "
            + std::to_string(format::maxSequenceOffsets) + ", one more than there are sequences");
    }
    Expected<std::vector<std::int64_t>> offsets = (*dataset)->readColumn<std::int64_t>();
    if (!offsets) {
        return tl::unexpected(offsets.error());
    }
    if (offsets->front() != 0 || offsets->back() != info.tokens || !std::ranges::is_sorted(*offsets)) {
        return inputError(where + ": runs from " + std::to_string(offsets->front()) + " to " + std::to_string(offsets->back())
            + (std::ranges::is_sorted(*offsets) ? "" : " and is not ascending") + "; expected 0 to " + std::to_string(info.tokens)
            + ", the number of tokens, not decreasing");
    }
    info.sequenceOffsets = std::move(*offsets);
    return {};
}

Expected<void> readDimensionCount(hid_t group, const char* name, const std::string& where, int& value)
{
    const auto found = hdf5::integerAttribute(group, name, where);
    if (!found) {
        return tl::unexpected(found.error());
    }
    if (!*found || **found < 1 || **found > format::maxHeadDim) {
        return inputError(where + ": attribute \"" + name + "\" is " + (*found ? std::to_string(**found) : "missing") + "; expected 1 to "
            + std::to_string(format::maxHeadDim));
    }
    value = static_cast<int>(**found);
    return {};
}

Expected<void> readAttentionFactor(hid_t group, const std::string& where, double& value)
{
    const auto found = hdf5::realAttribute(group, format::attentionFactor, where);
    if (!found) {
        return tl::unexpected(found.error());
    }
    value = found->value_or(1.0);
    if (!(std::isfinite(value) && value > 0.0)) {
        return inputError(where + ": attribute \"attention_factor\" is " + text(value) + "; expected a finite number greater than 0");
    }
    return {};
}

Expected<void> readLayers(hid_t group, const std::string& where, std::vector<std::int32_t>& layers)
{
    const auto found = hdf5::integerListAttribute(group, format::layers, where);
    if (!found) {
        return tl::unexpected(found.error());
    }
    for (const std::int64_t layer : *found) {
        if (layer < 0 || layer > std::numeric_limits<std::int32_t>::max()) {
            return inputError(where + ": attribute \"layers\" has the value " + std::to_string(layer) + "; expected layers from 0 on");
        }
        layers.push_back(static_cast<std::int32_t>(layer));
    }
    return {};
}

Expected<void> readRopeAttributes(hid_t group, const std::string& where, RecordedRope& recorded)
{
    RopeConfig& rope = recorded.rope;
    const auto keep = [](auto& value) { return [&value](auto&& found) { value = found; }; };
    return readDimensionCount(group, format::headDim, where, rope.headDim)
        .and_then([&] { return readDimensionCount(group, format::rotaryDim, where, rope.rotaryDim); })
        .and_then([&]() -> Expected<void> {
            if (rope.rotaryDim % 2 != 0) {
                return inputError(where + ": attribute \"rotary_dim\" is " + std::to_string(rope.rotaryDim) + "; expected an even number");
            }
            return {};
        })
        .and_then([&] { return hdf5::realAttribute(group, format::ropeTheta, where).map(keep(rope.ropeTheta)); })
        .and_then([&] {
            return hdf5::integerAttribute(group, format::originalMaxPositionEmbeddings, where)
                .map(keep(rope.originalMaxPositionEmbeddings));
        })
        .and_then([&] { return hdf5::integerAttribute(group, format::maxPositionEmbeddings, where).map(keep(rope.maxPositionEmbeddings)); })
        .and_then([&] { return readText(group, format::ropeType, where, rope.ropeType); })
        .and_then([&] { return readAttentionFactor(group, where, rope.attentionFactor); })
        .and_then([&] { return readLayers(group, where, recorded.layers); });
}

Expected<void> readFrequencies(const InputFile& input, hid_t group, const std::string& where, RopeConfig& rope)
{
    const auto dataset = findDataset(input, group, format::invFreq, where, {NumberType::Float64});
    if (!dataset) {
        return tl::unexpected(dataset.error());
    }
    if (!*dataset) {
        return inputError(hdf5::memberOf(where, format::invFreq) + ": is missing; expected float64 [D]");
    }
    const std::int64_t dimensions = (*dataset)->rows();
    if (dimensions < 1 || dimensions > static_cast<std::int64_t>(format::maxDimensions) || dimensions * 2 != rope.rotaryDim) {
        return inputError((*dataset)->where() + ": has " + std::to_string(dimensions) + " values; expected rotary_dim/2 = "
            + std::to_string(rope.rotaryDim / 2) + ", at most " + std::to_string(format::maxDimensions));
    }
    return (*dataset)->readColumn<double>().map([&rope](std::vector<double>&& column) { rope.invFreq = std::move(column); });
}

Expected<void> readAxes(const InputFile& input, hid_t group, const std::string& where, int axes, RopeConfig& rope)
{
    const auto dataset = findDataset(input, group, format::axis, where, {NumberType::Int32});
    if (!dataset) {
        return tl::unexpected(dataset.error());
    }
    if (!*dataset) {
        return {};
    }
    if ((*dataset)->rows() != static_cast<std::int64_t>(rope.dimensions())) {
        return inputError((*dataset)->where() + ": has " + std::to_string((*dataset)->rows()) + " values; expected one for each of the "
            + std::to_string(rope.dimensions()) + " dimensions");
    }
    const Expected<std::vector<std::int32_t>> column = (*dataset)->readColumn<std::int32_t>();
    if (!column) {
        return tl::unexpected(column.error());
    }
    const int available = axes > 0 ? axes : format::maxAxes;
    for (std::size_t i = 0; i < column->size(); ++i) {
        if ((*column)[i] < 0 || (*column)[i] >= available) {
            return inputError((*dataset)->where() + ": dimension " + std::to_string(i) + " follows axis " + std::to_string((*column)[i])
                + "; expected 0 to " + std::to_string(available - 1) + ", a column of /positions");
        }
    }
    rope.axis.assign(column->begin(), column->end());
    return {};
}

// Angles say how many tokens there are where there are no positions.
Expected<std::optional<StoredDataset>> openAngles(
    const InputFile& input, hid_t group, const std::string& where, const RopeConfig& rope, RecordingInfo& info)
{
    auto angles = findDataset(input, group, format::angles, where, {NumberType::Float32, 2, 2});
    if (!angles || !*angles) {
        return angles;
    }
    const StoredDataset& dataset = **angles;
    if (dataset.columns() != rope.dimensions()) {
        return inputError(dataset.where() + ": has " + std::to_string(dataset.columns()) + " columns; expected one for each of the "
            + std::to_string(rope.dimensions()) + " values of inv_freq");
    }
    if (dataset.rows() == 0) {
        return inputError(dataset.where() + ": holds no tokens; expected at least one row");
    }
    if (info.tokens == 0) {
        info.tokens = dataset.rows();
    }
    if (dataset.rows() != info.tokens) {
        return inputError(dataset.where() + ": has " + std::to_string(dataset.rows()) + " rows; expected " + std::to_string(info.tokens)
            + ", as many as the recording has tokens");
    }
    return angles;
}

std::optional<DatasetLayout> layoutOf(const std::optional<StoredDataset>& dataset)
{
    return dataset ? std::optional(dataset->layout()) : std::nullopt;
}

// The first position that PositionCounter refuses, with its row in the file.
tl::unexpected<Error> badPosition(const StoredDataset& dataset, const hdf5::Block& part, std::span<const std::int64_t> positions)
{
    const auto bad = std::ranges::find_if(positions, [](std::int64_t p) { return p < 0 || p > maxRecordedPosition; });
    const auto index = static_cast<std::size_t>(bad - positions.begin());
    const std::size_t axis = part.firstColumn + index % part.columns;
    return inputError(dataset.where() + ": row " + std::to_string(part.firstRow + static_cast<std::int64_t>(index / part.columns))
        + (dataset.columns() > 1 ? ", axis " + std::to_string(axis) : std::string()) + " is position "
        + std::to_string(bad == positions.end() ? 0 : *bad) + "; expected 0 to " + std::to_string(maxRecordedPosition));
}

// The first angle of a row that addRecordedAngles refuses.
tl::unexpected<Error> badAngle(const StoredDataset& dataset, const hdf5::Block& part, std::span<const float> angles, std::size_t row)
{
    const std::span<const float> values = angles.subspan(row * part.columns, part.columns);
    const auto bad = std::ranges::find_if_not(values, [](float angle) { return angle >= 0.0F && angle <= largestAngle; });
    const auto dimension = part.firstColumn + static_cast<std::size_t>(bad - values.begin());
    return inputError(dataset.where() + ": row " + std::to_string(part.firstRow + static_cast<std::int64_t>(row)) + ", dimension "
        + std::to_string(dimension) + " is " + (bad == values.end() ? std::string("unusable") : text(*bad))
        + "; expected an angle in [0, 2 pi), in rad");
}

// Adds the histograms of some neighbouring dimensions to those of all.
void addHistograms(const AngleHistograms& part, std::size_t firstDimension, AngleHistograms& sum)
{
    for (std::size_t d = 0; d < part.dimensions(); ++d) {
        const std::span<std::uint64_t> counts = sum.counts(firstDimension + d);
        std::ranges::transform(counts, part.counts(d), counts.begin(), std::plus<>());
        sum.setTotal(firstDimension + d, sum.total(firstDimension + d) + part.total(d));
    }
}

// One thread's histograms: one for each column of blocks, so that a block is counted as it lies in the file.
using BlockHistograms = std::vector<AngleHistograms>;

AngleHistograms sumOf(
    const std::vector<BlockHistograms>& threads, std::size_t blockColumns, std::size_t dimensions, std::uint32_t intervals)
{
    AngleHistograms sum(dimensions, intervals);
    for (const BlockHistograms& thread : threads) {
        for (std::size_t column = 0; column < thread.size(); ++column) {
            addHistograms(thread[column], column * blockColumns, sum);
        }
    }
    return sum;
}

// What an analysis asks for; keeps the file open.
class AnglesOfRecording final : public RecordedAngles {
public:
    AnglesOfRecording(std::shared_ptr<const RecordingReader> reader, std::size_t ropeIndex)
        : m_reader(std::move(reader)), m_ropeIndex(ropeIndex)
    {
    }

    [[nodiscard]] std::size_t dimensions() const override { return m_reader->info().ropes[m_ropeIndex].rope.dimensions(); }
    [[nodiscard]] std::int64_t rows() const override { return m_reader->info().tokens; }
    Expected<void> read(const TakeAngles& take, const std::stop_token& stop) const override
    {
        return m_reader->readAngles(m_ropeIndex, take, stop);
    }
    Expected<AngleHistograms> histograms(std::uint32_t intervals, const std::stop_token& stop) const override
    {
        return m_reader->angleHistograms(m_ropeIndex, intervals, stop);
    }

private:
    std::shared_ptr<const RecordingReader> m_reader;
    std::size_t m_ropeIndex;
};

} // namespace

struct RecordingReader::State {
    std::filesystem::path path;
    std::string name; // as messages name the file
    RecordingInfo info;
    std::optional<StoredDataset> positions;
    std::vector<std::optional<StoredDataset>> angles; // one for each of info.ropes
};

template <class Archive> void transfer(Archive& archive, RecordedRope& recorded)
{
    using hdf5::transfer;
    RopeConfig& rope = recorded.rope; // those of its members that a recording has
    transfer(archive, recorded.name);
    transfer(archive, recorded.layers);
    transfer(archive, recorded.hasAngles);
    transfer(archive, rope.modelId);
    transfer(archive, rope.ropeTheta);
    transfer(archive, rope.headDim);
    transfer(archive, rope.rotaryDim);
    transfer(archive, rope.originalMaxPositionEmbeddings);
    transfer(archive, rope.maxPositionEmbeddings);
    transfer(archive, rope.ropeType);
    transfer(archive, rope.attentionFactor);
    transfer(archive, rope.invFreq);
    transfer(archive, rope.axis);
}

namespace {

// What a child process finds out about a recording, with HDF5.
struct Contents {
    RecordingInfo info;
    std::optional<DatasetLayout> positions;
    std::vector<std::optional<DatasetLayout>> angles;
};

template <class Archive> void transfer(Archive& archive, Contents& contents)
{
    using hdf5::transfer;
    transfer(archive, contents.info.producer);
    transfer(archive, contents.info.modelId);
    transfer(archive, contents.info.created);
    transfer(archive, contents.info.tokens);
    transfer(archive, contents.info.axes);
    transfer(archive, contents.info.sequenceOffsets);
    transfer(archive, contents.info.ropes);
    transfer(archive, contents.positions);
    transfer(archive, contents.angles);
}

// Reads them.
class ContentsReader {
public:
    explicit ContentsReader(InputFile input) : m_input(std::move(input)) { }
    Expected<Contents> read();

private:
    Expected<void> readRope(hid_t ropes, const std::string& name);
    Expected<void> readRopes();

    InputFile m_input;
    Contents m_contents;
};

Expected<Contents> ContentsReader::read()
{
    const hid_t root = m_input.file.id();
    return checkFormat(m_input)
        .and_then([&] { return readText(root, format::producer, m_input.where(), m_contents.info.producer); })
        .and_then([&] { return readText(root, format::modelId, m_input.where(), m_contents.info.modelId); })
        .and_then([&] { return readText(root, format::created, m_input.where(), m_contents.info.created); })
        .and_then([&] { return openPositions(m_input, m_contents.info); })
        .map([&](const std::optional<StoredDataset>& found) { m_contents.positions = layoutOf(found); })
        .and_then([&] { return readRopes(); })
        .and_then([&] { return readSequenceOffsets(m_input, m_contents.info); })
        .map([&] { return std::move(m_contents); });
}

Expected<void> ContentsReader::readRopes()
{
    const Expected<hdf5::Object> ropes = hdf5::openGroup(m_input.file.id(), format::ropes, m_input.where());
    if (!ropes) {
        return tl::unexpected(ropes.error());
    }
    const std::string where = hdf5::memberOf(m_input.where(), format::ropes);
    const Expected<std::vector<std::string>> names = hdf5::memberNames(ropes->id(), where);
    if (!names) {
        return tl::unexpected(names.error());
    }
    std::size_t dimensions = 0;
    for (const std::string& name : *names) {
        const std::size_t before = m_contents.info.ropes.size();
        if (Expected<void> rope = readRope(ropes->id(), name); !rope) {
            return rope;
        }
        dimensions += m_contents.info.ropes.size() > before ? m_contents.info.ropes.back().rope.dimensions() : 0;
        if (dimensions > format::maxDimensionsInAll) {
            return inputError(where + ": has more than " + std::to_string(format::maxDimensionsInAll)
                + " dimensions; expected at most as many in all RoPEs together");
        }
    }
    if (m_contents.info.ropes.empty()) {
        return inputError(where + ": has no groups; expected one for each RoPE, such as \"main\"");
    }
    if (!m_contents.positions && std::ranges::none_of(m_contents.info.ropes, &RecordedRope::hasAngles)) {
        return inputError(
            hdf5::memberOf(m_input.where(), format::positions) + ": is missing, and no RoPE has angles; expected one of them");
    }
    return {};
}

Expected<void> ContentsReader::readRope(hid_t ropes, const std::string& name)
{
    const std::string parent = hdf5::memberOf(m_input.where(), format::ropes);
    const Expected<hdf5::Object> group = hdf5::openMember(ropes, name, parent);
    if (!group) {
        return tl::unexpected(group.error());
    }
    if (H5Iget_type(group->id()) != H5I_GROUP) {
        return {}; // not a RoPE: an unknown member
    }
    const std::string where = hdf5::memberOf(parent, name);
    RecordedRope recorded;
    recorded.name = name;
    recorded.rope.modelId = m_contents.info.modelId;
    return readRopeAttributes(group->id(), where, recorded)
        .and_then([&] { return readFrequencies(m_input, group->id(), where, recorded.rope); })
        .and_then([&] { return readAxes(m_input, group->id(), where, m_contents.info.axes, recorded.rope); })
        .and_then([&] { return validate(recorded.rope, where); })
        .and_then([&] { return openAngles(m_input, group->id(), where, recorded.rope, m_contents.info); })
        .map([&](const std::optional<StoredDataset>& found) {
            recorded.hasAngles = found.has_value();
            m_contents.angles.push_back(layoutOf(found));
            m_contents.info.ropes.push_back(std::move(recorded));
        });
}

} // namespace

RecordingReader::RecordingReader() : m_state(std::make_unique<State>()) { }

RecordingReader::~RecordingReader() = default;

Expected<std::shared_ptr<RecordingReader>> RecordingReader::open(const std::filesystem::path& file)
try {
    const auto stored = hdf5::openStoredFile(file, "a recording (HDF5)");
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    const auto read
        = [&] { return hdf5::openInputFile(*stored).and_then([](InputFile input) { return ContentsReader(std::move(input)).read(); }); };
    return hdf5::readInChild<Contents>(**stored, secondsToOpen, read).map([&](Contents contents) {
        const auto datasetOf = [&](std::optional<DatasetLayout>& layout) {
            return layout ? std::optional(StoredDataset(*stored, std::move(*layout))) : std::nullopt;
        };
        std::shared_ptr<RecordingReader> reader(new RecordingReader);
        State& state = *reader->m_state;
        state.path = file;
        state.name = file.string();
        state.info = std::move(contents.info);
        state.positions = datasetOf(contents.positions);
        std::ranges::transform(contents.angles, std::back_inserter(state.angles), datasetOf);
        return reader;
    });
} catch (const std::bad_alloc&) {
    return inputError(file.string() + ": there is not enough memory to read it");
}

const std::filesystem::path& RecordingReader::file() const
{
    return m_state->path;
}

const RecordingInfo& RecordingReader::info() const
{
    return m_state->info;
}

Expected<std::vector<PositionSet>> RecordingReader::countPositions(const std::stop_token& stop, const ReadProgress& progress) const
try {
    if (!m_state->positions) {
        return inputError(m_state->name + ": /" + "positions: is missing; expected the positions of the tokens");
    }
    const StoredDataset& dataset = *m_state->positions;
    const unsigned threads = hdf5::usefulThreads(dataset, 0);
    std::vector<PositionCounter> counters;
    for (std::size_t axis = 0; axis < dataset.columns(); ++axis) {
        counters.emplace_back(dataset.rows());
    }
    std::vector<std::vector<std::int64_t>> columns(threads); // one axis of a part, for each thread
    std::mutex countersMutex; // the counters are too large to have some for each thread
    const auto take = [&](unsigned thread, const hdf5::Block& part, std::span<const std::byte> values) -> Expected<void> {
        const auto positions = hdf5::numbers<std::int64_t>(values);
        std::vector<std::int64_t>& column = columns[thread];
        for (std::size_t i = 0; i < part.columns; ++i) {
            std::span<const std::int64_t> axis = positions;
            if (part.columns > 1) {
                column.resize(static_cast<std::size_t>(part.rows));
                for (std::size_t row = 0; row < column.size(); ++row) {
                    column[row] = positions[row * part.columns + i];
                }
                axis = column;
            }
            const std::lock_guard lock(countersMutex);
            if (!counters[part.firstColumn + i].add(axis)) {
                return badPosition(dataset, part, positions);
            }
        }
        return {};
    };
    return hdf5::scanDataset(dataset, {threads, stop, progress}, take).map([&counters] {
        std::vector<PositionSet> sets;
        sets.reserve(counters.size());
        for (PositionCounter& counter : counters) {
            sets.push_back(counter.take());
        }
        return sets;
    });
} catch (const std::bad_alloc&) {
    return inputError(m_state->positions->where() + ": there is not enough memory to count the positions");
}

Expected<AngleHistograms> RecordingReader::angleHistograms(
    std::size_t ropeIndex, std::uint32_t intervals, const std::stop_token& stop, const ReadProgress& progress) const
try {
    if (ropeIndex >= m_state->angles.size()) {
        return usageError(
            m_state->name + ": has no RoPE " + std::to_string(ropeIndex) + "; expected 0 to " + std::to_string(m_state->angles.size() - 1));
    }
    const RecordedRope& rope = m_state->info.ropes[ropeIndex];
    if (!rope.hasAngles) {
        return inputError(m_state->name + ": /" + "ropes/" + rope.name + "/angles: is missing; expected the angles of the tokens");
    }
    const StoredDataset& dataset = *m_state->angles[ropeIndex];
    if (intervals < minIntervals || intervals > maxIntervals || dataset.columns() * intervals > maxCounters) {
        return usageError(std::to_string(intervals) + " intervals; expected " + std::to_string(minIntervals) + " to "
            + std::to_string(std::min<std::size_t>(maxIntervals, maxCounters / dataset.columns())));
    }
    const std::size_t blockColumns = dataset.blockColumns();
    const unsigned threads = hdf5::usefulThreads(dataset, dataset.columns() * intervals * sizeof(std::uint64_t));
    BlockHistograms none;
    for (std::size_t column = 0; column < dataset.columns(); column += blockColumns) {
        none.emplace_back(std::min(blockColumns, dataset.columns() - column), intervals);
    }
    std::vector<BlockHistograms> counted(threads, none);
    const auto take = [&](unsigned thread, const hdf5::Block& part, std::span<const std::byte> values) -> Expected<void> {
        const auto angles = hdf5::numbers<float>(values);
        const std::size_t row = addRecordedAngles(angles, counted[thread][part.firstColumn / blockColumns]);
        if (row < static_cast<std::size_t>(part.rows)) {
            return badAngle(dataset, part, angles, row);
        }
        return {};
    };
    return hdf5::scanDataset(dataset, {threads, stop, progress}, take).map([&] {
        return sumOf(counted, blockColumns, dataset.columns(), intervals);
    });
} catch (const std::bad_alloc&) {
    return inputError(m_state->angles[ropeIndex]->where() + ": there is not enough memory to count the angles");
}

Expected<void> RecordingReader::readAngles(std::size_t ropeIndex, const TakeAngles& take, const std::stop_token& stop) const
try {
    const StoredDataset& dataset = *m_state->angles.at(ropeIndex);
    const auto takeBlock = [&take](unsigned /*thread*/, const hdf5::Block& part, std::span<const std::byte> values) {
        return take({hdf5::numbers<float>(values), part.firstColumn, part.columns});
    };
    return hdf5::scanDataset(dataset, {hdf5::usefulThreads(dataset, 0), stop, {}}, takeBlock);
} catch (const std::bad_alloc&) {
    return inputError(m_state->angles[ropeIndex]->where() + ": there is not enough memory to read the angles");
}

std::shared_ptr<const RecordedAngles> RecordingReader::recordedAngles(std::size_t ropeIndex) const
{
    if (ropeIndex >= m_state->info.ropes.size() || !m_state->info.ropes[ropeIndex].hasAngles) {
        return nullptr;
    }
    return std::make_shared<AnglesOfRecording>(shared_from_this(), ropeIndex);
}

} // namespace rotascope
