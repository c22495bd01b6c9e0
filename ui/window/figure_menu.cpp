// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/figure_menu.h"

#include "ui/commands/figure_commands.h"
#include "ui/plots/figure/figure.h"
#include "ui/views/method_comparison.h"

#include <QContextMenuEvent>
#include <QMainWindow>
#include <QMenu>
#include <algorithm>
#include <utility>

namespace rotascope {

std::vector<FigureSource*> figuresOf(const QMainWindow& window)
{
    std::vector<FigureSource*> figures;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (auto* figure = dynamic_cast<FigureSource*>(widget)) {
            figures.push_back(figure);
        }
    }
    // Children change places when docks are raised.
    std::ranges::sort(figures, {}, [](const FigureSource* figure) { return figure->figureName(); });
    return figures;
}

FigureMenu::FigureMenu(QMainWindow& window, Workspace* workspace, WindowServices services)
    : QObject(&window), m_workspace(workspace), m_services(std::move(services))
{
    for (FigureSource* figure : figuresOf(window)) {
        dynamic_cast<QWidget*>(figure)->installEventFilter(this);
    }
}

bool FigureMenu::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ContextMenu) {
        return QObject::eventFilter(watched, event);
    }
    auto* menu = new QMenu(qobject_cast<QWidget*>(watched));
    menu->setObjectName(QStringLiteral("figureMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    addEntries(*menu, entriesOf(*dynamic_cast<FigureSource*>(watched), {*m_workspace, m_services}));
    if (qobject_cast<MethodComparison*>(watched) != nullptr) {
        menu->addSeparator();
        addEntries(*menu->addMenu(tr("Columns")), m_services.comparisonColumns());
        addEntries(*menu->addMenu(tr("Sort by")), m_services.comparisonOrders());
    }
    menu->popup(static_cast<QContextMenuEvent*>(event)->globalPos());
    return true;
}

} // namespace rotascope
