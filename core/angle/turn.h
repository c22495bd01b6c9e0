// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Angles in turns (full circles) as 64-bit fixed point: 2^64 is one turn, so unsigned overflow is the reduction mod 2 pi
// and binning is integer arithmetic. This header is shared with the CUDA engine: CPU and GPU counts come from these very
// functions and are therefore equal to the bit.

#include "core/angle/host_device.h"

#include <cstdint>

namespace rotascope {

/// The angle that a dimension advances by from one position to the next, in 2^-64 turns.
struct Turn {
    std::uint64_t value = 0;

    friend bool operator==(Turn, Turn) = default;
};

/// The largest frequency that turnOf() takes, in rad per position. RoPE frequencies are at most 1.
inline constexpr double maxFrequency = 1e30;

/// round(2^64 * frequency / (2 pi * factor)) mod 2^64, correctly rounded and the same on every platform: computed with
/// integers and 256 bits of 1/(2 pi), never with floating point.
/// `frequency` in rad per position, finite, 0 <= frequency; `factor` > 0 (it divides the frequency; infinite: 0);
/// frequency / factor <= maxFrequency.
Turn turnOf(double frequency, double factor = 1.0);

/// The angle of `position` in 2^-64 turns.
ROTASCOPE_HOST_DEVICE constexpr std::uint64_t phaseAt(Turn turn, std::uint64_t position)
{
    return turn.value * position;
}

/// The high 64 bits of a 128-bit product.
ROTASCOPE_HOST_DEVICE constexpr std::uint64_t multiplyHigh(std::uint64_t a, std::uint64_t b)
{
#if defined(__CUDA_ARCH__)
    return __umul64hi(a, b);
#else
    return static_cast<std::uint64_t>((static_cast<unsigned __int128>(a) * b) >> 64);
#endif
}

/// The interval, 0 ... intervals-1, that a phase falls into when the circle is cut into `intervals` equal parts.
ROTASCOPE_HOST_DEVICE constexpr std::uint32_t intervalOf(std::uint64_t phase, std::uint32_t intervals)
{
    return static_cast<std::uint32_t>(multiplyHigh(phase, intervals));
}

} // namespace rotascope
