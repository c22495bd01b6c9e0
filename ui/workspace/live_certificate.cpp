// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_certificate.h"

#include "ui/workspace/expected_time.h"

#include <QCoreApplication>

namespace rotascope {
namespace {

Expected<std::shared_ptr<const Certificate>> compute(Engine& engine, const Analysis& analysis, Detail detail,
    const std::shared_ptr<const Certificate>& /*lastFull*/, const std::stop_token& stop)
{
    return certify(engine, analysis, detail == Detail::Coarse ? LiveCertificate::coarseFactors : landscapeFactorCount, stop);
}

// No longer than that, after a coarse one: its other analyses do not grow with the factors.
double expected(const LiveCertificate::Known& newest, const LiveCertificate::Known& /*lastFull*/, const Analysis& wanted)
{
    return expectedMilliseconds({*newest.analysis, newest.result->grid.size(), newest.result->milliseconds}, wanted, landscapeFactorCount);
}

LiveCertificate::Kind certificateKind()
{
    return {.compute = compute,
        .holdsFor = haveSameCertificate,
        .expected = expected,
        .failure = QCoreApplication::translate("LiveCertificate", "The certificate could not be computed: %1")};
}

} // namespace

LiveCertificate::LiveCertificate(Workspace* workspace, std::function<bool()> isSeen, QObject* parent)
    : CoarseThenFull(certificateKind(), workspace, std::move(isSeen), parent)
{
}

} // namespace rotascope
