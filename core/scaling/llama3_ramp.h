// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rope/rope_config.h"
#include "core/sentence.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// What a list of factors says if it was made by llama3: a GGUF model holds the list alone. The length of pre-training is not in it: only
/// the wavelengths L / low_freq_factor and L / high_freq_factor are.
struct Llama3Ramp {
    double factor = 1.0; ///< of long wavelengths
    double keptUpTo = 0.0; ///< wavelength, positions: L / high_freq_factor
    double dividedFrom = 0.0; ///< wavelength, positions: L / low_freq_factor
    std::vector<std::size_t> outside = {}; ///< dimensions whose factor is another
};

/// The ramp that these factors lie on, but for some of them; none where fewer than two lie between 1 and the largest, or more than a tenth
/// outside. `rope`: unscaled.
std::optional<Llama3Ramp> llama3RampOf(const RopeConfig& rope, std::span<const double> factors);

/// E.g. "a llama3 ramp: wavelengths up to 2048 kept, from 8192 on divided by 8 (so L = 8192 with low 1 and high 4)".
Sentence textOf(const Llama3Ramp& ramp);

} // namespace rotascope
