// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/wheel_guard.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>
#include <QTabBar>

namespace rotascope {
namespace {

// Whether the wheel would change its value. Scroll bars are left out: they are what the wheel is for.
bool isControl(const QWidget& widget)
{
    const bool isBox = qobject_cast<const QComboBox*>(&widget) != nullptr || qobject_cast<const QAbstractSpinBox*>(&widget) != nullptr;
    const bool isSlider = qobject_cast<const QAbstractSlider*>(&widget) != nullptr && qobject_cast<const QScrollBar*>(&widget) == nullptr;
    return isBox || isSlider || qobject_cast<const QTabBar*>(&widget) != nullptr;
}

} // namespace

WheelGuard::WheelGuard(QObject* parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool WheelGuard::eventFilter(QObject* watched, QEvent* event)
{
    const bool isOurs = event->type() == QEvent::Polish || event->type() == QEvent::Wheel;
    auto* widget = isOurs ? qobject_cast<QWidget*>(watched) : nullptr;
    if (widget == nullptr || !isControl(*widget)) {
        return QObject::eventFilter(watched, event);
    }
    if (event->type() == QEvent::Polish) { // before it is first seen; by Qt's own policy the wheel gives it the focus
        widget->setFocusPolicy(static_cast<Qt::FocusPolicy>(widget->focusPolicy() & ~(Qt::WheelFocus & ~Qt::StrongFocus)));
        return false;
    }
    if (widget->hasFocus()) {
        return false;
    }
    event->ignore(); // goes on to what the control stands in
    return true;
}

} // namespace rotascope
