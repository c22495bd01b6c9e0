// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace rotascope {

/// B(m) = Σ cos(m θ_i) over all dimensions at the distances m = 0 ... count - 1 (arXiv 2405.14591, eq. 5): how much closer a similar key
/// is to a query than any other, at this distance; it decays from D, the number of dimensions. `frequencies` θ_i in rad per position.
/// Right to 1e-11.
std::vector<double> decay(std::span<const double> frequencies, std::int64_t count);

/// B at these distances alone, each ≥ 0, in any order. Right to 1e-11; some microseconds each.
std::vector<double> decayAt(std::span<const double> frequencies, std::span<const std::int64_t> distances);

/// The *reach*: the first distance below `length` at which B is negative, from which on similar keys are no longer preferred. None where
/// B is never negative there.
std::optional<std::int64_t> reachOf(std::span<const double> frequencies, std::int64_t length);

} // namespace rotascope
