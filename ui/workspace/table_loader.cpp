// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/table_loader.h"

#include "core/scaling/method.h"
#include "ui/base/text.h"
#include "ui/workspace/workspace.h"

#include <QFileInfo>
#include <filesystem>

namespace rotascope {

TableLoader::TableLoader(Workspace* workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_job({.finished =
                                                             [this](const Expected<ImportedTable>& table) {
                                                                 if (table) {
                                                                     adopt(*table);
                                                                 } else {
                                                                     m_workspace->refuse(visible(table.error().message));
                                                                 }
                                                             }},
                                                   WhenBusy::LeaveBehind)
{
    connect(workspace, &Workspace::sourceChanged, this, [this] { m_job.cancel(); });
}

void TableLoader::load(const QString& file)
{
    if (!m_workspace->source()) {
        m_workspace->refuse(tr("%1: open the model that the table is for first").arg(visible(file)));
        return;
    }
    m_file = file;
    m_job.request([path = std::filesystem::path(file.toStdString())](const Job<ImportedTable>::Run&) { return readScalingTable(path); },
        {ErrorKind::Input, file.toStdString() + ": cannot be opened"});
}

void TableLoader::adopt(const ImportedTable& file)
{
    const Expected<ScalingTable> table = tableFor(file, *m_workspace->source());
    if (!table) {
        m_workspace->refuse(tr("%1: %2").arg(visible(m_file), visible(table.error().message)));
        return;
    }
    AnalysisSettings settings = m_workspace->settings();
    settings.customTable = m_workspace->source()->fromModel(*table, settings.scale());
    settings.method = methodOfOwnTable().name;
    settings.overrides.clear();
    m_workspace->edit(settings, tr("table %1").arg(visible(QFileInfo(m_file).fileName())));
}

} // namespace rotascope
