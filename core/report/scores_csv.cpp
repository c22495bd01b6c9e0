// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/scores_csv.h"

#include "core/files/escape.h"
#include "core/files/text.h"

#include <set>

namespace rotascope {
namespace {

bool isOf(const ScoreCorrelation& group, const ScoreKind& kind)
{
    return group.task == kind.task && group.metric == kind.metric && group.length == kind.length;
}

void appendHead(std::string& text, const std::string& name, const std::string& value)
{
    text.append("# ").append(name).append(": ").append(csvComment(value)).append("\n");
}

} // namespace

std::string scoresCsv(
    const ScoreSet& set, std::span<const std::vector<ScoreCorrelation>> byMeasure, std::uint32_t intervals, const ScoreKind& kind)
{
    std::string text;
    appendHead(text, "program", "Rotascope " ROTASCOPE_VERSION);
    appendHead(text, "model", set.model);
    appendHead(text, "pretraining_length", std::to_string(set.pretrainingLength));
    appendHead(text, "intervals", std::to_string(intervals));
    appendHead(text, "task", kind.task);
    appendHead(text, "metric", kind.metric);
    appendHead(text, "length", std::to_string(kind.length));
    std::set<std::size_t> named;
    std::string lines;
    for (std::size_t g = 0; g < byMeasure.front().size(); ++g) {
        const ScoreCorrelation& group = byMeasure.front()[g];
        for (std::size_t i = 0; isOf(group, kind) && i < group.tables.size(); ++i) {
            const ScoredTable& table = set.tables[group.tables[i]];
            const std::string id = tableId(table.table);
            if (named.insert(group.tables[i]).second) {
                appendHead(text, "table " + id, table.name);
            }
            lines.append(id).append(",").append(std::to_string(group.steps)).append(",").append(exactText(group.scores[i]));
            for (const std::vector<ScoreCorrelation>& measure : byMeasure) {
                lines.append(",").append(exactText(measure[g].measures[i]));
            }
            lines += '\n';
        }
    }
    text += "table,fine_tuning_steps,score";
    for (const TableMeasure& measure : tableMeasures()) {
        text.append(",").append(measure.name);
    }
    return text + "\n" + lines;
}

} // namespace rotascope
