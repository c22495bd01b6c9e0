// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/recorded_part.h"
#include "core/analysis/source.h"
#include "core/angle/recorded_rows.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <numbers>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace rotascope {

inline constexpr std::size_t mostDimensions = 4;

/// A recording in memory: positions as given, and the angles that belong to them.
class RowsInMemory final : public RecordedRows {
public:
    RowsInMemory(
        std::vector<std::int64_t> positions, std::vector<std::int64_t> offsets, int axes = 1, std::size_t dimensions = mostDimensions)
        : m_positions(std::move(positions)), m_offsets(std::move(offsets)), m_axes(axes), m_dimensions(dimensions)
    {
    }

    [[nodiscard]] float angle(std::int64_t row, std::size_t dimension) const
    {
        const auto position
            = static_cast<double>(m_positions[static_cast<std::size_t>(row) * static_cast<std::size_t>(std::max(1, m_axes))]);
        return static_cast<float>(std::fmod(position * (1.0 + static_cast<double>(dimension)), 2 * std::numbers::pi));
    }
    [[nodiscard]] std::int64_t position(std::int64_t row, int axis = 0) const
    {
        return m_positions[static_cast<std::size_t>(row * m_axes + axis)];
    }

    [[nodiscard]] const std::string& name() const override { return m_name; }
    [[nodiscard]] std::int64_t rows() const override { return static_cast<std::int64_t>(m_positions.size()) / std::max(1, m_axes); }
    [[nodiscard]] int axes() const override { return m_axes; }
    [[nodiscard]] std::size_t dimensions() const override { return m_dimensions; }
    [[nodiscard]] std::span<const std::int64_t> sequenceOffsets() const override { return m_offsets; }
    [[nodiscard]] Expected<RowValues> read(const RowRange& range, const std::stop_token& stop) const override
    {
        if (stop.stop_requested()) {
            return stoppedError();
        }
        RowValues values{.range = range, .positions = {}, .angles = {}};
        for (std::int64_t row = range.firstRow; row < range.firstRow + range.rows; ++row) {
            for (int axis = 0; axis < m_axes; ++axis) {
                values.positions.push_back(position(row, axis));
            }
            for (std::size_t i = range.firstDimension; i < range.firstDimension + range.dimensions; ++i) {
                values.angles.push_back(angle(row, i));
            }
        }
        return values;
    }
    [[nodiscard]] unsigned scanThreads(std::size_t /*bytesPerThread*/) const override { return 1; }
    Expected<void> scan(const RowScan&, const TakeRows&, const std::stop_token&, const RowProgress&) const override { return {}; }

private:
    std::string m_name = "run.h5: /ropes/main/angles";
    std::vector<std::int64_t> m_positions;
    std::vector<std::int64_t> m_offsets;
    int m_axes;
    std::size_t m_dimensions;
};

inline std::shared_ptr<const Source> sourceOf(const std::shared_ptr<const RecordedRows>& rows)
{
    Source source;
    source.kind = SourceKind::Recording;
    source.origin = "run.h5";
    source.rope = {.headDim = 8, .rotaryDim = 8, .originalMaxPositionEmbeddings = 64, .invFreq = {1.0, 2.0, 3.0, 4.0}};
    source.recordedRows = rows;
    return std::make_shared<const Source>(std::move(source));
}

/// Whether a token belongs to the choice.
inline bool isIn(const TokenChoice& choice, std::int64_t position, std::optional<std::int64_t> sequence)
{
    const bool hasSequence = choice.sequences.empty() || std::ranges::any_of(choice.sequences, [&](const SequenceRange& range) {
        return sequence && range.first <= *sequence && *sequence <= range.last;
    });
    return hasSequence && position >= choice.firstPosition && position < choice.endPosition;
}

} // namespace rotascope
