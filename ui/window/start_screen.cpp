// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/start_screen.h"

#include "ui/commands/command_actions.h"
#include "ui/start/start_page.h"
#include "ui/window/docks.h"

#include <QBoxLayout>
#include <QWidget>

namespace rotascope {

StartScreen::StartScreen(QWidget* view, Docks& docks, CommandActions& commands, QObject* parent)
    : QObject(parent), m_view(view), m_docks(docks), m_commands(commands)
{
}

void StartScreen::show(const QString& wayBack)
{
    if (isShown()) {
        return;
    }
    m_page = new StartPage(wayBack);
    connect(m_page, &StartPage::openRequested, this, &StartScreen::openRequested);
    connect(m_page, &StartPage::fileChosen, this, &StartScreen::fileChosen);
    connect(m_page, &StartPage::presetChosen, this, &StartScreen::presetChosen);
    connect(m_page, &StartPage::tourChosen, this, &StartScreen::tourChosen, Qt::QueuedConnection); // the same
    connect(m_page, &StartPage::backRequested, this, &StartScreen::hide, Qt::QueuedConnection); // when the page's own event is over
    setViewsShown(false);
    qobject_cast<QBoxLayout*>(m_view->parentWidget()->layout())->addWidget(m_page, 1);
    m_page->show();
    m_page->focusSearch();
}

void StartScreen::hide()
{
    if (!isShown()) {
        return;
    }
    m_page->hide();
    m_page->deleteLater();
    m_page = nullptr;
    setViewsShown(true);
    emit hidden();
}

void StartScreen::setViewsShown(bool areShown)
{
    m_view->setVisible(areShown);
    m_docks.setShown(areShown);
    m_commands.setResultsShown(areShown);
}

} // namespace rotascope
