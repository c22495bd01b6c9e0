// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <functional>
#include <utility>

class QMessageBox;
class QWidget;

namespace rotascope {

class Workspace;

/// Asks before work is lost: dimensions that were set by hand and are in no session and no export, pinned tables and notes.
class LossGuard : public QObject {
    Q_OBJECT

public:
    /// `save` saves the session, and asks for a file where it has none; false where nothing is saved. `exportTable` opens the dialog in
    /// which the table can be exported; that is modal to `window`.
    LossGuard(Workspace* workspace, QWidget* window, std::function<bool()> save, std::function<void()> exportTable);

    /// What is lost besides the workspace's work, in words; empty: nothing.
    void askAlso(std::function<QString()> whatElse) { m_whatElse = std::move(whatElse); }
    /// In words, which settings are others than the session's file has; empty: not known.
    void nameSettings(std::function<QStringList()> changed) { m_changedSettings = std::move(changed); }
    /// Goes on at once if nothing would be lost. Else asks, and goes on when the user discards the work, or has saved or exported it;
    /// not when the user cancels. `what` says what will be done: "the window closes". A newer question replaces an older one.
    void before(const QString& what, std::function<void()> goOn);

    /// From now on nothing that is open here is the user's work: it goes on without a question.
    void stopAsking() { m_asks = false; }
    /// What was to be saved could not be.
    void saveFailed() { m_afterSave = {}; }

private:
    void saveFirst(std::function<void()> goOn);
    void exportFirst(const QString& what, std::function<void()> goOn);
    [[nodiscard]] QString question(const QString& what) const;

    Workspace* m_workspace;
    QWidget* m_window;
    std::function<bool()> m_save;
    std::function<void()> m_exportTable;
    std::function<QString()> m_whatElse = [] { return QString(); };
    std::function<QStringList()> m_changedSettings = [] { return QStringList(); };
    std::function<void()> m_afterSave; ///< empty: nothing waits for it
    QPointer<QMessageBox> m_question;
    bool m_asks = true;
};

} // namespace rotascope
