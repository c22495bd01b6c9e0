// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recording/stored_counts.h"

#include "core/angle/fine_histograms.h"
#include "core/files/text.h"

#include <cmath>
#include <functional>
#include <numeric>
#include <span>
#include <string>

namespace rotascope {
namespace {

// More than 2^62 pairs no recording has.
constexpr std::uint64_t mostPairs = std::uint64_t{1} << 62;

// One value of a dataset, by row and column.
using TakeCount = std::function<void(std::size_t row, std::size_t column, std::uint64_t count)>;

// Hands every count to `take`. No row has more than `most` in all; its sums are the result, shape [rows].
Expected<std::vector<std::uint64_t>> scanCounts(
    const hdf5::StoredDataset& dataset, std::uint64_t most, const std::stop_token& stop, const TakeCount& take)
{
    std::vector<std::uint64_t> sums(static_cast<std::size_t>(dataset.rows()), 0);
    const auto takePart = [&](unsigned /*thread*/, const hdf5::Block& part, std::span<const std::byte> bytes) -> Expected<void> {
        const auto values = hdf5::numbers<std::int64_t>(bytes);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::size_t row = static_cast<std::size_t>(part.firstRow) + i / part.columns;
            const std::size_t column = part.firstColumn + i % part.columns;
            // A negative count is more than any allowed one, as a number without a sign.
            const auto count = static_cast<std::uint64_t>(values[i]);
            if (count > most - sums[row]) {
                return inputError(dataset.where() + ": "
                    + Sentence::of(
                        "row {1}, column {2} is {3}; expected counts from 0 on, {4} at most in all", row, column, values[i], most));
            }
            sums[row] += count;
            take(row, column, count);
        }
        return {};
    };
    return hdf5::scanDataset(dataset, {.threads = 1, .stop = stop, .progress = {}}, takePart).map([&] { return std::move(sums); });
}

// Each row of counts of tokens adds up to their number.
Expected<void> checkSums(const StoredCounts& counts, const std::vector<std::uint64_t>& sums)
{
    for (std::size_t row = 0; row < sums.size(); ++row) {
        if (sums[row] != static_cast<std::uint64_t>(counts.tokens)) {
            return inputError(counts.dataset.where() + ": "
                + Sentence::of("row {1} adds up to {2}; expected {3}, as its attribute \"tokens\" says", row, sums[row], counts.tokens));
        }
    }
    return {};
}

} // namespace

Expected<AngleHistograms> readAngleCounts(const StoredCounts& counts, std::uint32_t intervals, const std::stop_token& stop)
{
    AngleHistograms result(static_cast<std::size_t>(counts.dataset.rows()), intervals);
    const std::size_t width = fineIntervals / intervals;
    const auto take = [&](std::size_t row, std::size_t column, std::uint64_t count) { result.counts(row)[column / width] += count; };
    return scanCounts(counts.dataset, static_cast<std::uint64_t>(counts.tokens), stop, take)
        .and_then([&](const std::vector<std::uint64_t>& sums) { return checkSums(counts, sums); })
        .map([&] {
            for (std::size_t dimension = 0; dimension < result.dimensions(); ++dimension) {
                result.setTotal(dimension, static_cast<std::uint64_t>(counts.tokens));
            }
            return std::move(result);
        });
}

Expected<std::vector<PositionSet>> readPositionCounts(const StoredCounts& counts, const std::stop_token& stop)
{
    std::vector<std::vector<std::uint64_t>> multiplicity(
        static_cast<std::size_t>(counts.dataset.rows()), std::vector<std::uint64_t>(counts.dataset.columns()));
    const auto take = [&](std::size_t axis, std::size_t position, std::uint64_t count) { multiplicity[axis][position] = count; };
    return scanCounts(counts.dataset, static_cast<std::uint64_t>(counts.tokens), stop, take)
        .and_then([&](const std::vector<std::uint64_t>& sums) { return checkSums(counts, sums); })
        .map([&] {
            std::vector<PositionSet> sets;
            sets.reserve(multiplicity.size());
            for (std::vector<std::uint64_t>& axis : multiplicity) {
                sets.push_back(PositionSet::counted(std::exchange(axis, {})));
            }
            return sets;
        });
}

Expected<std::vector<std::uint64_t>> readDistanceCounts(const StoredCounts& counts, const std::stop_token& stop)
{
    std::vector<std::uint64_t> pairs(static_cast<std::size_t>(counts.dataset.rows()));
    std::uint64_t inAll = 0;
    const auto take = [&](std::size_t distance, std::size_t /*column*/, std::uint64_t count) {
        pairs[distance] = count;
        inAll = std::min(inAll + count, mostPairs + 1);
    };
    return scanCounts(counts.dataset, mostPairs, stop, take).and_then([&](const auto&) -> Expected<std::vector<std::uint64_t>> {
        if (inAll > mostPairs || pairs.front() < static_cast<std::uint64_t>(counts.tokens)) {
            return inputError(counts.dataset.where() + ": "
                + Sentence::of(
                    "has {1} pairs of distance 0; expected at least {2}, as its attribute \"tokens\" says, and {3} at most in all",
                    pairs.front(), counts.tokens, mostPairs));
        }
        return std::move(pairs);
    });
}

Expected<std::vector<double>> readUsage(const StoredCounts& usage, const std::stop_token& stop)
{
    const hdf5::StoredDataset& dataset = usage.dataset;
    std::vector<double> sums;
    const auto take = [&](unsigned /*thread*/, const hdf5::Block& /*part*/, std::span<const std::byte> bytes) -> Expected<void> {
        for (const double value : hdf5::numbers<double>(bytes)) {
            if (!(std::isfinite(value) && value >= 0)) {
                return inputError(dataset.where() + ": "
                    + Sentence::of("value {1} is {2}; expected finite numbers from 0 on", sums.size(), exactText(value)));
            }
            sums.push_back(value);
        }
        return {};
    };
    return hdf5::scanDataset(dataset, {.threads = 1, .stop = stop, .progress = {}}, take).map([&] { return std::move(sums); });
}

} // namespace rotascope
