// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/hdf5/stored_dataset.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

namespace rotascope::hdf5 {

/// Reads parts of datasets at random. The blocks that were read last are kept, so that who reads on nearby unpacks nothing twice. Safe to
/// use from several threads.
class BlockCache {
public:
    /// Keeps at most so many bytes, but always the block that was read last (which has maxChunkBytes at most). The datasets must outlive it
    /// and stay where they are.
    explicit BlockCache(std::size_t mostBytes) : m_mostBytes(mostBytes) { }

    /// Fills `values`, row-major [part.rows, part.columns] in the byte order of the machine, with a part that lies within the dataset.
    /// Fails as StoredDataset::readBlock, with ErrorKind::Stopped when asked to stop (within one block), and, also where all of it was
    /// kept, if the file was changed since it was opened.
    [[nodiscard]] Expected<void> read(
        const StoredDataset& dataset, const Block& part, std::span<std::byte> values, const std::stop_token& stop);

    [[nodiscard]] std::size_t bytes() const;
    /// How many blocks were read from the file.
    [[nodiscard]] std::uint64_t blocksRead() const;

private:
    using Key = std::pair<const StoredDataset*, std::uint64_t>;
    using Values = std::shared_ptr<std::vector<std::byte>>;
    struct Kept {
        Key key;
        Values values;
    };

    Expected<Values> blockOf(const Key& key, Scratch& scratch);
    Values find(const Key& key);
    void keep(const Key& key, const Values& values);
    Values takeSpare(std::size_t bytes);

    std::size_t m_mostBytes;
    mutable std::mutex m_mutex;
    std::list<Kept> m_kept; // what was used last is first
    std::map<Key, std::list<Kept>::iterator> m_places;
    // The block that was dropped last, whose memory the next one takes: blocks that come from one thread and go in another would leave
    // holes in the memory of all threads.
    Values m_spare;
    std::size_t m_bytes = 0;
    std::uint64_t m_read = 0;
};

} // namespace rotascope::hdf5
