// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/factor_search.h"

#include <algorithm>
#include <map>

namespace rotascope {

Expected<ScalingTable> leastDisturbed(const MethodInput& input, std::vector<ScalingTable> tables)
{
    if (!input.disturbances) {
        return inputError(Sentence::of("a search needs disturbances; expected an analysis"));
    }
    std::vector<DimensionFactor> wanted;
    std::vector<std::map<double, std::size_t>> places(input.rope.dimensions()); // of a factor among those that are wanted
    for (const ScalingTable& table : tables) {
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (places[i].try_emplace(table.factors[i], wanted.size()).second) {
                wanted.push_back({i, table.factors[i]});
            }
        }
    }
    return input.disturbances(wanted).map([&](const std::vector<double>& disturbances) {
        std::vector<double> sums(tables.size(), 0.0);
        for (std::size_t t = 0; t < tables.size(); ++t) {
            for (std::size_t i = 0; i < places.size(); ++i) {
                sums[t] += disturbances[places[i].at(tables[t].factors[i])];
            }
        }
        return tables[static_cast<std::size_t>(std::ranges::min_element(sums) - sums.begin())];
    });
}

} // namespace rotascope
