// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/settings.h"
#include "core/analysis/source.h"
#include "core/angle/recorded_angles.h"
#include "core/engine/engine.h"
#include "core/error.h"

#include <stop_token>

namespace rotascope {

/// The distribution of a source's angles before the extension, shape [D, b]: from what the settings say (`before`, `counting`,
/// `intervals`, and L of the positions 0 ... L-1). The settings are valid for the source.
Expected<AngleHistograms> countBefore(Engine& engine, const Source& source, const AnalysisSettings& settings, EngineRun& run);

/// Where countBefore() would read a large recording: counts it now, so that countBefore() takes no time, and tells `watch` of it. Done on
/// the CPU, which counts such a file faster than it gets to a GPU. Else nothing. Fails as countBefore() does, and for settings that are
/// not valid.
Expected<void> countAhead(const Source& source, const AnalysisSettings& settings, const std::stop_token& stop, const CountingWatch& watch);

} // namespace rotascope
