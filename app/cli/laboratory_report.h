// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/evaluation_json.h"

#include <cstdint>
#include <span>
#include <string>

namespace rotascope::cli {

/// For people: a line for each table and length.
std::string textReport(const EvaluationHead& head, std::span<const EvaluatedTable> tables);
/// A line for each task, length and number of steps.
std::string textReport(const ScoreSet& set, const MeasureChoice& measure, std::span<const ScoreCorrelation> found);

} // namespace rotascope::cli
