// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace rotascope {

/// A rectangle of recorded values: some rows (tokens), each with all of its position axes, and some dimensions.
struct RowRange {
    std::int64_t firstRow = 0;
    std::int64_t rows = 0;
    std::size_t firstDimension = 0;
    std::size_t dimensions = 0;

    friend bool operator==(const RowRange&, const RowRange&) = default;
};

/// What was recorded there, as it was recorded: nothing is checked.
struct RowValues {
    RowRange range;
    std::vector<std::int64_t> positions; ///< row-major [rows, axes]
    std::vector<float> angles; ///< row-major [rows, dimensions], in rad
};

/// The same, lent for a moment.
struct RowTile {
    RowRange range;
    std::span<const std::int64_t> positions;
    std::span<const float> angles;
};
/// `thread`: see RowScan.
using TakeRows = std::function<Expected<void>(unsigned thread, const RowTile& tile)>;

/// How many rows were looked at, and how many there are.
using RowProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// What RecordedRows::scan() hands on, and how.
struct RowScan {
    unsigned threads = 1; ///< tiles come with a number below it; those of the same number one after the other
    std::vector<std::size_t> dimensions = {}; ///< these, and what is stored together with them; empty: all
    bool withPositions = true; ///< else tiles have none
};

/// The values of a recording one by one, in whatever store they are kept: what views show. Safe to use from several threads.
class RecordedRows {
public:
    RecordedRows() = default;
    RecordedRows(const RecordedRows&) = delete;
    RecordedRows& operator=(const RecordedRows&) = delete;
    virtual ~RecordedRows() = default;

    /// How messages name the store.
    [[nodiscard]] virtual const std::string& name() const = 0;
    [[nodiscard]] virtual std::int64_t rows() const = 0;
    /// How many positions a row has; 0 if none were recorded.
    [[nodiscard]] virtual int axes() const = 0;
    /// How many angles a row has; 0 if none were recorded.
    [[nodiscard]] virtual std::size_t dimensions() const = 0;
    /// The row at which each sequence begins, and rows() at the end; empty if not recorded.
    [[nodiscard]] virtual std::span<const std::int64_t> sequenceOffsets() const = 0;

    /// The most values, positions and angles together, that are read at a time.
    static constexpr std::int64_t mostValues = std::int64_t{1} << 22;

    /// Reads a range that lies within rows() and dimensions(). Takes as long as it takes to unpack what it lies in, once: what was read is
    /// kept for a while. Fails with ErrorKind::Usage for a range that lies elsewhere or has more than mostValues, with the store's own
    /// error, with that of a file that was changed since it was opened, and with ErrorKind::Stopped when asked to stop.
    [[nodiscard]] virtual Expected<RowValues> read(const RowRange& range, const std::stop_token& stop) const = 0;

    /// How many threads scan() may use if each of them needs so much memory of its own.
    [[nodiscard]] virtual unsigned scanThreads(std::size_t bytesPerThread) const = 0;
    /// Hands on the values in tiles, each once, in any order, to `take(thread, tile)`. There must be angles, and positions if they are
    /// asked for. Fails as read() does, and with what take() answered first. `progress` is called from the calling thread; it may be empty.
    virtual Expected<void> scan(
        const RowScan& scan, const TakeRows& take, const std::stop_token& stop, const RowProgress& progress) const = 0;
};

/// The error of a value of a tile, at these places within it, that is no angle in [0, 2 pi].
tl::unexpected<Error> noAngleError(const RecordedRows& recorded, const RowTile& tile, std::size_t row, std::size_t column);

/// Which sequence a row belongs to, from 0 on; none where offsets are empty. 0 <= row < offsets.back().
std::optional<std::int64_t> sequenceOf(std::span<const std::int64_t> offsets, std::int64_t row);

/// The next row after `after` whose position on the first axis is this one; after the last row it goes on with the first, and `after`
/// itself is looked at last. None if there is none. Fails as read() does.
Expected<std::optional<std::int64_t>> findPosition(
    const RecordedRows& recorded, std::int64_t position, std::int64_t after, const std::stop_token& stop, const RowProgress& progress = {});

} // namespace rotascope
