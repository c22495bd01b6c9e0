// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/recorded_rows.h"
#include "core/hdf5/block_cache.h"
#include "core/hdf5/stored_dataset.h"
#include "core/recording/recording_reader.h"

#include <memory>

namespace rotascope {

/// The values of a recording, of one of its RoPEs, read at random from its file.
class StoredRows final : public RecordedRows {
public:
    /// `positions` and `angles` belong to the reader; either may be null, not both.
    StoredRows(std::shared_ptr<const RecordingReader> reader, std::shared_ptr<hdf5::BlockCache> cache, const hdf5::StoredDataset* positions,
        const hdf5::StoredDataset* angles);

    [[nodiscard]] const std::string& name() const override { return (m_angles != nullptr ? m_angles : m_positions)->where(); }
    [[nodiscard]] std::int64_t rows() const override { return (m_positions != nullptr ? m_positions : m_angles)->rows(); }
    [[nodiscard]] int axes() const override { return m_positions == nullptr ? 0 : static_cast<int>(m_positions->columns()); }
    [[nodiscard]] std::size_t dimensions() const override { return m_angles == nullptr ? 0 : m_angles->columns(); }
    [[nodiscard]] std::span<const std::int64_t> sequenceOffsets() const override { return m_reader->info().sequenceOffsets; }
    [[nodiscard]] Expected<RowValues> read(const RowRange& range, const std::stop_token& stop) const override;
    [[nodiscard]] unsigned scanThreads(std::size_t bytesPerThread) const override;
    Expected<void> scan(const RowScan& scan, const TakeRows& take, const std::stop_token& stop, const RowProgress& progress) const override;

private:
    [[nodiscard]] Expected<void> check(const RowRange& range) const;
    [[nodiscard]] Expected<void> readPositions(
        std::int64_t firstRow, std::int64_t rows, std::vector<std::int64_t>& positions, const std::stop_token& stop) const;

    std::shared_ptr<const RecordingReader> m_reader;
    std::shared_ptr<hdf5::BlockCache> m_cache;
    const hdf5::StoredDataset* m_positions;
    const hdf5::StoredDataset* m_angles;
};

} // namespace rotascope
