// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/whole_tabs.h"

#include <QChildEvent>
#include <QMainWindow>
#include <QTabBar>
#include <QToolButton>
#include <algorithm>

namespace rotascope {
namespace {

// Lies over a part of the bar. Clicks go through to the tab, which then comes into sight.
void cover(QTabBar& tabs, const QString& name, const QRect& place)
{
    auto* cover = tabs.findChild<QWidget*>(name, Qt::FindDirectChildrenOnly);
    if (cover == nullptr && place.isEmpty()) {
        return;
    }
    if (cover == nullptr) {
        cover = new QWidget(&tabs);
        cover->setObjectName(name);
        cover->setAutoFillBackground(true);
        cover->setAttribute(Qt::WA_TransparentForMouseEvents);
        cover->lower(); // below the arrows
    }
    if (cover->geometry() != place) {
        cover->setGeometry(place);
    }
    if (cover->isHidden() != place.isEmpty()) {
        cover->setVisible(!place.isEmpty());
    }
}

} // namespace

WholeTabs::WholeTabs(QMainWindow& window) : QObject(&window)
{
    window.installEventFilter(this); // it makes the bars when it needs them
}

bool WholeTabs::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ChildPolished) {
        if (auto* tabs = qobject_cast<QTabBar*>(static_cast<QChildEvent*>(event)->child()); tabs != nullptr && tabs->parent() == parent()) {
            tabs->installEventFilter(this);
        }
    } else if (event->type() == QEvent::Paint && watched != parent()) {
        coverCutTabs(*static_cast<QTabBar*>(watched)); // whatever moved them, they are painted then
    }
    return QObject::eventFilter(watched, event);
}

void WholeTabs::coverCutTabs(QTabBar& tabs)
{
    int end = tabs.width();
    for (const QToolButton* arrow : tabs.findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly)) {
        end = arrow->isHidden() ? end : std::min(end, arrow->x());
    }
    QRect before;
    QRect after;
    for (int i = 0; i < tabs.count(); ++i) {
        const QRect tab = tabs.tabRect(i);
        const QRect seen = tab.intersected(QRect(0, 0, end, tabs.height()));
        if (!seen.isEmpty() && seen != tab) {
            (tab.left() < 0 ? before : after) = QRect(seen.left(), 0, seen.width(), tabs.height());
        }
    }
    cover(tabs, QStringLiteral("cutTabBefore"), before);
    cover(tabs, QStringLiteral("cutTabAfter"), after);
}

} // namespace rotascope
