// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/dimension_weights.h"

#include "core/text.h"

#include <cmath>
#include <numeric>

namespace rotascope {

double DimensionWeights::meanOf(std::span<const double> disturbances) const
{
    if (areEqual()) {
        return std::accumulate(disturbances.begin(), disturbances.end(), 0.0) / static_cast<double>(disturbances.size());
    }
    return std::inner_product(disturbances.begin(), disturbances.end(), values.begin(), 0.0)
        / std::accumulate(values.begin(), values.end(), 0.0);
}

Expected<void> validate(const DimensionWeights& weights, std::size_t dimensions)
{
    if (weights.areEqual()) {
        return {};
    }
    if (weights.values.size() != dimensions) {
        return usageError(
            Sentence::of("there are {1} weights; expected one for each of the {2} dimensions", weights.values.size(), dimensions));
    }
    constexpr double most = 1e100; // so that no sum overflows
    for (std::size_t i = 0; i < dimensions; ++i) {
        if (!(weights.values[i] >= 0.0 && weights.values[i] <= most)) {
            return usageError(
                Sentence::of("the weight of dimension {1} is {2}; expected 0 to {3}", i, number(weights.values[i]), number(most)));
        }
    }
    if (std::accumulate(weights.values.begin(), weights.values.end(), 0.0) < 1e-100) {
        return usageError(Sentence::of("all weights are 0; expected one that is not"));
    }
    return {};
}

} // namespace rotascope
