// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

class QAction;
class QDockWidget;
class QMainWindow;

namespace rotascope {

class Workspace;

/// The docks of the window, one for each row of the table of views, and where they are.
class Docks {
public:
    /// Adds the docks to the window; that has its first size, because theirs are shares of it.
    Docks(QMainWindow& window, Workspace* workspace);

    /// An entry of the View menu for each dock: closes it and brings it back.
    [[nodiscard]] QList<QAction*> toggleActions() const;
    /// Takes the docks and bars as they are now for the first layout, which reset() restores.
    void takeAsFirstLayout();
    void reset();
    /// Takes the window's geometry and docks from the user's settings, and keeps them there from now on.
    void keep();
    [[nodiscard]] bool areKept() const { return m_areKept; }
    /// Writes them to the user's settings, if they are kept.
    void save() const;

private:
    void addDocks(Workspace* workspace);
    void arrange();
    [[nodiscard]] QDockWidget* dock(const char* id) const;

    QMainWindow& m_window;
    QList<QDockWidget*> m_docks; ///< in the table's order
    QByteArray m_firstLayout;
    bool m_areKept = false;
};

} // namespace rotascope
