// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/certificate.h"
#include "ui/workspace/coarse_then_full.h"

namespace rotascope {

/// The certificate of the workspace's analysis; a change of the table alone computes nothing. Coarse: with few factors; the sums over
/// tables of 1 and s are the same.
class LiveCertificate final : public CoarseThenFull<Certificate> {
public:
    static constexpr std::size_t coarseFactors = 64;

    LiveCertificate(Workspace* workspace, std::function<bool()> isSeen, QObject* parent = nullptr);

    [[nodiscard]] const std::shared_ptr<const Certificate>& certificate() const { return result(); }
};

} // namespace rotascope
