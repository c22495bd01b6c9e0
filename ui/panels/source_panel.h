// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/source.h"

#include <QWidget>

namespace rotascope {

class Workspace;

/// The source and everything that the analysis depends on: a group for each share of the settings, below each other.
class SourcePanel : public QWidget {
    Q_OBJECT

public:
    explicit SourcePanel(Workspace* workspace, QWidget* parent = nullptr);

signals:
    void openRequested();
    void presetRequested(const QString& modelId);
    void ropeRequested(const QString& ropeName);
    void startRequested(rotascope::StartingPoint start);
    /// The method of the user's own table is wanted, and there is no table yet.
    void tableRequested();
};

} // namespace rotascope
