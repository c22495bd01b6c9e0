// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/command.h"

#include <QObject>

class QMainWindow;

namespace rotascope {

class FigureSource;

/// The views of a window whose pictures and data can be saved, sorted by their names.
std::vector<FigureSource*> figuresOf(const QMainWindow& window);

/// The context menu of these views, for the right mouse button and the menu key: copying and saving.
class FigureMenu : public QObject {
    Q_OBJECT

public:
    /// `window` outlives it and has its views.
    FigureMenu(QMainWindow& window, Workspace* workspace, WindowServices services);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Workspace* m_workspace;
    WindowServices m_services;
};

} // namespace rotascope
