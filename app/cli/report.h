// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/analysis/certificate.h"
#include "core/analysis/landscape.h"
#include "core/analysis/length_sweep.h"
#include "core/engine/engine_registry.h"
#include "core/lint/lint.h"
#include "core/model/presets.h"
#include "core/recording/recording_reader.h"
#include "core/report/frequencies_json.h"
#include "core/source/open_source.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace rotascope::cli {

/// A number with so many digits after the point.
std::string fixed(double value, int digits);

// What the commands print for people; each ends with a line end. What comes from a file or from the system is visible text, so that no name
// can end its line. The JSON is made in core/report.

std::string enginesReport(std::span<const EngineEntry> engines);
std::string modelsReport(std::span<const Preset> presets);
std::string lintReport(const LintReport& report);
std::string comparisonReport(const std::string& file, const std::string& other, std::span<const std::string> differences);
std::string recordingReport(const std::string& file, const RecordingInfo& info);
/// `length`: of the sequence; without one, of each RoPE's trained length.
void printFrequencies(std::ostream& out, const RopeList& list, std::span<const RopeFrequencies> ropes, std::optional<std::int64_t> length);
/// What was analysed, how, and by which engine in which time.
std::string headReport(const Analysis& analysis, const EngineInfo& engine, double milliseconds);
/// The methods' mean disturbances, then every dimension.
std::string analysisReport(const Analysis& analysis);
/// How far each method is from the best table, then every dimension with its best factor and its disturbances as bars.
std::string textReport(const Landscape& landscape, const Analysis& analysis);
/// The least sum of terms and each method's against it, every dimension with its margin, and the choice under other b and ε.
std::string textReport(const Certificate& certificate, const Analysis& analysis);
/// Two sources, which the analysis has: how much they differ both ways, then every dimension, those that differ most first.
std::string differencesReport(const Analysis& analysis);
/// A line for each length, a column for each method.
std::string textReport(const LengthSweep& sweep, const Analysis& analysis);

} // namespace rotascope::cli
