// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/dataset_opener.h"

#include "core/hdf5/handle.h"

#include <algorithm>
#include <array>
#include <limits>
#include <new>

namespace rotascope::hdf5 {
namespace {

// Deflate writes at least one bit for 129 bytes, and chunks that were never written are refused.
constexpr double largestDeflateRatio = 1040;
// A deflated chunk has at least a header, an empty block and a checksum.
constexpr std::uint64_t leastDeflatedBytes = 8;
// What is read at a time of a dataset that is not chunked.
constexpr std::size_t slabBytes = std::size_t{512} << 10;
constexpr hsize_t mostColumns = hsize_t{1} << 24;

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

// Of a member that HDF5 does not open as a dataset.
Sentence whyNotOpened(hid_t group, const std::string& name)
{
    const Sentence reason = takeReason();
    H5O_info_t info{};
    const bool isKnown = H5Oget_info_by_name2(group, name.c_str(), &info, H5O_INFO_BASIC, H5P_DEFAULT) >= 0;
    return isKnown && info.type != H5O_TYPE_DATASET ? Sentence::of("is not a dataset; expected the data themselves")
                                                    : Sentence::of("cannot be opened: {1}", reason);
}

Sentence expectedShape(const DatasetShape& shape)
{
    constexpr std::array<const char*, 4> numbers
        = {Sentence::marked("no"), Sentence::marked("one"), Sentence::marked("two"), Sentence::marked("three")};
    const auto word = [&](auto rank) { return Sentence::label(numbers.at(static_cast<std::size_t>(rank))); };
    if (shape.minRank == shape.maxRank) {
        return shape.maxRank == 1 ? Sentence::of("one dimension") : Sentence::of("{1} dimensions", word(shape.maxRank));
    }
    return Sentence::of("{1} or {2} dimensions", word(shape.minRank), word(shape.maxRank));
}

// Finds out all that reading needs to know, and refuses what HDF5 or the reading could stumble over.
class DatasetOpener {
public:
    DatasetOpener(const InputFile& input, std::string where) : m_input(input) { m_layout.where = std::move(where); }

    Expected<DatasetLayout> open(hid_t group, const std::string& name, const DatasetShape& shape);

private:
    [[nodiscard]] tl::unexpected<Error> failure(const Sentence& what) const { return inputError(m_layout.where + ": " + what); }
    Expected<void> checkType(NumberType type);
    Expected<void> checkFilters(hid_t properties);
    Expected<void> checkExtents(const DatasetShape& shape);
    Expected<void> checkChunks(hid_t properties);
    Expected<void> findChunks();
    [[nodiscard]] Expected<StoredChunk> findChunk(const Block& block) const;
    Expected<void> checkUnchunked(bool compact);

    const InputFile& m_input;
    Dataset m_dataset;
    Datatype m_type;
    bool m_chunked = false;
    DatasetLayout m_layout;
};

Expected<DatasetLayout> DatasetOpener::open(hid_t group, const std::string& name, const DatasetShape& shape)
{
    // Without a chunk cache HDF5 reads a chunk straight from the file, with no step that could overrun. The first opening decides, so the
    // dataset must not be open already.
    const PropertyList access(H5Pcreate(H5P_DATASET_ACCESS));
    H5Pset_chunk_cache(access.id(), 0, 0, 0);
    m_dataset = Dataset(H5Dopen2(group, name.c_str(), access.id()));
    if (!m_dataset.valid()) {
        return failure(whyNotOpened(group, name));
    }
    const PropertyList properties(H5Dget_create_plist(m_dataset.id()));
    if (!properties.valid()) {
        return failure(Sentence::of("cannot be opened: {1}", takeReason()));
    }
    // The layout and the origin come first: HDF5 opens the sources of a virtual dataset as soon as its extent is asked.
    const H5D_layout_t layout = H5Pget_layout(properties.id());
    if (layout != H5D_COMPACT && layout != H5D_CONTIGUOUS && layout != H5D_CHUNKED) {
        return failure(Sentence::of("is a virtual dataset; expected the data itself, in this file"));
    }
    if (H5Pget_external_count(properties.id()) != 0) {
        return failure(Sentence::of("keeps its data in another file; expected the data itself, in this file"));
    }
    m_chunked = layout == H5D_CHUNKED;
    return checkType(shape.type)
        .and_then([&] { return checkFilters(properties.id()); })
        .and_then([&] { return checkExtents(shape); })
        .and_then([&] { return m_chunked ? checkChunks(properties.id()) : checkUnchunked(layout == H5D_COMPACT); })
        .map([&] { return std::move(m_layout); });
}

Expected<void> DatasetOpener::checkType(NumberType type)
{
    m_type = Datatype(H5Dget_type(m_dataset.id()));
    const NumberTypeFacts facts = factsOf(type);
    if (!m_type.valid() || !isExactly(m_type.id(), type)) {
        return failure(Sentence::of("has another type; expected {1}", facts.name));
    }
    m_layout.valueBytes = facts.bytes;
    m_layout.swapBytes = H5Tget_order(m_type.id()) != H5Tget_order(H5T_NATIVE_INT);
    return {};
}

Expected<void> DatasetOpener::checkFilters(hid_t properties)
{
    const int count = H5Pget_nfilters(properties);
    if (count < 0) {
        return failure(Sentence::of("has unreadable filters: {1}", takeReason()));
    }
    for (int i = 0; i < count; ++i) {
        unsigned flags = 0;
        std::array<unsigned, 8> parameters{};
        std::size_t parameterCount = parameters.size();
        std::array<char, 64> name{};
        const H5Z_filter_t filter = H5Pget_filter2(
            properties, static_cast<unsigned>(i), &flags, &parameterCount, parameters.data(), name.size() - 1, name.data(), nullptr);
        const bool shuffle = filter == H5Z_FILTER_SHUFFLE && !m_layout.shuffled && !m_layout.deflated && parameterCount >= 1
            && parameters[0] == m_layout.valueBytes;
        const bool deflate = filter == H5Z_FILTER_DEFLATE && !m_layout.deflated;
        if (!m_chunked || (!shuffle && !deflate)) {
            return failure(Sentence::of("uses filter {1}; expected no filters but shuffle and then deflate (gzip)", filter));
        }
        m_layout.shuffled = m_layout.shuffled || shuffle;
        m_layout.deflated = m_layout.deflated || deflate;
    }
    return {};
}

Expected<void> DatasetOpener::checkExtents(const DatasetShape& shape)
{
    const Dataspace space(H5Dget_space(m_dataset.id()));
    m_layout.rank = space.valid() && H5Sget_simple_extent_type(space.id()) == H5S_SIMPLE ? H5Sget_simple_extent_ndims(space.id()) : 0;
    if (m_layout.rank < shape.minRank || m_layout.rank > shape.maxRank) {
        return failure(Sentence::of("has {1} dimensions; expected {2}", m_layout.rank, expectedShape(shape)));
    }
    std::array<hsize_t, 3> found = {0, 1, 1};
    if (H5Sget_simple_extent_dims(space.id(), found.data(), nullptr) < 0) {
        return failure(Sentence::of("has an unreadable shape: {1}", takeReason()));
    }
    if (m_layout.rank == 3) {
        if (m_chunked || found[0] > mostColumns || found[1] > mostColumns) {
            return failure(m_chunked ? Sentence::of("is chunked; expected a dataset in one piece") : Sentence::of("is too large"));
        }
        m_layout.planes = static_cast<std::int64_t>(found[0]);
    }
    const bool isDeep = m_layout.rank == 3;
    const std::array<hsize_t, 2> extents = {isDeep ? found[0] * found[1] : found[0], isDeep ? found[2] : found[1]};
    // In floating point the product cannot overflow; below the bound it is exact enough.
    const double bytes = static_cast<double>(extents[0]) * static_cast<double>(extents[1]) * static_cast<double>(m_layout.valueBytes);
    const double most = static_cast<double>(m_input.stored->size()) * (m_layout.deflated ? largestDeflateRatio : 1);
    if (bytes > most || extents[0] > hsize_t{1} << 60 || extents[1] > mostColumns) {
        return failure(Sentence::of(
            "has the shape {1} x {2}, more than the file can hold; expected a file that was written to its end", extents[0], extents[1]));
    }
    m_layout.rows = static_cast<std::int64_t>(extents[0]);
    m_layout.columns = static_cast<std::size_t>(extents[1]);
    return {};
}

Expected<void> DatasetOpener::checkChunks(hid_t properties)
{
    std::array<hsize_t, 2> chunk = {0, 1};
    unsigned options = 0;
    if (H5Pget_chunk(properties, m_layout.rank, chunk.data()) != m_layout.rank || H5Pget_chunk_opts(properties, &options) < 0) {
        return failure(Sentence::of("has unreadable chunks: {1}", takeReason()));
    }
    const hsize_t most = maxChunkBytes / m_layout.valueBytes;
    if (chunk[0] < 1 || chunk[1] < 1 || chunk[0] > most || chunk[1] > most / chunk[0]) {
        return failure(
            Sentence::of("has chunks of {1} x {2}; expected chunks of at most {3} MiB", chunk[0], chunk[1], maxChunkBytes >> 20));
    }
    if (options != 0) {
        return failure(Sentence::of("leaves chunks at its edges unfiltered; expected all chunks filtered alike"));
    }
    m_layout.blockRows = static_cast<std::int64_t>(chunk[0]);
    m_layout.blockColumns = static_cast<std::size_t>(chunk[1]);
    if (m_layout.deflated && m_layout.blocksDown() * m_layout.blocksAcross() > m_input.stored->size() / leastDeflatedBytes) {
        return failure(Sentence::of("has {1} chunks, more than the file can hold; expected a file that was written to its end",
            m_layout.blocksDown() * m_layout.blocksAcross()));
    }
    return findChunks();
}

Expected<void> DatasetOpener::findChunks()
{
    const StoredDataset dataset(m_input.stored, m_layout); // it knows the blocks
    m_layout.chunks.emplace();
    for (std::uint64_t index = 0; index < dataset.blockCount(); ++index) {
        const Expected<StoredChunk> chunk = findChunk(dataset.block(index));
        if (!chunk) {
            return tl::unexpected(chunk.error());
        }
        m_layout.chunks->push_back(*chunk);
    }
    return {};
}

// HDF5 1.10 tells where a chunk lies only by going through all of them. So it is let read the chunk, and the place noted.
Expected<StoredChunk> DatasetOpener::findChunk(const Block& block) const
{
    const std::array<hsize_t, 2> offset = {static_cast<hsize_t>(block.firstRow), block.firstColumn};
    const auto notFound = [&] { return failure(Sentence::of("{1} cannot be found: {2}", rowsOf(block, m_layout), takeReason())); };
    hsize_t bytes = 0;
    if (H5Dget_chunk_storage_size(m_dataset.id(), offset.data(), &bytes) < 0 || bytes > std::numeric_limits<std::uint32_t>::max()) {
        return notFound();
    }
    if (bytes == 0) {
        return StoredChunk{};
    }
    std::uint32_t skippedFilters = 0;
    herr_t found = -1;
    std::byte nothing{};
    const auto address = m_input.storage->placeOfData(
        [&] { found = H5Dread_chunk(m_dataset.id(), H5P_DEFAULT, offset.data(), &skippedFilters, &nothing); });
    if (found < 0 || !address) {
        return notFound();
    }
    return StoredChunk{*address, static_cast<std::uint32_t>(bytes), skippedFilters};
}

Expected<void> DatasetOpener::checkUnchunked(bool compact)
{
    // No overflow: checkExtents has seen that so much fits into the file.
    const std::uint64_t bytes = static_cast<std::uint64_t>(m_layout.rows) * m_layout.columns * m_layout.valueBytes;
    const bool written = compact || H5Dget_offset(m_dataset.id()) != HADDR_UNDEF;
    if (bytes > 0 && (!written || H5Dget_storage_size(m_dataset.id()) != bytes)) {
        return failure(Sentence::of("was never written, or not whole; expected {1} bytes of data", bytes));
    }
    if (compact) {
        m_layout.values.emplace(static_cast<std::size_t>(bytes));
        if (bytes > 0 && H5Dread(m_dataset.id(), m_type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, m_layout.values->data()) < 0) {
            return failure(Sentence::of("cannot be read: {1}", takeReason()));
        }
    }
    m_layout.address = static_cast<std::uint64_t>(H5Dget_offset(m_dataset.id()));
    const std::size_t rowBytes = std::max<std::size_t>(m_layout.columns * m_layout.valueBytes, 1);
    m_layout.blockRows = static_cast<std::int64_t>(std::max<std::size_t>(slabBytes / rowBytes, 1));
    m_layout.blockColumns = std::max<std::size_t>(m_layout.columns, 1);
    return {};
}

} // namespace

Expected<StoredDataset> openDataset(
    const InputFile& input, hid_t group, const std::string& name, const DatasetShape& shape, const std::string& where)
try {
    return DatasetOpener(input, where).open(group, name, shape).map([&](DatasetLayout layout) {
        return StoredDataset(input.stored, std::move(layout));
    });
} catch (const std::bad_alloc&) {
    return inputError(where + ": " + Sentence::of("takes more memory than there is, or than files of its size are given"));
}

} // namespace rotascope::hdf5
