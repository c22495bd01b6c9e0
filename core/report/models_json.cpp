// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/models_json.h"

#include "core/report/json_text.h"

namespace rotascope {

std::string toJson(std::span<const Preset> presets)
{
    Json list = Json::array();
    for (const Preset& preset : presets) {
        const RopeConfig& rope = preset.rope;
        list.push_back({{"id", rope.modelId}, {"encoding", machineNameOfEncoding(preset.encoding.kind)},
            {"rope_theta", orNull(rope.ropeTheta)}, {"head_dim", rope.headDim}, {"rotary_dim", rope.rotaryDim},
            {"original_max_position_embeddings", orNull(rope.originalMaxPositionEmbeddings)},
            {"max_position_embeddings", orNull(rope.maxPositionEmbeddings)}, {"rope_type", rope.ropeType}, {"source", preset.source},
            {"confidence", preset.confidence}});
    }
    return jsonText(list);
}

} // namespace rotascope
