// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"

#include <string>

namespace rotascope {

/// One JSON object of the schema "rotascope-comparison/1", as `compare --json` prints it. A is the source, B the second one, which the
/// analysis has (Analysis::other):
///     {"schema", "a": SOURCE, "b": SOURCE, "measure", "window", "weights", "bins", "divergence", "epsilon",
///      "engine": {"name", "device", "notices"}, "mean_divergence", "mean_reverse_divergence", "mean_unseen_share",
///      "greatest_divergence": {"dimension", "divergence"},
///      "dimensions": [{"index", "wavelength_a", "wavelength_b", "frequency_ratio", "weight", "divergence", "reverse_divergence",
///                      "unseen_share"}]}
/// SOURCE: what a source says of itself (analysis_head.h), "pretraining_length", "samples_per_interval" and "notes". "divergence" has A
/// before and B after, "reverse_divergence" B before. What is infinite is null. Doubles read back as the same values.
std::string comparisonJson(const Analysis& analysis);

} // namespace rotascope
