// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace rotascope {

/// `count` factors, ascending, evenly spaced in their logarithm from 1 to 1.5 s (docs/method.md, section 4), with the inner value
/// nearest to s replaced by s itself, so that extrapolation (1) and interpolation (s) are always among them. scale >= 1, count >= 3.
std::vector<double> factorGrid(double scale, std::size_t count);

} // namespace rotascope
