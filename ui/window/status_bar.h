// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

class QMenu;

namespace rotascope {

class ElidedLabel;
class EngineIndicator;
class SourceLoader;
class Workspace;

/// The mean disturbance of the current table, how far the opening of a source is, and what computed the result.
class StatusBar : public QStatusBar {
    Q_OBJECT

public:
    /// `engines`: what a click on the engine opens.
    StatusBar(Workspace* workspace, SourceLoader* loader, QMenu* engines, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showMean();
    void shareRoom();

    Workspace* m_workspace;
    ElidedLabel* m_mean;
    EngineIndicator* m_engine;
};

} // namespace rotascope
