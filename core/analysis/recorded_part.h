// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/source.h"
#include "core/angle/position_set.h"
#include "core/angle/recorded_angles.h"
#include "core/angle/recorded_rows.h"
#include "core/error.h"
#include "core/sentence.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// The sequences from `first` to `last`, both included.
struct SequenceRange {
    std::int64_t first = 0;
    std::int64_t last = 0;

    friend bool operator==(const SequenceRange&, const SequenceRange&) = default;
};

/// Which tokens of a recording: those of some sequences at some positions.
struct TokenChoice {
    static constexpr std::int64_t toTheEnd = std::numeric_limits<std::int64_t>::max();

    std::int64_t firstPosition = 0; ///< on the first axis, where there are several
    std::int64_t endPosition = toTheEnd; ///< one past the last
    std::vector<SequenceRange> sequences; ///< from 0 on, ascending and apart; empty: all, and what is in none

    [[nodiscard]] bool hasPositions() const { return firstPosition > 0 || endPosition != toTheEnd; }
    [[nodiscard]] bool isAll() const { return !hasPositions() && sequences.empty(); }
    friend bool operator==(const TokenChoice&, const TokenChoice&) = default;
};

/// Reads what people type, and command lines, sessions and exports hold: positions as "FROM:TO", TO not included, either of which may be
/// missing; sequences as "0,2-5", in any order. Empty: all. The message says what was expected.
Expected<TokenChoice> tokenChoiceOf(std::string_view positions, std::string_view sequences);
/// "1000:4096", "1000:"; empty: all.
std::string positionsText(const TokenChoice& choice);
/// "0,2-5"; empty: all.
std::string sequencesText(const TokenChoice& choice);
/// "positions 1000 to 4095, sequences 0,2-5".
Sentence textOf(const TokenChoice& choice);

/// A part of a recording in place of the whole, as what is before is counted from it. Immutable and shared: two are the same part only if
/// they are the same value.
struct RecordedPart {
    TokenChoice choice;
    std::int64_t tokens = 0; ///< in it: at least one
    std::vector<PositionSet> positions; ///< one set for each position axis; empty if none were recorded
    std::shared_ptr<const RecordedAngles> angles; ///< ready to be counted; null if none were recorded
};

/// Finds the tokens and counts their positions: reads all positions of the chosen sequences once. Fails with ErrorKind::Usage where the
/// source keeps no values one by one, has not what is chosen from, or no such token; the message says what there is.
Expected<std::shared_ptr<const RecordedPart>> countPart(
    const Source& source, const TokenChoice& choice, const std::stop_token& stop = {}, const RowProgress& progress = {});

} // namespace rotascope
