// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

// Numbers as files have them, least significant byte first, on whatever machine.
namespace rotascope {

template <class T>
using UnsignedOfSize = std::conditional_t<sizeof(T) == 1, std::uint8_t,
    std::conditional_t<sizeof(T) == 2, std::uint16_t, std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>>>;

template <class T> void appendLittleEndian(std::string& bytes, T value)
{
    auto bits = static_cast<std::uint64_t>(std::bit_cast<UnsignedOfSize<T>>(value));
    for (std::size_t i = 0; i < sizeof(T); ++i, bits >>= 8U) {
        bytes += static_cast<char>(bits & 0xffU);
    }
}

/// The number at `offset`; the caller has checked that there are enough bytes.
template <class T> T littleEndianAt(std::string_view bytes, std::size_t offset)
{
    std::uint64_t bits = 0;
    for (std::size_t i = sizeof(T); i-- > 0;) {
        bits = bits << 8U | static_cast<unsigned char>(bytes[offset + i]);
    }
    return std::bit_cast<T>(static_cast<UnsignedOfSize<T>>(bits));
}

} // namespace rotascope
