// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"

#include <cstddef>

namespace rotascope {

/// Some factors or lengths of every dimension that were computed for an analysis, and how long that took on this machine, milliseconds.
struct MeasuredTime {
    const Analysis& analysis;
    std::size_t perDimension;
    double milliseconds;
};

/// How long `perDimension` of them will take for `wanted`, milliseconds. What differs between both (the length, the intervals, the counting
/// measure, the dimensions) costs as much more or less as this machine takes for counting it.
double expectedMilliseconds(const MeasuredTime& measured, const Analysis& wanted, std::size_t perDimension);

} // namespace rotascope
