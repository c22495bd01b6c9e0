// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/weighted_floor_sum.h"

#include <algorithm>
#include <array>

namespace rotascope {

WeightedFloorSum::WeightedFloorSum(Turn turn, const CountedRange& range) : m_turn(turn), m_range(range), m_source(turn)
{
    m_levels.reserve(maxFloorSumLevels);
}

void WeightedFloorSum::ranks(std::span<std::uint64_t> edges)
{
    std::array<std::uint64_t, batch> offsets{};
    for (std::size_t first = 0; first < edges.size(); first += batch) {
        const std::span<std::uint64_t> block = edges.subspan(first, std::min(batch, edges.size() - first));
        std::ranges::transform(block, offsets.begin(), [](std::uint64_t edge) { return -edge; });
        sums(std::span(offsets).first(block.size()));
        for (std::size_t i = 0; i < block.size(); ++i) {
            // Edge 0 stands for the offset 2^64, which adds one to every term.
            block[i] = 2 * offsets[i] + (block[i] == 0 ? 4 * m_range.total() : 0);
        }
    }
}

void WeightedFloorSum::sums(std::span<std::uint64_t> offsets)
{
    std::array<WeightedFloorSumState, batch> states{};
    std::uint64_t left = 0; // nonzero while any edge has terms left
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        states[i] = beginWeightedFloorSum(m_turn, m_range, offsets[i]);
        left |= states[i].plain.terms;
    }
    for (std::size_t index = 0; left != 0; ++index) {
        if (index == m_levels.size()) {
            m_levels.push_back({m_source.next(), m_next}); // there is one: the last level leaves no terms
            m_next.advance(m_levels.back().plain.quotient);
        }
        const Level& level = m_levels[index];
        left = 0;
        for (std::size_t i = 0; i < offsets.size(); ++i) {
            advance(states[i], level.plain, level.weighted);
            left |= states[i].plain.terms;
        }
    }
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        offsets[i] = states[i].sum;
    }
}

} // namespace rotascope
