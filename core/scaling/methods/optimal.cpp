// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/factor_grid.h"
#include "core/scaling/method.h"

#include <algorithm>
#include <iterator>

namespace rotascope::method {
namespace {

constexpr std::size_t gridFactors = 512; // as many as a landscape has
constexpr std::size_t refinements = 3;
constexpr std::size_t refinedFactors = 16; // between the two neighbours of the best, each time

// What is known of one dimension: its best factor so far, and where a better one is looked for.
struct Search {
    double best = 1.0;
    double least = 0.0; // its disturbance
    double below = 1.0;
    double above = 1.0;
};

// One factor for each step of each dimension: row-major, [dimensions, steps].
template <class FactorOf> Expected<std::vector<double>> evaluate(const MethodInput& input, std::size_t steps, const FactorOf& factorOf)
{
    std::vector<DimensionFactor> wanted;
    wanted.reserve(input.rope.dimensions() * steps);
    for (std::size_t i = 0; i < input.rope.dimensions(); ++i) {
        for (std::size_t k = 0; k < steps; ++k) {
            wanted.push_back({i, factorOf(i, k)});
        }
    }
    return input.disturbances(wanted);
}

// Because the mean disturbance is a mean of independent terms, each dimension is searched for itself. The surface is jagged
// (core/analysis/landscape.h), so this is the least of what was tried, which includes 1 and s: the table is never worse than
// the better of extrapolation and interpolation in any dimension. Of equals the least factor is taken.
//
// Most of what is gained this way is gained by millionths. LLaMA-2 at 8192: 1.26e-3 against 6.71e-3 of the two-valued table, of which
// dimension 12 alone is 3.5e-3: its angles stand on the edges of intervals beyond L, and a factor of 1.000005 keeps them off
// (0.228 becomes 0.002). That says more about intervals than about the model.
Expected<ScalingTable> make(const MethodInput& input)
{
    if (!input.disturbances) {
        return inputError(Sentence::of("optimal needs disturbances to search; expected an analysis"));
    }
    const std::vector<double> grid = factorGrid(std::max(input.scale(), 1.0), gridFactors);
    std::vector<Search> searches(input.rope.dimensions());
    Expected<std::vector<double>> found = evaluate(input, grid.size(), [&](std::size_t, std::size_t k) { return grid[k]; });
    if (!found) {
        return tl::unexpected(found.error());
    }
    for (std::size_t i = 0; i < searches.size(); ++i) {
        const auto row = found->begin() + static_cast<std::ptrdiff_t>(i * grid.size());
        const auto least = std::min_element(row, row + static_cast<std::ptrdiff_t>(grid.size()));
        const auto k = static_cast<std::size_t>(least - row);
        searches[i] = {grid[k], *least, grid[k == 0 ? 0 : k - 1], grid[std::min(k + 1, grid.size() - 1)]};
    }
    for (std::size_t round = 0; round < refinements; ++round) {
        // The inner points of [below, above], evenly spaced.
        const auto factorOf = [&](std::size_t i, std::size_t k) {
            const double part = static_cast<double>(k + 1) / static_cast<double>(refinedFactors + 1);
            return searches[i].below + (searches[i].above - searches[i].below) * part;
        };
        found = evaluate(input, refinedFactors, factorOf);
        if (!found) {
            return tl::unexpected(found.error());
        }
        for (std::size_t i = 0; i < searches.size(); ++i) {
            const double step = (searches[i].above - searches[i].below) / static_cast<double>(refinedFactors + 1);
            Search next = searches[i];
            for (std::size_t k = 0; k < refinedFactors; ++k) {
                if (const double disturbance = (*found)[i * refinedFactors + k]; disturbance < next.least) {
                    next.best = factorOf(i, k);
                    next.least = disturbance;
                }
            }
            next.below = std::max(next.best - step, searches[i].below);
            next.above = std::min(next.best + step, searches[i].above);
            searches[i] = next;
        }
    }
    ScalingTable table;
    std::ranges::transform(searches, std::back_inserter(table.factors), &Search::best);
    return table;
}

} // namespace

extern const Method optimal;
const Method optimal = {
    .name = "optimal",
    .label = Sentence::marked("Optimal"),
    .description
    = Sentence::marked("Each dimension has the factor from 1 to 1.5 s that disturbs its angle distribution least, found by a search."),
    .order = 19,
    .onRequest = true,
    .forAnyEncoding = true,
    .make = make,
};

} // namespace rotascope::method
