// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QPointer>

class QAction;
class QLineEdit;
class QMenuBar;
class QStandardItemModel;
class QTreeView;

namespace rotascope {

/// Finds any command of the menus by some letters of its words, and runs it: the arrow keys choose, Enter runs. It shows the keys of each
/// command, so that users learn them.
class CommandPalette : public QDialog {
    Q_OBJECT

public:
    explicit CommandPalette(const QMenuBar& menus, QWidget* parent = nullptr);

private:
    void addMenu(const QString& path, const QList<QAction*>& actions);
    void chooseFirst();
    void run();

    QList<QPointer<QAction>> m_actions; ///< null: gone since; in the model's order
    QStandardItemModel* m_model;
    QLineEdit* m_search;
    QTreeView* m_list;
};

} // namespace rotascope
