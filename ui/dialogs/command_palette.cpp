// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/command_palette.h"

#include "ui/base/text.h"
#include "ui/base/word_filter.h"
#include "ui/manual/help.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QStandardItemModel>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

namespace rotascope {
namespace {

constexpr int indexRole = Qt::UserRole;

// A menu entry's text without the letter that is marked, and without what follows a tab.
QString plainText(const QString& text)
{
    return withoutKeyMark(text.section(QLatin1Char('\t'), 0, 0));
}

// The keys that the menu shows: the action's own, or those that follow a tab in its text.
QString keysOf(const QAction& action)
{
    const QString told = action.text().section(QLatin1Char('\t'), 1, 1);
    return told.isEmpty() ? QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText) : told;
}

} // namespace

CommandPalette::CommandPalette(const QMenuBar& menus, QWidget* parent)
    : QDialog(parent), m_model(new QStandardItemModel(0, 2, this)), m_search(new QLineEdit(this)), m_list(new QTreeView(this))
{
    setWindowTitle(tr("Commands"));
    setManualPage(this, QStringLiteral("commands"));
    addMenu({}, menus.actions());
    auto* shown = new WordFilter(this);
    shown->setSourceModel(m_model);
    m_list->setModel(shown);
    m_list->setRootIsDecorated(false);
    m_list->setHeaderHidden(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Commands that were found"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_search->setPlaceholderText(tr("What do you want to do?"));
    m_search->setAccessibleName(tr("Words of the command"));
    m_search->setClearButtonEnabled(true);
    new SearchKeys(m_search, m_list);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    resize(560, 420);
    connect(m_search, &QLineEdit::textChanged, this, [this, shown](const QString& text) {
        shown->setWords(text);
        chooseFirst();
    });
    connect(m_search, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QTreeView::activated, this, &CommandPalette::run);
    chooseFirst();
}

void CommandPalette::addMenu(const QString& path, const QList<QAction*>& actions)
{
    for (QAction* action : actions) {
        const QString text = path + plainText(action->text());
        if (QMenu* submenu = action->menu(); submenu != nullptr && action->isEnabled()) {
            emit submenu->aboutToShow(); // else a menu that is made when it opens would hold what it held last
            addMenu(text + QStringLiteral(" ► "), submenu->actions());
        } else if (!action->isSeparator()) {
            auto* name = new QStandardItem(text);
            auto* keys = new QStandardItem(keysOf(*action));
            name->setData(m_actions.size(), indexRole);
            name->setCheckable(false);
            name->setToolTip(action->toolTip());
            for (QStandardItem* item : {name, keys}) {
                item->setEnabled(action->isEnabled());
            }
            m_actions.append(action);
            m_model->appendRow({name, keys});
        }
    }
}

// The first that can be done now.
void CommandPalette::chooseFirst()
{
    const QAbstractItemModel& shown = *m_list->model();
    for (int row = 0; row < shown.rowCount(); ++row) {
        if (shown.index(row, 0).flags().testFlag(Qt::ItemIsEnabled)) {
            m_list->setCurrentIndex(shown.index(row, 0));
            return;
        }
    }
    m_list->setCurrentIndex({});
}

void CommandPalette::run()
{
    const QModelIndex chosen = m_list->currentIndex().siblingAtColumn(0);
    if (!chosen.isValid() || !(chosen.flags() & Qt::ItemIsEnabled)) {
        return;
    }
    if (QAction* action = m_actions[chosen.data(indexRole).toInt()]) {
        QTimer::singleShot(0, action, &QAction::trigger); // once this dialog is gone: the command may open another
    }
    accept();
}

} // namespace rotascope
