// SPDX-License-Identifier: GPL-3.0-or-later
// What a forward pass spends its time on, in vectors of floats.
//
// Compiled once for each instruction set; core/CMakeLists.txt defines for each
//     ROTASCOPE_INSTRUCTIONS  its namespace
//     ROTASCOPE_LANES         doubles a vector; twice as many floats
// It calls no inline function of any header: of several copies the linker keeps one for the whole program, which might be one with
// instructions that the processor lacks. tests/loading looks for such copies.
#include "core/evaluation/forward_loops.h"

namespace rotascope::ROTASCOPE_INSTRUCTIONS {
namespace {

// NOLINTBEGIN(modernize-avoid-c-arrays): std::array has inline functions.

constexpr std::size_t lanes = std::size_t{2} * ROTASCOPE_LANES;
using Vector __attribute__((vector_size(4 * lanes))) = float;
using Bits __attribute__((vector_size(4 * lanes))) = int;
// The same anywhere in an array.
using StoredVector __attribute__((vector_size(4 * lanes), aligned(4), may_alias)) = float;

// A tile of the result stays in registers: 12 vectors, beside those that are loaded.
constexpr std::size_t tileVectors = lanes == panelWidth ? 1 : 2;
constexpr std::size_t tileRows = 12 / tileVectors;
constexpr std::size_t tileWidth = tileVectors * lanes;
static_assert(panelWidth % tileWidth == 0 && rowBlock % tileRows == 0);

// No `auto*` to such a place: it would be taken for an aligned one.
inline Vector load(const float* from)
{
    return *reinterpret_cast<const StoredVector*>(from);
}

inline void store(float* to, const Vector& value)
{
    *reinterpret_cast<StoredVector*>(to) = value;
}

inline void tile(
    const float* left, std::size_t leftStride, const float* panel, std::size_t depth, float* result, std::size_t resultStride, bool adds)
{
    Vector sum[tileRows][tileVectors] = {};
    for (std::size_t k = 0; k < depth; ++k) {
        Vector right[tileVectors];
#pragma GCC unroll 4
        for (std::size_t v = 0; v < tileVectors; ++v) {
            right[v] = load(panel + k * panelWidth + v * lanes);
        }
#pragma GCC unroll 12
        for (std::size_t row = 0; row < tileRows; ++row) {
            const float factor = left[row * leftStride + k];
#pragma GCC unroll 4
            for (std::size_t v = 0; v < tileVectors; ++v) {
                sum[row][v] += factor * right[v];
            }
        }
    }
#pragma GCC unroll 12
    for (std::size_t row = 0; row < tileRows; ++row) {
#pragma GCC unroll 4
        for (std::size_t v = 0; v < tileVectors; ++v) {
            float* const place = result + row * resultStride + v * lanes;
            store(place, adds ? load(place) + sum[row][v] : sum[row][v]);
        }
    }
}

void multiply(const Product& product)
{
    for (std::size_t p = 0; p < product.panelCount; ++p) {
        for (std::size_t column = 0; column < panelWidth; column += tileWidth) {
            const float* const panel = product.panels + p * product.panelStride + column;
            for (std::size_t row = 0; row < product.rows; row += tileRows) {
                tile(product.left + row * product.leftStride, product.leftStride, panel, product.depth,
                    product.result + row * product.resultStride + p * panelWidth + column, product.resultStride, product.adds);
            }
        }
    }
}

// e^x for x <= 88: 2^n e^r with |r| <= ln 2 / 2, a polynomial of degree 6 for e^r; 0 below -87.
inline void exponential(const Vector& x, Vector& result)
{
    constexpr float least = -87.0F;
    constexpr float log2e = 1.44269504F;
    constexpr float ln2High = 0.693359375F;
    constexpr float ln2Low = -2.12194440e-4F;
    constexpr float shift = 0x1.8p23F; // added to it, a number is rounded to a whole one, which stands in the low bits
    const Bits isTooSmall = x < least;
    const Vector limited = isTooSmall ? Vector{} + least : x;
    const Vector shifted = limited * log2e + shift;
    const Vector whole = shifted - shift;
    const Vector rest = (limited - whole * ln2High) - whole * ln2Low;
    Vector series = Vector{} + 1.0F / 720.0F;
    series = series * rest + 1.0F / 120.0F;
    series = series * rest + 1.0F / 24.0F;
    series = series * rest + 1.0F / 6.0F;
    series = series * rest + 0.5F;
    series = series * rest + 1.0F;
    series = series * rest + 1.0F;
    constexpr int mantissaBits = 23;
    const auto power = reinterpret_cast<Vector>((reinterpret_cast<Bits>(shifted) << mantissaBits) + (127 << mantissaBits));
    result = isTooSmall ? Vector{} : series * power;
}

inline float sumOf(const Vector& values)
{
    float sum = 0.0F;
    for (std::size_t i = 0; i < lanes; ++i) {
        sum += values[i];
    }
    return sum;
}

float exponentials(float* values, std::size_t count, std::size_t filled, float scale)
{
    constexpr float lowest = -__FLT_MAX__;
    for (std::size_t i = count; i < filled; ++i) {
        values[i] = lowest;
    }
    Vector largestOfLanes = Vector{} + lowest;
    for (std::size_t i = 0; i < filled; i += lanes) {
        const Vector next = load(values + i);
        largestOfLanes = next > largestOfLanes ? next : largestOfLanes;
    }
    float largest = lowest;
    for (std::size_t i = 0; i < lanes; ++i) {
        largest = largestOfLanes[i] > largest ? largestOfLanes[i] : largest;
    }
    Vector sum = {};
    for (std::size_t i = 0; i < filled; i += lanes) {
        Vector power;
        exponential((load(values + i) - largest) * scale, power);
        store(values + i, power);
        sum += power;
    }
    return sumOf(sum);
}

void activate(float* gate, const float* up, std::size_t count)
{
    constexpr float most = 87.0F;
    for (std::size_t i = 0; i < count; i += lanes) {
        const Vector value = load(gate + i);
        const Vector negated = -value;
        Vector power;
        exponential(negated > most ? Vector{} + most : negated, power);
        store(gate + i, value / (1.0F + power) * load(up + i));
    }
}

void normalize(const float* values, const float* weights, float* result, std::size_t size, std::size_t filled, float epsilon)
{
    Vector squares = {};
    for (std::size_t i = 0; i < filled; i += lanes) {
        const Vector value = load(values + i);
        squares += value * value;
    }
    const float factor = 1.0F / __builtin_sqrtf(sumOf(squares) / static_cast<float>(size) + epsilon);
    for (std::size_t i = 0; i < filled; i += lanes) {
        store(result + i, load(values + i) * factor * load(weights + i));
    }
}

// NOLINTEND(modernize-avoid-c-arrays)

} // namespace

const ForwardLoops forwardLoops = {multiply, exponentials, activate, normalize};

} // namespace rotascope::ROTASCOPE_INSTRUCTIONS
