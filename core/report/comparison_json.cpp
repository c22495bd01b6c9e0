// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparison_json.h"

#include "core/analysis/summary.h"
#include "core/report/analysis_head.h"

namespace rotascope {
namespace {

Json comparedObject(const Source& source, const AnalysisSettings& settings)
{
    Json json = sourceObject(source, settings);
    json["pretraining_length"] = settings.pretrainingLength;
    json["samples_per_interval"] = samplesPerInterval(source, settings);
    json["notes"] = notesOf(source, settings);
    return json;
}

Json dimensionObject(const Analysis& analysis, Dimension dimension)
{
    const SourceComparison& other = *analysis.other;
    Json json = Json::object();
    json["index"] = dimension.row();
    json["wavelength_a"] = analysis.source->wavelength(dimension);
    json["wavelength_b"] = analysis.settings.other->source->wavelength(dimension);
    json["frequency_ratio"] = other.frequencyRatio[dimension];
    json["weight"] = analysis.settings.weights.of(dimension);
    json["divergence"] = other.divergence[dimension];
    json["reverse_divergence"] = other.reverse[dimension];
    json["unseen_share"] = other.unseenShare[dimension];
    return json;
}

} // namespace

std::string comparisonJson(const Analysis& analysis)
{
    const AnalysisSettings& settings = analysis.settings;
    const SourceComparison& other = *analysis.other;
    Json json = Json::object();
    json["schema"] = "rotascope-comparison/1";
    json["a"] = comparedObject(*analysis.source, settings);
    json["b"] = comparedObject(*settings.other->source, settingsOfOther(settings));
    json["measure"] = settings.measure();
    json["window"] = settings.counting.window > 0 ? Json(settings.counting.window) : Json();
    json["weights"] = settings.weights.name;
    json["bins"] = settings.intervals;
    json["divergence"] = infoOf(settings.divergence).name;
    json["epsilon"] = settings.epsilon;
    json["engine"] = {{"name", analysis.engine.name}, {"device", analysis.engine.device}, {"notices", analysis.notices}};
    json["mean_divergence"] = other.meanDivergence;
    json["mean_reverse_divergence"] = other.meanReverse;
    json["mean_unseen_share"] = other.meanUnseenShare;
    json["greatest_divergence"] = {{"dimension", other.greatestAt.row()}, {"divergence", other.divergence[other.greatestAt]}};
    json["dimensions"] = Json::array();
    for (std::size_t i = 0; i < analysis.dimensions(); ++i) {
        json["dimensions"].push_back(dimensionObject(analysis, Dimension(i)));
    }
    return jsonText(json);
}

} // namespace rotascope
