// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/dimension_weights.h"
#include "core/analysis/source.h"
#include "core/error.h"
#include "core/sentence.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// Weights as a recording's model uses the dimensions, in all layers that have this RoPE or in some of them: "0,2-5", in any order; empty:
/// all. Named "usage" or "usage:0,2-5". Fails where the source has no usage, or not that of such a layer; the message says what there is.
Expected<DimensionWeights> usageWeightsOf(const Source& source, std::string_view layers);

/// Whether weights of this name are such: "usage", "usage:0,2-5".
bool areOfUsage(std::string_view name);
/// The layers that such a name states; empty: all, or weights of another kind.
std::string_view layersOfUsage(std::string_view name);

/// For titles and captions: "recorded usage", "recorded usage of layers 0-3,8", "given by the user"; empty: equal.
Sentence labelOf(const DimensionWeights& weights);

/// Layers as people write them: "0-3,8".
std::string layersText(const std::vector<std::int32_t>& layers);

} // namespace rotascope
