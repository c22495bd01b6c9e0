// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/scores.h"
#include "core/report/evaluation_json.h"

#include <span>

namespace rotascope {

/// What the laboratory measured as scores (docs/scores-format.md), named as those that are shipped: passkey exact_match and answer_loss,
/// text loss and loss_beyond of each length, short_text loss at the first one, as far as they were measured. Of tables with the same
/// numbers the first is kept. A frozen dimension's factor is 1e12, the largest of the format. `invFreq`: what the tables divide.
ScoreSet scoresOf(const EvaluationHead& head, std::span<const double> invFreq, std::span<const EvaluatedTable> tables);

} // namespace rotascope
