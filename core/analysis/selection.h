// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/dimension_weights.h"
#include "core/error.h"
#include "core/scaling/scaling_table.h"

#include <span>
#include <variant>
#include <vector>

namespace rotascope {

/// Paper eq. 9: interpolate a dimension if D(extrapolation) > D(interpolation) + t, else extrapolate it. With t = 0 the mean
/// disturbance is the least that any of the 2^D tables reaches, because it is a mean of independent terms.
///
/// With `nearWeight` c each dimension has a threshold of its own, t + c near(s): what interpolating it costs its neighbours (near_far.h).
/// t = 0 decides fast dimensions by noise; c = 0.01 is a good start. For LLaMA-2 at 8k: D 6.80e-3, not 6.71e-3, near 0.035, not 0.116.
struct Threshold {
    double t = 0.0;
    double nearWeight = 0.0; ///< c, >= 0

    friend bool operator==(const Threshold&, const Threshold&) = default;
};

/// Interpolate exactly this many *components* (the paper's n-hat; two a dimension), those with the largest
/// w (D(extrapolation) - D(interpolation)), w the dimension's weight; between equals the lower dimension first.
struct InterpolatedComponents {
    int count = 0; ///< even, 0 ... 2 D

    friend bool operator==(const InterpolatedComponents&, const InterpolatedComponents&) = default;
};

using SelectionRule = std::variant<Threshold, InterpolatedComponents>;

/// Checks a rule against the number of dimensions: t finite, c finite and not negative, count even and within 0 ... 2 dimensions.
Expected<void> validate(const SelectionRule& rule, std::size_t dimensions);

/// The choice for each dimension from its disturbance under extrapolation and under interpolation; all shapes [D].
/// The rule and the weights must be valid for D. `near`: near of each interpolated dimension, shape [D]; needed where a threshold weighs
/// it.
std::vector<Choice> select(const SelectionRule& rule, std::span<const double> extrapolation, std::span<const double> interpolation,
    const DimensionWeights& weights = {}, std::span<const double> near = {});

/// The thresholds that interpolate exactly the dimensions that `choices` does, if some do (with weights, none may): every t with
/// atLeast <= t < below. For n-hat = 80 at 8k, LLaMA-2, that is [4.9e-4, 6.4e-4).
struct ThresholdRange {
    double atLeast; ///< -infinity if every dimension is interpolated
    double below; ///< +infinity if none is
};
ThresholdRange impliedThreshold(
    std::span<const Choice> choices, std::span<const double> extrapolation, std::span<const double> interpolation);

/// Whether a dimension's two disturbances differ by at most a tenth of the larger: the choice hardly matters there.
bool nearlyTies(double extrapolation, double interpolation);

} // namespace rotascope
