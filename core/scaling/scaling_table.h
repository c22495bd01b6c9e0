// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rotascope {

/// What an extension does to each dimension: the extended frequency is inv_freq[i] / factors[i].
struct ScalingTable {
    std::vector<double> factors; ///< shape [D], > 0; 1 = extrapolation, s = L′/L = interpolation, infinite = frozen
    double attentionFactor = 1.0; ///< multiplies cos and sin

    friend bool operator==(const ScalingTable&, const ScalingTable&) = default;
};

/// What is done with one dimension.
enum class Choice : std::uint8_t {
    Extrapolation, ///< factor 1
    Interpolation, ///< factor s
    Custom ///< any other factor
};

/// "extrapolation", "interpolation", "custom".
std::string_view nameOf(Choice choice);

/// Which of the three a factor is at this scale (s = L′/L). At s = 1 both are the same: extrapolation.
Choice choiceOf(double factor, double scale);

/// The extended frequencies inv_freq[i] / factors[i], shape [D], rad per position.
std::vector<double> extendedInvFreq(std::span<const double> invFreq, const ScalingTable& table);

/// How many *components* (two a dimension; the paper's n-hat) have the factor s.
int interpolatedComponents(const ScalingTable& table, double scale);

} // namespace rotascope
