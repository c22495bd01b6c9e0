// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/channel_counts.h"
#include "core/analysis/settings.h"
#include "core/analysis/source.h"
#include "core/engine/engine.h"

#include <span>
#include <vector>

namespace rotascope {

/// What each trial costs by the settings' measure: its disturbance against `before`, or near + far instead (core/analysis/near_far.h),
/// which needs neither counts nor the engine. All that judges tables asks here, whatever the encoding. Shape [trials].
Expected<std::vector<double>> disturbancesOf(Engine& engine, const Source& source, const AnalysisSettings& settings,
    const AngleHistograms& before, std::span<const ChannelTrial> trials, EngineRun& run);

} // namespace rotascope
