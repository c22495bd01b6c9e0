// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_landscape.h"

#include "ui/workspace/expected_time.h"

#include <QCoreApplication>

namespace rotascope {
namespace {

Expected<std::shared_ptr<const Landscape>> compute(Engine& engine, const Analysis& analysis, Detail detail,
    const std::shared_ptr<const Landscape>& /*lastFull*/, const std::stop_token& stop)
{
    const std::size_t factors = detail == Detail::Coarse ? LiveLandscape::coarseFactors : LiveLandscape::fullFactors;
    return computeLandscape(engine, analysis, factors, stop);
}

double expected(const LiveLandscape::Known& newest, const LiveLandscape::Known& /*lastFull*/, const Analysis& wanted)
{
    return expectedMilliseconds(
        {*newest.analysis, newest.result->factors.size(), newest.result->milliseconds}, wanted, LiveLandscape::fullFactors);
}

LiveLandscape::Kind landscapeKind()
{
    return {.compute = compute,
        .holdsFor = haveSameLandscape,
        .expected = expected,
        .failure = QCoreApplication::translate("LiveLandscape", "The landscape could not be computed: %1")};
}

} // namespace

LiveLandscape::LiveLandscape(Workspace* workspace, std::function<bool()> isSeen, QObject* parent)
    : CoarseThenFull(landscapeKind(), workspace, std::move(isSeen), parent)
{
}

} // namespace rotascope
