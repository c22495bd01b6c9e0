// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/drop_target.h"

#include <QApplication>
#include <QDockWidget>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>
#include <algorithm>
#include <utility>

namespace rotascope {
namespace {

bool hasFile(const QMimeData& data)
{
    return std::ranges::any_of(data.urls(), &QUrl::isLocalFile);
}

} // namespace

DropTarget::DropTarget(QWidget* window, std::function<void(const QString& file, const QWidget& place)> open,
    std::function<void(const QString& message)> refuse)
    : QObject(window), m_window(window), m_open(std::move(open)), m_refuse(std::move(refuse))
{
    window->setAcceptDrops(true);
    QCoreApplication::instance()->installEventFilter(this);
}

// The window, what is in it, and panels that float.
bool DropTarget::isOurs(QObject* watched) const
{
    const auto* widget = qobject_cast<const QWidget*>(watched);
    while (widget != nullptr && widget != m_window) {
        widget = widget->parentWidget();
    }
    return widget != nullptr;
}

bool DropTarget::eventFilter(QObject* watched, QEvent* event)
{
    if (auto* panel = event->type() == QEvent::Polish ? qobject_cast<QDockWidget*>(watched) : nullptr;
        panel != nullptr && isOurs(watched)) {
        panel->setAcceptDrops(true); // for when it floats: it is a window of its own then
    }
    const bool isDrop = event->type() == QEvent::Drop;
    if ((!isDrop && event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove) || !isOurs(watched)) {
        return QObject::eventFilter(watched, event);
    }
    auto& drag = *static_cast<QDropEvent*>(event);
    if (!drag.mimeData()->hasUrls()) {
        return false; // text, for a field
    }
    if (!hasFile(*drag.mimeData()) || !drag.possibleActions().testFlag(Qt::CopyAction) || QApplication::activeModalWidget() != nullptr) {
        drag.ignore(); // nor does a field get the address as text
        return true;
    }
    drag.setDropAction(Qt::CopyAction);
    drag.accept();
    if (isDrop) {
        // What takes drops may be a window: of its widgets, the one below the pointer.
        const auto* receiver = static_cast<const QWidget*>(watched);
        const QWidget* below = receiver->childAt(drag.position().toPoint());
        drop(drag, below != nullptr ? *below : *receiver);
    }
    return true;
}

void DropTarget::drop(const QDropEvent& event, const QWidget& place)
{
    const QList<QUrl> urls = event.mimeData()->urls();
    if (urls.size() == 1) {
        m_open(urls.front().toLocalFile(), place);
    } else {
        m_refuse(tr("%n files were dropped; expected one.", nullptr, static_cast<int>(urls.size())));
    }
}

} // namespace rotascope
