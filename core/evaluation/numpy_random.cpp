// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/numpy_random.h"

#include <array>
#include <bit>
#include <limits>
#include <numeric>
#include <utility>

namespace rotascope {
namespace {

using Pool = std::array<std::uint32_t, 4>;

// A step of SeedSequence: mixes a value with a constant that changes from step to step.
class Hash {
public:
    Hash(std::uint32_t constant, std::uint32_t factor) : m_constant(constant), m_factor(factor) { }
    std::uint32_t operator()(std::uint32_t value)
    {
        value ^= m_constant;
        m_constant *= m_factor;
        value *= m_constant;
        return value ^ value >> 16U;
    }

private:
    std::uint32_t m_constant;
    std::uint32_t m_factor;
};

std::uint32_t mixed(std::uint32_t x, std::uint32_t y)
{
    const std::uint32_t result = 0xca01f9ddU * x - 0x4973f715U * y;
    return result ^ result >> 16U;
}

Pool poolOf(std::uint64_t seed)
{
    Hash hash(0x43b0d7e5U, 0x931e8875U);
    Pool pool = {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U), 0, 0};
    for (std::uint32_t& word : pool) {
        word = hash(word);
    }
    for (std::size_t from = 0; from < pool.size(); ++from) {
        for (std::size_t to = 0; to < pool.size(); ++to) {
            if (from != to) {
                pool[to] = mixed(pool[to], hash(pool[from]));
            }
        }
    }
    return pool;
}

// The seed of PCG64: four numbers of 64 bits, the low half first.
std::array<std::uint64_t, 4> seedWords(std::uint64_t seed)
{
    const Pool pool = poolOf(seed);
    Hash hash(0x8b51f9ddU, 0x58f38dedU);
    std::array<std::uint64_t, 4> words{};
    for (std::size_t i = 0; i < 2 * words.size(); ++i) {
        const std::uint64_t half = hash(pool[i % pool.size()]);
        words[i / 2] |= i % 2 == 0 ? half : half << 32U;
    }
    return words;
}

// The upper 64 bits of a product.
std::uint64_t upperProduct(std::uint64_t a, std::uint64_t b)
{
    constexpr std::uint64_t lower = 0xffffffffU;
    const std::uint64_t middle = (a >> 32U) * (b & lower) + ((a & lower) * (b & lower) >> 32U);
    const std::uint64_t other = (a & lower) * (b >> 32U) + (middle & lower);
    return (a >> 32U) * (b >> 32U) + (middle >> 32U) + (other >> 32U);
}

} // namespace

NumpyRandom::NumpyRandom(std::uint64_t seed)
{
    const auto words = seedWords(seed);
    m_increment = {words[2] << 1U | words[3] >> 63U, words[3] << 1U | 1U};
    step();
    const std::uint64_t low = m_state.low + words[1];
    m_state = {m_state.high + words[0] + (low < m_state.low ? 1U : 0U), low};
    step();
}

// state = state * multiplier + increment, modulo 2^128
void NumpyRandom::step()
{
    constexpr Wide multiplier = {0x2360ed051fc65da4U, 0x4385df649fccf645U};
    const Wide product = {upperProduct(m_state.low, multiplier.low) + m_state.high * multiplier.low + m_state.low * multiplier.high,
        m_state.low * multiplier.low};
    const std::uint64_t low = product.low + m_increment.low;
    m_state = {product.high + m_increment.high + (low < product.low ? 1U : 0U), low};
}

std::uint64_t NumpyRandom::next64()
{
    step();
    return std::rotr(m_state.high ^ m_state.low, static_cast<int>(m_state.high >> 58U));
}

std::uint32_t NumpyRandom::next32()
{
    if (std::exchange(m_hasHalf, false)) {
        return m_half;
    }
    const std::uint64_t both = next64();
    m_hasHalf = true;
    m_half = static_cast<std::uint32_t>(both >> 32U);
    return static_cast<std::uint32_t>(both);
}

double NumpyRandom::real()
{
    return static_cast<double>(next64() >> 11U) * 0x1p-53;
}

// Lemire 2019, "Fast random integer generation in an interval".
std::size_t NumpyRandom::below(std::size_t count)
{
    if (count == 1) {
        return 0;
    }
    const auto most = static_cast<std::uint32_t>(count);
    const std::uint32_t threshold = (std::numeric_limits<std::uint32_t>::max() - most + 1) % most;
    std::uint64_t product = std::uint64_t{next32()} * most;
    while (static_cast<std::uint32_t>(product) < threshold) {
        product = std::uint64_t{next32()} * most;
    }
    return static_cast<std::size_t>(product >> 32U);
}

// Another way than below(): as many bits as `most` has, until they are not more.
std::size_t NumpyRandom::upTo(std::size_t most)
{
    const std::size_t mask = std::bit_ceil(most + 1) - 1;
    std::size_t value = next32() & mask;
    while (value > most) {
        value = next32() & mask;
    }
    return value;
}

std::vector<std::size_t> NumpyRandom::permutation(std::size_t count)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = count; i-- > 1;) {
        std::swap(order[i], order[upTo(i)]);
    }
    return order;
}

} // namespace rotascope
