// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/host_device.h"

#include <cstdint>

namespace rotascope {

/// What a context of N positions is counted by. Shared with the CUDA engine.
enum class Counting : std::uint8_t {
    Positions, ///< m = 0 ... N-1, each once (the paper)
    Distances ///< what causal attention sees: δ = 0 ... N-1, which N - δ pairs of a query and a key have
};

/// The numbers 0 ... end-1 with their weights: 1, or for distances first, first - 1, first - 2 ...
struct CountedRange {
    std::uint64_t end = 0;
    std::uint64_t first = 0; ///< 0: each once

    /// How many angles that are. 2^64 and more are not told: CountingMeasure::fits().
    [[nodiscard]] ROTASCOPE_HOST_DEVICE constexpr std::uint64_t total() const
    {
        if (first == 0) {
            return end;
        }
        const std::uint64_t triangle = end % 2 == 0 ? end / 2 * (end + 1) : (end + 1) / 2 * end;
        return triangle + (first - end) * end;
    }
    [[nodiscard]] ROTASCOPE_HOST_DEVICE constexpr std::uint64_t weightOf(std::uint64_t position) const
    {
        return first == 0 ? 1 : first - position;
    }
};

/// How a context is counted: a value that every request for histograms or disturbances carries.
struct CountingMeasure {
    Counting counting = Counting::Positions;
    std::int64_t window = 0; ///< of distances: a query sees the keys at 0 ... window-1 (a sliding window); 0: all before it

    /// So many angles a dimension may have at most: sums of weights are computed modulo 2^64.
    static constexpr std::uint64_t maxAngles = std::uint64_t{1} << 61;

    [[nodiscard]] ROTASCOPE_HOST_DEVICE constexpr CountedRange over(std::int64_t length) const
    {
        const auto all = static_cast<std::uint64_t>(length);
        if (counting == Counting::Positions) {
            return {all, 0};
        }
        return {window > 0 && window < length ? static_cast<std::uint64_t>(window) : all, all};
    }
    /// Whether a context of this length has at most maxAngles: without a window up to 2^31 - 1 positions. 0 <= length <= 2^40.
    [[nodiscard]] constexpr bool fits(std::int64_t length) const
    {
        const CountedRange range = over(length);
        if (range.first == 0) {
            return true;
        }
        const std::uint64_t triangle = CountedRange{range.end, range.end}.total();
        return range.end < std::uint64_t{1} << 31 && range.first - range.end <= (maxAngles - triangle) / range.end;
    }

    friend bool operator==(const CountingMeasure&, const CountingMeasure&) = default;
};

} // namespace rotascope
