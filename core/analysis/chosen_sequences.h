// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/recorded_part.h"
#include "core/analysis/source.h"
#include "core/angle/recorded_rows.h"
#include "core/error.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace rotascope {

/// Some rows that follow each other.
struct RowRun {
    std::int64_t first = 0;
    std::int64_t rows = 0;
};

/// Adds a row, which comes after all of them.
void append(std::vector<RowRun>& runs, std::int64_t row);

/// Whether a token at this position, on the first axis, is chosen.
inline bool hasPosition(const TokenChoice& choice, std::int64_t position)
{
    return position >= choice.firstPosition && position < choice.endPosition;
}

/// The rows of the chosen sequences, ascending, whatever their positions; all rows where no sequences are chosen. They are counted from the
/// first one on, as *candidates*: a choice of positions leaves some of them. Safe to use from several threads.
class ChosenSequences {
public:
    /// The source has recordedRows. Fails with ErrorKind::Usage for a sequence that it has not, and for a choice of positions where none
    /// were recorded.
    static Expected<ChosenSequences> of(const Source& source, const TokenChoice& choice);

    [[nodiscard]] const RecordedRows& recorded() const { return *m_recorded; }
    [[nodiscard]] const TokenChoice& choice() const { return m_choice; }
    [[nodiscard]] const std::vector<RowRun>& runs() const { return m_runs; } ///< none is empty
    /// How many rows they have.
    [[nodiscard]] std::int64_t candidates() const { return m_before.back(); }
    [[nodiscard]] std::int64_t rowOf(std::int64_t candidate) const;
    /// The first candidate at `row` or behind it; candidates() if there is none.
    [[nodiscard]] std::int64_t candidateFrom(std::int64_t row) const;

    /// Reads the positions of some candidates in pieces of rows that follow each other; values.range has the rows.
    using TakePositions = std::function<Expected<void>(std::int64_t firstCandidate, const RowValues& values)>;
    Expected<void> readPositions(
        std::int64_t firstCandidate, std::int64_t endCandidate, const TakePositions& take, const std::stop_token& stop) const;
    /// The same of all candidates. Fails with ErrorKind::Usage where the choice leaves none of them; the message says what there is.
    Expected<void> scanPositions(const TakePositions& take, const std::stop_token& stop, const RowProgress& progress) const;
    /// The error of a choice that leaves no token, where the sequences have none.
    [[nodiscard]] tl::unexpected<Error> noTokenError() const;

private:
    ChosenSequences(const Source& source, TokenChoice choice, std::vector<RowRun> runs);

    std::shared_ptr<const RecordedRows> m_recorded;
    std::string m_origin; ///< how messages name the source
    TokenChoice m_choice;
    std::vector<RowRun> m_runs;
    std::vector<std::int64_t> m_before; ///< how many candidates lie before each run, and all of them at the end
};

} // namespace rotascope
