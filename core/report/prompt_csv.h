// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/evaluation/evaluation.h"

#include <memory>
#include <string>

namespace rotascope {

/// Where a model looks while it answers one prompt: "token,word,is_key" and a column for each head, "layer_1_head_1" ..., with the mean of
/// the attention that it gives to the token while it writes the five digits. A line for each token. The lines above, "# name: value", have
/// what every view's data begin with, then `table`, under which the model ran ("current", or a method), the right key, the answer, and the
/// probability of each right digit.
std::string promptCsv(
    const PromptReading& reading, const LanguageModel& model, const std::string& table, const std::shared_ptr<const Analysis>& analysis);

} // namespace rotascope
