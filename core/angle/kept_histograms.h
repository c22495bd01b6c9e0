// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/angle_histogram.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <variant>
#include <vector>

namespace rotascope {

/// Angle counts of several dimensions, to be kept: those of AngleHistograms in half the memory, where no count needs more than 32 bits.
/// Shape [dimensions, intervals].
class KeptHistograms {
public:
    KeptHistograms() = default;
    /// Every dimension will have `total` angles.
    KeptHistograms(std::size_t dimensions, std::uint32_t intervals, std::uint64_t total);

    /// Whether it has no dimensions: nothing is kept.
    [[nodiscard]] bool isEmpty() const { return m_dimensions == 0; }
    [[nodiscard]] std::size_t dimensions() const { return m_dimensions; }
    [[nodiscard]] std::uint32_t intervals() const { return m_intervals; }
    /// The counts of one dimension, shape [intervals].
    [[nodiscard]] std::vector<std::uint64_t> counts(std::size_t dimension) const;
    /// How many angles a dimension has; the sum of its counts.
    [[nodiscard]] std::uint64_t total(std::size_t /*dimension*/) const { return m_total; }
    /// No count is greater than the total.
    void setCounts(std::size_t dimension, std::span<const std::uint64_t> counts);
    /// From histograms with the same intervals and total.
    void copyDimension(std::size_t dimension, const KeptHistograms& from);
    [[nodiscard]] std::size_t bytes() const;

    friend bool operator==(const KeptHistograms&, const KeptHistograms&) = default;

private:
    std::size_t m_dimensions = 0;
    std::uint32_t m_intervals = 0;
    std::uint64_t m_total = 0;
    std::variant<std::vector<std::uint32_t>, std::vector<std::uint64_t>> m_counts;
};

} // namespace rotascope
