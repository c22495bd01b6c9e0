// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_sweep.h"

#include "core/analysis/landscape.h"
#include "ui/workspace/expected_time.h"

#include <QCoreApplication>
#include <limits>

namespace rotascope {
namespace {

Expected<std::shared_ptr<const LengthSweep>> compute(Engine& engine, const Analysis& analysis, Detail detail,
    const std::shared_ptr<const LengthSweep>& lastFull, const std::stop_token& stop)
{
    return sweepLengths(engine, analysis, lastFull, detail == Detail::Coarse ? LiveSweep::coarseLengths : sweepLengthCount, stop);
}

// A sweep depends on everything that an analysis is made from.
bool holdsFor(const Analysis& computed, const Analysis& other)
{
    return &computed == &other;
}

double expected(const LiveSweep::Known& newest, const LiveSweep::Known& lastFull, const Analysis& wanted)
{
    // What differs in nothing but the table needs one curve more, and a coarse sweep computes all of them.
    if (lastFull.result && haveSameLandscape(*lastFull.analysis, wanted)) {
        return 0.0;
    }
    const LengthSweep& sweep = *newest.result;
    return sweep.computedCurves == 0
        ? std::numeric_limits<double>::infinity() // all were known: nothing was measured
        : expectedMilliseconds({*newest.analysis, sweep.computedCurves * sweep.lengths.size(), sweep.milliseconds}, wanted,
            sweep.curves.size() * sweepLengthCount);
}

LiveSweep::Kind sweepKind()
{
    return {.compute = compute,
        .holdsFor = holdsFor,
        .expected = expected,
        .failure = QCoreApplication::translate("LiveSweep", "The length sweep could not be computed: %1")};
}

} // namespace

LiveSweep::LiveSweep(Workspace* workspace, std::function<bool()> isSeen, QObject* parent)
    : CoarseThenFull(sweepKind(), workspace, std::move(isSeen), parent)
{
}

} // namespace rotascope
