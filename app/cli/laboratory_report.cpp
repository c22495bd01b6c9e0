// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/laboratory_report.h"

#include "app/cli/report.h"
#include "core/files/escape.h"
#include "core/files/text_stream.h"
#include "core/text.h"

#include <iomanip>

namespace rotascope::cli {
namespace {

// "0.280 ± 0.032"
std::string withError(double value, double error)
{
    return fixed(value, 3) + " ± " + fixed(error, 3);
}

std::string lossText(const std::optional<MeanLoss>& loss)
{
    return loss ? fixed(loss->value, 3) : "-";
}

// Characters, not bytes: "±" has two.
std::string padded(const std::string& text, std::size_t width)
{
    const auto characters = static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xc0) != 0x80; }));
    return std::string(characters < width ? width - characters : 0, ' ') + text;
}

void writeLine(std::ostream& out, const EvaluatedTable& table, const LengthEvaluation& at)
{
    constexpr std::size_t nameWidth = 16;
    out << std::left << std::setw(nameWidth) << table.name << std::right << std::setw(8) << at.length
        << padded(withError(at.retrieval.value(), at.retrieval.standardError()), 17) << "  ";
    for (const RightAnswers& share : at.retrievalByDepth) {
        out << " " << fixed(share.value(), 2);
    }
    out << padded(withError(at.answerLoss.value, at.answerLoss.standardError), 17) << std::setw(9) << lossText(at.loss) << std::setw(9)
        << lossText(at.lossWithin) << std::setw(9) << lossText(at.lossBeyond) << std::setw(9) << lossText(table.evaluation.shortLoss)
        << std::setw(10) << fixed(1e3 * table.meanDisturbance, 3) << "\n";
}

} // namespace

std::string textReport(const EvaluationHead& head, std::span<const EvaluatedTable> tables)
{
    TextStream out;
    const std::size_t depths = head.request.depths;
    out << "model          " << visibleText(head.model) << ", L " << head.pretrainingLength << ", tables for L′ " << head.targetLength
        << "\nasked          " << head.request.prompts << " prompts of each length, seed " << head.request.seed << "; "
        << head.request.shortTexts << " short texts of L tokens\n\n"
        << std::left << std::setw(16) << "table" << std::right << std::setw(8) << "tokens" << std::setw(16) << "retrieval"
        << "   " << std::left << std::setw(static_cast<int>(5 * depths)) << "by depth" << std::right << std::setw(16) << "answer loss"
        << std::setw(9) << "loss" << std::setw(9) << "within L" << std::setw(9) << "beyond" << std::setw(9) << "short" << std::setw(10)
        << "D e-3"
        << "\n";
    for (const EvaluatedTable& table : tables) {
        for (const LengthEvaluation& at : table.evaluation.lengths) {
            writeLine(out, table, at);
        }
    }
    out << "\nRetrieval: the share of prompts whose key the model gives, ± its standard error; by depth from the beginning of the text to "
           "its "
           "end.\nLosses in nats a word: of the key, of all words, of those at positions up to L, of those beyond, of short texts. D: the "
           "mean "
           "disturbance.\n";
    return out.str();
}

std::string textReport(const ScoreSet& set, const MeasureChoice& measure, std::span<const ScoreCorrelation> found)
{
    TextStream out;
    out << "model          " << visibleText(set.model) << ", L " << set.pretrainingLength << ", " << set.tables.size()
        << " tables\nagainst        " << measure.name
        << (measure.name == "near-far" ? ", w = " + shortText(measure.farWeight) : std::string())
        << (measure.usesIntervals() ? ", " + std::to_string(measure.intervals) + " intervals" : std::string()) << ", mean over "
        << set.invFreq.size() << " dimensions\n\n"
        << std::left << std::setw(20) << "task" << std::setw(16) << "metric" << std::right << std::setw(9) << "tokens" << std::setw(7)
        << "steps" << std::setw(8) << "tables" << std::setw(10) << "Spearman"
        << "   95 % interval\n";
    for (const ScoreCorrelation& one : found) {
        out << std::left << std::setw(20) << visibleText(one.task) << std::setw(16) << visibleText(one.metric) << std::right << std::setw(9)
            << one.length << std::setw(7) << one.steps << std::setw(8) << one.scores.size();
        if (one.correlation) {
            out << std::setw(10) << fixed(one.correlation->value, 2) << std::setw(8) << fixed(one.correlation->low, 2) << " to "
                << fixed(one.correlation->high, 2) << "\n";
        } else {
            out << std::setw(10) << "-"
                << "\n";
        }
    }
    out << "\nPositive: a table that the measure calls worse scored worse. Steps: of fine-tuning under the table.\n";
    return out.str();
}

} // namespace rotascope::cli
