// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/menus.h"

#include "ui/commands/command_actions.h"
#include "ui/window/docks.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace rotascope {
namespace {

class Menus {
    Q_DECLARE_TR_FUNCTIONS(Menus)
};

} // namespace

void fillMenuBar(QMenuBar& bar, const CommandActions& commands, const Docks& docks, QMenu* engines)
{
    commands.addTo(*bar.addMenu(Menus::tr("&File")), CommandMenu::File);
    commands.addTo(*bar.addMenu(Menus::tr("&Edit")), CommandMenu::Edit);
    QMenu* view = bar.addMenu(Menus::tr("&View"));
    view->addActions(docks.toggleActions());
    commands.addTo(*view, CommandMenu::View);
    bar.addMenu(engines);
    commands.addTo(*bar.addMenu(Menus::tr("&Help")), CommandMenu::Help);
}

} // namespace rotascope
