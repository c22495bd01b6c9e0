// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/counting_measure.h"
#include "core/angle/zeroed_memory.h"
#include "core/error.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace rotascope {

/// The longest context that is analysed, in positions. Beyond it the fixed point (2^-64 turns a position) would be felt.
inline constexpr std::int64_t maxContextLength = std::int64_t{1} << 40;

/// The largest position that a recording may hold.
inline constexpr std::int64_t maxRecordedPosition = maxContextLength - 1;

/// Up to this position all may occur: one multiplicity each, 128 MiB in all. Also the largest position in a file of counts.
inline constexpr std::int64_t maxDensePosition = (std::int64_t{1} << 24) - 1;

/// The multiplicity of each position 0, 1, 2, ...
using PositionCounts = std::vector<std::uint64_t, ZeroedMemory<std::uint64_t>>;

/// Positions that follow each other, and how often each of them occurs.
struct CountedRun {
    std::int64_t first = 0;
    std::span<const std::uint64_t> multiplicity;

    [[nodiscard]] std::int64_t end() const { return first + static_cast<std::int64_t>(multiplicity.size()); }
};

/// The positions whose angles are counted: every position 0 ... L-1 once (*uniform*), or each position m with a multiplicity (*counted*),
/// as a recording gives them. Or distances, each as often as attention sees it: of a context (*weighted*), or counted. Counted positions of
/// which few lie far apart are *scattered*: kept as runs, with no memory for what lies between. A value type; two sets are equal when they
/// count the same.
class PositionSet {
public:
    /// The positions 0 ... length-1, each once. 0 <= length <= maxContextLength.
    static PositionSet uniform(std::int64_t length);

    /// A context of this length, counted so. It fits (CountingMeasure::fits); 0 <= length <= maxContextLength.
    static PositionSet of(const CountingMeasure& measure, std::int64_t length);

    /// Position m occurs multiplicity[m] times. Trailing zeros are dropped. At most maxDensePosition + 1 positions. Throws std::bad_alloc
    /// only.
    static PositionSet counted(const std::vector<std::uint64_t>& multiplicity);

    [[nodiscard]] bool isUniform() const { return m_multiplicity.empty() && m_first == 0; }
    [[nodiscard]] bool isCounted() const { return !m_multiplicity.empty(); }
    /// The positions or distances of a set that is not counted.
    [[nodiscard]] CountedRange range() const { return {static_cast<std::uint64_t>(m_end), m_first}; }
    /// One past the largest position.
    [[nodiscard]] std::int64_t end() const { return m_end; }
    /// How many positions are counted, with multiplicity.
    [[nodiscard]] std::uint64_t total() const { return m_total; }
    /// What occurs in both. They are counted.
    static PositionSet sumOf(const PositionSet& a, const PositionSet& b);

    /// Whether a counted set is kept as several runs. Then it reaches beyond maxDensePosition, or runs take a quarter of the memory.
    [[nodiscard]] bool isScattered() const { return !m_runs.empty(); }
    /// The runs of a counted set, ascending; all positions outside them occur never. One from 0 on if it is not scattered.
    [[nodiscard]] std::size_t runs() const { return isScattered() ? m_runs.size() : isCounted() ? 1 : 0; }
    [[nodiscard]] CountedRun run(std::size_t index) const;
    /// How many multiplicities there are in all runs: what counting takes.
    [[nodiscard]] std::size_t stored() const { return m_multiplicity.size(); }
    /// How often each of the positions first, first + 1, ... of a counted set occurs.
    void copyTo(std::int64_t first, std::span<std::uint64_t> multiplicity) const;

    friend bool operator==(const PositionSet&, const PositionSet&) = default;

private:
    friend class PositionCounter;
    class Builder;
    struct Run {
        std::int64_t first = 0;
        std::size_t begin = 0; // in m_multiplicity

        friend bool operator==(const Run&, const Run&) = default;
    };
    static PositionSet of(PositionCounts multiplicity);
    static bool isWorthRuns(std::int64_t end, std::size_t stored, std::size_t runs);

    std::int64_t m_end = 0;
    std::uint64_t m_first = 0; // of a weighted set: CountedRange::first
    std::uint64_t m_total = 0;
    PositionCounts m_multiplicity;
    std::vector<Run> m_runs; // none: m_multiplicity begins at 0
};

/// Counts positions one after the other into a counted PositionSet. What lies below the expected number is counted in one piece, the rest
/// in small pages; many pages become one piece up to maxDensePosition. So it takes memory for what occurs, wherever that lies.
class PositionCounter {
public:
    /// `expected`: how many positions will be counted, if that is known. Room is set aside for as many (untouched, it costs no
    /// memory), so that an ascending recording is counted without pages.
    explicit PositionCounter(std::int64_t expected = 0);
    PositionCounter(const PositionCounter&) = delete;
    PositionCounter& operator=(const PositionCounter&) = delete;
    PositionCounter(PositionCounter&&) = default;
    PositionCounter& operator=(PositionCounter&&) = default;
    ~PositionCounter() = default;

    /// Counts `positions`. Fails at the first one outside 0 ... maxRecordedPosition; the message names its value and its
    /// index counted from the first call on. Fails as well where those beyond maxDensePosition lie in more than 2^20 pages.
    Expected<void> add(std::span<const std::int64_t> positions);

    [[nodiscard]] PositionSet take();

private:
    static constexpr unsigned pageBits = 4;
    using Page = std::array<std::uint64_t, std::size_t{1} << pageBits>;

    [[nodiscard]] Page* pageOf(std::int64_t position); // null: there would be too many
    void makeDense();

    PositionCounts m_multiplicity; // a power of two of positions, from 0 on
    std::unordered_map<std::int64_t, Page> m_pages; // by position >> pageBits: what lies beyond
    std::int64_t m_lastPage = -1;
    Page* m_last = nullptr;
    std::int64_t m_seen = 0;
};

} // namespace rotascope
