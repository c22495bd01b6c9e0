// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/stored_dataset.h"

#include "core/hdf5/lock.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstring>
#include <limits>
#include <mutex>
#include <new>
#include <optional>
#include <system_error>
#include <thread>
#include <zlib.h>

namespace rotascope::hdf5 {
namespace {

// A part that is handed over should still be in the second-level cache when it is counted.
constexpr std::size_t partBytes = std::size_t{256} << 10;
// What is read at a time of a dataset that is not chunked.
constexpr std::size_t slabBytes = std::size_t{512} << 10;
// Deflate writes at least one bit for 129 bytes, and chunks that were never written are refused.
constexpr double largestDeflateRatio = 1040;
// All threads together unpack at most so much, whatever the chunks of the file.
constexpr std::size_t unpackingBytes = std::size_t{64} << 20;
constexpr unsigned mostThreads = 16;
// Buffers beyond this size are not kept from block to block.
constexpr std::size_t keptBytes = std::size_t{4} << 20;

struct NumberTypeFacts {
    const char* name;
    std::size_t bytes;
};

NumberTypeFacts factsOf(NumberType type)
{
    switch (type) {
    case NumberType::Int32:
        return {"int32", 4};
    case NumberType::Int64:
        return {"int64", 8};
    case NumberType::Float32:
        return {"float32", 4};
    case NumberType::Float64:
        break;
    }
    return {"float64", 8};
}

// Exact equality, so that no odd precision, offset or size ever reaches a conversion.
bool isExactly(hid_t type, NumberType wanted)
{
    const auto equals = [type](hid_t little, hid_t big) { return H5Tequal(type, little) > 0 || H5Tequal(type, big) > 0; };
    switch (wanted) {
    case NumberType::Int32:
        return equals(H5T_STD_I32LE, H5T_STD_I32BE);
    case NumberType::Int64:
        return equals(H5T_STD_I64LE, H5T_STD_I64BE);
    case NumberType::Float32:
        return equals(H5T_IEEE_F32LE, H5T_IEEE_F32BE);
    case NumberType::Float64:
        break;
    }
    return equals(H5T_IEEE_F64LE, H5T_IEEE_F64BE);
}

std::string expectedShape(const DatasetShape& shape)
{
    if (shape.minRank == shape.maxRank) {
        return shape.minRank == 1 ? "one dimension" : "two dimensions";
    }
    return "one or two dimensions";
}

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

Expected<StoredDataset> StoredDataset::open(
    hid_t group, const std::string& name, const DatasetShape& shape, const std::string& where, std::uintmax_t fileBytes)
{
    StoredDataset opened;
    opened.m_where = where;
    // Without a chunk cache HDF5 reads chunks that are not filtered straight from the file, with no step that could overrun. The
    // first opening decides, so the dataset must not be open already.
    const PropertyList access(H5Pcreate(H5P_DATASET_ACCESS));
    H5Pset_chunk_cache(access.id(), 0, 0, 0);
    opened.m_dataset = Dataset(H5Dopen2(group, name.c_str(), access.id()));
    if (!opened.m_dataset.valid()) {
        return opened.failure("is not a dataset, or cannot be opened: " + takeErrorText());
    }
    const PropertyList properties(H5Dget_create_plist(opened.m_dataset.id()));
    if (!properties.valid()) {
        return opened.failure("cannot be opened: " + takeErrorText());
    }
    // The layout and the origin come first: HDF5 opens the sources of a virtual dataset as soon as its extent is asked.
    const H5D_layout_t layout = H5Pget_layout(properties.id());
    if (layout != H5D_COMPACT && layout != H5D_CONTIGUOUS && layout != H5D_CHUNKED) {
        return opened.failure("is a virtual dataset; expected the data itself, in this file");
    }
    if (H5Pget_external_count(properties.id()) != 0) {
        return opened.failure("keeps its data in another file; expected the data itself, in this file");
    }
    opened.m_chunked = layout == H5D_CHUNKED;
    return opened.checkType(shape.type)
        .and_then([&] { return opened.checkFilters(properties.id()); })
        .and_then([&] { return opened.checkExtents(shape, fileBytes, opened.m_deflated ? largestDeflateRatio : 1); })
        .and_then([&] { return opened.m_chunked ? opened.checkChunks(properties.id()) : opened.checkUnchunked(layout == H5D_COMPACT); })
        .map([&] { return std::move(opened); });
}

Expected<void> StoredDataset::checkType(NumberType type)
{
    m_type = Datatype(H5Dget_type(m_dataset.id()));
    const NumberTypeFacts facts = factsOf(type);
    if (!m_type.valid() || !isExactly(m_type.id(), type)) {
        return failure(std::string("has another type; expected ") + facts.name);
    }
    m_valueBytes = facts.bytes;
    m_swapBytes = H5Tget_order(m_type.id()) != H5Tget_order(H5T_NATIVE_INT);
    return {};
}

Expected<void> StoredDataset::checkFilters(hid_t properties)
{
    const int count = H5Pget_nfilters(properties);
    if (count < 0) {
        return failure("has unreadable filters: " + takeErrorText());
    }
    for (int i = 0; i < count; ++i) {
        unsigned flags = 0;
        std::array<unsigned, 8> parameters{};
        std::size_t parameterCount = parameters.size();
        std::array<char, 64> name{};
        const H5Z_filter_t filter = H5Pget_filter2(
            properties, static_cast<unsigned>(i), &flags, &parameterCount, parameters.data(), name.size() - 1, name.data(), nullptr);
        const bool shuffle
            = filter == H5Z_FILTER_SHUFFLE && !m_shuffled && !m_deflated && parameterCount >= 1 && parameters[0] == m_valueBytes;
        const bool deflate = filter == H5Z_FILTER_DEFLATE && !m_deflated;
        if (!m_chunked || (!shuffle && !deflate)) {
            return failure("uses filter " + std::to_string(filter) + "; expected no filters but shuffle and then deflate (gzip)");
        }
        m_shuffled = m_shuffled || shuffle;
        m_deflated = m_deflated || deflate;
    }
    return {};
}

Expected<void> StoredDataset::checkExtents(const DatasetShape& shape, std::uintmax_t fileBytes, double largestRatio)
{
    const Dataspace space(H5Dget_space(m_dataset.id()));
    m_rank = space.valid() && H5Sget_simple_extent_type(space.id()) == H5S_SIMPLE ? H5Sget_simple_extent_ndims(space.id()) : 0;
    if (m_rank < shape.minRank || m_rank > shape.maxRank) {
        return failure("has " + std::to_string(m_rank) + " dimensions; expected " + expectedShape(shape));
    }
    std::array<hsize_t, 2> extents = {0, 1};
    if (H5Sget_simple_extent_dims(space.id(), extents.data(), nullptr) < 0) {
        return failure("has an unreadable shape: " + takeErrorText());
    }
    // In floating point the product cannot overflow; below the bound it is exact enough.
    const double bytes = static_cast<double>(extents[0]) * static_cast<double>(extents[1]) * static_cast<double>(m_valueBytes);
    if (bytes > static_cast<double>(fileBytes) * largestRatio || extents[0] > hsize_t{1} << 60 || extents[1] > hsize_t{1} << 24) {
        return failure("has the shape " + std::to_string(extents[0]) + " x " + std::to_string(extents[1])
            + ", more than the file can hold; expected a file that was written to its end");
    }
    m_rows = static_cast<std::int64_t>(extents[0]);
    m_columns = static_cast<std::size_t>(extents[1]);
    return {};
}

Expected<void> StoredDataset::checkChunks(hid_t properties)
{
    std::array<hsize_t, 2> chunk = {0, 1};
    unsigned options = 0;
    if (H5Pget_chunk(properties, m_rank, chunk.data()) != m_rank || H5Pget_chunk_opts(properties, &options) < 0) {
        return failure("has unreadable chunks: " + takeErrorText());
    }
    const hsize_t most = maxChunkBytes / m_valueBytes;
    if (chunk[0] < 1 || chunk[1] < 1 || chunk[0] > most || chunk[1] > most / chunk[0]) {
        return failure("has chunks of " + std::to_string(chunk[0]) + " x " + std::to_string(chunk[1]) + "; expected chunks of at most "
            + std::to_string(maxChunkBytes >> 20) + " MiB");
    }
    if (options != 0) {
        return failure("leaves chunks at its edges unfiltered; expected all chunks filtered alike");
    }
    m_blockRows = static_cast<std::int64_t>(chunk[0]);
    m_blockColumns = static_cast<std::size_t>(chunk[1]);
    m_blocksDown = static_cast<std::uint64_t>(m_rows / m_blockRows + (m_rows % m_blockRows != 0 ? 1 : 0));
    m_blocksAcross = m_columns / m_blockColumns + (m_columns % m_blockColumns != 0 ? 1 : 0);
    return {};
}

Expected<void> StoredDataset::checkUnchunked(bool compact)
{
    // No overflow: checkExtents has seen that so much fits into the file.
    const std::uint64_t bytes = static_cast<std::uint64_t>(m_rows) * m_columns * m_valueBytes;
    const bool written = compact || H5Dget_offset(m_dataset.id()) != HADDR_UNDEF;
    if (bytes > 0 && (!written || H5Dget_storage_size(m_dataset.id()) != bytes)) {
        return failure("was never written, or not whole; expected " + std::to_string(bytes) + " bytes of data");
    }
    const std::size_t rowBytes = std::max<std::size_t>(m_columns * m_valueBytes, 1);
    // A compact dataset is in memory since it was opened (64 KiB at most), and so always one slab.
    m_blockRows = static_cast<std::int64_t>(std::max<std::size_t>(slabBytes / rowBytes, 1));
    m_blockColumns = m_columns;
    m_blocksDown = static_cast<std::uint64_t>(m_rows / m_blockRows + (m_rows % m_blockRows != 0 ? 1 : 0));
    m_blocksAcross = m_columns == 0 ? 0 : 1;
    return {};
}

Block StoredDataset::block(std::uint64_t index) const
{
    const auto firstRow = static_cast<std::int64_t>(index / m_blocksAcross) * m_blockRows;
    const std::size_t firstColumn = static_cast<std::size_t>(index % m_blocksAcross) * m_blockColumns;
    return {firstRow, std::min(m_blockRows, m_rows - firstRow), firstColumn, std::min(m_blockColumns, m_columns - firstColumn)};
}

std::string StoredDataset::rowsOf(const Block& block) const
{
    return "rows " + std::to_string(block.firstRow) + " to " + std::to_string(block.firstRow + block.rows - 1)
        + (m_blocksAcross > 1
                ? ", columns " + std::to_string(block.firstColumn) + " to " + std::to_string(block.firstColumn + block.columns - 1)
                : std::string());
}

Expected<void> StoredDataset::fetchChunk(const Block& block, std::vector<std::byte>& stored) const
{
    const std::array<hsize_t, 2> offset = {static_cast<hsize_t>(block.firstRow), block.firstColumn};
    const std::size_t chunkBytes = static_cast<std::size_t>(m_blockRows) * m_blockColumns * m_valueBytes;
    const Lock lock;
    hsize_t storedBytes = 0;
    if (H5Dget_chunk_storage_size(m_dataset.id(), offset.data(), &storedBytes) < 0) {
        return failure(rowsOf(block) + " cannot be found: " + takeErrorText());
    }
    // Data that deflate cannot shorten grow by less than a thousandth.
    const bool sizeFits = m_deflated ? storedBytes <= chunkBytes + chunkBytes / 100 + 1024 : storedBytes == chunkBytes;
    if (storedBytes == 0 || !sizeFits) {
        return failure(rowsOf(block)
            + (storedBytes == 0 ? " were never written; expected a recording that was finished"
                                : " have a chunk of a wrong size; expected a file that is not damaged"));
    }
    if (!m_shuffled && !m_deflated) {
        return {}; // readRows reads it
    }
    stored.resize(static_cast<std::size_t>(storedBytes));
    std::uint32_t skippedFilters = 0;
    if (H5Dread_chunk(m_dataset.id(), H5P_DEFAULT, offset.data(), &skippedFilters, stored.data()) < 0) {
        return failure(rowsOf(block) + " cannot be read: " + takeErrorText());
    }
    if (skippedFilters != 0) {
        return failure(rowsOf(block) + " were written without their filters; expected all chunks filtered alike");
    }
    return {};
}

Expected<void> StoredDataset::unpackChunk(const Block& block, Scratch& scratch) const
{
    if (!m_deflated) {
        scratch.unpacked.swap(scratch.stored); // shuffled only: fetchChunk has compared the size
        return {};
    }
    const std::size_t chunkBytes = static_cast<std::size_t>(m_blockRows) * m_blockColumns * m_valueBytes;
    scratch.unpacked.resize(chunkBytes);
    uLongf unpackedBytes = chunkBytes;
    const int status = uncompress(reinterpret_cast<Bytef*>(scratch.unpacked.data()), &unpackedBytes,
        reinterpret_cast<const Bytef*>(scratch.stored.data()), scratch.stored.size());
    if (status == Z_MEM_ERROR) {
        throw std::bad_alloc();
    }
    if (status != Z_OK || unpackedBytes != chunkBytes) {
        return failure(rowsOf(block) + " cannot be uncompressed; expected a file that is not damaged");
    }
    release(scratch.stored);
    return {};
}

void StoredDataset::copyRows(
    const Block& block, const Block& part, const std::vector<std::byte>& unpacked, std::span<std::byte> values) const
{
    const std::size_t total = static_cast<std::size_t>(m_blockRows) * m_blockColumns;
    const auto copy = [&](std::size_t first, std::size_t count, std::byte* out) {
        if (!m_shuffled) {
            std::memcpy(out, &unpacked[first * m_valueBytes], count * m_valueBytes);
        } else if (m_valueBytes == 4) {
            unshuffle<std::uint32_t>(unpacked.data(), total, first, count, out);
        } else {
            unshuffle<std::uint64_t>(unpacked.data(), total, first, count, out);
        }
    };
    const auto firstRow = static_cast<std::size_t>(part.firstRow - block.firstRow);
    const auto rows = static_cast<std::size_t>(part.rows);
    if (part.columns == m_blockColumns) {
        copy(firstRow * m_blockColumns, rows * m_blockColumns, values.data());
        return;
    }
    // A chunk that reaches beyond the last column is stored whole; its surplus is left out here.
    for (std::size_t row = 0; row < rows; ++row) {
        copy((firstRow + row) * m_blockColumns, part.columns, &values[row * part.columns * m_valueBytes]);
    }
}

Expected<void> StoredDataset::readRows(const Block& part, std::span<std::byte> values) const
{
    const std::array<hsize_t, 2> start = {static_cast<hsize_t>(part.firstRow), part.firstColumn};
    const std::array<hsize_t, 2> count = {static_cast<hsize_t>(part.rows), part.columns};
    const Lock lock;
    const Dataspace fileSpace(H5Dget_space(m_dataset.id()));
    const Dataspace memorySpace(H5Screate_simple(m_rank, count.data(), nullptr));
    if (H5Sselect_hyperslab(fileSpace.id(), H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr) < 0
        || H5Dread(m_dataset.id(), m_type.id(), memorySpace.id(), fileSpace.id(), H5P_DEFAULT, values.data()) < 0) {
        return failure(rowsOf(part) + " cannot be read: " + takeErrorText());
    }
    return {};
}

Expected<void> StoredDataset::readBlock(std::uint64_t index, Scratch& scratch, const TakeValues& take) const
{
    const Block whole = block(index);
    const bool filtered = m_shuffled || m_deflated;
    if (m_chunked) {
        Expected<void> fetched = fetchChunk(whole, scratch.stored);
        if (fetched && filtered) {
            fetched = unpackChunk(whole, scratch);
        }
        if (!fetched) {
            return fetched;
        }
    }
    const std::size_t rowBytes = whole.columns * m_valueBytes;
    const auto partRows = m_chunked ? static_cast<std::int64_t>(std::max<std::size_t>(partBytes / rowBytes, 1)) : whole.rows;
    for (std::int64_t row = 0; row < whole.rows; row += partRows) {
        Block part = whole;
        part.firstRow += row;
        part.rows = std::min(partRows, whole.rows - row);
        scratch.values.resize(static_cast<std::size_t>(part.rows) * rowBytes);
        Expected<void> done;
        if (filtered) {
            copyRows(whole, part, scratch.unpacked, scratch.values);
        } else {
            done = readRows(part, scratch.values);
        }
        if (done && m_swapBytes) {
            reverseBytes(scratch.values, m_valueBytes);
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
            const std::uint64_t index = m_next.fetch_add(1, std::memory_order_relaxed);
            if (index >= m_dataset.blockCount()) {
                return;
            }
            if (m_scan.stop.stop_requested()) {
                fail(index, Error{ErrorKind::Stopped, "stopped"});
                return;
            }
            const Expected<void> read = readBlock(thread, index, scratch);
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
    Expected<void> readBlock(unsigned thread, std::uint64_t index, Scratch& scratch)
    try {
        return m_dataset.readBlock(
            index, scratch, [&](const Block& part, std::span<const std::byte> values) { return m_take(thread, part, values); });
    } catch (const std::bad_alloc&) {
        return inputError(m_dataset.where() + ": there is not enough memory to read it");
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
        const double share = static_cast<double>(done) / static_cast<double>(m_dataset.blockCount());
        m_scan.progress(static_cast<std::int64_t>(share * static_cast<double>(m_dataset.rows())), m_dataset.rows());
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
    return state.result();
}

} // namespace rotascope::hdf5
