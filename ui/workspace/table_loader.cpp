// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/table_loader.h"

#include "core/scaling/method.h"
#include "ui/base/text.h"
#include "ui/workspace/table_settings.h"
#include "ui/workspace/workspace.h"

#include <QFileInfo>
#include <filesystem>
#include <utility>

namespace rotascope {

TableLoader::TableLoader(Workspace* workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace),
      m_job({.finished = [this](const Expected<TableFile>& table) { takeRead(table); }}, WhenBusy::LeaveBehind)
{
    connect(workspace, &Workspace::sourceChanged, this, [this] { m_job.cancel(); });
}

void TableLoader::load(const QString& file)
{
    if (!m_workspace->source()) {
        m_workspace->refuse(tr("%1: open the model that the table is for first").arg(visible(file)));
        return;
    }
    m_otherwise.reset();
    request(file);
}

void TableLoader::tryInstead(const QString& file, const Error& error)
{
    m_otherwise = error;
    request(file);
}

void TableLoader::request(const QString& file)
{
    m_job.request(
        [file, path = std::filesystem::path(file.toStdString())](const Job<TableFile>::Run&) {
            const Expected<FileState> state = stateOf(path);
            return readScalingTable(path).map([&](ImportedTable&& table) {
                return TableFile{file, std::move(table), state ? std::optional(*state) : std::nullopt};
            });
        },
        {ErrorKind::Input, tr("%1: cannot be opened").arg(file).toStdString()});
}

void TableLoader::takeRead(const Expected<TableFile>& table)
{
    if (m_otherwise && table) {
        emit read(*table);
    } else if (m_otherwise) {
        emit failed(*std::exchange(m_otherwise, std::nullopt));
    } else if (table) {
        adopt(*table);
    } else {
        m_workspace->refuse(translated(table.error().message));
    }
}

void TableLoader::adopt(const TableFile& file, bool withItsSettings)
{
    const Expected<ScalingTable> table = tableFor(file.table, *m_workspace->source());
    if (!table) {
        m_workspace->refuse(tr("%1: %2").arg(visible(file.name), translated(table.error().message)));
        return;
    }
    m_adopted = file;
    const QString name = visible(QFileInfo(file.name).fileName());
    m_workspace->edit(settingsWith(file, *table, withItsSettings), tr("table %1").arg(name));
    const AnalysisSettings& settings = m_workspace->settings();
    const Source& source = *m_workspace->source();
    if (const QStringList differences = differencesOf(file.table.provenance, settings, source); !differences.isEmpty()) {
        const bool hasSettings = withSettingsOf(file.table.provenance, settings, source) != settings;
        emit differs(tr("%1 was made under other settings: %2.").arg(name, differences.join(tr("; "))), hasSettings);
    }
}

void TableLoader::useItsSettings()
{
    if (!m_adopted || !m_workspace->source()) {
        return;
    }
    if (const Expected<ScalingTable> table = tableFor(m_adopted->table, *m_workspace->source())) {
        m_workspace->edit(settingsWith(*m_adopted, *table, true), tr("settings of %1").arg(visible(QFileInfo(m_adopted->name).fileName())));
    }
}

AnalysisSettings TableLoader::settingsWith(const TableFile& file, const ScalingTable& table, bool withItsSettings)
{
    const Source& source = *m_workspace->source();
    AnalysisSettings settings = m_workspace->settings();
    if (withItsSettings) {
        settings = withSettingsOf(file.table.provenance, settings, source);
    }
    settings.customTable = source.fromModel(table, settings.scale());
    m_workspace->rememberTableFile(*settings.customTable, file.name);
    settings.method = methodOfOwnTable().name;
    settings.overrides.clear();
    return settings;
}

} // namespace rotascope
