// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recording/stored_rows.h"

#include <new>
#include <span>
#include <utility>

namespace rotascope {

StoredRows::StoredRows(std::shared_ptr<const RecordingReader> reader, std::shared_ptr<hdf5::BlockCache> cache,
    const hdf5::StoredDataset* positions, const hdf5::StoredDataset* angles)
    : m_reader(std::move(reader)), m_cache(std::move(cache)), m_positions(positions), m_angles(angles)
{
}

Expected<void> StoredRows::check(const RowRange& range) const
{
    const auto dimensions = static_cast<std::int64_t>(range.dimensions);
    if (range.firstRow < 0 || range.rows < 0 || range.firstRow > rows() || range.rows > rows() - range.firstRow
        || range.firstDimension > this->dimensions() || range.dimensions > this->dimensions() - range.firstDimension) {
        return usageError(name() + ": "
            + Sentence::of(
                "{1} rows from {2} on and {3} dimensions from {4} on were asked for; expected some of {5} rows and {6} dimensions",
                range.rows, range.firstRow, range.dimensions, range.firstDimension, rows(), this->dimensions()));
    }
    if (range.rows > mostValues / (dimensions + axes() + 1)) {
        return usageError(name() + ": "
            + Sentence::of("{1} rows were asked for at a time; expected at most {2} with so many dimensions", range.rows,
                mostValues / (dimensions + axes() + 1)));
    }
    return {};
}

Expected<void> StoredRows::readPositions(
    std::int64_t firstRow, std::int64_t rows, std::vector<std::int64_t>& positions, const std::stop_token& stop) const
{
    if (m_positions == nullptr) {
        return {};
    }
    positions.resize(static_cast<std::size_t>(rows) * m_positions->columns());
    return m_cache->read(*m_positions, {firstRow, rows, 0, m_positions->columns()}, std::as_writable_bytes(std::span(positions)), stop);
}

Expected<RowValues> StoredRows::read(const RowRange& range, const std::stop_token& stop) const
try {
    RowValues values{.range = range, .positions = {}, .angles = {}};
    return check(range)
        .and_then([&] { return readPositions(range.firstRow, range.rows, values.positions, stop); })
        .and_then([&]() -> Expected<void> {
            if (m_angles == nullptr) {
                return {};
            }
            values.angles.resize(static_cast<std::size_t>(range.rows) * range.dimensions);
            const hdf5::Block part{range.firstRow, range.rows, range.firstDimension, range.dimensions};
            return m_cache->read(*m_angles, part, std::as_writable_bytes(std::span(values.angles)), stop);
        })
        .map([&] { return std::move(values); });
} catch (const std::bad_alloc&) {
    return inputError(name() + ": " + Sentence::of("there is not enough memory to read it"));
}

unsigned StoredRows::scanThreads(std::size_t bytesPerThread) const
{
    return m_angles == nullptr ? 1 : hdf5::usefulThreads(*m_angles, bytesPerThread);
}

Expected<void> StoredRows::scan(const RowScan& scan, const TakeRows& take, const std::stop_token& stop, const RowProgress& progress) const
try {
    if (m_angles == nullptr || (scan.withPositions && m_positions == nullptr)) {
        return inputError(name() + ": "
            + (m_angles != nullptr       ? Sentence::of("has no positions; expected positions and angles")
                    : scan.withPositions ? Sentence::of("has no angles; expected positions and angles")
                                         : Sentence::of("has no angles; expected angles")));
    }
    std::vector<std::vector<std::int64_t>> positions(scan.threads);
    const auto takePart = [&](unsigned thread, const hdf5::Block& part, std::span<const std::byte> values) {
        std::vector<std::int64_t>& own = positions[thread];
        const auto read = scan.withPositions ? readPositions(part.firstRow, part.rows, own, stop) : Expected<void>();
        return read.and_then([&] {
            const RowRange range{part.firstRow, part.rows, part.firstColumn, part.columns};
            return take(thread, {range, own, hdf5::numbers<float>(values)});
        });
    };
    return hdf5::scanDataset(
        *m_angles, {.threads = scan.threads, .stop = stop, .progress = progress, .columns = scan.dimensions}, takePart);
} catch (const std::bad_alloc&) {
    return inputError(name() + ": " + Sentence::of("there is not enough memory to read it"));
}

} // namespace rotascope
