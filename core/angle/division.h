// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Division of 128-bit numbers by 64-bit ones, by multiplications alone: a GPU has no division instruction, and a CPU's waits
// longer than three products. Shared with the CUDA engine.

#include "core/angle/turn.h"

#include <cstdint>

namespace rotascope {

/// Quotient and remainder.
struct Quotient {
    std::uint64_t quotient = 0;
    std::uint64_t remainder = 0;
};

/// How many leading zeros a nonzero word has.
ROTASCOPE_HOST_DEVICE constexpr unsigned leadingZeros(std::uint64_t word)
{
#if defined(__CUDA_ARCH__)
    return static_cast<unsigned>(__clzll(static_cast<long long>(word)));
#else
    return static_cast<unsigned>(__builtin_clzll(word));
#endif
}

/// A divisor with what is needed to divide by it quickly: the reciprocal of Möller and Granlund, "Improved division by invariant
/// integers" (2011), floor((2^128 - 1) / d) - 2^64 for the divisor d shifted up until its highest bit is set.
struct Divisor {
    std::uint64_t value = 1; ///< > 0
    std::uint64_t reciprocal = 0;

    static ROTASCOPE_HOST_DEVICE constexpr Divisor of(std::uint64_t value)
    {
        const std::uint64_t shifted = value << leadingZeros(value);
#if !defined(__CUDA_ARCH__)
        __extension__ using Uint128 = unsigned __int128;
        return {value, static_cast<std::uint64_t>((static_cast<Uint128>(~shifted) << 64 | ~std::uint64_t{0}) / shifted)};
#else
        // Long division of (2^64 - 1 - shifted) * 2^64 + (2^64 - 1), one bit a step; the remainder stays below the divisor.
        std::uint64_t remainder = ~shifted;
        std::uint64_t reciprocal = 0;
        for (int bit = 0; bit < 64; ++bit) {
            const bool carry = (remainder >> 63) != 0;
            remainder = remainder << 1 | 1;
            reciprocal <<= 1;
            if (carry || remainder >= shifted) {
                remainder -= shifted;
                reciprocal |= 1;
            }
        }
        return {value, reciprocal};
#endif
    }
};

/// (high * 2^64 + low) / divisor, where high < divisor.value, so that the quotient fits (ibid., algorithm 4).
ROTASCOPE_HOST_DEVICE constexpr Quotient divide(std::uint64_t high, std::uint64_t low, const Divisor& divisor)
{
    const unsigned shift = leadingZeros(divisor.value);
    const std::uint64_t d = divisor.value << shift;
    const std::uint64_t u1 = shift == 0 ? high : high << shift | low >> (64 - shift);
    const std::uint64_t u0 = low << shift;
    const std::uint64_t estimateLow = divisor.reciprocal * u1 + u0;
    const std::uint64_t carry = estimateLow < u0 ? 1 : 0;
    std::uint64_t quotient = multiplyHigh(divisor.reciprocal, u1) + u1 + carry + 1;
    std::uint64_t remainder = u0 - quotient * d;
    if (remainder > estimateLow) {
        --quotient;
        remainder += d;
    }
    if (remainder >= d) {
        ++quotient;
        remainder -= d;
    }
    return {quotient, remainder >> shift};
}

} // namespace rotascope
