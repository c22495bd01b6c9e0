// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/docks.h"

#include "ui/base/user_settings.h"
#include "ui/manual/help.h"
#include "ui/window/view_table.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QScreen>

namespace rotascope {
namespace {

QString geometryKey()
{
    return QStringLiteral("geometry");
}

QString docksKey()
{
    return QStringLiteral("docks");
}

} // namespace

Docks::Docks(QMainWindow& window, Workspace* workspace) : m_window(window)
{
    window.setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    addDocks(workspace);
    arrange();
}

void Docks::addDocks(Workspace* workspace)
{
    for (const View& view : views()) {
        auto* dock = new QDockWidget(view.title, &m_window);
        dock->setObjectName(QString::fromLatin1(view.id));
        dock->setWidget(view.make(workspace));
        setManualPage(dock, QString::fromLatin1(view.page));
        dock->toggleViewAction()->setToolTip(view.toolTip);
        m_window.addDockWidget(view.area, dock);
        m_docks.append(dock);
    }
}

void Docks::arrange()
{
    for (const View& view : views()) {
        if (view.tabbedWith != nullptr) {
            m_window.tabifyDockWidget(dock(view.tabbedWith), dock(view.id));
            dock(view.tabbedWith)->raise();
        }
    }
    for (const View& view : views()) {
        if (view.tabbedWith != nullptr) {
            continue;
        }
        const int width = view.width != 0 ? view.width : dock(view.id)->widget()->sizeHint().width();
        m_window.resizeDocks({dock(view.id)}, {width}, Qt::Horizontal);
        if (view.height != 0) {
            m_window.resizeDocks({dock(view.id)}, {view.height}, Qt::Vertical);
        }
    }
}

QDockWidget* Docks::dock(const char* id) const
{
    return m_window.findChild<QDockWidget*>(QString::fromLatin1(id));
}

QList<QAction*> Docks::toggleActions() const
{
    QList<QAction*> actions;
    for (const QDockWidget* dock : m_docks) {
        actions.append(dock->toggleViewAction());
    }
    return actions;
}

void Docks::takeAsFirstLayout()
{
    m_firstLayout = m_window.saveState();
}

void Docks::reset()
{
    m_window.restoreState(m_firstLayout);
}

void Docks::keep()
{
    m_areKept = true;
    m_window.resize(m_window.size().boundedTo(m_window.screen()->availableSize()));
    m_window.restoreGeometry(userSetting(geometryKey()).toByteArray());
    m_window.restoreState(userSetting(docksKey()).toByteArray());
}

void Docks::save() const
{
    if (m_areKept) {
        keepUserSetting(geometryKey(), m_window.saveGeometry());
        keepUserSetting(docksKey(), m_window.saveState());
    }
}

} // namespace rotascope
