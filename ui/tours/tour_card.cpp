// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tours/tour_card.h"

#include "ui/base/colours.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/steady_label.h"
#include "ui/base/tab_order.h"
#include "ui/base/text.h"
#include "ui/tours/tour_list.h"
#include "ui/tours/tour_runner.h"
#include "ui/tours/tour_stage.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <utility>

namespace rotascope {
namespace {

QLabel* makeTitle()
{
    auto* title = makeLabel();
    QFont font = title->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    title->setFont(font);
    return title;
}

} // namespace

TourCard::TourCard(TourRunner* runner, TourStage* stage, QWidget* parent)
    : QFrame(parent), m_runner(runner), m_stage(stage), m_place(makeLabel()), m_title(makeTitle()), m_text(new SteadyLabel),
      m_state(makeLabel())
{
    setObjectName(QStringLiteral("tourCard"));
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_text->setObjectName(QStringLiteral("tourText"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state->setObjectName(QStringLiteral("tourState"));
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long reason must not widen the window

    m_restart = addButton(QStringLiteral("tourRestart"), tr("Start again"), tr("Goes to the first step"));
    m_more = addButton(QStringLiteral("tourMore"), tr("Read more"), tr("Opens the manual where it says more about this step"));
    m_back = addButton(QStringLiteral("tourBack"), tr("Back"), tr("Goes to the step before (Shift+F8)"));
    m_showMe = addButton(QStringLiteral("tourShowMe"), tr("Show me"), tr("Does what the step asks for (F9)"));
    m_next = addButton(QStringLiteral("tourNext"), tr("Next"), tr("Goes to the next step; shows this one first if it is not done (F8)"));
    m_leave = addButton(QStringLiteral("tourLeave"), tr("Leave"), tr("Goes back to your own work. The tour goes on here next time"));

    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_title);
    head->addWidget(m_place);
    head->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_state, 1);
    for (QPushButton* button : {m_restart, m_more, m_back, m_showMe, m_next, m_leave}) {
        buttons->addWidget(button);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(5);
    layout->addLayout(head);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    keepTabOrder(this);

    connect(m_restart, &QPushButton::clicked, runner, [runner] { runner->begin(); });
    connect(m_more, &QPushButton::clicked, this, [this] { m_stage->showManual(QString::fromStdString(m_runner->step().manual)); });
    connect(m_back, &QPushButton::clicked, runner, &TourRunner::back);
    connect(m_showMe, &QPushButton::clicked, runner, &TourRunner::showMe);
    connect(m_next, &QPushButton::clicked, runner, &TourRunner::next);
    connect(m_leave, &QPushButton::clicked, this, &TourCard::leaveRequested);
    connect(runner, &TourRunner::changed, this, &TourCard::refresh);
    for (const auto& [keys, button] : {std::pair(QKeySequence(Qt::Key_F8), m_next), std::pair(QKeySequence(Qt::SHIFT | Qt::Key_F8), m_back),
             std::pair(QKeySequence(Qt::Key_F9), m_showMe)}) {
        connect(new QShortcut(keys, this), &QShortcut::activated, button, &QPushButton::click);
    }
    refresh();
}

QPushButton* TourCard::addButton(const QString& name, const QString& text, const QString& toolTip)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setToolTip(toolTip);
    return button;
}

void TourCard::focusNext()
{
    m_next->setFocus();
}

void TourCard::refresh()
{
    const TourRunner& runner = *m_runner;
    m_title->setText(textOf(runner.step().title));
    m_place->setText(
        tr("%1 · step %2 of %3").arg(textOf(runner.tour().title), countText(runner.index() + 1), countText(runner.tour().steps.size())));
    m_text->setText(textOf(runner.step().text));
    const bool asks = !runner.step().expect.isEmpty();
    m_state->setText(runner.isShowing()           ? tr("One moment …")
            : !runner.obstacle().isEmpty()        ? tr("This step was not reached. %1").arg(runner.obstacle())
            : asks && runner.isDone()             ? tr("✓ Done")
            : asks || !runner.step().show.empty() ? tr("Try it yourself, or press Show me.")
                                                  : QString());
    m_state->setToolTip(asToolTip(m_state->text()));
    m_restart->setVisible(!runner.isFirst());
    m_restart->setEnabled(!runner.isShowing());
    m_more->setVisible(!runner.step().manual.empty());
    m_back->setEnabled(!runner.isFirst() && !runner.isShowing());
    m_showMe->setEnabled(!runner.step().show.empty() && !runner.isShowing());
    m_next->setText(runner.isLast() ? tr("Finish") : tr("Next"));
    tell();
}

// Screen readers say each step once, at once.
void TourCard::tell()
{
    const QString told = tr("%1. %2. %3").arg(m_place->text(), m_title->text(), m_text->text());
    if (m_told == told) {
        return;
    }
    m_told = told;
    setAccessibleName(told);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void TourCard::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const bool dark = isDark(palette());
    painter.fillRect(rect(), dark ? QColor(0x1f, 0x33, 0x4a) : QColor(0xe6, 0xf0, 0xfb));
    painter.setPen(dark ? QColor(0x4a, 0x7a, 0xb5) : QColor(0x8d, 0xb4, 0xe2));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace rotascope
