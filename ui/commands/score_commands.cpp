// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/score_commands.h"

#include "core/scaling/method.h"
#include "ui/base/text.h"
#include "ui/commands/command_table.h"
#include "ui/commands/pin_commands.h"
#include "ui/commands/when_computed.h"
#include "ui/workspace/score_run.h"
#include "ui/workspace/workspace.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>

namespace rotascope {
namespace {

QString currentTitle(const Analysis& analysis)
{
    const Expected<const Method*> method = findMethod(analysis.settings.method);
    const QString label = method ? translatedLabel((*method)->label) : visible(analysis.settings.method);
    return analysis.settings.dimensionsSetByHand() > 0 ? Commands::tr("Current table: %1, changed by hand").arg(label)
                                                       : Commands::tr("Current table: %1").arg(label);
}

// "meta-llama/Llama-2-7b-hf (random weights)" names a model of the hub; "my model" names nothing that could be loaded.
QString nameOnHub(const std::string& modelId)
{
    static const QRegularExpression hubName(QStringLiteral("^[\\w.-]+/[\\w.-]+$"));
    const QString name = QString::fromStdString(modelId).section(QLatin1Char(' '), 0, 0);
    return hubName.match(name).hasMatch() ? name : QString();
}

// What Transformers loads: a name on the hub, of a preset or as a recording states it; the folder of a config.json.
QString modelToScore(const Source& source)
{
    if (source.kind == SourceKind::Recording) {
        return nameOnHub(source.rope.modelId);
    }
    const QFileInfo origin(QString::fromStdString(source.origin));
    if (source.kind == SourceKind::Preset) {
        return QString::fromStdString(source.origin);
    }
    return source.kind == SourceKind::ConfigFile && origin.fileName() == QStringLiteral("config.json") ? origin.absolutePath() : QString();
}

} // namespace

std::vector<TableToScore> tablesToScore(const std::shared_ptr<const Analysis>& analysis)
{
    const AnalysisSettings& settings = analysis->settings;
    const QString name
        = QString::fromStdString(settings.method) + (settings.dimensionsSetByHand() > 0 ? QStringLiteral("-by-hand") : QString());
    std::vector<TableToScore> tables{{currentTitle(*analysis), name, documentOfChosen(analysis)}};
    for (std::size_t i = 0; i < analysis->pinned.size(); ++i) {
        const PinnedTable& pin = settings.pins[i];
        const auto isKnown = [&](const TableToScore& table) { return table.document.table->table == pin.table; };
        if (std::ranges::none_of(tables, isKnown)) {
            const std::string letter(1, pin.letter());
            tables.push_back({titleOf(pin), QString::fromStdString(letter + "-" + pin.method),
                {analysis, analysis->pinned[i], letter + ": " + pin.method, {}}});
        }
    }
    return tables;
}

QString whyNoScoreRun(const Workspace& workspace)
{
    if (!workspace.analysis()) {
        return {};
    }
    return workspace.source()->encoding.kind != EncodingKind::Rope ? Commands::tr("What is open has no RoPE")
        : workspace.resultState() == ResultState::Failed
        ? Commands::tr("There is nothing to score: the table that is set could not be computed. %1").arg(workspace.failure())
        : QString();
}

namespace {

void showScoreRunOfResult(const CommandContext& context)
{
    const std::shared_ptr<const Analysis>& analysis = context.workspace.analysis();
    auto* dialog = new ScoreRunDialog(tablesToScore(analysis), modelToScore(*analysis->source), analysis->settings.targetLength,
        ScoreRun::of(context.workspace), context.window.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

void showScoreRun(const CommandContext& context)
{
    whenComputed(context, Commands::tr("The scoring waits for the table, which is being computed."), showScoreRunOfResult);
}

} // namespace rotascope
