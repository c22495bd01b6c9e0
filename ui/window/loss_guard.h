// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <functional>

class QMessageBox;
class QWidget;

namespace rotascope {

class Workspace;

/// Asks before work is lost: dimensions that were set by hand and are in no export.
class LossGuard : public QObject {
    Q_OBJECT

public:
    /// `exportTable` opens the dialog in which the table can be exported; that is modal to `window`.
    LossGuard(Workspace* workspace, QWidget* window, std::function<void()> exportTable);

    /// Goes on at once where nothing would be lost. Else asks, and goes on when the user discards the work or has exported it; not when the
    /// user cancels. `what` will be done, as a clause: "is closed". A newer question takes the place of an older one.
    void before(const QString& what, std::function<void()> goOn);

private:
    void exportFirst(const QString& what, std::function<void()> goOn);
    [[nodiscard]] QString question(const QString& what) const;

    Workspace* m_workspace;
    QWidget* m_window;
    std::function<void()> m_exportTable;
    QPointer<QMessageBox> m_question;
};

} // namespace rotascope
