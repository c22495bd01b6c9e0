// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/source.h"

#include <memory>

/// LLaMA-2's RoPE (d = 128, base 10000, L = 4096): the source of the paper's figures.
inline std::shared_ptr<const rotascope::Source> llama2Source()
{
    rotascope::Source source;
    source.origin = "meta-llama/Llama-2-7b-hf";
    source.rope = {.modelId = "meta-llama/Llama-2-7b-hf",
        .ropeTheta = 10000.0,
        .headDim = 128,
        .rotaryDim = 128,
        .originalMaxPositionEmbeddings = 4096,
        .maxPositionEmbeddings = 4096,
        .invFreq = rotascope::standardInvFreq(10000.0, 128)};
    return std::make_shared<const rotascope::Source>(std::move(source));
}
