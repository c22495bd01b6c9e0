// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_certificate.h"

#include <QCoreApplication>

namespace rotascope {
namespace {

Expected<std::shared_ptr<const Certificate>> compute(Engine& engine, const Analysis& analysis, Detail detail,
    const std::shared_ptr<const Certificate>& /*lastFull*/, const std::stop_token& stop)
{
    return certify(engine, analysis, detail == Detail::Coarse ? LiveCertificate::coarseFactors : landscapeFactorCount, stop);
}

bool isQuick(const Certificate& last, const Analysis& /*analysis*/, const Analysis& /*wanted*/)
{
    constexpr double fastMilliseconds = 40.0;
    return last.milliseconds <= fastMilliseconds;
}

LiveCertificate::Kind certificateKind()
{
    return {.compute = compute,
        .holdsFor = haveSameCertificate,
        .isQuick = isQuick,
        .failure = QCoreApplication::translate("LiveCertificate", "The certificate could not be computed: %1")};
}

} // namespace

LiveCertificate::LiveCertificate(Workspace* workspace, std::function<bool()> isSeen, QObject* parent)
    : CoarseThenFull(certificateKind(), workspace, std::move(isSeen), parent)
{
}

} // namespace rotascope
