// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace rotascope {

/// How much a table is asked.
struct TrialSize {
    std::size_t prompts = 0; ///< of each length
    std::size_t shortTexts = 0;
};

/// A first answer, in a fraction of a second on the shipped models.
inline constexpr TrialSize quickTrial{20, 20};
/// As many as the shipped rows were measured with; at L′ it gives their numbers.
inline constexpr TrialSize fullTrial{200, 100};
/// Parts of the text that retrieval is told for.
inline constexpr std::size_t trialDepths = 5;

/// The lengths that a table for L′ is tried at: the quarters of L′, ascending, none shorter than a text can be, L′ last.
std::vector<std::size_t> trialLengths(std::int64_t targetLength);

/// What a table does to a model at each of trialLengths(). The losses of all words and of short texts, which take as long again, are those
/// of the last length alone. Fails as evaluate() does.
Expected<Evaluation> tryTable(const LanguageModelPointer& model, const ScalingTable& table, std::int64_t targetLength, TrialSize size,
    const std::stop_token& stop = {});

} // namespace rotascope
