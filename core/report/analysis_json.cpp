// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/analysis_json.h"

#include "core/analysis/second_readings.h"
#include "core/analysis/summary.h"
#include "core/files/json_numbers.h"
#include "core/report/analysis_head.h"
#include "core/scaling/transformers_scaling.h"

namespace rotascope {
namespace {

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
    json["factors"] = jsonNumbers<Json>(result.table.factors);
    const std::vector<double> extended = extendedInvFreq(analysis.source->rope.invFreq, result.table);
    if (analysis.source->encoding.rotates()) {
        json["inv_freq"] = extended;
        json["inv_freq_float32"] = float32InvFreq(analysis.source->modelRope(), analysis.source->onModel(result.table));
    } else if (analysis.source->encoding.kind == EncodingKind::Alibi) {
        json["slopes"] = extended;
    }
    json["attention_factor"] = result.table.attentionFactor;
    json["disturbance"] = result.disturbance;
    json["out_of_distribution_share"] = result.outOfDistributionShare;
    const SecondReadings readings = secondReadings(analysis, result);
    json["mean_out_of_distribution_share"] = readings.unseenShare;
    json["greatest_disturbance"] = {{"dimension", static_cast<std::size_t>(readings.greatestAt)}, {"disturbance", readings.greatest}};
    if (!readings.isOfAngles) {
        return json;
    }
    json["dimensions_without_a_turn"] = readings.neverTurning;
    json["reach"] = orNull(readings.reach);
    json["mean_near"] = readings.near;
    json["mean_far"] = readings.far;
    json["near"] = readings.nearFar.near;
    json["far"] = readings.nearFar.far;
    json["far_error"] = readings.nearFar.farError;
    return json;
}

Json dimensionObject(const Analysis& analysis, Dimension dimension)
{
    Json json = headOf(analysis, dimension);
    json["extrapolation"] = analysis.extrapolation->disturbance[dimension];
    json["interpolation"] = analysis.interpolation->disturbance[dimension];
    json["choice"] = nameOf(analysis.selected[dimension]);
    return json;
}

Json analysisObject(const Analysis& analysis)
{
    Json json = headOf("rotascope-analysis/1", analysis, analysis.engine, analysis.notices);
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
