// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/tables_beside.h"

#include "core/analysis/summary.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/commands/pin_commands.h"
#include "ui/views/method_style.h"
#include "ui/workspace/source_name.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace rotascope {
namespace {

class TablesBeside {
    Q_DECLARE_TR_FUNCTIONS(TablesBeside)
};

struct Shades {
    QColor light;
    QColor dark;
};

// Apart from those of the other curves. Eight colours more cannot all be told apart by everyone: pinned tables are dashed, and have
// letters.
const std::array<Shades, mostPins>& shades()
{
    static const std::array<Shades, mostPins> all = {{
        {QColor(0xc0, 0x21, 0x2f), QColor(0xff, 0x7b, 0x7b)},
        {QColor(0x1f, 0x1f, 0x1f), QColor(0xff, 0xff, 0xff)},
        {QColor(0x5b, 0x7a, 0x00), QColor(0xb5, 0xe0, 0x4a)},
        {QColor(0x3a, 0x3f, 0xb5), QColor(0x9f, 0xa8, 0xff)},
        {QColor(0x7a, 0x4b, 0x1e), QColor(0xd9, 0xa4, 0x6b)},
        {QColor(0x9c, 0x27, 0xb0), QColor(0xe5, 0x8c, 0xf5)},
        {QColor(0x00, 0x7a, 0x87), QColor(0x4d, 0xd9, 0xe6)},
        {QColor(0xa0, 0x4f, 0x4f), QColor(0xe0, 0xb0, 0xb0)},
    }};
    return all;
}

} // namespace

std::vector<TableBeside> tablesBeside(const Workspace& workspace, bool onDark)
{
    std::vector<TableBeside> all;
    if (const MethodAnalysis* shown = shownMethodOf(workspace)) {
        all.push_back({.key = std::string(shown->method->name),
            .name = translatedLabel(shown->method->label),
            .explanation = translatedLabel(shown->method->description),
            .color = colorOfShown(*shown, onDark),
            .mark = markOfMethod(shown->method->name),
            .result = shown->result});
    }
    if (const auto& analysis = workspace.analysis()) {
        for (std::size_t i = 0; i < analysis->pinned.size(); ++i) {
            const PinnedTable& pin = analysis->settings.pins[i];
            all.push_back({.key = std::string("pinned ") + pin.letter(),
                .name = titleOf(pin),
                .explanation = originOf(pin),
                .color = colorOfPin(pin.place, onDark),
                .mark = Mark::ofLetter(QLatin1Char(pin.letter())),
                .isPinned = true,
                .result = analysis->pinned[i]});
        }
    }
    return all;
}

std::vector<TableBeside> tablesAndSourceBeside(const Workspace& workspace, bool onDark)
{
    std::vector<TableBeside> all = tablesBeside(workspace, onDark);
    if (const auto& analysis = workspace.analysis(); analysis && analysis->other) {
        const AnalysisSettings other = settingsOfOther(analysis->settings);
        all.push_back({.key = "other",
            .name = nameWithRope(*analysis->settings.other->source),
            .explanation
            = TablesBeside::tr("The second source: %1, L = %2").arg(translated(beforeText(other)), countText(other.pretrainingLength)),
            .color = onDark ? QColor(0xff, 0x8f, 0xb8) : QColor(0xd6, 0x2a, 0x6b),
            .mark = Mark::ofLetter(QLatin1Char('2')),
            .result = nullptr,
            .other = analysis->other});
    }
    return all;
}

bool haveSameEntries(const std::vector<TableBeside>& a, const std::vector<TableBeside>& b)
{
    return std::ranges::equal(
        a, b, [](const TableBeside& one, const TableBeside& other) { return one.key == other.key && one.name == other.name; });
}

void noteHidden(std::set<std::string>& hidden, const TableBeside& table, bool isHidden)
{
    if (isHidden) {
        hidden.insert(table.key);
    } else {
        hidden.erase(table.key);
    }
}

LegendItem legendItem(const TableBeside& table)
{
    return {table.name, table.color, table.explanation, true, table.mark};
}

QColor colorOfPin(std::size_t place, bool onDark)
{
    const Shades& own = shades().at(place);
    return onDark ? own.dark : own.light;
}

} // namespace rotascope
