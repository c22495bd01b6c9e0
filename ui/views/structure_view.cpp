// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/structure_view.h"

#include "ui/workspace/structure_loader.h"
#include "ui/workspace/workspace.h"

namespace rotascope {

StructureView::StructureView(Workspace* workspace, QWidget* parent) : StructureOutline(parent), m_workspace(workspace)
{
    connect(workspace, &Workspace::sourceChanged, this, &StructureView::showSource);
    showSource();
}

void StructureView::showSource()
{
    const std::shared_ptr<const Source>& source = m_workspace->source();
    const QString file = source && source->kind == SourceKind::Recording ? QString::fromStdString(source->origin) : QString();
    if (file.isEmpty() || file != loader().file()) { // else another RoPE of it, or another starting point
        showFile(file, tr("Open a recording to see its groups, datasets and attributes."));
    }
}

} // namespace rotascope
