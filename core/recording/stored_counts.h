// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/angle_histogram.h"
#include "core/angle/position_set.h"
#include "core/error.h"
#include "core/hdf5/stored_dataset.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace rotascope {

/// Counts of a recording that is not trusted, or its usage. Reading them checks every value and every sum; errors name the member.
struct StoredCounts {
    hdf5::StoredDataset dataset;
    std::int64_t tokens = 0; ///< that they are of
};

/// The histograms of `intervals`, which followsFromFine(), shape [D, intervals].
Expected<AngleHistograms> readAngleCounts(const StoredCounts& counts, std::uint32_t intervals, const std::stop_token& stop = {});

/// One set for each axis.
Expected<std::vector<PositionSet>> readPositionCounts(const StoredCounts& counts, const std::stop_token& stop = {});

/// Pairs of a query and a key, by their distance.
Expected<std::vector<std::uint64_t>> readDistanceCounts(const StoredCounts& counts, const std::stop_token& stop = {});

/// The sums over tokens, row-major [layers, heads, D].
Expected<std::vector<double>> readUsage(const StoredCounts& usage, const std::stop_token& stop = {});

} // namespace rotascope
