// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/hdf5/handle.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

// Datasets of a file that is not trusted, read block by block.
//
// Damaged or crafted chunks crash H5Dread of HDF5 1.10: its filters believe what the chunk says of itself. So compressed chunks are
// fetched as stored and unpacked here, every size checked; that also lets several threads unpack at a time, where H5Dread has one.
namespace rotascope::hdf5 {

/// The number types that the format has, in either byte order.
enum class NumberType : std::uint8_t { Int32, Int64, Float32, Float64 };

/// The largest chunk that is taken. With it a reader of positions stays within the memory that is promised.
inline constexpr std::size_t maxChunkBytes = std::size_t{32} << 20;

/// What a dataset has to be.
struct DatasetShape {
    NumberType type;
    int minRank = 1; ///< 1: [rows] is taken, with one column
    int maxRank = 1; ///< 2: [rows, columns] is taken
};

/// A part of a dataset.
struct Block {
    std::int64_t firstRow = 0;
    std::int64_t rows = 0;
    std::size_t firstColumn = 0;
    std::size_t columns = 0;
};

/// Memory of one reading thread, kept from one block to the next.
struct Scratch {
    std::vector<std::byte> stored; // a chunk as the file has it
    std::vector<std::byte> unpacked; // after inflate
    std::vector<std::byte> values; // part of the block, in memory order
};

/// Takes a part of a block: `values` are its numbers, row-major [part.rows, part.columns], in the byte order of the machine.
using TakeValues = std::function<Expected<void>(const Block& part, std::span<const std::byte> values)>;

/// A dataset [rows] or [rows, columns] of one of the number types, whose layout, filters and sizes were found sound when it was
/// opened. It is read in blocks: its chunks, row-major, or slabs of whole rows where it is not chunked.
class StoredDataset {
public:
    /// Opens a member that hasMember() has found. `where`: the file and the path, for messages. `fileBytes`: no dataset can be
    /// larger than what a file of that size can hold. To be called under a Lock. Opens nothing but what is in the file itself.
    static Expected<StoredDataset> open(
        hid_t group, const std::string& name, const DatasetShape& shape, const std::string& where, std::uintmax_t fileBytes);

    [[nodiscard]] const std::string& where() const { return m_where; }
    [[nodiscard]] int rank() const { return m_rank; }
    [[nodiscard]] std::int64_t rows() const { return m_rows; }
    [[nodiscard]] std::size_t columns() const { return m_columns; }
    /// How many columns a block has (the last ones of a row may have fewer).
    [[nodiscard]] std::size_t blockColumns() const { return m_blockColumns; }
    [[nodiscard]] std::uint64_t blockCount() const { return m_blocksDown * m_blocksAcross; }
    [[nodiscard]] Block block(std::uint64_t index) const;

    /// Reads a block and hands it over in parts of whole rows of the block, from the first on. Takes the Lock only while the
    /// file is read, so several threads may read different blocks, each with a scratch of its own.
    [[nodiscard]] Expected<void> readBlock(std::uint64_t index, Scratch& scratch, const TakeValues& take) const;

    /// Reads a small dataset of one column whole; T is the type that belongs to its NumberType.
    template <class T> [[nodiscard]] Expected<std::vector<T>> readColumn() const;

private:
    StoredDataset() = default;
    [[nodiscard]] tl::unexpected<Error> failure(const std::string& what) const { return inputError(m_where + ": " + what); }
    Expected<void> checkType(NumberType type);
    Expected<void> checkExtents(const DatasetShape& shape, std::uintmax_t fileBytes, double largestRatio);
    Expected<void> checkChunks(hid_t properties);
    Expected<void> checkFilters(hid_t properties);
    Expected<void> checkUnchunked(bool compact);
    [[nodiscard]] Expected<void> fetchChunk(const Block& block, std::vector<std::byte>& stored) const;
    [[nodiscard]] Expected<void> unpackChunk(const Block& block, Scratch& scratch) const;
    [[nodiscard]] Expected<void> readRows(const Block& part, std::span<std::byte> values) const;
    void copyRows(const Block& block, const Block& part, const std::vector<std::byte>& unpacked, std::span<std::byte> values) const;
    [[nodiscard]] std::string rowsOf(const Block& block) const;

    Dataset m_dataset;
    Datatype m_type;
    std::string m_where;
    int m_rank = 1;
    std::int64_t m_rows = 0;
    std::size_t m_columns = 1;
    std::size_t m_valueBytes = 0;
    bool m_swapBytes = false;
    bool m_chunked = false;
    bool m_shuffled = false;
    bool m_deflated = false;
    std::int64_t m_blockRows = 0;
    std::size_t m_blockColumns = 1;
    std::uint64_t m_blocksDown = 0;
    std::uint64_t m_blocksAcross = 0;
};

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
    column.reserve(static_cast<std::size_t>(m_rows));
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
