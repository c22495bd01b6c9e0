// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rotascope {

/// The numbers that numpy.random.default_rng(seed) draws (PCG64: O'Neill 2014, XSL-RR 128/64; seeded by NumPy's SeedSequence), so that the
/// laboratory's prompts are those that its models were measured with.
class NumpyRandom {
public:
    explicit NumpyRandom(std::uint64_t seed);

    /// Generator.random(): from 0 to 1, 1 excluded, a multiple of 2^-53.
    double real();
    /// Generator.integers(count): 0 ... count-1; count >= 1. Draws nothing where count is 1.
    std::size_t below(std::size_t count);
    /// Generator.permutation(count): 0 ... count-1 in random order.
    std::vector<std::size_t> permutation(std::size_t count);

private:
    std::uint64_t next64();
    std::uint32_t next32();
    std::size_t upTo(std::size_t most);

    struct Wide { // 128 bits
        std::uint64_t high = 0;
        std::uint64_t low = 0;
    };
    void step();

    Wide m_state;
    Wide m_increment;
    bool m_hasHalf = false;
    std::uint32_t m_half = 0; // the upper half of the last number, which the next 32 bits are taken from
};

} // namespace rotascope
