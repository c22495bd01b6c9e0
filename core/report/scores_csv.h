// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/score_correlation.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// Which of a model's scores.
struct ScoreKind {
    std::string task;
    std::string metric;
    std::int64_t length = 0; ///< tokens

    friend bool operator==(const ScoreKind&, const ScoreKind&) = default;
};

/// "table,fine_tuning_steps,score" and a column for each of tableMeasures(): a line for each table and number of steps. Tables are named by
/// their ids; the lines above, "# name: value", say what was measured and what the tables are called. `byMeasure`: as correlateAll() gives
/// it for this set in so many intervals.
std::string scoresCsv(
    const ScoreSet& set, std::span<const std::vector<ScoreCorrelation>> byMeasure, std::uint32_t intervals, const ScoreKind& kind);

} // namespace rotascope
