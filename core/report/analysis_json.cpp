// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/analysis_json.h"

#include "core/analysis/starting_point.h"
#include "core/analysis/summary.h"
#include "core/report/json_text.h"
#include "core/scaling/transformers_scaling.h"

namespace rotascope {
namespace {

Json sourceObject(const Analysis& analysis)
{
    const Source& source = *analysis.source;
    Json json = Json::object();
    json["kind"] = source.kind == SourceKind::Preset ? "model" : source.kind == SourceKind::ConfigFile ? "config" : "recording";
    json["origin"] = source.origin;
    json["model_id"] = source.rope.modelId;
    json["before"] = machineNameOf(analysis.settings.before);
    if (!source.ropeName.empty()) {
        json["rope"] = source.ropeName;
    }
    if (source.rope.window) {
        json["window"] = *source.rope.window;
    }
    json["rope_theta"] = orNull(source.rope.ropeTheta);
    json["head_dim"] = source.rope.headDim;
    json["rotary_dim"] = source.rope.rotaryDim;
    json["rope_type"] = source.modelRope().ropeType;
    json["start"] = machineNameOfStart(source.start());
    return json;
}

Json methodObject(const Analysis& analysis, const MethodAnalysis& method)
{
    Json json = Json::object();
    if (!method.result) {
        json["unavailable"] = method.unavailable;
        return json;
    }
    const TableAnalysis& result = *method.result;
    const TableSummary summary = summaryOf(analysis, result);
    json["mean_disturbance"] = summary.meanDisturbance;
    json["interpolated_components"] = orNull(summary.interpolatedComponents);
    json["factors"] = result.table.factors;
    json["inv_freq"] = extendedInvFreq(analysis.source->rope.invFreq, result.table);
    json["inv_freq_float32"] = float32InvFreq(analysis.source->modelRope(), analysis.source->onModel(result.table));
    json["attention_factor"] = result.table.attentionFactor;
    json["disturbance"] = result.disturbance;
    json["out_of_distribution_share"] = result.outOfDistributionShare;
    return json;
}

Json dimensionObject(const Analysis& analysis, Dimension dimension)
{
    Json json = Json::object();
    json["index"] = dimension.row();
    json["wavelength"] = analysis.source->rope.wavelength(dimension); // infinite: dumped as null
    json["turns_in_pretraining"] = analysis.turnsInPretraining(dimension);
    if (const std::vector<int>& axis = analysis.source->rope.axis; !axis.empty()) {
        json["axis"] = axis[dimension];
    }
    json["extrapolation"] = analysis.extrapolation->disturbance[dimension];
    json["interpolation"] = analysis.interpolation->disturbance[dimension];
    json["choice"] = nameOf(analysis.selected[dimension]);
    return json;
}

Json analysisObject(const Analysis& analysis)
{
    Json json = Json::object();
    json["schema"] = "rotascope-analysis/1";
    json["source"] = sourceObject(analysis);
    json["pretraining_length"] = analysis.settings.pretrainingLength;
    json["target_length"] = analysis.settings.targetLength;
    json["bins"] = analysis.settings.intervals;
    json["samples_per_interval"] = samplesPerInterval(*analysis.source, analysis.settings);
    json["notes"] = notesOf(*analysis.source, analysis.settings);
    json["divergence"] = infoOf(analysis.settings.divergence).name;
    json["epsilon"] = analysis.settings.epsilon;
    json["engine"] = {{"name", analysis.engine.name}, {"device", analysis.engine.device}, {"notices", analysis.notices}};
    json["methods"] = Json::object();
    for (const MethodAnalysis& method : analysis.methods) {
        json["methods"][std::string(method.method->name)] = methodObject(analysis, method);
    }
    json["dimensions"] = Json::array();
    for (std::size_t i = 0; i < analysis.dimensions(); ++i) {
        json["dimensions"].push_back(dimensionObject(analysis, Dimension(i)));
    }
    return json;
}

} // namespace

std::string toJson(const Analysis& analysis)
{
    return jsonText(analysisObject(analysis));
}

std::string toJson(std::span<const std::shared_ptr<const Analysis>> analyses)
{
    Json ropes = Json::array();
    for (const std::shared_ptr<const Analysis>& analysis : analyses) {
        ropes.push_back(analysisObject(*analysis));
    }
    return jsonText({{"schema", "rotascope-analyses/1"}, {"ropes", ropes}});
}

} // namespace rotascope
