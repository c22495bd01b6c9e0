// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"
#include "core/evaluation/score_correlation.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// What a model of the laboratory did under a table.
struct EvaluatedTable {
    std::string name; ///< of the method
    ScalingTable table;
    double meanDisturbance = 0.0;
    Evaluation evaluation;
};

/// What was asked, and of whom.
struct EvaluationHead {
    std::string model; ///< its name or folder
    std::int64_t pretrainingLength = 0; ///< L, positions
    std::int64_t targetLength = 0; ///< L′, that tables are made for
    EvaluationRequest request;
};

/// One JSON object of the schema "rotascope-evaluation/1", as `evaluate --json` prints it:
///     {"schema", "model", "pretraining_length", "target_length", "seed", "prompts", "short_texts",
///      "tables": {name: {"factors": [D], "attention_factor", "mean_disturbance",
///          "lengths": [{"length", "retrieval": SHARE, "by_depth": [SHARE], "answer_loss": LOSS,
///              "loss": LOSS | null, "loss_within": LOSS | null, "loss_beyond": LOSS | null}],
///          "short_loss": LOSS | null}}}
/// SHARE: {"value", "standard_error", "count"}; LOSS, in nats a word: {"value", "standard_error"}. Doubles read back as the same values.
std::string toJson(const EvaluationHead& head, std::span<const EvaluatedTable> tables);

/// One JSON object of the schema "rotascope-correlations/1", as `scores --json` prints it:
///     {"schema", "model", "against", "bins" (null where it has none), "far_weight" (of near-far, else null),
///      "correlations": [{"task", "metric", "length", "fine_tuning_steps", "tables", "spearman" | null, "low" | null, "high" | null}]}
std::string toJson(const ScoreSet& set, const MeasureChoice& measure, std::span<const ScoreCorrelation> correlations);

} // namespace rotascope
