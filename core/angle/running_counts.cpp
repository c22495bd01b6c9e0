// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/running_counts.h"

#include "core/angle/angle_histogram.h"

#include <algorithm>
#include <cstdlib>

namespace rotascope {

void RunningCounts::moveTo(std::int64_t positions)
{
    const auto intervals = static_cast<std::uint32_t>(m_counts.size());
    // A position costs about a nanosecond; counting anew, at best some of them for each interval.
    if (std::abs(positions - m_positions) > 8 * static_cast<std::int64_t>(intervals)) {
        countAngles(m_turn, PositionSet::uniform(positions), m_counts);
    } else {
        const std::uint64_t one = positions > m_positions ? 1 : ~std::uint64_t{0}; // modulo 2^64
        for (std::int64_t m = std::min(positions, m_positions); m < std::max(positions, m_positions); ++m) {
            m_counts[intervalOf(phaseAt(m_turn, static_cast<std::uint64_t>(m)), intervals)] += one;
        }
    }
    m_positions = positions;
}

} // namespace rotascope
