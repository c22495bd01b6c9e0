// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace rotascope {

/// How many components (two a dimension), from the first on, make a full turn within `length` positions: all before the first dimension
/// whose wavelength 2π/θ_i is `length` or more. For θ_i = base^(-2i/d) that is the *critical dimension* 2⌈(d/2) log_base(L/2π)⌉ of "Scaling
/// Laws of RoPE-based Extrapolation" (arXiv 2310.05209), where that is within 0 ... d. `frequencies` θ_i in rad per position.
std::size_t criticalDimension(std::span<const double> frequencies, std::int64_t length);

} // namespace rotascope
