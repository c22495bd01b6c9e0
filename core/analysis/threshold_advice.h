// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/settings.h"
#include "core/analysis/source.h"
#include "core/sentence.h"

namespace rotascope {

/// n̂ to begin with where the paper states none: four components for each dimension that completes no turn within L (θ_i L < 2π), at most
/// all. For LLaMA-2 that is 72; the paper has 80 at 2 L and 64 at 4 L. 0: every dimension completes one.
int componentsToBeginWith(const RopeConfig& rope, std::int64_t pretrainingLength);

/// Where the distributional method decides by the paper's t = 0 alone: a sentence that says with how many components one may do better;
/// else empty. t = 0 gives the least disturbance; but three small models that were not trained again found 0, 61 and 50 % under it, and 95,
/// 89 and 98 % with n̂ = 12 of 32 (resources/manual/en/choosing.md). Nothing is known of the measure near and far.
Sentence thresholdAdvice(const Source& source, const AnalysisSettings& settings);

} // namespace rotascope
