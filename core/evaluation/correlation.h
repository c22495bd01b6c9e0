// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace rotascope {

/// Spearman's rank correlation with its 95 % confidence interval.
struct RankCorrelation {
    std::size_t count = 0; ///< pairs
    double value = 0.0; ///< -1 ... 1
    double low = 0.0;
    double high = 0.0;
};

/// The ranks of values, 1 for the least; equal values share the mean of their ranks.
std::vector<double> ranksOf(std::span<const double> values);

/// Spearman's correlation of the pairs (x[i], y[i]): Pearson's of their ranks. Interval: Fisher's z with the variance of Bonett and Wright
/// (2000), (1 + r²/2) / (n - 3). Pairs with a value that is not finite are left out. Absent where fewer than four pairs are left, or all
/// values of one side are equal.
std::optional<RankCorrelation> rankCorrelation(std::span<const double> x, std::span<const double> y);

} // namespace rotascope
