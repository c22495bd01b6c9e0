// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <Qt>
#include <vector>

class QWidget;

namespace rotascope {

class Workspace;

/// A view that docks beside the distribution in the middle: a row of the table of views. Docks, the View menu and the first layout are
/// made from it.
struct View {
    const char* id; ///< unique; names the dock in layouts that users have saved, so it stays
    QString title;
    QString toolTip; ///< of its entry in the View menu
    const char* page; ///< of the manual, which F1 opens
    Qt::DockWidgetArea area;
    const char* tabbedWith = nullptr; ///< id of an earlier view that it stands behind at first; null: it has a place of its own
    /// The share of the window at first, in pixels of 1600 x 1000; 0: what the view asks for (width), what is left (height). Tabs share
    /// that of the view in front.
    int width = 0;
    int height = 0;
    QWidget* (*make)(Workspace* workspace);
};

/// All views, in the order of the View menu.
const std::vector<View>& views();

} // namespace rotascope
