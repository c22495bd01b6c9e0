// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/files/random_access_file.h"
#include "core/hdf5/inflater.h"
#include "core/hdf5/message.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

// Datasets of a file that is not trusted, read block by block.
//
// Damaged or crafted chunks crash H5Dread of HDF5 1.10: its filters believe what the chunk says of itself. So chunks are read from the file
// and unpacked here, every size checked; that also lets several threads unpack at a time, where H5Dread has one.
namespace rotascope::hdf5 {

/// A part of a dataset.
struct Block {
    std::int64_t firstRow = 0;
    std::int64_t rows = 0;
    std::size_t firstColumn = 0;
    std::size_t columns = 0;
};

/// Memory of one reading thread, kept from one block to the next.
struct Scratch {
    Inflater inflater;
    std::vector<std::byte> stored; // a chunk as the file has it
    std::vector<std::byte> unpacked; // after inflate
    std::vector<std::byte> values; // part of the block, in memory order
};

/// Takes a part of a block: `values` are its numbers, row-major [part.rows, part.columns], in the byte order of the machine.
using TakeValues = std::function<Expected<void>(const Block& part, std::span<const std::byte> values)>;

/// Where a chunk lies in the file; no bytes where it was never written.
struct StoredChunk {
    std::uint64_t address = 0;
    std::uint32_t bytes = 0;
    std::uint32_t skippedFilters = 0; ///< a bit for each
};

/// All that reading a dataset needs to know. Made in a child process (dataset_opener.h), so that HDF5 has no part in the reading.
struct DatasetLayout {
    std::string where; ///< the file and the path, for messages
    int rank = 1;
    std::int64_t planes = 1; ///< a of [a, b, columns], which has a * b rows
    std::int64_t rows = 0;
    std::size_t columns = 1;
    std::size_t valueBytes = 0;
    bool swapBytes = false; ///< the file's byte order is not the machine's
    bool shuffled = false;
    bool deflated = false;
    std::int64_t blockRows = 1; ///< of a chunk, or of what is read at a time where there are none
    std::size_t blockColumns = 1;
    std::optional<std::vector<StoredChunk>> chunks; ///< row-major; none where the dataset is in one piece
    std::uint64_t address = 0; ///< of a dataset in one piece
    std::optional<std::vector<std::byte>> values; ///< of one that the header of the file has in itself (64 KiB at most)

    /// How many blocks there are below and beside each other.
    [[nodiscard]] std::uint64_t blocksDown() const;
    [[nodiscard]] std::uint64_t blocksAcross() const;
};

template <class Archive> void transfer(Archive& archive, DatasetLayout& layout)
{
    transfer(archive, layout.where);
    transfer(archive, layout.rank);
    transfer(archive, layout.planes);
    transfer(archive, layout.rows);
    transfer(archive, layout.columns);
    transfer(archive, layout.valueBytes);
    transfer(archive, layout.swapBytes);
    transfer(archive, layout.shuffled);
    transfer(archive, layout.deflated);
    transfer(archive, layout.blockRows);
    transfer(archive, layout.blockColumns);
    transfer(archive, layout.chunks);
    transfer(archive, layout.address);
    transfer(archive, layout.values);
}

/// A dataset [rows] or [rows, columns] of one of the number types, whose layout, filters and sizes were found sound when it was
/// opened. It is read in blocks: its chunks, row-major, or slabs of whole rows where it is not chunked.
class StoredDataset {
public:
    StoredDataset(std::shared_ptr<const RandomAccessFile> file, DatasetLayout layout) : m_file(std::move(file)), m_layout(std::move(layout))
    {
    }

    [[nodiscard]] const RandomAccessFile& file() const { return *m_file; }
    [[nodiscard]] const DatasetLayout& layout() const { return m_layout; }
    [[nodiscard]] const std::string& where() const { return m_layout.where; }
    [[nodiscard]] int rank() const { return m_layout.rank; }
    [[nodiscard]] std::int64_t rows() const { return m_layout.rows; }
    [[nodiscard]] std::size_t columns() const { return m_layout.columns; }
    /// How many columns a block has (the last ones of a row may have fewer).
    [[nodiscard]] std::size_t blockColumns() const { return m_layout.blockColumns; }
    [[nodiscard]] std::uint64_t blockCount() const { return m_layout.blocksDown() * m_layout.blocksAcross(); }
    [[nodiscard]] Block block(std::uint64_t index) const;

    /// Reads a block and hands it over in parts of whole rows of the block, from the first on. Several threads may read different blocks,
    /// each with a scratch of its own.
    [[nodiscard]] Expected<void> readBlock(std::uint64_t index, Scratch& scratch, const TakeValues& take) const;

    /// Reads a small dataset of one column whole; T is the type that belongs to its NumberType.
    template <class T> [[nodiscard]] Expected<std::vector<T>> readColumn() const;

private:
    [[nodiscard]] tl::unexpected<Error> failure(const Sentence& what) const { return inputError(where() + ": " + what); }
    [[nodiscard]] std::size_t chunkBytes() const;
    [[nodiscard]] Expected<void> checkChunk(const StoredChunk& chunk, const Block& block) const;
    [[nodiscard]] Expected<void> fetchChunk(const StoredChunk& chunk, const Block& block, Scratch& scratch) const;
    [[nodiscard]] Expected<void> inflateChunk(const Block& block, Scratch& scratch) const;
    [[nodiscard]] Expected<void> readRows(
        const StoredChunk* chunk, const Block& block, const Block& part, Scratch& scratch, std::span<std::byte> values) const;
    void copyRows(const Block& block, const Block& part, const std::vector<std::byte>& unpacked, std::span<std::byte> values) const;

    std::shared_ptr<const RandomAccessFile> m_file;
    DatasetLayout m_layout;
};

/// "rows 0 to 99", and which columns where a row has several blocks.
Sentence rowsOf(const Block& block, const DatasetLayout& layout);

/// The bytes of a part as the numbers that they are.
template <class T> std::span<const T> numbers(std::span<const std::byte> values)
{
    return {reinterpret_cast<const T*>(values.data()), values.size() / sizeof(T)};
}

/// How a whole dataset is read.
struct Scan {
    unsigned threads = 1; ///< the caller's thread is one of them
    std::stop_token stop;
    std::function<void(std::int64_t done, std::int64_t total)> progress; ///< in rows, from the caller's thread; may be empty
    // Of every `parts` blocks the one numbered `part`: what one of several processes reads.
    std::uint64_t part = 0;
    std::uint64_t parts = 1;
    std::vector<std::size_t> columns = {}; ///< blocks that have none of these are left out; empty: none is
};

/// As many threads as pay, at least one: each needs `bytesPerThread` beside what it unpacks.
unsigned usefulThreads(const StoredDataset& dataset, std::size_t bytesPerThread);

/// Hands every part of a dataset to `take(thread, part, values)`, 0 <= thread < scan.threads. Blocks are started in their order
/// but taken in any, by several threads at a time. On failure the error of the first block that failed; ErrorKind::Stopped when
/// asked to stop, within one block.
using TakeFromThread = std::function<Expected<void>(unsigned thread, const Block& part, std::span<const std::byte> values)>;
Expected<void> scanDataset(const StoredDataset& dataset, const Scan& scan, const TakeFromThread& take);

template <class T> Expected<std::vector<T>> StoredDataset::readColumn() const
{
    std::vector<T> column;
    column.reserve(static_cast<std::size_t>(rows()));
    Scratch scratch;
    for (std::uint64_t index = 0; index < blockCount(); ++index) {
        const Expected<void> read = readBlock(index, scratch, [&column](const Block&, std::span<const std::byte> values) {
            const std::span<const T> part = numbers<T>(values);
            column.insert(column.end(), part.begin(), part.end());
            return Expected<void>();
        });
        if (!read) {
            return tl::unexpected(read.error());
        }
    }
    return column;
}

} // namespace rotascope::hdf5
