// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/recorded_part.h"
#include "core/analysis/source.h"
#include "core/angle/recorded_rows.h"
#include "core/error.h"
#include "core/sentence.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace rotascope {

/// Some rows that follow each other.
struct RowRun {
    std::int64_t first = 0;
    std::int64_t rows = 0;
};

/// The rows of the chosen sequences, ascending; all rows where none are chosen. The source has recordedRows. Fails with ErrorKind::Usage
/// for a sequence that it has not.
Expected<std::vector<RowRun>> runsOfSequences(const Source& source, const TokenChoice& choice);
/// "has no token with …; expected some of the positions 4 to 6": those that were looked at lie between these two.
Sentence noTokenWith(const TokenChoice& choice, std::int64_t leastPosition, std::int64_t greatestPosition);
/// The same where there are no rows at all.
Sentence noTokenAtAll(const TokenChoice& choice);

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

    [[nodiscard]] const TokenChoice& choice() const { return m_choice; }
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
    // A candidate is a row of the chosen sequences, counted from the first one on.
    using TakePositions = std::function<Expected<void>(std::int64_t firstCandidate, std::int64_t firstRow, const RowValues& values)>;

    ChosenRows(std::shared_ptr<const RecordedRows> rows, TokenChoice choice, std::vector<RowRun> runs);
    Expected<void> countBlocks(const Source& source, const std::stop_token& stop, const RowProgress& progress);
    Expected<void> forPositions(
        std::int64_t firstCandidate, std::int64_t endCandidate, const TakePositions& take, const std::stop_token& stop) const;
    [[nodiscard]] Expected<std::vector<std::int64_t>> candidatesLeft(
        std::int64_t firstCandidate, std::int64_t endCandidate, const std::stop_token& stop) const;
    [[nodiscard]] bool leaves(std::int64_t position) const;
    [[nodiscard]] std::int64_t candidates() const { return m_before.back(); }
    [[nodiscard]] std::int64_t candidateFrom(std::int64_t row) const;
    [[nodiscard]] std::int64_t rowOf(std::int64_t candidate) const;
    [[nodiscard]] std::size_t blockOf(std::int64_t candidate) const { return static_cast<std::size_t>(candidate >> m_blockBits); }
    [[nodiscard]] std::int64_t beginOf(std::size_t block) const { return static_cast<std::int64_t>(block) << m_blockBits; }
    [[nodiscard]] std::int64_t endOf(std::size_t block) const;
    [[nodiscard]] std::int64_t leftIn(std::size_t block) const { return m_left[block + 1] - m_left[block]; }

    std::shared_ptr<const RecordedRows> m_rows;
    TokenChoice m_choice;
    std::vector<RowRun> m_runs; ///< of the chosen sequences, none empty
    std::vector<std::int64_t> m_before; ///< how many candidates lie before each run, and all of them at the end
    unsigned m_blockBits = 0; ///< a block has 2^m_blockBits candidates
    std::vector<std::int64_t> m_left; ///< how many candidates are left before each block, and all that are left at the end
};

} // namespace rotascope
