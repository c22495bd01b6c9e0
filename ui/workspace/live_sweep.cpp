// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_sweep.h"

#include "core/analysis/landscape.h"

#include <QCoreApplication>

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

// What differs in nothing but the table needs one curve more.
bool isQuick(const LengthSweep& /*last*/, const Analysis& analysis, const Analysis& wanted)
{
    return haveSameLandscape(analysis, wanted);
}

LiveSweep::Kind sweepKind()
{
    return {.compute = compute,
        .holdsFor = holdsFor,
        .isQuick = isQuick,
        .failure = QCoreApplication::translate("LiveSweep", "The length sweep could not be computed: %1")};
}

} // namespace

LiveSweep::LiveSweep(Workspace* workspace, std::function<bool()> isSeen, QObject* parent)
    : CoarseThenFull(sweepKind(), workspace, std::move(isSeen), parent)
{
}

} // namespace rotascope
