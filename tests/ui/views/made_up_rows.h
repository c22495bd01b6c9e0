// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/source.h"
#include "core/angle/angle_errors.h"
#include "core/angle/recorded_rows.h"
#include "tests/ui/ui_test.h"

#include <atomic>
#include <mutex>
#include <numbers>
#include <string>
#include <thread>
#include <vector>

namespace rotascope::uitest {

/// A recording of any number of rows that is nowhere: row r is position r % sequence length; angles are the ideal ones of LLaMA-2, as
/// float32.
class MadeUpRows final : public RecordedRows {
public:
    explicit MadeUpRows(std::int64_t rows, std::int64_t sequenceLength = 1000) : m_rows(rows), m_sequenceLength(sequenceLength)
    {
        const std::shared_ptr<const Source> source = llama2();
        for (const double frequency : source->rope.invFreq) {
            m_turns.push_back(turnOf(frequency));
        }
        for (std::int64_t sequence = 0; sequence < 8; ++sequence) {
            m_offsets.push_back(sequence * sequenceLength);
        }
        m_offsets.push_back(rows);
    }

    [[nodiscard]] const std::string& name() const override { return m_name; }
    [[nodiscard]] std::int64_t rows() const override { return m_rows; }
    [[nodiscard]] int axes() const override { return 1; }
    [[nodiscard]] std::size_t dimensions() const override { return m_turns.size(); }
    [[nodiscard]] std::span<const std::int64_t> sequenceOffsets() const override { return m_offsets; }

    [[nodiscard]] Expected<RowValues> read(const RowRange& range, const std::stop_token& stop) const override
    {
        ++reads;
        {
            const std::lock_guard lock(m_mutex);
            m_largestRead = std::max(m_largestRead, range.rows * static_cast<std::int64_t>(range.dimensions + 1));
        }
        while (isHeld && !stop.stop_requested()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        if (stop.stop_requested()) {
            ++stopped;
            return stoppedError();
        }
        if (isBroken) {
            return inputError("made-up: <b>rows</b> cannot be uncompressed");
        }
        RowValues values{range, {}, {}};
        for (std::int64_t row = range.firstRow; row < range.firstRow + range.rows; ++row) {
            values.positions.push_back(row % m_sequenceLength);
            for (std::size_t d = range.firstDimension; d < range.firstDimension + range.dimensions; ++d) {
                values.angles.push_back(angle(row, d));
            }
        }
        return values;
    }

    [[nodiscard]] unsigned scanThreads(std::size_t /*bytesPerThread*/) const override { return 1; }
    Expected<void> scan(
        const RowScan& /*scan*/, const TakeRows& take, const std::stop_token& stop, const RowProgress& progress) const override
    {
        for (std::int64_t row = 0; row < m_rows; row += 100) {
            const auto values = read({row, std::min<std::int64_t>(100, m_rows - row), 0, dimensions()}, stop);
            auto taken = values ? take(0, {values->range, values->positions, values->angles}) : tl::unexpected(values.error());
            if (!taken) {
                return taken;
            }
            progress(row, m_rows);
        }
        return {};
    }

    [[nodiscard]] float angle(std::int64_t row, std::size_t dimension) const
    {
        const double turns = idealTurns(m_turns[dimension], row % m_sequenceLength);
        return static_cast<float>((turns < 0 ? turns + 1 : turns) * 2 * std::numbers::pi);
    }
    [[nodiscard]] std::int64_t largestRead() const
    {
        const std::lock_guard lock(m_mutex);
        return m_largestRead;
    }

    std::atomic<bool> isHeld = false; ///< reads wait
    std::atomic<bool> isBroken = false;
    mutable std::atomic<int> reads = 0;
    mutable std::atomic<int> stopped = 0;

private:
    std::string m_name = "made-up";
    std::int64_t m_rows;
    std::int64_t m_sequenceLength;
    std::vector<Turn> m_turns;
    std::vector<std::int64_t> m_offsets;
    mutable std::mutex m_mutex;
    mutable std::int64_t m_largestRead = 0;
};

/// LLaMA-2 as a recording with these rows.
inline std::shared_ptr<const Source> recordingOf(std::shared_ptr<const RecordedRows> rows)
{
    Source source = *llama2();
    source.kind = SourceKind::Recording;
    source.origin = "made-up.h5";
    source.recordedRows = std::move(rows);
    return std::make_shared<const Source>(std::move(source));
}

} // namespace rotascope::uitest
