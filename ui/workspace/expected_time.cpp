// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/expected_time.h"

#include "core/engine/delegating_engine.h"

#include <span>

namespace rotascope {
namespace {

double workOf(const Analysis& analysis, std::size_t perDimension)
{
    const AnalysisSettings& settings = analysis.settings;
    const Rotation one = {turnOf(1.0), settings.targetLength, 0};
    return static_cast<double>(analysis.dimensions() * perDimension)
        * workOfRotations(settings.counting, std::span(&one, 1), settings.intervals);
}

} // namespace

double expectedMilliseconds(const MeasuredTime& measured, const Analysis& wanted, std::size_t perDimension)
{
    return measured.milliseconds * workOf(wanted, perDimension) / workOf(measured.analysis, measured.perDimension);
}

} // namespace rotascope
