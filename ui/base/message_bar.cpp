// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/message_bar.h"

#include "ui/base/colours.h"
#include "ui/base/form.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QMargins>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <utility>

namespace rotascope {

MessageBar::MessageBar(QWidget* parent) : QFrame(parent), m_text(makeLabel())
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 6, 6);
    auto* icon = makeLabel();
    icon->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxWarning).pixmap(16, 16));
    layout->addWidget(icon);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_text, 1);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i] = new QPushButton;
        m_buttons[i]->setObjectName(i == 0 ? QStringLiteral("messageAction") : QStringLiteral("messageSecondAction"));
        connect(m_buttons[i], &QPushButton::clicked, this, [this, i] {
            hide();
            if (const auto action = std::exchange(m_actions[i], nullptr)) {
                action();
            }
        });
        layout->addWidget(m_buttons[i]);
    }
    auto* close = new QToolButton;
    close->setAutoRaise(true);
    close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close the message"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    layout->addWidget(close);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    hide();
}

void MessageBar::showMessage(const QString& message)
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->hide();
        m_actions[i] = nullptr;
    }
    m_text->setText(message);
    setAccessibleName(message);
    show();
    QAccessibleEvent alert(this, QAccessible::Alert); // is read at once
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::setAction(std::size_t button, const Action& action)
{
    m_actions[button] = action.run;
    m_buttons[button]->setText(action.text);
    m_buttons[button]->setToolTip(action.toolTip);
    m_buttons[button]->show();
}

void MessageBar::offer(const QString& message, const QString& button, std::function<void()> action)
{
    showMessage(message);
    setAction(0, {button, std::move(action)});
}

void MessageBar::offer(const QString& message, const Action& first, const Action& second)
{
    showMessage(message);
    setAction(0, first);
    setAction(1, second);
}

int MessageBar::usualHeight() const
{
    const QMargins margins = layout()->contentsMargins();
    return m_buttons.front()->sizeHint().height() + margins.top() + margins.bottom();
}

QString MessageBar::message() const
{
    return m_text->text();
}

void MessageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool dark = isDark(palette());
    painter.fillRect(rect(), dark ? QColor(0x4a, 0x3a, 0x10) : QColor(0xff, 0xf1, 0xc9));
    painter.setPen(dark ? QColor(0x8a, 0x6d, 0x1f) : QColor(0xd9, 0xb8, 0x5a));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace rotascope
