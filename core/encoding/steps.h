// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/position_set.h"
#include "core/encoding/encoding.h"

#include <cstdint>
#include <span>
#include <vector>

// What does not rotate grows with position or distance, so that each interval is a run of them, and counts are differences of sums: exact,
// and as fast for 2^30 positions as for ten.
namespace rotascope {

/// Where each interval begins, in positions or distances at the factor 1, rising from 0; shape [intervals].
///
/// * Learned, ALiBi: what training reached, 0 ... L-1, in intervals-1 equal parts; the last interval is all beyond, which training never
/// saw.
///   The slope of a head has no part in it: a bias is compared with the range of the same head.
/// * T5: an interval is a bucket (`intervals` = buckets; Raffel et al., and `_relative_position_bucket` of Transformers, not
/// bidirectional):
///   the first half are 0, 1, 2, ...; of the others bucket k begins at h (maxDistance / h)^((k - h) / h), h = buckets / 2.
std::vector<double> intervalStarts(const Encoding& encoding, std::int64_t pretrainingLength, std::uint32_t intervals);

/// Counts the positions or distances m by the interval of m / factor: the last k with starts[k] <= m / factor. `factor` > 0; infinite
/// (frozen): all are in interval 0. An m within 2^-50 of an edge, relative, is at the edge. `counts` is overwritten; shape as `starts`.
void countBySteps(std::span<const double> starts, double factor, const PositionSet& positions, std::span<std::uint64_t> counts);

/// The positions of each interval but the last, which is all beyond L, of encodings whose intervals are alike: all but T5.
double positionsAnInterval(std::int64_t pretrainingLength, std::uint32_t intervals);

} // namespace rotascope
