// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/lint_json.h"

#include "core/report/json_text.h"

namespace rotascope {

std::string toJson(const LintReport& report)
{
    Json findings = Json::array();
    for (const Finding& finding : report.findings) {
        findings.push_back({{"severity", nameOf(finding.severity)}, {"rule", finding.rule}, {"place", finding.place},
            {"reason", finding.reason}, {"fix", finding.fix}});
    }
    Json engines = Json::array();
    for (const EngineReading& reading : report.engines) {
        engines.push_back({{"engine", reading.engine}, {"outcome", nameOf(reading.outcome)}, {"what", reading.what},
            {"version", reading.version}, {"known", reading.known}});
    }
    return jsonText(
        {{"schema", "rotascope-lint/1"}, {"file", report.file}, {"summary", report.summary}, {"findings", findings}, {"engines", engines}});
}

} // namespace rotascope
