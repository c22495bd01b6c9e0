// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/fine_histograms.h"

#include <cstddef>
#include <numeric>

namespace rotascope {

AngleHistograms coarsened(const AngleHistograms& fine, std::uint32_t intervals)
{
    AngleHistograms result(fine.dimensions(), intervals);
    const std::size_t width = fine.intervals() / intervals;
    for (std::size_t dimension = 0; dimension < fine.dimensions(); ++dimension) {
        auto from = fine.counts(dimension).begin();
        for (std::uint64_t& count : result.counts(dimension)) {
            count = std::accumulate(from, from + static_cast<std::ptrdiff_t>(width), std::uint64_t{0});
            from += static_cast<std::ptrdiff_t>(width);
        }
        result.setTotal(dimension, fine.total(dimension));
    }
    return result;
}

} // namespace rotascope
