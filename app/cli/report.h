// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/engine/engine_registry.h"
#include "core/lint/lint.h"
#include "core/model/presets.h"
#include "core/recording/recording_reader.h"

#include <span>
#include <string>

namespace rotascope::cli {

/// Text with names from files in it, without what a terminal would take for an order.
std::string printable(std::string text);

// What the commands print, for people or as JSON; each ends with a line end.

std::string enginesReport(const std::vector<EngineEntry>& engines, bool json);
std::string modelsReport(std::span<const Preset> presets, bool json);
/// JSON of the schema rotascope-lint/1.
std::string lintReport(const LintReport& report, bool json);
std::string recordingReport(const std::string& file, const RecordingInfo& info, bool json);
/// For people: the methods' mean disturbances, then every dimension. (The JSON form is core/report/analysis_json.h.)
std::string analysisReport(const Analysis& analysis);

} // namespace rotascope::cli
