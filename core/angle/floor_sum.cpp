// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/floor_sum.h"

#include <algorithm>
#include <array>

namespace rotascope {
namespace {

// So many edges go through the levels side by side: each level waits for the division of the one before, and only
// independent edges fill that time.
constexpr std::size_t batch = 8;

} // namespace

FloorSum::FloorSum(Turn turn, std::uint64_t count) : m_turn(turn), m_count(count), m_source(turn)
{
    m_levels.reserve(maxFloorSumLevels);
}

void FloorSum::countAtOrAbove(std::span<std::uint64_t> edges)
{
    std::array<std::uint64_t, 1> atZero = {0};
    sums(atZero);
    std::array<std::uint64_t, batch> offsets{};
    for (std::size_t first = 0; first < edges.size(); first += batch) {
        const std::span<std::uint64_t> block = edges.subspan(first, std::min(batch, edges.size() - first));
        // 2^64 - edge is the offset; for edge 0 it would be 2^64, that is one more in every term.
        std::ranges::transform(block, offsets.begin(), [](std::uint64_t edge) { return -edge; });
        sums(std::span(offsets).first(block.size()));
        for (std::size_t i = 0; i < block.size(); ++i) {
            block[i] = block[i] == 0 ? m_count : offsets[i] - atZero[0];
        }
    }
}

void FloorSum::sums(std::span<std::uint64_t> offsets)
{
    std::array<FloorSumState, batch> states{};
    std::uint64_t left = 0; // nonzero while any edge has terms left
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        states[i] = beginFloorSum(m_turn, m_count, offsets[i]);
        left |= states[i].terms;
    }
    for (std::size_t index = 0; left != 0; ++index) {
        if (index == m_levels.size()) {
            m_levels.push_back(m_source.next()); // there is one: the last level leaves no terms
        }
        const FloorSumLevel level = m_levels[index];
        left = 0;
        for (std::size_t i = 0; i < offsets.size(); ++i) {
            advance(states[i], level);
            left |= states[i].terms;
        }
    }
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        offsets[i] = states[i].sum;
    }
}

} // namespace rotascope
