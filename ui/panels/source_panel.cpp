// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/source_panel.h"

#include "ui/panels/length_group.h"
#include "ui/panels/measure_group.h"
#include "ui/panels/other_group.h"
#include "ui/panels/source_group.h"
#include "ui/panels/table_group.h"

#include <QVBoxLayout>
#include <initializer_list>

namespace rotascope {

SourcePanel::SourcePanel(Workspace* workspace, QWidget* parent) : QWidget(parent)
{
    auto* source = new SourceGroup(workspace, this);
    m_other = new OtherGroup(workspace, this); // children in the order in which they are seen
    auto* lengths = new LengthGroup(workspace, this);
    auto* measure = new MeasureGroup(workspace, this);
    auto* table = new TableGroup(workspace, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(8);
    for (SettingsGroup* group : std::initializer_list<SettingsGroup*>{source, m_other, lengths, measure, table}) {
        layout->addWidget(group);
    }
    layout->addStretch();

    connect(source, &SourceGroup::openRequested, this, &SourcePanel::openRequested);
    connect(source, &SourceGroup::presetRequested, this, &SourcePanel::presetRequested);
    connect(source, &SourceGroup::ropeRequested, this, &SourcePanel::ropeRequested);
    connect(source, &SourceGroup::startRequested, this, &SourcePanel::startRequested);
    connect(source, &SourceGroup::partRequested, this, &SourcePanel::partRequested);
    connect(m_other, &OtherGroup::ropeRequested, this, &SourcePanel::otherRopeRequested);
    connect(m_other, &OtherGroup::closeRequested, this, &SourcePanel::closeComparisonRequested);
    connect(table, &TableGroup::tableRequested, this, &SourcePanel::tableRequested);
    connect(table, &TableGroup::adviceRequested, this, &SourcePanel::adviceRequested);
    const auto enableWithASource = [this, workspace] { setEnabled(workspace->source() != nullptr); };
    connect(workspace, &Workspace::sourceChanged, this, enableWithASource);
    enableWithASource();
}

void SourcePanel::setCompareMenu(QMenu* menu)
{
    m_other->setMenu(menu);
}

} // namespace rotascope
