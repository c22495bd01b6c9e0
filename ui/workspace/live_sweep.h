// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/length_sweep.h"
#include "ui/workspace/coarse_then_full.h"

namespace rotascope {

/// The length sweep of the workspace's analysis. A change of the table computes one curve, that of the current table; the others are
/// taken over.
class LiveSweep final : public CoarseThenFull<LengthSweep> {
public:
    static constexpr std::size_t coarseLengths = 12;

    LiveSweep(Workspace* workspace, std::function<bool()> isSeen, QObject* parent = nullptr);

    [[nodiscard]] const std::shared_ptr<const LengthSweep>& sweep() const { return result(); }
};

} // namespace rotascope
