// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/landscape.h"
#include "ui/workspace/coarse_then_full.h"

namespace rotascope {

/// The landscape of the workspace's analysis. A change of the table alone computes nothing: the landscape is the same.
class LiveLandscape final : public CoarseThenFull<Landscape> {
public:
    static constexpr std::size_t coarseFactors = 64;
    static constexpr std::size_t fullFactors = landscapeFactorCount;

    LiveLandscape(Workspace* workspace, std::function<bool()> isSeen, QObject* parent = nullptr);

    [[nodiscard]] const std::shared_ptr<const Landscape>& landscape() const { return result(); }
};

} // namespace rotascope
