// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/analysis_head.h"

#include "core/analysis/starting_point.h"
#include "core/analysis/summary.h"

namespace rotascope {

Json sourceObject(const Source& source, const AnalysisSettings& settings)
{
    Json json = Json::object();
    json["kind"] = source.kind == SourceKind::Preset ? "model" : source.kind == SourceKind::ConfigFile ? "config" : "recording";
    json["origin"] = source.origin;
    json["model_id"] = source.rope.modelId;
    json["before"] = machineNameOf(settings.before);
    if (const RecordedPart* part = settings.countedPart()) {
        json["positions"] = part->choice.hasPositions() ? Json(positionsText(part->choice)) : Json();
        json["sequences"] = part->choice.sequences.empty() ? Json() : Json(sequencesText(part->choice));
        json["tokens"] = part->tokens;
    }
    if (!source.ropeName.empty()) {
        json["rope"] = source.ropeName;
    }
    if (source.rope.window) {
        json["window"] = *source.rope.window;
    }
    json["encoding"] = machineNameOfEncoding(source.encoding.kind);
    json["rope_theta"] = orNull(source.rope.ropeTheta);
    json["head_dim"] = source.rope.headDim;
    json["rotary_dim"] = source.rope.rotaryDim;
    json["rope_type"] = source.modelRope().ropeType;
    json["start"] = machineNameOfStart(source.start());
    return json;
}

Json headOf(std::string_view schema, const Analysis& analysis, const EngineInfo& engine, const std::vector<Sentence>& notices)
{
    Json json = Json::object();
    json["schema"] = schema;
    json["source"] = sourceObject(*analysis.source, analysis.settings);
    json["pretraining_length"] = analysis.settings.pretrainingLength;
    json["target_length"] = analysis.settings.targetLength;
    json["measure"] = analysis.settings.measure();
    json["far_weight"] = orNull(analysis.settings.farWeight);
    json["window"] = analysis.settings.counting.window > 0 ? Json(analysis.settings.counting.window) : Json();
    const MethodParameters& parameters = analysis.settings.parameters;
    json["band"] = parameters.band ? Json(textOf(*parameters.band)) : Json();
    json["clipped"] = orNull(parameters.clipped);
    json["weights"] = analysis.settings.weights.name;
    json["bins"] = analysis.settings.intervals;
    json["samples_per_interval"] = samplesPerInterval(*analysis.source, analysis.settings);
    json["notes"] = notesOf(*analysis.source, analysis.settings);
    json["divergence"] = analysis.settings.farWeight ? Json() : Json(infoOf(analysis.settings.divergence).name);
    json["epsilon"] = analysis.settings.epsilon;
    json["engine"] = {{"name", engine.name}, {"device", engine.device}, {"notices", notices}};
    return json;
}

Json headOf(const Analysis& analysis, Dimension dimension)
{
    Json json = Json::object();
    json["index"] = dimension.row();
    json["wavelength"] = analysis.source->wavelength(dimension); // infinite: dumped as null
    json["turns_in_pretraining"] = analysis.source->encoding.rotates() ? Json(analysis.turnsInPretraining(dimension)) : Json();
    if (analysis.source->encoding.kind == EncodingKind::Alibi) {
        json["slope"] = analysis.source->rope.invFreq[dimension];
    }
    json["weight"] = analysis.settings.weights.of(dimension);
    if (const std::vector<int>& axis = analysis.source->rope.axis; !axis.empty()) {
        json["axis"] = axis[dimension];
    }
    return json;
}

} // namespace rotascope
