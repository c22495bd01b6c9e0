// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/settings.h"
#include "core/analysis/source.h"
#include "core/engine/engine.h"

namespace rotascope {

/// The distribution of a source's angles before the extension, shape [D, b]: from what the settings say (`before`, `counting`,
/// `intervals`, and L of the positions 0 ... L-1). The settings are valid for the source.
Expected<AngleHistograms> countBefore(Engine& engine, const Source& source, const AnalysisSettings& settings, EngineRun& run);

} // namespace rotascope
