// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/disturbances.h"

#include "core/analysis/near_far.h"

namespace rotascope {

Expected<std::vector<double>> disturbancesOf(Engine& engine, const Source& source, const AnalysisSettings& settings,
    const AngleHistograms& before, std::span<const Rotation> rotations, EngineRun& run)
{
    return settings.farWeight ? nearFarSums(source, settings.pretrainingLength, *settings.farWeight, rotations, run.stop)
                              : engine.rotationDisturbances(measureOf(settings), before, rotations, run);
}

} // namespace rotascope
