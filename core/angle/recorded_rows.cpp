// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/recorded_rows.h"

#include <algorithm>

namespace rotascope {
namespace {

constexpr std::int64_t rowsAtATime = 65536;

} // namespace

tl::unexpected<Error> noAngleError(const RecordedRows& recorded, const RowTile& tile, std::size_t row, std::size_t column)
{
    return inputError(recorded.name() + ": "
        + Sentence::of("row {1}, dimension {2} is {3}; expected an angle in [0, 2 pi), in rad",
            tile.range.firstRow + static_cast<std::int64_t>(row), tile.range.firstDimension + column,
            Sentence::number(std::to_string(tile.angles[row * tile.range.dimensions + column]))));
}

std::optional<std::int64_t> sequenceOf(std::span<const std::int64_t> offsets, std::int64_t row)
{
    if (offsets.empty()) {
        return std::nullopt;
    }
    // The last one that begins here or before: sequences without rows begin where the next one does.
    return std::ranges::upper_bound(offsets, row) - offsets.begin() - 1;
}

Expected<std::optional<std::int64_t>> findPosition(
    const RecordedRows& recorded, std::int64_t position, std::int64_t after, const std::stop_token& stop, const RowProgress& progress)
{
    const std::int64_t rows = recorded.rows();
    const auto axes = static_cast<std::size_t>(recorded.axes());
    for (std::int64_t looked = 0; axes > 0 && looked < rows;) {
        const std::int64_t first = (after + 1 + looked) % rows;
        const std::int64_t count = std::min({rowsAtATime, rows - first, rows - looked});
        const auto values = recorded.read({first, count, 0, 0}, stop);
        if (!values) {
            return tl::unexpected(values.error());
        }
        for (std::int64_t row = 0; row < count; ++row) {
            if (values->positions[static_cast<std::size_t>(row) * axes] == position) {
                return first + row;
            }
        }
        looked += count;
        if (progress) {
            progress(looked, rows);
        }
    }
    return std::nullopt;
}

} // namespace rotascope
