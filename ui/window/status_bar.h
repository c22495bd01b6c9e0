// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

class QLabel;
class QMenu;

namespace rotascope {

class SourceLoader;
class Workspace;

/// The mean disturbance of the current table, how far the opening of a source is, and what computed the result.
class StatusBar : public QStatusBar {
    Q_OBJECT

public:
    /// `engines`: what a click on the engine opens.
    StatusBar(Workspace* workspace, SourceLoader* loader, QMenu* engines, QWidget* parent = nullptr);

private:
    void showMean();

    Workspace* m_workspace;
    QLabel* m_mean;
};

} // namespace rotascope
