// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/kept_histograms.h"

#include <algorithm>
#include <limits>

namespace rotascope {

KeptHistograms::KeptHistograms(std::size_t dimensions, std::uint32_t intervals, std::uint64_t total)
    : m_dimensions(dimensions), m_intervals(intervals), m_total(total)
{
    if (total <= std::numeric_limits<std::uint32_t>::max()) {
        m_counts = std::vector<std::uint32_t>(dimensions * intervals);
    } else {
        m_counts = std::vector<std::uint64_t>(dimensions * intervals);
    }
}

std::vector<std::uint64_t> KeptHistograms::counts(std::size_t dimension) const
{
    return std::visit(
        [&](const auto& all) {
            const auto first = all.begin() + static_cast<std::ptrdiff_t>(dimension * m_intervals);
            return std::vector<std::uint64_t>(first, first + m_intervals);
        },
        m_counts);
}

void KeptHistograms::setCounts(std::size_t dimension, std::span<const std::uint64_t> counts)
{
    std::visit(
        [&](auto& all) {
            using Count = typename std::remove_reference_t<decltype(all)>::value_type;
            std::ranges::transform(counts, all.begin() + static_cast<std::ptrdiff_t>(dimension * m_intervals),
                [](std::uint64_t count) { return static_cast<Count>(count); });
        },
        m_counts);
}

void KeptHistograms::copyDimension(std::size_t dimension, const KeptHistograms& from)
{
    std::visit(
        [&](auto& to) {
            const auto& source = std::get<std::remove_reference_t<decltype(to)>>(from.m_counts);
            const auto first = static_cast<std::ptrdiff_t>(dimension * m_intervals);
            std::copy_n(source.begin() + first, m_intervals, to.begin() + first);
        },
        m_counts);
}

std::size_t KeptHistograms::bytes() const
{
    return std::visit([](const auto& all) { return all.size() * sizeof(all[0]); }, m_counts);
}

} // namespace rotascope
