// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweep_json.h"

#include "core/files/json_numbers.h"
#include "core/report/analysis_head.h"

#include <algorithm>

namespace rotascope {
namespace {

Json curveObject(const SweepCurve& curve)
{
    Json rows = Json::array();
    const auto dimensions = static_cast<std::ptrdiff_t>(curve.table.factors.size());
    for (auto row = curve.disturbance.begin(); row != curve.disturbance.end(); row += dimensions) {
        rows.push_back(std::vector<double>(row, row + dimensions));
    }
    return {
        {"factors", jsonNumbers<Json>(curve.table.factors)}, {"mean_disturbance", curve.meanDisturbance}, {"disturbance", std::move(rows)}};
}

} // namespace

std::string toJson(const LengthSweep& sweep, const Analysis& analysis)
{
    Json json = headOf("rotascope-sweep/1", analysis, sweep.run.usedAsOne(), sweep.run.notices);
    json["lengths"] = sweep.lengths;
    json["methods"] = Json::object();
    for (const MethodAnalysis& method : analysis.methods) {
        const auto curve = std::ranges::find(sweep.curves, method.method->name, &SweepCurve::name);
        json["methods"][std::string(method.method->name)]
            = curve != sweep.curves.end() ? curveObject(*curve) : Json{{"unavailable", method.unavailable}};
    }
    return jsonText(json);
}

} // namespace rotascope
