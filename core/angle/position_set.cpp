// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/position_set.h"

#include <algorithm>
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

PositionSet PositionSet::counted(std::vector<std::uint64_t> multiplicity)
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

Expected<void> PositionCounter::add(std::span<const std::int64_t> positions)
{
    if (positions.empty()) {
        return {};
    }
    const auto [lowest, highest] = std::minmax_element(positions.begin(), positions.end());
    if (*lowest < 0 || *highest > maxRecordedPosition) {
        const auto bad = std::find_if(
            positions.begin(), positions.end(), [](std::int64_t position) { return position < 0 || position > maxRecordedPosition; });
        return inputError("row " + std::to_string(m_seen + (bad - positions.begin())) + " is position " + std::to_string(*bad)
            + "; expected 0 to " + std::to_string(maxRecordedPosition));
    }
    if (static_cast<std::size_t>(*highest) >= m_multiplicity.size()) {
        // Grown by doubling, so that an ascending recording does not copy the counts at every block; capped, so that the
        // largest recording stays within the promised memory.
        const std::size_t wanted = std::max(static_cast<std::size_t>(*highest) + 1, 2 * m_multiplicity.size());
        m_multiplicity.resize(std::min(wanted, static_cast<std::size_t>(maxRecordedPosition) + 1));
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
    return PositionSet::counted(std::exchange(m_multiplicity, {}));
}

} // namespace rotascope
