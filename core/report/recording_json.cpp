// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/recording_json.h"

#include "core/report/json_text.h"

namespace rotascope {
namespace {

Json ropeObject(const RecordedRope& recorded)
{
    const RopeConfig& rope = recorded.rope;
    return {{"name", recorded.name}, {"dimensions", rope.dimensions()}, {"angles", recorded.hasAngles},
        {"angle_counts", recorded.hasAngleCounts}, {"usage", recorded.hasUsage}, {"rope_theta", orNull(rope.ropeTheta)},
        {"head_dim", rope.headDim}, {"rotary_dim", rope.rotaryDim},
        {"original_max_position_embeddings", orNull(rope.originalMaxPositionEmbeddings)},
        {"max_position_embeddings", orNull(rope.maxPositionEmbeddings)}, {"rope_type", rope.ropeType},
        {"attention_factor", rope.attentionFactor}, {"layers", recorded.layers}, {"inv_freq", rope.invFreq}};
}

} // namespace

void printJson(std::ostream& out, const std::string& file, const RecordingInfo& info)
{
    printWithList(out,
        {{"file", file}, {"producer", info.producer}, {"model_id", info.modelId}, {"created", info.created}, {"tokens", info.tokens},
            {"position_axes", info.axes}, {"values", info.hasRows}, {"position_counts", info.hasPositionCounts},
            {"distance_counts", info.hasDistanceCounts},
            {"sequences", info.sequenceOffsets.empty() ? Json() : Json(info.sequenceOffsets.size() - 1)}},
        "ropes", info.ropes, ropeObject);
}

} // namespace rotascope
