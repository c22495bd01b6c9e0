// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QString>
#include <optional>

class QAction;
class QDockWidget;
class QMainWindow;
class QWidget;

namespace rotascope {

class Workspace;

/// The docks of the window, one for each row of the table of views, and where they are.
class Docks {
public:
    /// Adds the docks to the window; that has its first size, because theirs are shares of it.
    Docks(QMainWindow& window, Workspace* workspace);

    /// An entry of the View menu for each dock: closes it and brings it back.
    [[nodiscard]] QList<QAction*> toggleActions() const;
    /// All docks in the places that they have at first in a window of this size. The focus stays where it is, or goes to what is then in
    /// front of it.
    void reset();
    /// Moves the focus into the view with this title once it is in front: a click on its tab asks for it.
    void enter(const QString& title) const;
    /// Makes the window as large as this, with all docks in the places that they have at first there.
    void fitTo(const QSize& size);
    /// Takes the window's geometry and docks from the user's settings, and keeps them there from now on. Where there are none, the window
    /// fits its screen, with its frame and beside its panels.
    void keep();
    [[nodiscard]] bool areKept() const { return m_areKept; }
    /// Writes them to the user's settings, if they are kept.
    void save() const;
    /// Puts all docks aside, and brings them back as they were.
    void setShown(bool areShown);
    /// What QMainWindow::restoreState() takes: the docks as they are, or as they will be once they are shown again.
    [[nodiscard]] QByteArray state() const;

private:
    void addDocks(Workspace* workspace);
    [[nodiscard]] double lettersScale() const;
    [[nodiscard]] bool isSmall(const QSize& size) const;
    [[nodiscard]] int lowerHeight(int usual, const QSize& size) const;
    /// For a window of this size.
    void arrange(const QSize& size);
    void giveSizes(const QSize& size);
    void fitToScreen();
    [[nodiscard]] QDockWidget* dock(const char* id) const;
    static void enter(const QDockWidget& dock);
    static void enterSoon(QDockWidget* dock);
    void giveBack(QWidget* focus) const;
    [[nodiscard]] QString titleInFrontOf(const QDockWidget& dock) const;

    QMainWindow& m_window;
    QList<QDockWidget*> m_docks; ///< in the table's order
    std::optional<QByteArray> m_aside; ///< while they are not shown: their state
    bool m_areKept = false;
};

} // namespace rotascope
