// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/block_cache.h"

#include <algorithm>
#include <cstring>

namespace rotascope::hdf5 {
namespace {

// Larger blocks are given back to the system anyway.
constexpr std::size_t mostSpareBytes = std::size_t{4} << 20;

// Copies what a block and a part of the dataset have in common; both row-major.
void copyCommon(const Block& block, std::span<const std::byte> from, const Block& part, std::span<std::byte> to, std::size_t valueBytes)
{
    const std::int64_t firstRow = std::max(block.firstRow, part.firstRow);
    const std::int64_t endRow = std::min(block.firstRow + block.rows, part.firstRow + part.rows);
    const std::size_t firstColumn = std::max(block.firstColumn, part.firstColumn);
    const std::size_t endColumn = std::min(block.firstColumn + block.columns, part.firstColumn + part.columns);
    const auto offsetIn = [&](const Block& whole, std::int64_t row) {
        return (static_cast<std::size_t>(row - whole.firstRow) * whole.columns + firstColumn - whole.firstColumn) * valueBytes;
    };
    for (std::int64_t row = firstRow; row < endRow; ++row) {
        std::memcpy(&to[offsetIn(part, row)], &from[offsetIn(block, row)], (endColumn - firstColumn) * valueBytes);
    }
}

} // namespace

Expected<void> BlockCache::read(const StoredDataset& dataset, const Block& part, std::span<std::byte> values, const std::stop_token& stop)
{
    const DatasetLayout& layout = dataset.layout();
    const auto blockRow = [&](std::int64_t row) { return static_cast<std::uint64_t>(row / layout.blockRows); };
    const std::uint64_t across = layout.blocksAcross();
    Scratch scratch;
    if (part.rows > 0 && part.columns > 0) {
        for (std::uint64_t down = blockRow(part.firstRow); down <= blockRow(part.firstRow + part.rows - 1); ++down) {
            for (std::uint64_t right = part.firstColumn / layout.blockColumns;
                 right <= (part.firstColumn + part.columns - 1) / layout.blockColumns; ++right) {
                if (stop.stop_requested()) {
                    return stoppedError();
                }
                const std::uint64_t index = down * across + right;
                Expected<Values> block = blockOf({&dataset, index}, scratch);
                if (!block) {
                    return tl::unexpected(block.error());
                }
                copyCommon(dataset.block(index), **block, part, values, layout.valueBytes);
                const std::lock_guard lock(m_mutex); // keep() sees then that nobody reads it any more
                block->reset();
            }
        }
    }
    return dataset.file().checkIsAsOpened();
}

std::size_t BlockCache::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

std::uint64_t BlockCache::blocksRead() const
{
    const std::lock_guard lock(m_mutex);
    return m_read;
}

Expected<BlockCache::Values> BlockCache::blockOf(const Key& key, Scratch& scratch)
{
    if (Values found = find(key)) {
        return found;
    }
    const StoredDataset& dataset = *key.first;
    const Block block = dataset.block(key.second);
    const std::size_t bytes = static_cast<std::size_t>(block.rows) * block.columns * dataset.layout().valueBytes;
    Values values = takeSpare(bytes);
    values->reserve(bytes);
    const auto take = [&](const Block& /*part*/, std::span<const std::byte> part) -> Expected<void> {
        values->insert(values->end(), part.begin(), part.end());
        return {};
    };
    return dataset.readBlock(key.second, scratch, take).map([&] {
        keep(key, values);
        return values;
    });
}

BlockCache::Values BlockCache::find(const Key& key)
{
    const std::lock_guard lock(m_mutex);
    const auto place = m_places.find(key);
    if (place == m_places.end()) {
        return nullptr;
    }
    m_kept.splice(m_kept.begin(), m_kept, place->second);
    return place->second->values;
}

void BlockCache::keep(const Key& key, const Values& values)
{
    const std::lock_guard lock(m_mutex);
    ++m_read;
    if (m_places.contains(key)) {
        return; // another thread was faster
    }
    m_kept.push_front({key, values});
    m_places.emplace(key, m_kept.begin());
    m_bytes += values->size();
    while (m_bytes > m_mostBytes && m_kept.size() > 1) {
        m_bytes -= m_kept.back().values->size();
        if (m_kept.back().values.use_count() == 1 && m_kept.back().values->capacity() <= mostSpareBytes) {
            m_spare = std::move(m_kept.back().values);
        }
        m_places.erase(m_kept.back().key);
        m_kept.pop_back();
    }
}

// Empty, with memory of its own or of a block that nobody uses any more.
BlockCache::Values BlockCache::takeSpare(std::size_t bytes)
{
    Values spare;
    {
        const std::lock_guard lock(m_mutex);
        spare = std::exchange(m_spare, nullptr);
    }
    if (!spare || spare->capacity() / 2 > bytes) {
        return std::make_shared<std::vector<std::byte>>();
    }
    spare->clear();
    return spare;
}

} // namespace rotascope::hdf5
