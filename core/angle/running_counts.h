// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/turn.h"

#include <cstdint>
#include <span>
#include <vector>

namespace rotascope {

/// The counts of one dimension's angles at the positions 0 ... n-1, shape [intervals], where n goes up and down: a small step visits the
/// positions between, any other counts anew. Always equal to those of countByLoop().
class RunningCounts {
public:
    RunningCounts(Turn turn, std::uint32_t intervals) : m_turn(turn), m_counts(intervals) { }

    /// 0 <= positions <= maxContextLength.
    void moveTo(std::int64_t positions);
    [[nodiscard]] std::span<const std::uint64_t> counts() const { return m_counts; }

private:
    Turn m_turn;
    std::int64_t m_positions = 0;
    std::vector<std::uint64_t> m_counts;
};

} // namespace rotascope
