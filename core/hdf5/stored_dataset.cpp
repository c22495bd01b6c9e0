// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/stored_dataset.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstring>
#include <mutex>
#include <new>
#include <optional>
#include <system_error>
#include <thread>

namespace rotascope::hdf5 {
namespace {

// A part that is handed over should still be in the second-level cache when it is counted.
constexpr std::size_t partBytes = std::size_t{256} << 10;
// All threads together unpack at most so much, whatever the chunks of the file.
constexpr std::size_t unpackingBytes = std::size_t{64} << 20;
constexpr unsigned mostThreads = 16;
// Buffers beyond this size are not kept from block to block.
constexpr std::size_t keptBytes = std::size_t{4} << 20;

// The inverse of HDF5's shuffle filter for numbers first ... first+count-1: the filter stores all first bytes of the numbers,
// then all second bytes, and so on. `total` is how many numbers the chunk has.
template <class Word> void unshuffle(const std::byte* planes, std::size_t total, std::size_t first, std::size_t count, std::byte* out)
{
    for (std::size_t i = 0; i < count; ++i) {
        Word word = 0;
        for (std::size_t byte = 0; byte < sizeof(Word); ++byte) {
            // The bytes of a number are in the order of the file, the first the least significant on a little-endian machine.
            const std::size_t shift = std::endian::native == std::endian::little ? byte : sizeof(Word) - 1 - byte;
            word |= static_cast<Word>(static_cast<Word>(planes[byte * total + first + i]) << (8 * shift));
        }
        std::memcpy(out + i * sizeof(Word), &word, sizeof(Word));
    }
}

void reverseBytes(std::span<std::byte> values, std::size_t valueBytes)
{
    for (std::size_t i = 0; i < values.size(); i += valueBytes) {
        std::reverse(&values[i], &values[i] + valueBytes);
    }
}

void release(std::vector<std::byte>& buffer)
{
    if (buffer.size() > keptBytes) {
        std::vector<std::byte>().swap(buffer);
    }
}

} // namespace

std::uint64_t DatasetLayout::blocksDown() const
{
    return static_cast<std::uint64_t>(rows / blockRows + (rows % blockRows != 0 ? 1 : 0));
}

std::uint64_t DatasetLayout::blocksAcross() const
{
    return columns / blockColumns + (columns % blockColumns != 0 ? 1 : 0);
}

Block StoredDataset::block(std::uint64_t index) const
{
    const std::uint64_t across = m_layout.blocksAcross();
    const auto firstRow = static_cast<std::int64_t>(index / across) * m_layout.blockRows;
    const std::size_t firstColumn = static_cast<std::size_t>(index % across) * m_layout.blockColumns;
    return {firstRow, std::min(m_layout.blockRows, m_layout.rows - firstRow), firstColumn,
        std::min(m_layout.blockColumns, m_layout.columns - firstColumn)};
}

Sentence rowsOf(const Block& block, const DatasetLayout& layout)
{
    const auto lastRow = block.firstRow + block.rows - 1;
    return layout.blocksAcross() > 1 ? Sentence::of(
               "rows {1} to {2}, columns {3} to {4}", block.firstRow, lastRow, block.firstColumn, block.firstColumn + block.columns - 1)
                                     : Sentence::of("rows {1} to {2}", block.firstRow, lastRow);
}

std::size_t StoredDataset::chunkBytes() const
{
    return static_cast<std::size_t>(m_layout.blockRows) * m_layout.blockColumns * m_layout.valueBytes;
}

Expected<void> StoredDataset::checkChunk(const StoredChunk& chunk, const Block& block) const
{
    // Data that deflate cannot shorten grow by less than a thousandth.
    const std::size_t whole = chunkBytes();
    const bool sizeFits = m_layout.deflated ? chunk.bytes <= whole + whole / 100 + 1024 : chunk.bytes == whole;
    if (chunk.bytes == 0 || !sizeFits) {
        const Sentence rows = rowsOf(block, m_layout);
        return failure(chunk.bytes == 0 ? Sentence::of("{1} were never written; expected a recording that was finished", rows)
                                        : Sentence::of("{1} have a chunk of a wrong size; expected a file that is not damaged", rows));
    }
    if (chunk.skippedFilters != 0) {
        return failure(Sentence::of("{1} were written without their filters; expected all chunks filtered alike", rowsOf(block, m_layout)));
    }
    return {};
}

// Into scratch.unpacked, as it was before it was deflated.
Expected<void> StoredDataset::fetchChunk(const StoredChunk& chunk, const Block& block, Scratch& scratch) const
{
    std::vector<std::byte>& target = m_layout.deflated ? scratch.stored : scratch.unpacked;
    target.resize(chunk.bytes);
    return m_file->read(chunk.address, target).and_then([&] {
        return m_layout.deflated ? inflateChunk(block, scratch) : Expected<void>();
    });
}

Expected<void> StoredDataset::inflateChunk(const Block& block, Scratch& scratch) const
{
    scratch.unpacked.resize(chunkBytes());
    if (!scratch.inflater.inflate(scratch.stored, scratch.unpacked)) {
        return failure(Sentence::of("{1} cannot be uncompressed; expected a file that is not damaged", rowsOf(block, m_layout)));
    }
    release(scratch.stored);
    return {};
}

void StoredDataset::copyRows(
    const Block& block, const Block& part, const std::vector<std::byte>& unpacked, std::span<std::byte> values) const
{
    const std::size_t total = static_cast<std::size_t>(m_layout.blockRows) * m_layout.blockColumns;
    const auto copy = [&](std::size_t first, std::size_t count, std::byte* out) {
        if (!m_layout.shuffled) {
            std::memcpy(out, &unpacked[first * m_layout.valueBytes], count * m_layout.valueBytes);
        } else if (m_layout.valueBytes == 4) {
            unshuffle<std::uint32_t>(unpacked.data(), total, first, count, out);
        } else {
            unshuffle<std::uint64_t>(unpacked.data(), total, first, count, out);
        }
    };
    const auto firstRow = static_cast<std::size_t>(part.firstRow - block.firstRow);
    const auto rows = static_cast<std::size_t>(part.rows);
    if (part.columns == m_layout.blockColumns) {
        copy(firstRow * m_layout.blockColumns, rows * m_layout.blockColumns, values.data());
        return;
    }
    // A chunk that reaches beyond the last column is stored whole; its surplus is left out here.
    for (std::size_t row = 0; row < rows; ++row) {
        copy((firstRow + row) * m_layout.blockColumns, part.columns, &values[row * part.columns * m_layout.valueBytes]);
    }
}

// Rows that are stored as they are.
Expected<void> StoredDataset::readRows(
    const StoredChunk* chunk, const Block& block, const Block& part, Scratch& scratch, std::span<std::byte> values) const
{
    const std::size_t rowBytes = m_layout.blockColumns * m_layout.valueBytes;
    const std::uint64_t before = static_cast<std::uint64_t>(part.firstRow - (chunk == nullptr ? 0 : block.firstRow)) * rowBytes;
    if (m_layout.values) {
        std::ranges::copy(std::span(*m_layout.values).subspan(static_cast<std::size_t>(before), values.size()), values.begin());
        return {};
    }
    const std::uint64_t address = (chunk == nullptr ? m_layout.address : chunk->address) + before;
    if (part.columns == m_layout.blockColumns) {
        return m_file->read(address, values);
    }
    scratch.stored.resize(static_cast<std::size_t>(part.rows) * rowBytes);
    return m_file->read(address, scratch.stored).map([&] { copyRows(part, part, scratch.stored, values); });
}

Expected<void> StoredDataset::readBlock(std::uint64_t index, Scratch& scratch, const TakeValues& take) const
{
    const Block whole = block(index);
    const bool filtered = m_layout.shuffled || m_layout.deflated;
    const StoredChunk* const chunk = m_layout.chunks ? &m_layout.chunks->at(static_cast<std::size_t>(index)) : nullptr;
    if (chunk != nullptr) {
        auto fetched = checkChunk(*chunk, whole).and_then([&] { return filtered ? fetchChunk(*chunk, whole, scratch) : Expected<void>(); });
        if (!fetched) {
            return fetched;
        }
    }
    const std::size_t rowBytes = whole.columns * m_layout.valueBytes;
    const auto partRows = chunk != nullptr ? static_cast<std::int64_t>(std::max<std::size_t>(partBytes / rowBytes, 1)) : whole.rows;
    for (std::int64_t row = 0; row < whole.rows; row += partRows) {
        Block part = whole;
        part.firstRow += row;
        part.rows = std::min(partRows, whole.rows - row);
        scratch.values.resize(static_cast<std::size_t>(part.rows) * rowBytes);
        Expected<void> done;
        if (filtered) {
            copyRows(whole, part, scratch.unpacked, scratch.values);
        } else {
            done = readRows(chunk, whole, part, scratch, scratch.values);
        }
        if (done && m_layout.swapBytes) {
            reverseBytes(scratch.values, m_layout.valueBytes);
        }
        if (done) {
            done = take(part, scratch.values);
        }
        if (!done) {
            return done;
        }
    }
    release(scratch.unpacked);
    return {};
}

unsigned usefulThreads(const StoredDataset& dataset, std::size_t bytesPerThread)
{
    if (dataset.blockCount() == 0) {
        return 1;
    }
    const Block first = dataset.block(0);
    const std::size_t unpacked = static_cast<std::size_t>(first.rows) * std::max<std::size_t>(dataset.blockColumns(), 1) * 2 * 8;
    const std::size_t affordable = unpackingBytes / std::max<std::size_t>(unpacked + bytesPerThread, 1);
    const auto most = std::min<std::uint64_t>({std::thread::hardware_concurrency(), affordable, dataset.blockCount(), mostThreads});
    return static_cast<unsigned>(std::max<std::uint64_t>(most, 1));
}

namespace {

// What the threads of a scan share.
class ScanState {
public:
    ScanState(const StoredDataset& dataset, const Scan& scan, const TakeFromThread& take) : m_dataset(dataset), m_scan(scan), m_take(take)
    {
    }

    // Reads blocks until none is left. Thread 0 is the caller's and reports progress.
    void work(unsigned thread)
    {
        Scratch scratch;
        while (!m_ended.load(std::memory_order_relaxed)) {
            const std::uint64_t index = m_scan.part + m_scan.parts * m_next.fetch_add(1, std::memory_order_relaxed);
            if (index >= m_dataset.blockCount()) {
                return;
            }
            if (m_scan.stop.stop_requested()) {
                fail(index, Error{ErrorKind::Stopped, "stopped"});
                return;
            }
            const Expected<void> read = isWanted(m_dataset.block(index)) ? readBlock(thread, index, scratch) : Expected<void>();
            if (!read) {
                fail(index, read.error());
                return;
            }
            const std::uint64_t done = m_done.fetch_add(1, std::memory_order_relaxed) + 1;
            if (thread == 0 && m_scan.progress) {
                report(done);
            }
        }
    }

    Expected<void> result()
    {
        if (m_error) {
            return tl::unexpected(std::move(*m_error));
        }
        if (m_scan.progress) {
            m_scan.progress(m_dataset.rows(), m_dataset.rows());
        }
        return {};
    }

private:
    [[nodiscard]] bool isWanted(const Block& block) const
    {
        return m_scan.columns.empty() || std::ranges::any_of(m_scan.columns, [&](std::size_t column) {
            return column >= block.firstColumn && column - block.firstColumn < block.columns;
        });
    }

    Expected<void> readBlock(unsigned thread, std::uint64_t index, Scratch& scratch)
    try {
        return m_dataset.readBlock(
            index, scratch, [&](const Block& part, std::span<const std::byte> values) { return m_take(thread, part, values); });
    } catch (const std::bad_alloc&) {
        return inputError(m_dataset.where() + ": " + Sentence::of("there is not enough memory to read it"));
    }

    // Blocks are started in order, so every block before a failed one has been started and is waited for: the error that remains
    // does not depend on the threads.
    void fail(std::uint64_t index, Error error)
    {
        const std::lock_guard lock(m_errorMutex);
        if (!m_error || index < m_errorIndex) {
            m_error = std::move(error);
            m_errorIndex = index;
        }
        m_ended.store(true, std::memory_order_relaxed);
    }

    void report(std::uint64_t done) const
    {
        const double share = static_cast<double>(done * m_scan.parts) / static_cast<double>(m_dataset.blockCount());
        m_scan.progress(static_cast<std::int64_t>(std::min(share, 1.0) * static_cast<double>(m_dataset.rows())), m_dataset.rows());
    }

    const StoredDataset& m_dataset;
    const Scan& m_scan;
    const TakeFromThread& m_take;
    std::atomic<std::uint64_t> m_next = 0;
    std::atomic<std::uint64_t> m_done = 0;
    std::atomic<bool> m_ended = false;
    std::mutex m_errorMutex;
    std::optional<Error> m_error;
    std::uint64_t m_errorIndex = 0;
};

} // namespace

Expected<void> scanDataset(const StoredDataset& dataset, const Scan& scan, const TakeFromThread& take)
{
    ScanState state(dataset, scan, take);
    {
        std::vector<std::jthread> helpers;
        for (unsigned thread = 1; thread < scan.threads; ++thread) {
            try {
                helpers.emplace_back([&state, thread] { state.work(thread); });
            } catch (const std::system_error&) {
                break; // as many as the system gives
            }
        }
        state.work(0);
    }
    return state.result().and_then(
        [&] { return dataset.file().checkIsAsOpened(); }); // else it may be half of the one and half of the other
}

} // namespace rotascope::hdf5
