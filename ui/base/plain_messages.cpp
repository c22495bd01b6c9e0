// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/plain_messages.h"

#include <QApplication>
#include <QEvent>
#include <QFileDialog>
#include <QMessageBox>

namespace rotascope {

PlainMessages::PlainMessages(QObject* parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool PlainMessages::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Polish) { // before it is first seen
        auto* message = qobject_cast<QMessageBox*>(watched);
        if (message != nullptr && qobject_cast<QFileDialog*>(message->parentWidget()) != nullptr) {
            message->setTextFormat(Qt::PlainText);
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace rotascope
