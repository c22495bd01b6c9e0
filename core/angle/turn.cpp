// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/turn.h"

#include <array>
#include <cmath>
#include <cstddef>

namespace rotascope {
namespace {

__extension__ using Uint128 = unsigned __int128;

// floor(2^256 / (2 pi)), most significant word first.
constexpr std::array<std::uint64_t, 4> inverseTwoPi = {0x28be60db9391054a, 0x7f09d5f47d4d3770, 0x36d8a5664f10e410, 0x7f9458eaf7aef158};

struct Decomposed {
    std::uint64_t mantissa; // 53 bits, or 0
    int exponent; // the value is mantissa * 2^exponent
};

Decomposed decompose(double value)
{
    int exponent = 0;
    const double fraction = std::frexp(value, &exponent);
    return {static_cast<std::uint64_t>(std::ldexp(fraction, 53)), exponent - 53};
}

// A non-negative integer of 320 bits, most significant word first.
using Wide = std::array<std::uint64_t, 5>;

Wide multiply(const std::array<std::uint64_t, 4>& a, std::uint64_t b)
{
    Wide product{};
    std::uint64_t carry = 0;
    for (std::size_t i = a.size(); i-- > 0;) {
        const Uint128 part = static_cast<Uint128>(a[i]) * b + carry;
        product[i + 1] = static_cast<std::uint64_t>(part);
        carry = static_cast<std::uint64_t>(part >> 64);
    }
    product[0] = carry;
    return product;
}

Wide divide(const Wide& a, std::uint64_t divisor)
{
    Wide quotient{};
    std::uint64_t remainder = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Uint128 part = (static_cast<Uint128>(remainder) << 64) | a[i];
        quotient[i] = static_cast<std::uint64_t>(part / divisor);
        remainder = static_cast<std::uint64_t>(part % divisor);
    }
    return quotient;
}

bool bitAt(const Wide& a, int position)
{
    if (position < 0 || position >= 320) {
        return false;
    }
    return ((a[static_cast<std::size_t>(4 - position / 64)] >> (position % 64)) & 1U) != 0;
}

// The 64 bits that begin at bit `position` (it may be negative or beyond the end: such bits are zero).
std::uint64_t wordAt(const Wide& a, int position)
{
    std::uint64_t word = 0;
    for (int bit = 0; bit < 64; ++bit) {
        word |= static_cast<std::uint64_t>(bitAt(a, position + bit)) << bit;
    }
    return word;
}

} // namespace

Turn turnOf(double frequency, double factor)
{
    if (frequency == 0.0 || std::isinf(factor)) {
        return {};
    }
    const Decomposed numerator = decompose(frequency);
    const Decomposed denominator = decompose(factor);
    // mantissa * 2^256/(2 pi) / mantissa: frequency / (2 pi factor) in units of 2^(exponent difference - 256).
    const Wide quotient = divide(multiply(inverseTwoPi, numerator.mantissa), denominator.mantissa);
    const int exponent = numerator.exponent - denominator.exponent;
    const int unit = 256 - 64 - exponent; // where the bit that is worth 2^-64 turns lies in the quotient
    return {wordAt(quotient, unit) + static_cast<std::uint64_t>(bitAt(quotient, unit - 1))};
}

} // namespace rotascope
