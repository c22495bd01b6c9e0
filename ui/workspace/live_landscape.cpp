// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_landscape.h"

#include <QCoreApplication>

namespace rotascope {
namespace {

// Full landscapes that come within this time follow a slider by themselves (a GPU's do).
constexpr double fastMilliseconds = 40.0;

Expected<std::shared_ptr<const Landscape>> compute(Engine& engine, const Analysis& analysis, Detail detail,
    const std::shared_ptr<const Landscape>& /*lastFull*/, const std::stop_token& stop)
{
    const std::size_t factors = detail == Detail::Coarse ? LiveLandscape::coarseFactors : LiveLandscape::fullFactors;
    return computeLandscape(engine, analysis, factors, stop);
}

bool isQuick(const Landscape& last, const Analysis& /*analysis*/, const Analysis& /*wanted*/)
{
    return last.milliseconds <= fastMilliseconds;
}

LiveLandscape::Kind landscapeKind()
{
    return {.compute = compute,
        .holdsFor = haveSameLandscape,
        .isQuick = isQuick,
        .failure = QCoreApplication::translate("LiveLandscape", "The landscape could not be computed: %1")};
}

} // namespace

LiveLandscape::LiveLandscape(Workspace* workspace, std::function<bool()> isSeen, QObject* parent)
    : CoarseThenFull(landscapeKind(), workspace, std::move(isSeen), parent)
{
}

} // namespace rotascope
