// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/structure_outline.h"

namespace rotascope {

class Workspace;

/// What the recording that is open consists of.
class StructureView : public StructureOutline {
    Q_OBJECT

public:
    explicit StructureView(Workspace* workspace, QWidget* parent = nullptr);

private:
    void showSource();

    Workspace* m_workspace;
};

} // namespace rotascope
