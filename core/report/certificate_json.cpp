// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/certificate_json.h"

#include "core/analysis/summary.h"
#include "core/report/analysis_head.h"

namespace rotascope {
namespace {

Json listOf(const std::vector<Dimension>& dimensions)
{
    Json list = Json::array();
    for (const Dimension dimension : dimensions) {
        list.push_back(dimension.row());
    }
    return list;
}

Json sumObject(const Certificate& certificate, double sum)
{
    return {{"sum", sum}, {"mean_disturbance", sum / certificate.weightSum}};
}

Json tableObject(const Certificate& certificate, const TableProof& table)
{
    Json json = sumObject(certificate, table.sum);
    json["above_least"] = table.sum - certificate.leastSum;
    json["has_two_values"] = table.hasTwoValues;
    json["not_least"] = listOf(table.otherwise);
    return json;
}

Json dimensionObject(const Certificate& certificate, const Analysis& analysis, Dimension dimension)
{
    const DimensionProof& proof = certificate.dimensions[dimension];
    Json json = headOf(analysis, dimension);
    json["extrapolation"] = analysis.extrapolation->disturbance[dimension];
    json["interpolation"] = analysis.interpolation->disturbance[dimension];
    json["least"] = nameOf(proof.least);
    json["margin"] = proof.margin;
    json["choice"] = nameOf(analysis.selected[dimension]);
    json["minimum"] = {{"factor", proof.gridFactor}, {"disturbance", proof.gridTerm}};
    return json;
}

Json choicesList(const std::vector<ChoiceAt>& choices, const char* name)
{
    Json list = Json::array();
    for (const ChoiceAt& choice : choices) {
        list.push_back(
            {{name, choice.value}, {"interpolated_components", choice.interpolatedComponents}, {"changed", listOf(choice.changed)}});
    }
    return list;
}

} // namespace

std::string toJson(const Certificate& certificate, const Analysis& analysis)
{
    Json json = headOf("rotascope-certificate/1", analysis, certificate.run.usedAsOne(), certificate.run.notices);
    json["least"] = sumObject(certificate, certificate.leastSum);
    json["lower_bound"] = sumObject(certificate, certificate.gridSum);
    json["lower_bound"]["factors"] = certificate.grid;
    json["methods"] = Json::object();
    for (const TableProof& table : certificate.tables) {
        json["methods"][table.method] = tableObject(certificate, table);
    }
    json["dimensions"] = Json::array();
    for (std::size_t i = 0; i < analysis.dimensions(); ++i) {
        json["dimensions"].push_back(dimensionObject(certificate, analysis, Dimension(i)));
    }
    json["by_bins"] = choicesList(certificate.byIntervals, "bins");
    json["by_epsilon"] = choicesList(certificate.byEpsilon, "epsilon");
    return jsonText(json);
}

} // namespace rotascope
