// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rotascope {

/// The counts of a dimension relative to angles that are spread evenly, which have 1 everywhere; shape [b]. `histograms` may be any that
/// have counts, such as AngleHistograms.
template <class Histograms> void densities(const Histograms& histograms, std::size_t dimension, std::span<float> result)
{
    const std::uint64_t total = histograms.total(dimension);
    const float scale = total == 0 ? 0.0F : static_cast<float>(histograms.intervals()) / static_cast<float>(total);
    std::ranges::transform(
        histograms.counts(dimension), result.begin(), [scale](std::uint64_t count) { return scale * static_cast<float>(count); });
}

template <class Histograms> std::vector<float> densities(const Histograms& histograms, std::size_t dimension)
{
    std::vector<float> result(histograms.intervals());
    densities(histograms, dimension, result);
    return result;
}

} // namespace rotascope
