// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/landscape_json.h"

#include "core/report/analysis_head.h"

#include <algorithm>
#include <iterator>

namespace rotascope {
namespace {

Json methodObject(const Landscape& landscape, const MethodAnalysis& method)
{
    if (!method.result) {
        return {{"unavailable", method.unavailable}};
    }
    return {{"mean_disturbance", method.result->meanDisturbance}, {"optimality_gap", landscape.optimalityGap(*method.result)}};
}

Json dimensionObject(const Landscape& landscape, const Analysis& analysis, Dimension dimension)
{
    const std::size_t best = landscape.minimum[dimension];
    Json json = headOf(analysis, dimension);
    json["minimum"] = {{"factor", landscape.factors[best]}, {"disturbance", landscape.at(dimension, best)}};
    Json& row = json["disturbance"] = Json::array();
    std::copy_n(landscape.disturbance.begin() + static_cast<std::ptrdiff_t>(dimension * landscape.factors.size()), landscape.factors.size(),
        std::back_inserter(row));
    return json;
}

} // namespace

std::string toJson(const Landscape& landscape, const Analysis& analysis)
{
    Json json = headOf("rotascope-landscape/1", analysis, landscape.run.usedAsOne(), landscape.run.notices);
    json["factors"] = landscape.factors;
    json["methods"] = Json::object();
    for (const MethodAnalysis& method : analysis.methods) {
        json["methods"][std::string(method.method->name)] = methodObject(landscape, method);
    }
    json["minimum"] = {{"mean_disturbance", landscape.meanOfMinima()}, {"factors", landscape.bestTable().factors}};
    json["dimensions"] = Json::array();
    for (std::size_t i = 0; i < landscape.dimensions(); ++i) {
        json["dimensions"].push_back(dimensionObject(landscape, analysis, Dimension(i)));
    }
    return jsonText(json);
}

} // namespace rotascope
