// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoding/steps.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rotascope {
namespace {

// How often positions below `end` occur; modulo 2^64, as CountedRange::total().
std::uint64_t countBelow(const PositionSet& positions, std::uint64_t end)
{
    if (positions.isCounted()) {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < positions.runs(); ++i) {
            const CountedRun run = positions.run(i);
            const auto first = static_cast<std::uint64_t>(run.first);
            const auto seen = run.multiplicity.first(std::min<std::size_t>(run.multiplicity.size(), end > first ? end - first : 0));
            sum = std::accumulate(seen.begin(), seen.end(), sum);
        }
        return sum;
    }
    return CountedRange{end, positions.range().first}.total();
}

// The first position at or beyond an edge, at most `end`. The edge is a product of rounded numbers: where it is meant to be a whole number
// it may lie just above.
std::uint64_t firstAtOrBeyond(double edge, std::uint64_t end)
{
    const double first = std::ceil(edge * (1.0 - 0x1p-50));
    return first < static_cast<double>(end) ? static_cast<std::uint64_t>(first) : end;
}

std::vector<double> bucketStarts(const Encoding& encoding, std::uint32_t intervals)
{
    const std::uint32_t half = encoding.buckets / 2;
    const double exact = half;
    const double ratio = static_cast<double>(encoding.maxDistance) / exact;
    std::vector<double> starts(intervals);
    for (std::uint32_t k = 0; k < intervals; ++k) {
        starts[k] = k < exact ? k : exact * std::pow(ratio, (k - exact) / (encoding.buckets - exact));
    }
    return starts;
}

} // namespace

std::vector<double> intervalStarts(const Encoding& encoding, std::int64_t pretrainingLength, std::uint32_t intervals)
{
    if (encoding.kind == EncodingKind::T5) {
        return bucketStarts(encoding, intervals);
    }
    std::vector<double> starts(intervals);
    for (std::uint32_t k = 0; k < intervals; ++k) {
        starts[k] = static_cast<double>(k) * static_cast<double>(pretrainingLength) / (intervals - 1);
    }
    return starts;
}

void countBySteps(std::span<const double> starts, double factor, const PositionSet& positions, std::span<std::uint64_t> counts)
{
    const auto end = static_cast<std::uint64_t>(positions.end());
    std::uint64_t below = 0;
    for (std::size_t k = 0; k < counts.size(); ++k) {
        const bool isLast = k + 1 == counts.size();
        const std::uint64_t next = isLast ? positions.total() : countBelow(positions, firstAtOrBeyond(starts[k + 1] * factor, end));
        counts[k] = next - below;
        below = next;
    }
}

double positionsAnInterval(std::int64_t pretrainingLength, std::uint32_t intervals)
{
    return static_cast<double>(pretrainingLength) / (intervals - 1);
}

} // namespace rotascope
