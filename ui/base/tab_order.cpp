// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/tab_order.h"

#include "ui/base/readable.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLayout>
#include <QList>
#include <QScrollArea>
#include <QWidget>
#include <utility>

namespace rotascope {
namespace {

bool takesTab(const QWidget& widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.focusProxy() == nullptr;
}

bool isStopIn(const QWidget& panel, const QWidget& widget)
{
    return panel.isAncestorOf(&widget) && takesTab(widget) && widget.isEnabled() && widget.isVisibleTo(&panel);
}

template <class Wanted> QWidget* firstStop(const QWidget& panel, Wanted isWanted)
{
    for (QWidget* widget = panel.nextInFocusChain(); widget != &panel; widget = widget->nextInFocusChain()) {
        if (isStopIn(panel, *widget) && isWanted(*widget)) {
            return widget;
        }
    }
    return nullptr;
}

void collect(QWidget& widget, QList<QWidget*>& found);

void collect(const QLayout& layout, QList<QWidget*>& found)
{
    for (int i = 0; i < layout.count(); ++i) {
        if (QWidget* widget = layout.itemAt(i)->widget()) {
            collect(*widget, found);
        } else if (const QLayout* inner = layout.itemAt(i)->layout()) {
            collect(*inner, found);
        }
    }
}

void collect(QWidget& widget, QList<QWidget*>& found)
{
    if (takesTab(widget)) {
        found << &widget;
    } else if (const auto* area = qobject_cast<QScrollArea*>(&widget); area != nullptr && area->widget() != nullptr) {
        collect(*area->widget(), found);
    } else if (widget.layout() != nullptr) {
        collect(*widget.layout(), found);
    }
}

class TabOrder final : public QObject {
public:
    explicit TabOrder(QWidget* panel) : QObject(panel), m_panel(*panel)
    {
        panel->installEventFilter(this);
        order();
    }

protected:
    // What comes and goes in a layout makes one.
    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        if (event->type() == QEvent::LayoutRequest) {
            order();
        }
        return false;
    }

private:
    void order()
    {
        QList<QWidget*> wanted;
        if (m_panel.layout() != nullptr) {
            collect(*m_panel.layout(), wanted);
        }
        if (wanted.isEmpty() || isDone(wanted)) {
            return;
        }
        QWidget* before = ahead();
        for (QWidget* widget : std::as_const(wanted)) {
            if (before != nullptr) {
                QWidget::setTabOrder(before, widget);
            }
            before = widget;
        }
    }

    [[nodiscard]] bool isDone(const QList<QWidget*>& wanted) const
    {
        QWidget* before = ahead();
        for (QWidget* widget : wanted) {
            QWidget* previous = widget->previousInFocusChain();
            while (previous != widget && !takesTab(*previous)) {
                previous = previous->previousInFocusChain();
            }
            if (before != nullptr && previous != before) {
                return false;
            }
            before = widget;
        }
        return true;
    }

    // What takes Tab before the panel does; null: nothing outside of it. The panel itself keeps its place among the others.
    [[nodiscard]] QWidget* ahead() const
    {
        for (QWidget* widget = m_panel.previousInFocusChain(); widget != &m_panel; widget = widget->previousInFocusChain()) {
            if (takesTab(*widget) && !m_panel.isAncestorOf(widget)) {
                return widget;
            }
        }
        return nullptr;
    }

    QWidget& m_panel;
};

class ButtonBoxes final : public QObject {
public:
    explicit ButtonBoxes(QObject* parent) : QObject(parent) { QCoreApplication::instance()->installEventFilter(this); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (auto* box = event->type() == QEvent::Show ? qobject_cast<QDialogButtonBox*>(watched) : nullptr) {
            box->setFocusProxy(nullptr);
            box->setFocusPolicy(Qt::NoFocus);
            QList<QWidget*> buttons; // in the order of the desktop
            collect(*box->layout(), buttons);
            for (qsizetype i = 1; i < buttons.size(); ++i) {
                QWidget::setTabOrder(buttons[i - 1], buttons[i]);
            }
        }
        return false;
    }
};

} // namespace

void freeButtonBoxes(QObject* parent)
{
    new ButtonBoxes(parent);
}

void keepTabOrder(QWidget* panel)
{
    new TabOrder(panel);
}

QWidget* firstTabStop(const QWidget& panel)
{
    return firstStop(panel, [](const QWidget&) { return true; });
}

QWidget* mainTabStop(const QWidget& panel)
{
    if (QWidget* last = panel.focusWidget(); last != nullptr && last != &panel && isStopIn(panel, *last)) {
        return last;
    }
    QWidget* main = firstStop(panel, [](const QWidget& widget) {
        return dynamic_cast<const Readable*>(&widget) != nullptr || qobject_cast<const QAbstractItemView*>(&widget) != nullptr;
    });
    return main != nullptr ? main : firstTabStop(panel);
}

} // namespace rotascope
