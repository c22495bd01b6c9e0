// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_readings.h"

#include "ui/base/text.h"
#include "ui/workspace/workspace.h"

namespace rotascope {

LiveReadings& LiveReadings::of(Workspace& workspace)
{
    auto* readings = workspace.findChild<LiveReadings*>(QString(), Qt::FindDirectChildrenOnly);
    return readings != nullptr ? *readings : *new LiveReadings(workspace);
}

LiveReadings::LiveReadings(Workspace& workspace)
    : QObject(&workspace), m_workspace(&workspace), m_job({.finished = [this](const Expected<Result>& readings) { finish(readings); }})
{
    connect(&workspace, &Workspace::analysisChanged, this, &LiveReadings::changed);
    connect(&workspace, &QObject::destroyed, this, &LiveReadings::stop);
}

bool LiveReadings::isCurrent() const
{
    return m_readings && m_workspace != nullptr && m_readings->analysis == m_workspace->analysis();
}

const NearFar* LiveReadings::nearFar() const
{
    const bool isThere = isCurrent() && m_readings->tables.front().readings.isOfAngles;
    return isThere ? &m_readings->tables.front().readings.nearFar : nullptr;
}

void LiveReadings::look(const QObject* who)
{
    m_looking.insert(who);
    if (m_workspace == nullptr || !m_workspace->analysis() || m_asked == m_workspace->analysis()) {
        return;
    }
    m_asked = m_workspace->analysis();
    m_job.request([analysis = m_asked, previous = m_readings](const auto& run) { return readTables(analysis, previous, run.stop()); });
}

void LiveReadings::lookAway(const QObject* who)
{
    m_looking.erase(who);
    if (m_looking.empty()) {
        stop();
    }
}

void LiveReadings::stop()
{
    if (m_job.isBusy()) {
        m_job.cancel();
        m_asked = nullptr;
    }
}

void LiveReadings::finish(const Expected<Result>& readings)
{
    if (readings) {
        m_readings = *readings;
    } else if (m_workspace != nullptr) {
        m_workspace->report(tr("The second readings could not be computed: %1").arg(translated(readings.error().message)));
    }
    emit changed();
}

} // namespace rotascope
