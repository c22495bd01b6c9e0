// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/file_commands.h"

#include "core/exchange/export_format.h"
#include "core/session/session.h"
#include "ui/base/file_places.h"
#include "ui/base/text.h"
#include "ui/commands/command_table.h"
#include "ui/commands/picture_file.h"
#include "ui/commands/recent_files.h"
#include "ui/commands/save_name.h"
#include "ui/commands/when_computed.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/workspace/source_name.h"
#include "ui/workspace/workspace.h"

#include <QFileInfo>
#include <optional>

namespace rotascope {

// What every format is exported as, and the usual suffix of factor lists.
QString tablePatterns()
{
    QStringList patterns;
    for (const ExportFormat* format : exportFormats()) {
        patterns << QLatin1Char('*') + fromUtf8(format->suffix);
    }
    patterns << QStringLiteral("*.txt");
    patterns.removeDuplicates();
    return patterns.join(QLatin1Char(' '));
}

void askForFile(const CommandContext& context)
{
    const QString file = askWhatToOpen(context.window.window, Commands::tr("Open"),
        Commands::tr("Recordings, models, tables, sessions and scores (*.h5 *.hdf5 *.json *.gguf *.rotascope %1);;All files (*)")
            .arg(tablePatterns()));
    if (!file.isEmpty()) {
        context.window.openFile(file);
    }
}

std::vector<CommandEntry> recentEntries(const CommandContext& context)
{
    std::vector<CommandEntry> entries;
    for (const QString& file : recentFiles()) {
        entries.push_back({visible(file), [open = context.window.openFile, file] { open(file); }});
    }
    return entries;
}

void saveSession(const CommandContext& context)
{
    if (const QString file = context.window.sessionFile(); !file.isEmpty()) {
        context.window.saveSession(file);
    } else {
        saveSessionAs(context);
    }
}

QString proposedSession(const CommandContext& context)
{
    const Source& source = *context.workspace.source();
    const QFileInfo origin(QString::fromStdString(source.origin));
    const bool isGguf = source.kind == SourceKind::ConfigFile && origin.suffix() == QStringLiteral("gguf"); // which has a name of its own
    return QFileInfo(isGguf ? origin.completeBaseName() : modelNameOf(source)).fileName() + fromUtf8(sessionSuffix);
}

void saveSessionAs(const CommandContext& context)
{
    const QString present = context.window.sessionFile();
    QString file = askWhereToSave(context.window.window, Commands::tr("Save session"),
        present.isEmpty() ? proposedSession(context) : present, Commands::tr("Sessions (*.rotascope)"));
    if (file.isEmpty()) {
        return;
    }
    if (QFileInfo(file).suffix().isEmpty()) { // the dialog has asked about the name as it was typed
        const std::optional<QString> whole = withSuffix(file, fromUtf8(sessionSuffix).mid(1), context.window.showMessage);
        if (!whole) {
            return;
        }
        file = *whole;
    }
    context.window.saveSession(file);
}

void askForTable(const CommandContext& context)
{
    const QString file = askWhatToOpen(context.window.window, Commands::tr("Open a scaling table"),
        Commands::tr("Exported tables and factor lists (%1);;All files (*)").arg(tablePatterns()));
    if (!file.isEmpty()) {
        context.window.openTable(file);
    }
}

QString whyNoExport(const Workspace& workspace)
{
    return workspace.resultState() == ResultState::Failed
        ? Commands::tr("There is nothing to export: the table that is set could not be computed. %1").arg(workspace.failure())
        : QString();
}

namespace {

void showExportOfResult(const CommandContext& context)
{
    ExportDocument document = documentOfChosen(context.workspace.analysis());
    for (const std::shared_ptr<const Analysis>& other : context.workspace.otherRopes()) {
        document.others.push_back(documentOfChosen(other));
    }
    auto* dialog = new ExportDialog(std::move(document), context.window.window);
    QObject::connect(dialog, &ExportDialog::exported, &context.workspace, &Workspace::markExported);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

void showExport(const CommandContext& context)
{
    whenComputed(context, Commands::tr("The export waits for the table, which is being computed."), showExportOfResult);
}

void savePicture(const CommandContext& context)
{
    QWidget* window = context.window.window;
    const QString file = askWhereToSave(window, Commands::tr("Save picture"), QStringLiteral("rotascope.png"), Commands::tr("PNG (*.png)"));
    if (file.isEmpty()) {
        return;
    }
    if (const Expected<void> written = writePicture(*window, context.workspace, file); !written) {
        context.window.showMessage(translated(written.error().message));
        return;
    }
    noteSaved(window, file);
}

} // namespace rotascope
