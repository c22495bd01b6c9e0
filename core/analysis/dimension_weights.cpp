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
        return usageError("there are " + std::to_string(weights.values.size()) + " weights; expected one for each of the "
            + std::to_string(dimensions) + " dimensions");
    }
    constexpr double most = 1e100; // so that no sum overflows
    for (std::size_t i = 0; i < dimensions; ++i) {
        if (!(weights.values[i] >= 0.0 && weights.values[i] <= most)) {
            return usageError("the weight of dimension " + std::to_string(i) + " is " + shortText(weights.values[i]) + "; expected 0 to "
                + shortText(most));
        }
    }
    if (std::accumulate(weights.values.begin(), weights.values.end(), 0.0) < 1e-100) {
        return usageError("all weights are 0; expected one that is not");
    }
    return {};
}

} // namespace rotascope
