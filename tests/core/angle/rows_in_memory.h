// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/recorded_rows.h"

#include <algorithm>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace rotascope::test {

/// A recording that is nowhere but in memory, stored in blocks of some rows and some dimensions, which several threads scan.
class RowsInMemory final : public RecordedRows {
public:
    /// `positions`: row-major [rows, axes]; `angles`: row-major [rows, dimensions].
    RowsInMemory(int axes, std::vector<std::int64_t> positions, std::size_t dimensions, std::vector<float> angles)
        : m_axes(axes), m_positions(std::move(positions)), m_dimensions(dimensions), m_angles(std::move(angles))
    {
    }

    std::int64_t blockRows = 7;
    std::size_t blockDimensions = 2;
    unsigned threads = 3;
    mutable std::vector<RowRange> asked; ///< of read()

    [[nodiscard]] const std::string& name() const override { return m_name; }
    [[nodiscard]] std::int64_t rows() const override { return static_cast<std::int64_t>(m_angles.size() / m_dimensions); }
    [[nodiscard]] int axes() const override { return m_axes; }
    [[nodiscard]] std::size_t dimensions() const override { return m_dimensions; }
    [[nodiscard]] std::span<const std::int64_t> sequenceOffsets() const override { return {}; }
    [[nodiscard]] float angle(std::int64_t row, std::size_t dimension) const
    {
        return m_angles[static_cast<std::size_t>(row) * m_dimensions + dimension];
    }
    [[nodiscard]] std::int64_t position(std::int64_t row, int axis) const
    {
        return m_positions[static_cast<std::size_t>(row * m_axes + axis)];
    }

    [[nodiscard]] Expected<RowValues> read(const RowRange& range, const std::stop_token& stop) const override
    {
        asked.push_back(range);
        return stop.stop_requested() ? stoppedError() : Expected<RowValues>(valuesOf(range));
    }

    [[nodiscard]] unsigned scanThreads(std::size_t /*bytesPerThread*/) const override { return threads; }
    Expected<void> scan(const RowScan& scan, const TakeRows& take, const std::stop_token& stop, const RowProgress& progress) const override
    {
        std::vector<Expected<void>> results(scan.threads);
        {
            std::vector<std::jthread> workers;
            for (unsigned thread = 0; thread < scan.threads; ++thread) {
                workers.emplace_back([&, thread] { results[thread] = scanPart(scan, thread, take, stop); });
            }
        }
        if (progress) {
            progress(rows(), rows());
        }
        const auto failed = std::ranges::find_if(results, [](const auto& result) { return !result; });
        return failed == results.end() ? Expected<void>() : *failed;
    }

private:
    [[nodiscard]] RowValues valuesOf(const RowRange& range) const
    {
        RowValues values{range, {}, {}};
        for (std::int64_t row = range.firstRow; row < range.firstRow + range.rows; ++row) {
            for (int axis = 0; axis < m_axes; ++axis) {
                values.positions.push_back(position(row, axis));
            }
            for (std::size_t d = range.firstDimension; d < range.firstDimension + range.dimensions; ++d) {
                values.angles.push_back(angle(row, d));
            }
        }
        return values;
    }

    // Every block that has a wanted dimension; blocks beside each other go to different threads.
    Expected<void> scanPart(const RowScan& scan, unsigned thread, const TakeRows& take, const std::stop_token& stop) const
    {
        unsigned block = 0;
        for (std::int64_t row = 0; row < rows(); row += blockRows) {
            for (std::size_t d = 0; d < m_dimensions; d += blockDimensions) {
                const RowRange range{row, std::min(blockRows, rows() - row), d, std::min(blockDimensions, m_dimensions - d)};
                const bool isWanted = scan.dimensions.empty()
                    || std::ranges::any_of(scan.dimensions, [&](std::size_t one) { return one >= d && one < d + range.dimensions; });
                if (block++ % scan.threads != thread || !isWanted) {
                    continue;
                }
                if (stop.stop_requested()) {
                    return stoppedError();
                }
                RowValues values = valuesOf(range);
                if (!scan.withPositions) {
                    values.positions.clear();
                }
                if (auto taken = take(thread, {range, values.positions, values.angles}); !taken) {
                    return taken;
                }
            }
        }
        return {};
    }

    std::string m_name = "memory";
    int m_axes;
    std::vector<std::int64_t> m_positions;
    std::size_t m_dimensions;
    std::vector<float> m_angles;
};

} // namespace rotascope::test
