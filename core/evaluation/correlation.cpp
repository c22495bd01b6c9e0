// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/correlation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rotascope {

std::vector<double> ranksOf(std::span<const double> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0, end = 0; first < order.size(); first = end) {
        while (end < order.size() && values[order[end]] == values[order[first]]) {
            ++end;
        }
        for (std::size_t i = first; i < end; ++i) {
            ranks[order[i]] = static_cast<double>(first + 1 + end) / 2.0;
        }
    }
    return ranks;
}

std::optional<RankCorrelation> rankCorrelation(std::span<const double> x, std::span<const double> y)
{
    std::vector<double> xs;
    std::vector<double> ys;
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
        if (std::isfinite(x[i]) && std::isfinite(y[i])) {
            xs.push_back(x[i]);
            ys.push_back(y[i]);
        }
    }
    constexpr std::size_t least = 4;
    if (xs.size() < least) {
        return std::nullopt;
    }
    const std::vector<double> xRanks = ranksOf(xs);
    const std::vector<double> yRanks = ranksOf(ys);
    const auto count = static_cast<double>(xs.size());
    const double middle = (count + 1.0) / 2.0;
    double xx = 0.0;
    double yy = 0.0;
    double xy = 0.0;
    for (std::size_t i = 0; i < xs.size(); ++i) {
        xx += (xRanks[i] - middle) * (xRanks[i] - middle);
        yy += (yRanks[i] - middle) * (yRanks[i] - middle);
        xy += (xRanks[i] - middle) * (yRanks[i] - middle);
    }
    if (xx == 0.0 || yy == 0.0) {
        return std::nullopt;
    }
    constexpr double quantile = 1.959963984540054; // of the normal distribution at 97.5 %
    const double value = std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);
    const double spread = quantile * std::sqrt((1.0 + value * value / 2.0) / (count - 3.0));
    const double z = std::atanh(value); // infinite at ±1, where the interval is that one value
    return RankCorrelation{xs.size(), value, std::tanh(z - spread), std::tanh(z + spread)};
}

} // namespace rotascope
