// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gpu/ptx/program.h"

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace rotascope::ptx {

inline constexpr std::uint32_t allLanes = ~std::uint32_t{0};

/// f(lane) for each lane of a mask, from the lowest on.
template <class F> void forLanes(std::uint32_t mask, const F& f)
{
    if (mask == allLanes) {
        for (unsigned lane = 0; lane < warpLanes; ++lane) {
            f(lane);
        }
        return;
    }
    for (std::uint32_t left = mask; left != 0; left &= left - 1) {
        f(static_cast<unsigned>(std::countr_zero(left)));
    }
}

/// 32 threads. A value lies in the lowest bits of its register, with zeros above.
struct Warp {
    unsigned index = 0; ///< in the block
    std::uint32_t alive = 0; ///< lanes that have not returned
    std::uint32_t waiting = 0; ///< lanes at a barrier
    std::array<std::uint32_t, warpLanes> next{}; ///< each lane's next instruction
    std::vector<std::uint64_t> registers; ///< [slots, warpLanes]
    std::vector<std::uint32_t> predicates; ///< [slots], a bit a lane

    /// The values of a register; null: noSlot.
    [[nodiscard]] std::uint64_t* lanes(Slot slot) { return slot == noSlot ? nullptr : &registers[std::size_t{slot} * warpLanes]; }
    void setPredicate(Slot slot, std::uint32_t mask, std::uint32_t value)
    {
        predicates[slot] = (predicates[slot] & ~mask) | (value & mask);
    }
};

/// Runs an instruction that touches registers alone, in the lanes of `mask`. Says what is wrong with it; null: nothing.
const char* calculate(const Instruction& in, Warp& warp, std::uint32_t mask);

std::size_t sizeOf(Type type);

/// Where generic addresses mean the block's shared memory.
inline constexpr std::uint64_t sharedWindow = std::uint64_t{1} << 56;

} // namespace rotascope::ptx
