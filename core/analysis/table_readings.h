// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/analysis/second_readings.h"
#include "core/error.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace rotascope {

/// One of the tables that an analysis compares, and all that it can be judged by.
struct TableReading {
    std::string method; ///< its name; empty: the current table, or a pinned one
    std::optional<std::size_t> pin; ///< index in AnalysisSettings::pins
    ScalingTable table;
    double meanDisturbance = 0.0;
    SecondReadings readings;
};

/// The current table first, then the pinned ones, then those of the methods that have one.
struct TableReadings {
    std::shared_ptr<const Analysis> analysis; ///< that they are of
    std::vector<TableReading> tables;
};

/// All tables of an analysis, on all cores. What `previous` (may be null) knows of a table with the same factors is taken over, so that
/// another choice for a dimension costs one table. ErrorKind::Stopped where it is asked to stop.
Expected<std::shared_ptr<const TableReadings>> readTables(const std::shared_ptr<const Analysis>& analysis,
    const std::shared_ptr<const TableReadings>& previous = nullptr, const std::stop_token& stop = {});

} // namespace rotascope
