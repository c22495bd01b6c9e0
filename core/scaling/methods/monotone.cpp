// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/factor_grid.h"
#include "core/scaling/method.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace rotascope::method {
namespace {

constexpr std::size_t gridFactors = 512; // as many as a landscape has

// The least sum over all tables of these factors that never fall from one dimension to the next: dynamic programming, one dimension
// after the other. least[k] is the least sum of the dimensions so far, where the last of them has the factor k; it is what the dimension
// itself adds to the least of all that end at k or below. Of equals the smallest factor is taken. disturbances: [dimensions, factors].
std::vector<std::size_t> bestRisingPath(const std::vector<double>& disturbances, std::size_t dimensions, std::size_t factors)
{
    std::vector<double> least(factors, 0.0);
    std::vector<std::uint16_t> from(dimensions * factors); // the factor of the dimension before
    for (std::size_t i = 0; i < dimensions; ++i) {
        std::size_t best = 0;
        std::vector<double> next(factors);
        for (std::size_t k = 0; k < factors; ++k) {
            best = least[k] < least[best] ? k : best;
            from[i * factors + k] = static_cast<std::uint16_t>(best);
            next[k] = least[best] + disturbances[i * factors + k];
        }
        least = std::move(next);
    }
    std::vector<std::size_t> path(dimensions);
    auto k = static_cast<std::size_t>(std::ranges::min_element(least) - least.begin());
    for (std::size_t i = dimensions; i-- > 0;) {
        path[i] = k;
        k = from[i * factors + k];
    }
    return path;
}

// What a search over tables with the constraint of LongRoPE (arXiv 2402.13753), factors that never fall, can reach at best.
Expected<ScalingTable> make(const MethodInput& input)
{
    if (!input.disturbances) {
        return inputError(Sentence::of("monotone needs disturbances to search; expected an analysis"));
    }
    const std::vector<double> grid = factorGrid(std::max(input.scale(), 1.0), gridFactors);
    const std::size_t dimensions = input.rope.dimensions();
    std::vector<DimensionFactor> wanted;
    wanted.reserve(dimensions * grid.size());
    for (std::size_t i = 0; i < dimensions; ++i) {
        std::ranges::transform(grid, std::back_inserter(wanted), [i](double factor) { return DimensionFactor{i, factor}; });
    }
    return input.disturbances(wanted).map([&](const std::vector<double>& disturbances) {
        ScalingTable table;
        for (const std::size_t k : bestRisingPath(disturbances, dimensions, grid.size())) {
            table.factors.push_back(grid[k]);
        }
        return table;
    });
}

} // namespace

extern const Method monotone;
const Method monotone = {
    .name = "monotone",
    .label = Sentence::marked("Monotone"),
    .description = Sentence::marked(
        "The table of least mean disturbance among all whose factors never fall from one dimension to the next, from 1 to 1.5 s."),
    .order = 18,
    .onRequest = true,
    .forAnyEncoding = true,
    .make = make,
};

} // namespace rotascope::method
