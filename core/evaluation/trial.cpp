// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/trial.h"

#include <algorithm>
#include <iterator>

namespace rotascope {

std::vector<std::size_t> trialLengths(std::int64_t targetLength)
{
    constexpr std::size_t parts = 4;
    std::vector<std::size_t> lengths;
    const auto longest = static_cast<std::size_t>(targetLength);
    for (std::size_t i = 1; i < parts; ++i) {
        const std::size_t length = std::max(shortestText, (longest * i + parts / 2) / parts);
        if (length < longest && (lengths.empty() || lengths.back() < length)) {
            lengths.push_back(length);
        }
    }
    lengths.push_back(longest);
    return lengths;
}

Expected<Evaluation> tryTable(
    const LanguageModelPointer& model, const ScalingTable& table, std::int64_t targetLength, TrialSize size, const std::stop_token& stop)
{
    EvaluationRequest atTarget{
        .lengths = {}, .prompts = size.prompts, .depths = trialDepths, .wholeLoss = true, .shortTexts = size.shortTexts};
    EvaluationRequest shorter{.lengths = trialLengths(targetLength), .prompts = size.prompts, .depths = trialDepths};
    atTarget.lengths = {shorter.lengths.back()};
    shorter.lengths.pop_back();
    return evaluate(model, table, atTarget, stop).and_then([&](Evaluation&& last) {
        return evaluate(model, table, shorter, stop).map([&](Evaluation&& result) {
            std::ranges::move(last.lengths, std::back_inserter(result.lengths));
            result.shortLoss = last.shortLoss;
            return result;
        });
    });
}

} // namespace rotascope
