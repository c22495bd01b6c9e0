// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/floor_sum.h"

#include <algorithm>
#include <array>

namespace rotascope {
namespace {

// So many edges go through the levels side by side: each level waits for the division of the one before, and only
// independent edges fill that time.
constexpr std::size_t batch = 8;

__extension__ using Uint128 = unsigned __int128;

// n*(n-1)/2 mod 2^64, without losing the bit that the product may carry out.
std::uint64_t triangular(std::uint64_t n)
{
    return n % 2 == 0 ? n / 2 * (n - 1) : (n - 1) / 2 * n;
}

struct Division {
    std::uint64_t quotient;
    std::uint64_t remainder;
};

// dividend / divisor where the quotient fits 64 bits, which the compiler cannot know: it would call a library routine.
inline Division divide(Uint128 dividend, std::uint64_t divisor)
{
#if defined(__x86_64__)
    Division result{};
    __asm__("divq %[divisor]"
            : "=a"(result.quotient), "=d"(result.remainder)
            : [divisor] "r"(divisor), "a"(static_cast<std::uint64_t>(dividend)), "d"(static_cast<std::uint64_t>(dividend >> 64))
            : "cc");
    return result;
#else
    return {static_cast<std::uint64_t>(dividend / divisor), static_cast<std::uint64_t>(dividend % divisor)};
#endif
}

} // namespace

FloorSum::FloorSum(Turn turn, std::uint64_t count) : m_turn(turn), m_count(count)
{
    // The first level has the modulus 2^64, which does not fit a word; sums() does it with shifts. From the second on:
    Uint128 modulus = Uint128{1} << 64;
    Uint128 multiplier = turn.value;
    Uint128 terms = count; // the most terms that any offset can leave for a level
    while (multiplier != 0 && terms != 0) {
        terms = (multiplier * terms + modulus - 1) / modulus;
        const Uint128 next = modulus % multiplier;
        m_levels.push_back(
            {static_cast<std::uint64_t>(multiplier), static_cast<std::uint64_t>(next), static_cast<std::uint64_t>(modulus / multiplier)});
        modulus = multiplier;
        multiplier = next;
    }
}

void FloorSum::countAtOrAbove(std::span<std::uint64_t> edges) const
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

void FloorSum::sums(std::span<std::uint64_t> offsets) const
{
    std::array<std::uint64_t, batch> terms{};
    std::array<std::uint64_t, batch> results{};
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        const Uint128 last = static_cast<Uint128>(m_turn.value) * m_count + offsets[i];
        terms[i] = static_cast<std::uint64_t>(last >> 64);
        offsets[i] = static_cast<std::uint64_t>(last);
    }
    std::uint64_t left = 1; // nonzero while any edge has terms left
    for (auto level = m_levels.begin(); left != 0 && level != m_levels.end(); ++level) {
        left = 0;
        for (std::size_t i = 0; i < offsets.size(); ++i) {
            const std::uint64_t n = terms[i];
            results[i] += triangular(n) * level->quotient + n * (offsets[i] / level->modulus);
            const Uint128 last = static_cast<Uint128>(level->multiplier) * n + offsets[i] % level->modulus;
            const Division next = divide(last, level->modulus);
            terms[i] = next.quotient;
            offsets[i] = next.remainder;
            left |= terms[i];
        }
    }
    std::ranges::copy(std::span(results).first(offsets.size()), offsets.begin());
}

} // namespace rotascope
