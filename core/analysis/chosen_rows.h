// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/chosen_sequences.h"
#include "core/analysis/recorded_part.h"
#include "core/analysis/source.h"
#include "core/angle/recorded_rows.h"
#include "core/error.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace rotascope {

/// Values of chosen rows.
struct ChosenValues {
    RowValues values; ///< values.range counts places
    std::vector<std::int64_t> rows; ///< of the recording, one for each place
};

/// The rows of a recording that a choice of tokens leaves, as a list of *places* 0, 1, … in the order of the file. It takes at most 8 MiB,
/// however many rows there are: of each block of rows it knows how many are left, and where exactly is looked up in the positions of the
/// block, when it is asked. Immutable; safe to use from several threads.
class ChosenRows {
public:
    /// Reads all positions of the chosen sequences once, unless all positions are chosen. Fails as countPart() does, whose tokens these
    /// are.
    static Expected<std::shared_ptr<const ChosenRows>> find(
        const Source& source, const TokenChoice& choice, const std::stop_token& stop = {}, const RowProgress& progress = {});

    [[nodiscard]] const TokenChoice& choice() const { return m_sequences.choice(); }
    /// How many rows are left: at least one.
    [[nodiscard]] std::int64_t count() const { return m_left.back(); }

    /// The rows at some places that there are. Fails as RecordedRows::read().
    [[nodiscard]] Expected<std::vector<std::int64_t>> rowsAt(std::int64_t first, std::int64_t count, const std::stop_token& stop) const;
    /// The place of the first row that is left from `row` on; count() if there is none. 0 <= row <= all rows.
    [[nodiscard]] Expected<std::int64_t> placeFrom(std::int64_t row, const std::stop_token& stop) const;
    /// The values at the places range.firstRow … of some dimensions; positions in all axes.
    [[nodiscard]] Expected<ChosenValues> read(const RowRange& range, const std::stop_token& stop) const;
    /// Like rotascope::findPosition(), of places.
    [[nodiscard]] Expected<std::optional<std::int64_t>> findPosition(
        std::int64_t position, std::int64_t after, const std::stop_token& stop, const RowProgress& progress = {}) const;

private:
    explicit ChosenRows(ChosenSequences sequences);
    Expected<void> countBlocks(const std::stop_token& stop, const RowProgress& progress);
    [[nodiscard]] Expected<std::vector<std::int64_t>> candidatesLeft(
        std::int64_t firstCandidate, std::int64_t endCandidate, const std::stop_token& stop) const;
    [[nodiscard]] std::int64_t candidates() const { return m_sequences.candidates(); }
    [[nodiscard]] std::size_t blockOf(std::int64_t candidate) const { return static_cast<std::size_t>(candidate >> m_blockBits); }
    [[nodiscard]] std::int64_t beginOf(std::size_t block) const { return static_cast<std::int64_t>(block) << m_blockBits; }
    [[nodiscard]] std::int64_t endOf(std::size_t block) const;
    [[nodiscard]] std::int64_t leftIn(std::size_t block) const { return m_left[block + 1] - m_left[block]; }

    ChosenSequences m_sequences;
    unsigned m_blockBits = 0; ///< a block has 2^m_blockBits candidates
    std::vector<std::int64_t> m_left; ///< how many candidates are left before each block, and all that are left at the end
};

} // namespace rotascope
