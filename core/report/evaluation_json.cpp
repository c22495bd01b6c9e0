// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/evaluation_json.h"

#include "core/report/json_text.h"

namespace rotascope {
namespace {

Json jsonOf(const RightAnswers& share)
{
    return {{"value", share.value()}, {"standard_error", share.standardError()}, {"count", share.count}};
}

Json jsonOf(const MeanLoss& loss)
{
    return {{"value", loss.value}, {"standard_error", loss.standardError}};
}

Json jsonOf(const std::optional<MeanLoss>& loss)
{
    return loss ? jsonOf(*loss) : Json();
}

Json jsonOf(const LengthEvaluation& length)
{
    Json depths = Json::array();
    for (const RightAnswers& share : length.retrievalByDepth) {
        depths.push_back(jsonOf(share));
    }
    return {{"length", length.length}, {"retrieval", jsonOf(length.retrieval)}, {"by_depth", std::move(depths)},
        {"answer_loss", jsonOf(length.answerLoss)}, {"loss", jsonOf(length.loss)}, {"loss_within", jsonOf(length.lossWithin)},
        {"loss_beyond", jsonOf(length.lossBeyond)}};
}

} // namespace

std::string toJson(const EvaluationHead& head, std::span<const EvaluatedTable> tables)
{
    Json json = {{"schema", "rotascope-evaluation/1"}, {"model", head.model}, {"pretraining_length", head.pretrainingLength},
        {"target_length", head.targetLength}, {"seed", head.request.seed}, {"prompts", head.request.prompts},
        {"short_texts", head.request.shortTexts}, {"tables", Json::object()}};
    for (const EvaluatedTable& table : tables) {
        Json lengths = Json::array();
        for (const LengthEvaluation& length : table.evaluation.lengths) {
            lengths.push_back(jsonOf(length));
        }
        json["tables"][table.name] = {{"factors", table.table.factors}, {"attention_factor", table.table.attentionFactor},
            {"mean_disturbance", table.meanDisturbance}, {"lengths", std::move(lengths)},
            {"short_loss", jsonOf(table.evaluation.shortLoss)}};
    }
    return jsonText(json);
}

std::string toJson(const ScoreSet& set, const MeasureChoice& measure, std::span<const ScoreCorrelation> correlations)
{
    Json json = {{"schema", "rotascope-correlations/1"}, {"model", set.model}, {"against", measure.name},
        {"bins", measure.usesIntervals() ? Json(measure.intervals) : Json()},
        {"far_weight", measure.name == "near-far" ? Json(measure.farWeight) : Json()}, {"correlations", Json::array()}};
    for (const ScoreCorrelation& one : correlations) {
        const auto& found = one.correlation;
        json["correlations"].push_back({{"task", one.task}, {"metric", one.metric}, {"length", one.length},
            {"fine_tuning_steps", one.steps}, {"tables", one.scores.size()}, {"spearman", found ? Json(found->value) : Json()},
            {"low", found ? Json(found->low) : Json()}, {"high", found ? Json(found->high) : Json()}});
    }
    return jsonText(json);
}

} // namespace rotascope
