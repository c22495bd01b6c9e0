// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/counting_measure.h"
#include "core/angle/zeroed_memory.h"
#include "core/error.h"

#include <cstdint>
#include <span>
#include <vector>

namespace rotascope {

/// The longest context that is analysed, in positions. Beyond it the fixed point (2^-64 turns a position) would be felt.
inline constexpr std::int64_t maxContextLength = std::int64_t{1} << 40;

/// The largest position that a recording may hold. Counted positions are kept as one multiplicity a position, so this
/// bounds their memory to 128 MiB whatever the length of the recording; pages without a position take none of it.
inline constexpr std::int64_t maxRecordedPosition = (std::int64_t{1} << 24) - 1;

/// The multiplicity of each position 0, 1, 2, ...
using PositionCounts = std::vector<std::uint64_t, ZeroedMemory<std::uint64_t>>;

/// The positions whose angles are counted: every position 0 ... L-1 once (*uniform*), or each position m with a multiplicity (*counted*),
/// as a recording gives them. Or distances, each as often as attention sees it: of a context (*weighted*), or counted. A value type; two
/// sets are equal when they count the same.
class PositionSet {
public:
    /// The positions 0 ... length-1, each once. 0 <= length <= maxContextLength.
    static PositionSet uniform(std::int64_t length);

    /// A context of this length, counted so. It fits (CountingMeasure::fits); 0 <= length <= maxContextLength.
    static PositionSet of(const CountingMeasure& measure, std::int64_t length);

    /// Position m occurs multiplicity[m] times. Trailing zeros are dropped. Throws std::bad_alloc only.
    static PositionSet counted(const std::vector<std::uint64_t>& multiplicity);

    [[nodiscard]] bool isUniform() const { return m_multiplicity.empty() && m_first == 0; }
    [[nodiscard]] bool isCounted() const { return !m_multiplicity.empty(); }
    /// The positions or distances of a set that is not counted.
    [[nodiscard]] CountedRange range() const { return {static_cast<std::uint64_t>(m_end), m_first}; }
    /// One past the largest position.
    [[nodiscard]] std::int64_t end() const { return m_end; }
    /// How many positions are counted, with multiplicity.
    [[nodiscard]] std::uint64_t total() const { return m_total; }
    /// How often each position 0 ... end()-1 occurs; empty if the set is not counted.
    [[nodiscard]] std::span<const std::uint64_t> multiplicity() const { return m_multiplicity; }

    friend bool operator==(const PositionSet&, const PositionSet&) = default;

private:
    friend class PositionCounter;
    static PositionSet of(PositionCounts multiplicity);

    std::int64_t m_end = 0;
    std::uint64_t m_first = 0; // of a weighted set: CountedRange::first
    std::uint64_t m_total = 0;
    PositionCounts m_multiplicity;
};

/// Counts positions one after the other into a counted PositionSet.
class PositionCounter {
public:
    /// `expected`: how many positions will be counted, if that is known. Room is set aside for as many (untouched, it costs no
    /// memory), so that an ascending recording does not copy its counts as they grow.
    explicit PositionCounter(std::int64_t expected = 0);

    /// Counts `positions`. Fails at the first one outside 0 ... maxRecordedPosition; the message names its value and its
    /// index counted from the first call on.
    Expected<void> add(std::span<const std::int64_t> positions);

    [[nodiscard]] PositionSet take();

private:
    PositionCounts m_multiplicity;
    std::int64_t m_seen = 0;
};

} // namespace rotascope
