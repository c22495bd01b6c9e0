// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <vector>

// A *frozen* dimension never turns: its frequency is 0, its factor infinite. Files of engines have numbers only, and a large one in its
// place (llama.cpp's converter writes 1e30).
namespace rotascope {

inline constexpr double frozenFactor = std::numeric_limits<double>::infinity();
inline constexpr double writtenFrozenFactor = 1e30; ///< in the files of engines; times any frequency's inverse it is a float32 still
inline constexpr double leastWrittenFrozenFactor = 1e20; ///< what is read as frozen from there on

/// Factors from the file of an engine, with those that mean frozen made infinite.
inline std::vector<double> withFrozen(std::vector<double> factors)
{
    for (double& factor : factors) {
        if (factor >= leastWrittenFrozenFactor) {
            factor = frozenFactor;
        }
    }
    return factors;
}

/// The other way round.
inline std::vector<double> withoutFrozen(std::vector<double> factors)
{
    for (double& factor : factors) {
        if (factor == frozenFactor) {
            factor = writtenFrozenFactor;
        }
    }
    return factors;
}

} // namespace rotascope
