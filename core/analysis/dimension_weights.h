// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// Names of weights, as the command line, JSON and exports have them.
inline constexpr std::string_view equalWeights = "equal"; ///< the paper
inline constexpr std::string_view usageWeights = "usage"; ///< as the model uses the dimensions: what a recording has
inline constexpr std::string_view ownWeights = "own"; ///< given by the user

/// How much each dimension counts in the mean disturbance D_w = sum w_i D_i / sum w_i. A sum of independent terms as before, so the least
/// of each dimension is still the least mean; which dimensions a fixed number of components goes to does depend on the weights.
struct DimensionWeights {
    std::string name{equalWeights};
    std::vector<double> values = {}; ///< shape [D]: finite, not negative, not all 0; empty: equal

    [[nodiscard]] bool areEqual() const { return values.empty(); }
    /// w_i; 1 if they are equal.
    [[nodiscard]] double of(std::size_t dimension) const { return values.empty() ? 1.0 : values[dimension]; }
    /// D_w of the disturbances of all dimensions.
    [[nodiscard]] double meanOf(std::span<const double> disturbances) const;

    friend bool operator==(const DimensionWeights&, const DimensionWeights&) = default;
};

/// Checks them against the number of dimensions; the message names what is wrong and where.
Expected<void> validate(const DimensionWeights& weights, std::size_t dimensions);

} // namespace rotascope
