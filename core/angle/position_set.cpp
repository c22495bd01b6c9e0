// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/position_set.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <numeric>

namespace rotascope {

PositionSet PositionSet::uniform(std::int64_t length)
{
    PositionSet set;
    set.m_end = length;
    set.m_total = static_cast<std::uint64_t>(length);
    return set;
}

PositionSet PositionSet::of(const CountingMeasure& measure, std::int64_t length)
{
    const CountedRange range = measure.over(length);
    PositionSet set;
    set.m_end = static_cast<std::int64_t>(range.end);
    set.m_first = range.first;
    set.m_total = range.total();
    return set;
}

PositionSet PositionSet::counted(const std::vector<std::uint64_t>& multiplicity)
{
    return of(PositionCounts(multiplicity.begin(), multiplicity.end()));
}

PositionSet PositionSet::of(PositionCounts multiplicity)
{
    while (!multiplicity.empty() && multiplicity.back() == 0) {
        multiplicity.pop_back();
    }
    PositionSet set;
    set.m_end = static_cast<std::int64_t>(multiplicity.size());
    set.m_total = std::accumulate(multiplicity.begin(), multiplicity.end(), std::uint64_t{0});
    set.m_multiplicity = std::move(multiplicity);
    return set;
}

PositionCounter::PositionCounter(std::int64_t expected)
{
    m_multiplicity.reserve(std::bit_ceil(static_cast<std::size_t>(std::clamp<std::int64_t>(expected, 1, maxRecordedPosition + 1))));
}

Expected<void> PositionCounter::add(std::span<const std::int64_t> positions)
{
    // The limit is a power of two less one: the bits of all positions together tell whether one is beyond it, negative ones
    // among them, and how much room their counts need.
    static_assert(std::has_single_bit(static_cast<std::uint64_t>(maxRecordedPosition) + 1));
    std::uint64_t bits = 0;
    for (const std::int64_t position : positions) {
        bits |= static_cast<std::uint64_t>(position);
    }
    if (bits > static_cast<std::uint64_t>(maxRecordedPosition)) {
        const auto bad
            = std::ranges::find_if(positions, [](std::int64_t position) { return position < 0 || position > maxRecordedPosition; });
        return inputError(
            Sentence::of("row {1} is position {2}; expected 0 to {3}", m_seen + (bad - positions.begin()), *bad, maxRecordedPosition));
    }
    if (bits >= m_multiplicity.size()) {
        m_multiplicity.resize(std::bit_ceil(bits + 1));
    }
    for (const std::int64_t position : positions) {
        ++m_multiplicity[static_cast<std::size_t>(position)];
    }
    m_seen += static_cast<std::int64_t>(positions.size());
    return {};
}

PositionSet PositionCounter::take()
{
    m_seen = 0;
    return PositionSet::of(std::exchange(m_multiplicity, {}));
}

} // namespace rotascope
