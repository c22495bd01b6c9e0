// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recording/recording_reader.h"

#include "core/angle/fine_histograms.h"
#include "core/angle/recorded_angle.h"
#include "core/files/text_stream.h"
#include "core/hdf5/block_cache.h"
#include "core/hdf5/child.h"
#include "core/hdf5/file.h"
#include "core/hdf5/stored_dataset.h"
#include "core/recording/recording_contents.h"
#include "core/recording/stored_counts.h"
#include "core/recording/stored_rows.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <new>
#include <numeric>
#include <optional>
#include <span>
#include <system_error>

namespace rotascope {
namespace {

// To open a file takes milliseconds; of its large datasets the places of their chunks are looked up.
constexpr unsigned secondsToOpen = 10;

using hdf5::DatasetLayout;
using hdf5::StoredDataset;

// Of unpacked blocks, for who reads at random.
constexpr std::size_t keptBytes = std::size_t{32} << 20;

std::string text(double value)
{
    TextStream stream;
    stream.precision(9); // tells any two float32 apart
    stream << value;
    return stream.str();
}

// The first position that PositionCounter refuses, with its row in the file; or what else it says of them.
tl::unexpected<Error> badPosition(
    const StoredDataset& dataset, const hdf5::Block& part, std::span<const std::int64_t> positions, const Error& error)
{
    const auto bad = std::ranges::find_if(positions, [](std::int64_t p) { return p < 0 || p > maxRecordedPosition; });
    if (bad == positions.end()) {
        return inputError(dataset.where() + ": " + error.message);
    }
    const auto index = static_cast<std::size_t>(bad - positions.begin());
    const std::size_t axis = part.firstColumn + index % part.columns;
    const std::int64_t row = part.firstRow + static_cast<std::int64_t>(index / part.columns);
    const std::int64_t position = *bad;
    return inputError(dataset.where() + ": "
        + (dataset.columns() > 1
                ? Sentence::of("row {1}, axis {2} is position {3}; expected 0 to {4}", row, axis, position, maxRecordedPosition)
                : Sentence::of("row {1} is position {2}; expected 0 to {3}", row, position, maxRecordedPosition)));
}

// The first angle of a row that AngleCounter refuses.
tl::unexpected<Error> badAngle(const StoredDataset& dataset, const hdf5::Block& part, std::span<const float> angles, std::size_t row)
{
    const std::span<const float> values = angles.subspan(row * part.columns, part.columns);
    const auto bad = std::ranges::find_if_not(values, isAngle);
    const auto dimension = part.firstColumn + static_cast<std::size_t>(bad - values.begin());
    return inputError(dataset.where() + ": "
        + Sentence::of("row {1}, dimension {2} is {3}; expected an angle in [0, 2 pi), in rad",
            part.firstRow + static_cast<std::int64_t>(row), dimension,
            bad == values.end() ? Sentence::of("unusable") : Sentence::number(text(*bad))));
}

// Whether each position but the first of a sequence is one more than the position before it.
Expected<bool> ascendsInSequences(const StoredDataset& positions, std::span<const std::int64_t> offsets, const std::stop_token& stop)
{
    bool ascends = true;
    std::size_t next = 0; // the sequence that begins next
    std::int64_t last = 0;
    const auto take = [&](unsigned /*thread*/, const hdf5::Block& part, std::span<const std::byte> values) -> Expected<void> {
        std::int64_t row = part.firstRow;
        for (const std::int64_t position : hdf5::numbers<std::int64_t>(values)) {
            const bool begins = next < offsets.size() && offsets[next] == row;
            while (next < offsets.size() && offsets[next] == row) {
                ++next;
            }
            ascends = ascends && position >= 0 && position <= maxDensePosition && (begins || position == last + 1);
            last = position;
            ++row;
        }
        return {};
    };
    return hdf5::scanDataset(positions, {.threads = 1, .stop = stop, .progress = {}}, take).map([&] { return ascends; });
}

// A sequence of n tokens has n - d pairs of distance d.
std::vector<std::uint64_t> pairsOfSequences(std::span<const std::int64_t> offsets)
{
    std::vector<std::uint64_t> pairs;
    for (std::size_t i = 1; i < offsets.size(); ++i) { // how many sequences have each length, at length - 1
        if (const auto length = static_cast<std::size_t>(offsets[i] - offsets[i - 1]); length > 0) {
            pairs.resize(std::max(pairs.size(), length));
            ++pairs[length - 1];
        }
    }
    for (int sum = 0; sum < 2; ++sum) { // sequences longer than d; then, summed again, their n - d
        std::partial_sum(pairs.rbegin(), pairs.rend(), pairs.rbegin());
    }
    return pairs;
}

// One thread's counters: one for each column of blocks, so that a block is counted as it lies in the file.
using BlockCounters = std::vector<AngleCounter>;

AngleHistograms sumOf(std::span<const BlockCounters> threads, std::size_t blockColumns, std::size_t dimensions, std::uint32_t intervals)
{
    AngleHistograms sum(dimensions, intervals);
    for (const BlockCounters& thread : threads) {
        for (std::size_t column = 0; column < thread.size(); ++column) {
            thread[column].addTo(sum, column * blockColumns);
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
    [[nodiscard]] std::int64_t rows() const override { return m_reader->info().ropes[m_ropeIndex].angleTokens; }
    [[nodiscard]] bool isCounted(std::uint32_t intervals) const override { return m_reader->hasCountsOf(m_ropeIndex, intervals); }
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
    std::optional<StoredCounts> positionCounts;
    std::optional<StoredCounts> distanceCounts;
    // One for each of info.ropes.
    std::vector<std::optional<StoredDataset>> angles;
    std::vector<std::optional<StoredCounts>> angleCounts;
    std::vector<std::optional<StoredCounts>> usage;
    std::shared_ptr<hdf5::BlockCache> blocks = std::make_shared<hdf5::BlockCache>(keptBytes);
};

RecordingReader::RecordingReader() : m_state(std::make_unique<State>()) { }

RecordingReader::~RecordingReader() = default;

Expected<std::shared_ptr<RecordingReader>> RecordingReader::open(const std::filesystem::path& file)
try {
    const auto stored = hdf5::openStoredFile(file, Sentence::marked("a recording (HDF5)"));
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    const auto read
        = [&] { return hdf5::openInputFile(*stored).and_then([](hdf5::InputFile input) { return readContents(std::move(input)); }); };
    return hdf5::readInChild<RecordingContents>(**stored, secondsToOpen, read).map([&](RecordingContents contents) {
        const auto datasetOf = [&](std::optional<DatasetLayout>& layout) {
            return layout ? std::optional(StoredDataset(*stored, std::move(*layout))) : std::nullopt;
        };
        const auto countsOf = [&](std::optional<CountsLayout>& counts) {
            return counts ? std::optional(StoredCounts{StoredDataset(*stored, std::move(counts->layout)), counts->tokens}) : std::nullopt;
        };
        std::shared_ptr<RecordingReader> reader(new RecordingReader);
        State& state = *reader->m_state;
        state.path = file;
        state.name = file.string();
        state.info = std::move(contents.info);
        state.positions = datasetOf(contents.positions);
        state.positionCounts = countsOf(contents.positionCounts);
        state.distanceCounts = countsOf(contents.distanceCounts);
        std::ranges::transform(contents.angles, std::back_inserter(state.angles), datasetOf);
        std::ranges::transform(contents.angleCounts, std::back_inserter(state.angleCounts), countsOf);
        std::ranges::transform(contents.usage, std::back_inserter(state.usage), countsOf);
        return reader;
    });
} catch (const std::bad_alloc&) {
    return inputError(file.string() + ": " + Sentence::of("there is not enough memory to read it"));
}

const std::filesystem::path& RecordingReader::file() const
{
    return m_state->path;
}

const RecordingInfo& RecordingReader::info() const
{
    return m_state->info;
}

Expected<std::vector<PositionSet>> RecordingReader::countPositions(
    const std::stop_token& stop, const ReadProgress& progress, Share share) const
try {
    if (m_state->positionCounts && share.part > 0) {
        return std::vector<PositionSet>(static_cast<std::size_t>(m_state->info.axes), PositionSet::counted({}));
    }
    if (m_state->positionCounts) {
        return readPositionCounts(*m_state->positionCounts, stop);
    }
    if (!m_state->positions) {
        return inputError(m_state->name + ": " + Sentence::of("/positions: is missing; expected the positions of the tokens"));
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
            if (const Expected<void> counted = counters[part.firstColumn + i].add(axis); !counted) {
                return badPosition(dataset, part, positions, counted.error());
            }
        }
        return {};
    };
    return hdf5::scanDataset(dataset, {threads, stop, progress, share.part, share.parts}, take).map([&counters] {
        std::vector<PositionSet> sets;
        sets.reserve(counters.size());
        for (PositionCounter& counter : counters) {
            sets.push_back(counter.take());
        }
        return sets;
    });
} catch (const std::bad_alloc&) {
    return inputError(m_state->name + ": " + Sentence::of("there is not enough memory to count the positions"));
}

Expected<AngleHistograms> RecordingReader::angleHistograms(std::size_t ropeIndex, std::uint32_t intervals, const std::stop_token& stop,
    const ReadProgress& progress, Share share, const std::function<void(const AngleHistograms&)>& soFar) const
try {
    if (ropeIndex >= m_state->angles.size()) {
        return usageError(m_state->name + ": " + Sentence::of("has no RoPE {1}; expected 0 to {2}", ropeIndex, m_state->angles.size() - 1));
    }
    const RecordedRope& rope = m_state->info.ropes[ropeIndex];
    if (hasCountsOf(ropeIndex, intervals) && share.part > 0) {
        return AngleHistograms(rope.rope.dimensions(), intervals);
    }
    if (hasCountsOf(ropeIndex, intervals)) {
        return readAngleCounts(*m_state->angleCounts[ropeIndex], intervals, stop);
    }
    if (!rope.hasAngles) {
        return rope.hasAngleCounts ? usageError(m_state->name + ": "
                   + Sentence::of("its angles were counted in {1} intervals, which do not tell {2}; expected a number that divides it, "
                                  "such as 360 or 720",
                       fineIntervals, intervals))
                                   : inputError(m_state->name + ": "
                                       + Sentence::of("/ropes/{1}/angles: is missing; expected the angles of the tokens", rope.name));
    }
    const StoredDataset& dataset = *m_state->angles[ropeIndex];
    if (intervals < minIntervals || intervals > maxIntervals || dataset.columns() * intervals > maxCountedIntervals) {
        return usageError(Sentence::of("{1} intervals; expected {2} to {3}", intervals, minIntervals,
            std::min<std::size_t>(maxIntervals, maxCountedIntervals / dataset.columns())));
    }
    const std::size_t blockColumns = dataset.blockColumns();
    const unsigned threads = hdf5::usefulThreads(dataset, dataset.columns() * intervals * sizeof(std::uint32_t));
    BlockCounters none;
    for (std::size_t column = 0; column < dataset.columns(); column += blockColumns) {
        none.emplace_back(std::min(blockColumns, dataset.columns() - column), intervals);
    }
    std::vector<BlockCounters> counted(threads, none);
    // To tell costs as much as some counting: at most fifty times, and after so many angles that it hardly matters.
    const bool isTold = soFar && intervals % CountingWatch::intervals == 0;
    const auto values = static_cast<std::uint64_t>(dataset.rows()) * dataset.columns();
    const std::uint64_t between = std::max<std::uint64_t>(values / threads / 50, std::uint64_t{64} * dataset.columns() * intervals);
    std::uint64_t untold = 0; // of the caller's thread
    const auto take = [&](unsigned thread, const hdf5::Block& part, std::span<const std::byte> bytes) -> Expected<void> {
        const auto angles = hdf5::numbers<float>(bytes);
        const std::size_t row = counted[thread][part.firstColumn / blockColumns].add(angles);
        if (row < static_cast<std::size_t>(part.rows)) {
            return badAngle(dataset, part, angles, row);
        }
        if (thread == 0 && isTold && (untold += angles.size()) >= between) {
            untold = 0;
            soFar(coarsened(sumOf({counted.data(), 1}, blockColumns, dataset.columns(), intervals), CountingWatch::intervals));
        }
        return {};
    };
    return hdf5::scanDataset(dataset, {threads, stop, progress, share.part, share.parts}, take).map([&] {
        return sumOf(counted, blockColumns, dataset.columns(), intervals);
    });
} catch (const std::bad_alloc&) {
    return inputError(m_state->name + ": " + Sentence::of("there is not enough memory to count the angles"));
}

bool RecordingReader::hasCountsOf(std::size_t ropeIndex, std::uint32_t intervals) const
{
    return m_state->angleCounts.at(ropeIndex) && followsFromFine(intervals);
}

Expected<DistanceCounts> RecordingReader::countDistances(const std::stop_token& stop) const
try {
    if (m_state->distanceCounts) {
        return readDistanceCounts(*m_state->distanceCounts, stop).map([&](std::vector<std::uint64_t>&& pairs) {
            return DistanceCounts{m_state->distanceCounts->tokens, std::move(pairs)};
        });
    }
    const std::vector<std::int64_t>& offsets = m_state->info.sequenceOffsets;
    if (!m_state->positions || m_state->info.axes != 1 || offsets.empty()) {
        return DistanceCounts{};
    }
    return ascendsInSequences(*m_state->positions, offsets, stop).map([&](bool ascends) {
        return ascends ? DistanceCounts{m_state->info.tokens, pairsOfSequences(offsets)} : DistanceCounts{};
    });
} catch (const std::bad_alloc&) {
    return inputError(m_state->name + ": " + Sentence::of("there is not enough memory to count the distances"));
}

Expected<std::vector<double>> RecordingReader::usage(std::size_t ropeIndex, const std::stop_token& stop) const
try {
    return m_state->usage.at(ropeIndex) ? readUsage(*m_state->usage[ropeIndex], stop) : std::vector<double>();
} catch (const std::bad_alloc&) {
    return inputError(m_state->name + ": " + Sentence::of("there is not enough memory to read the usage"));
}

Expected<void> RecordingReader::readAngles(std::size_t ropeIndex, const TakeAngles& take, const std::stop_token& stop) const
try {
    if (!m_state->angles.at(ropeIndex)) {
        return inputError(
            m_state->name + ": " + Sentence::of("has no angles one by one; expected a recording of values, not of counts alone"));
    }
    const StoredDataset& dataset = *m_state->angles[ropeIndex];
    const auto takeBlock = [&take](unsigned /*thread*/, const hdf5::Block& part, std::span<const std::byte> values) {
        return take({hdf5::numbers<float>(values), part.firstColumn, part.columns});
    };
    return hdf5::scanDataset(dataset, {hdf5::usefulThreads(dataset, 0), stop, {}}, takeBlock);
} catch (const std::bad_alloc&) {
    return inputError(m_state->name + ": " + Sentence::of("there is not enough memory to read the angles"));
}

std::shared_ptr<const RecordedAngles> RecordingReader::recordedAngles(std::size_t ropeIndex) const
{
    const auto& ropes = m_state->info.ropes;
    if (ropeIndex >= ropes.size() || !(ropes[ropeIndex].hasAngles || ropes[ropeIndex].hasAngleCounts)) {
        return nullptr;
    }
    return std::make_shared<AnglesOfRecording>(shared_from_this(), ropeIndex);
}

std::shared_ptr<const RecordedRows> RecordingReader::recordedRows(std::size_t ropeIndex) const
{
    const auto pointerTo = [](const std::optional<StoredDataset>& dataset) { return dataset ? &*dataset : nullptr; };
    if (ropeIndex >= m_state->angles.size() || !(m_state->positions || m_state->angles[ropeIndex])) {
        return nullptr;
    }
    return std::make_shared<StoredRows>(
        shared_from_this(), m_state->blocks, pointerTo(m_state->positions), pointerTo(m_state->angles[ropeIndex]));
}

} // namespace rotascope
