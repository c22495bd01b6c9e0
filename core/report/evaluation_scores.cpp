// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/evaluation_scores.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace rotascope {
namespace {

ScalingTable finite(ScalingTable table)
{
    std::ranges::replace_if(
        table.factors, [](double factor) { return std::isinf(factor); }, largestScoredFactor);
    return table;
}

// Adds the scores of one table.
class TableScores {
public:
    TableScores(ScoreSet& set, std::size_t table) : m_set(set), m_table(table) { }

    void add(std::size_t length, const char* task, const RightAnswers& answers)
    {
        m_set.scores.push_back({.table = m_table,
            .length = static_cast<std::int64_t>(length),
            .task = task,
            .metric = "exact_match",
            .value = answers.value(),
            .standardError = answers.standardError(),
            .count = answers.count,
            .higherIsBetter = true});
    }
    void add(std::size_t length, const char* task, const char* metric, const std::optional<MeanLoss>& loss, std::size_t count)
    {
        if (loss) {
            m_set.scores.push_back({.table = m_table,
                .length = static_cast<std::int64_t>(length),
                .task = task,
                .metric = metric,
                .value = loss->value,
                .standardError = loss->standardError,
                .count = count,
                .higherIsBetter = false});
        }
    }

private:
    ScoreSet& m_set;
    std::size_t m_table;
};

} // namespace

ScoreSet scoresOf(const EvaluationHead& head, std::span<const double> invFreq, std::span<const EvaluatedTable> tables)
{
    ScoreSet set{.program = "rotascope-cli evaluate",
        .model = head.model,
        .pretrainingLength = head.pretrainingLength,
        .invFreq = {invFreq.begin(), invFreq.end()},
        .tables = {},
        .scores = {}};
    for (const EvaluatedTable& evaluated : tables) {
        const ScalingTable table = finite(evaluated.table);
        if (std::ranges::find(set.tables, table, &ScoredTable::table) != set.tables.end()) {
            continue;
        }
        TableScores scores(set, set.tables.size());
        set.tables.push_back({evaluated.name, table});
        const Evaluation& evaluation = evaluated.evaluation;
        for (const LengthEvaluation& at : evaluation.lengths) {
            scores.add(at.length, "passkey", at.retrieval);
            scores.add(at.length, "passkey", "answer_loss", at.answerLoss, at.retrieval.count);
            scores.add(at.length, "text", "loss", at.loss, at.retrieval.count);
            scores.add(at.length, "text", "loss_beyond", at.lossBeyond, at.retrieval.count);
        }
        if (!evaluation.lengths.empty()) {
            scores.add(evaluation.lengths.front().length, "short_text", "loss", evaluation.shortLoss, head.request.shortTexts);
        }
    }
    return set;
}

} // namespace rotascope
