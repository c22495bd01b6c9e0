// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recording/recording_contents.h"

#include "core/angle/fine_histograms.h"
#include "core/angle/position_set.h"
#include "core/files/text.h"
#include "core/hdf5/checked_member.h"
#include "core/hdf5/dataset_opener.h"
#include "core/recording/format.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace rotascope {
namespace {

namespace format = recording_format;
using hdf5::DatasetLayout;
using hdf5::DatasetShape;
using hdf5::InputFile;
using hdf5::NumberType;
using hdf5::StoredDataset;

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
        return inputError(input.where() + ": "
            + Sentence::of(R"(attribute "format" is {1}; expected "{2}")", *name ? Sentence("\"" + **name + "\"") : Sentence::of("missing"),
                format::formatName));
    }
    const auto version = hdf5::integerAttribute(root, format::version, input.where());
    if (!version) {
        return tl::unexpected(version.error());
    }
    if (!*version || **version < 1) {
        return inputError(input.where() + ": "
            + Sentence::of("attribute \"version\" is {1}; expected 1 to {2}", *version ? Sentence(**version) : Sentence::of("missing"),
                format::formatVersion));
    }
    if (**version > format::formatVersion) {
        return inputError(input.name() + ": "
            + Sentence::of(
                "has version {1} of the recording format; this program reads versions up to {2}. Use a newer program, or record again",
                **version, format::formatVersion));
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
        return inputError(
            dataset.where() + ": " + Sentence::of("has {1} position axes; expected 1 to {2}", dataset.columns(), format::maxAxes));
    }
    if (dataset.rows() == 0) {
        return inputError(dataset.where() + ": " + Sentence::of("holds no tokens; expected at least one row"));
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
        return inputError(where + ": "
            + Sentence::of(
                "has {1} values; expected 2 to {2}, one more than there are sequences", (*dataset)->rows(), format::maxSequenceOffsets));
    }
    Expected<std::vector<std::int64_t>> offsets = (*dataset)->readColumn<std::int64_t>();
    if (!offsets) {
        return tl::unexpected(offsets.error());
    }
    if (offsets->front() != 0 || offsets->back() != info.tokens || !std::ranges::is_sorted(*offsets)) {
        return inputError(where + ": "
            + (std::ranges::is_sorted(*offsets)
                    ? Sentence::of("runs from {1} to {2}; expected 0 to {3}, the number of tokens, not decreasing", offsets->front(),
                        offsets->back(), info.tokens)
                    : Sentence::of("runs from {1} to {2} and is not ascending; expected 0 to {3}, the number of tokens, not decreasing",
                        offsets->front(), offsets->back(), info.tokens)));
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
        return inputError(where + ": "
            + Sentence::of("attribute \"{1}\" is {2}; expected 1 to {3}", name, *found ? Sentence(**found) : Sentence::of("missing"),
                format::maxHeadDim));
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
        return inputError(where + ": "
            + Sentence::of("attribute \"attention_factor\" is {1}; expected a finite number greater than 0", exactText(value)));
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
            return inputError(where + ": " + Sentence::of("attribute \"layers\" has the value {1}; expected layers from 0 on", layer));
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
                return inputError(where + ": " + Sentence::of("attribute \"rotary_dim\" is {1}; expected an even number", rope.rotaryDim));
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
        return inputError(hdf5::memberOf(where, format::invFreq) + ": " + Sentence::of("is missing; expected float64 [D]"));
    }
    const std::int64_t dimensions = (*dataset)->rows();
    if (dimensions < 1 || dimensions > static_cast<std::int64_t>(format::maxDimensions) || dimensions * 2 != rope.rotaryDim) {
        return inputError((*dataset)->where() + ": "
            + Sentence::of(
                "has {1} values; expected rotary_dim/2 = {2}, at most {3}", dimensions, rope.rotaryDim / 2, format::maxDimensions));
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
        return inputError((*dataset)->where() + ": "
            + Sentence::of("has {1} values; expected one for each of the {2} dimensions", (*dataset)->rows(), rope.dimensions()));
    }
    const Expected<std::vector<std::int32_t>> column = (*dataset)->readColumn<std::int32_t>();
    if (!column) {
        return tl::unexpected(column.error());
    }
    const int available = axes > 0 ? axes : format::maxAxes;
    for (std::size_t i = 0; i < column->size(); ++i) {
        if ((*column)[i] < 0 || (*column)[i] >= available) {
            return inputError((*dataset)->where() + ": "
                + Sentence::of(
                    "dimension {1} follows axis {2}; expected 0 to {3}, a column of /positions", i, (*column)[i], available - 1));
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
        return inputError(dataset.where() + ": "
            + Sentence::of("has {1} columns; expected one for each of the {2} values of inv_freq", dataset.columns(), rope.dimensions()));
    }
    if (dataset.rows() == 0) {
        return inputError(dataset.where() + ": " + Sentence::of("holds no tokens; expected at least one row"));
    }
    if (info.tokens == 0) {
        info.tokens = dataset.rows();
    }
    if (dataset.rows() != info.tokens) {
        return inputError(dataset.where() + ": "
            + Sentence::of("has {1} rows; expected {2}, as many as the recording has tokens", dataset.rows(), info.tokens));
    }
    return angles;
}

// Counts of tokens; empty where there are none. `rows`: how many of the tokens the file has one by one.
Expected<std::optional<CountsLayout>> findCounts(
    const InputFile& input, hid_t group, const char* name, const std::string& where, const DatasetShape& shape, std::int64_t rows)
{
    const std::string path = hdf5::memberOf(where, name);
    const auto dataset = findDataset(input, group, name, where, shape);
    if (!dataset || !*dataset) {
        return dataset.map([](const auto&) { return std::optional<CountsLayout>(); });
    }
    const auto tokens = hdf5::openMember(group, name, where).and_then([&](const hdf5::Object& object) {
        return hdf5::integerAttribute(object.id(), format::tokens, path);
    });
    if (!tokens) {
        return tl::unexpected(tokens.error());
    }
    const std::int64_t least = std::max<std::int64_t>(rows, 1);
    if (tokens->value_or(0) < least || **tokens > format::maxTokens) {
        return inputError(path + ": "
            + Sentence::of("attribute \"tokens\" is {1}; expected {2} to {3}", *tokens ? Sentence(**tokens) : Sentence::of("missing"),
                least, format::maxTokens));
    }
    return CountsLayout{(*dataset)->layout(), **tokens};
}

tl::unexpected<Error> wrongShape(const CountsLayout& counts, const Sentence& expected)
{
    return inputError(counts.layout.where + ": "
        + Sentence::of("has {1} rows of {2}; expected {3}", counts.layout.rows, counts.layout.columns, expected));
}

// Position counts say how many axes there are where there are no positions, and how many tokens where nothing else does.
Expected<std::optional<CountsLayout>> openPositionCounts(const InputFile& input, RecordingInfo& info)
{
    auto counts = findCounts(input, input.file.id(), format::positionCounts, input.where(), {NumberType::Int64, 2, 2}, info.tokens);
    if (!counts || !*counts) {
        return counts;
    }
    const std::int64_t axes = (*counts)->layout.rows;
    const bool isExpected = info.axes > 0 ? axes == info.axes : axes >= 1 && axes <= format::maxAxes;
    if (!isExpected || (*counts)->layout.columns < 1) {
        return wrongShape(**counts,
            info.axes > 0 ? Sentence::of("{1} rows, one for each axis, with a count for each position", info.axes)
                          : Sentence::of("1 to {1} rows, one for each axis, with a count for each position", format::maxAxes));
    }
    info.axes = static_cast<int>(axes);
    info.hasPositionCounts = true;
    return counts;
}

Expected<std::optional<CountsLayout>> openDistanceCounts(const InputFile& input, RecordingInfo& info)
{
    auto counts = findCounts(input, input.file.id(), format::distanceCounts, input.where(), {NumberType::Int64}, 0);
    if (!counts || !*counts) {
        return counts;
    }
    if (info.axes > 1 || (*counts)->layout.rows < 1 || (*counts)->layout.rows > maxDensePosition + 1) {
        return inputError((*counts)->layout.where + ": "
            + Sentence::of(
                "has {1} values; expected 1 to {2}, of a model with one position axis", (*counts)->layout.rows, maxDensePosition + 1));
    }
    info.hasDistanceCounts = true;
    return counts;
}

Expected<std::optional<CountsLayout>> openAngleCounts(
    const InputFile& input, hid_t group, const std::string& where, const RecordingInfo& info, RecordedRope& recorded)
{
    auto counts = findCounts(input, group, format::angleCounts, where, {NumberType::Int64, 2, 2}, recorded.hasAngles ? info.tokens : 0);
    if (!counts || !*counts) {
        return counts;
    }
    const std::size_t dimensions = recorded.rope.dimensions();
    if ((*counts)->layout.rows != static_cast<std::int64_t>(dimensions) || (*counts)->layout.columns != fineIntervals) {
        return wrongShape(**counts, Sentence::of("{1} rows, one for each value of inv_freq, of {2}", dimensions, fineIntervals));
    }
    recorded.hasAngleCounts = true;
    recorded.angleTokens = (*counts)->tokens;
    return counts;
}

Expected<std::optional<CountsLayout>> openUsage(const InputFile& input, hid_t group, const std::string& where, RecordedRope& recorded)
{
    auto usage = findCounts(input, group, format::usage, where, {NumberType::Float64, 3, 3}, 0);
    if (!usage || !*usage) {
        return usage;
    }
    const DatasetLayout& layout = (*usage)->layout;
    const auto layers = static_cast<std::int64_t>(recorded.layers.size());
    if (layers == 0 || layout.planes != layers || layout.rows < layers || layout.rows / layers > format::maxHeads
        || layout.columns != recorded.rope.dimensions()) {
        return wrongShape(**usage,
            Sentence::of("[layers, heads, dimensions] for the {1} of the attribute \"layers\", 1 to {2} heads and {3} dimensions", layers,
                format::maxHeads, recorded.rope.dimensions()));
    }
    recorded.hasUsage = true;
    recorded.usageTokens = (*usage)->tokens;
    return usage;
}

std::optional<DatasetLayout> layoutOf(const std::optional<StoredDataset>& dataset)
{
    return dataset ? std::optional(dataset->layout()) : std::nullopt;
}

// Of how many tokens a file is that has nothing but counts.
std::int64_t tokensOfCounts(const RecordingContents& contents)
{
    if (contents.positionCounts) {
        return contents.positionCounts->tokens;
    }
    std::int64_t most = 0;
    for (const std::optional<CountsLayout>& counts : contents.angleCounts) {
        most = std::max(most, counts ? counts->tokens : 0);
    }
    return most;
}

// Reads them.
class ContentsReader {
public:
    explicit ContentsReader(InputFile input) : m_input(std::move(input)) { }
    Expected<RecordingContents> read();

private:
    Expected<void> readRope(hid_t ropes, const std::string& name);
    Expected<void> readRopes();

    InputFile m_input;
    RecordingContents m_contents;
};

Expected<RecordingContents> ContentsReader::read()
{
    const hid_t root = m_input.file.id();
    return checkFormat(m_input)
        .and_then([&] { return readText(root, format::producer, m_input.where(), m_contents.info.producer); })
        .and_then([&] { return readText(root, format::modelId, m_input.where(), m_contents.info.modelId); })
        .and_then([&] { return readText(root, format::created, m_input.where(), m_contents.info.created); })
        .and_then([&] { return openPositions(m_input, m_contents.info); })
        .map([&](const std::optional<StoredDataset>& found) { m_contents.positions = layoutOf(found); })
        .and_then([&] { return openPositionCounts(m_input, m_contents.info); })
        .map([&](std::optional<CountsLayout>&& found) { m_contents.positionCounts = std::move(found); })
        .and_then([&] { return openDistanceCounts(m_input, m_contents.info); })
        .map([&](std::optional<CountsLayout>&& found) { m_contents.distanceCounts = std::move(found); })
        .and_then([&] { return readRopes(); })
        .and_then([&] { return readSequenceOffsets(m_input, m_contents.info); })
        .map([&] {
            m_contents.info.hasRows = m_contents.info.tokens > 0;
            if (!m_contents.info.hasRows) {
                m_contents.info.tokens = tokensOfCounts(m_contents);
            }
            return std::move(m_contents);
        });
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
            return inputError(where + ": "
                + Sentence::of("has more than {1} dimensions; expected at most as many in all RoPEs together", format::maxDimensionsInAll));
        }
    }
    if (m_contents.info.ropes.empty()) {
        return inputError(where + ": " + Sentence::of("has no groups; expected one for each RoPE, such as \"main\""));
    }
    const auto hasAngles = [](const RecordedRope& rope) { return rope.hasAngles || rope.hasAngleCounts; };
    if (!m_contents.positions && !m_contents.positionCounts && std::ranges::none_of(m_contents.info.ropes, hasAngles)) {
        return inputError(hdf5::memberOf(m_input.where(), format::positions) + ": "
            + Sentence::of("is missing, and no RoPE has angles; expected one of them, or counts of them"));
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
            recorded.angleTokens = found ? found->rows() : 0;
            m_contents.angles.push_back(layoutOf(found));
        })
        .and_then([&] { return openAngleCounts(m_input, group->id(), where, m_contents.info, recorded); })
        .map([&](std::optional<CountsLayout>&& found) { m_contents.angleCounts.push_back(std::move(found)); })
        .and_then([&] { return openUsage(m_input, group->id(), where, recorded); })
        .map([&](std::optional<CountsLayout>&& found) {
            m_contents.usage.push_back(std::move(found));
            m_contents.info.ropes.push_back(std::move(recorded));
        });
}

} // namespace

Expected<RecordingContents> readContents(InputFile input)
{
    return ContentsReader(std::move(input)).read();
}

} // namespace rotascope
