// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tours/tour_card.h"

#include "ui/base/colours.h"
#include "ui/base/elided_label.h"
#include "ui/base/number_text.h"
#include "ui/base/steady_label.h"
#include "ui/base/tab_order.h"
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
#include <algorithm>
#include <initializer_list>
#include <utility>

namespace rotascope {
namespace {

void keepWidthOf(QPushButton* button, const QStringList& texts)
{
    int width = 0;
    for (const QString& text : texts) {
        button->setText(text);
        width = std::max(width, button->sizeHint().width());
    }
    button->setFixedWidth(width);
}

} // namespace

TourCard::TourCard(TourRunner* runner, TourStage* stage, QWidget* parent)
    : QFrame(parent), m_runner(runner), m_stage(stage), m_place(new ElidedLabel), m_title(new ElidedLabel), m_text(new SteadyLabel),
      m_state(new SteadyLabel)
{
    setObjectName(QStringLiteral("tourCard"));
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_text->setObjectName(QStringLiteral("tourText"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state->setObjectName(QStringLiteral("tourState"));
    m_state->setContentsMargins(0, 2, 0, 2);
    for (SteadyLabel* label : {m_text, m_state}) {
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    }

    m_restart = addButton(QStringLiteral("tourRestart"), tr("Start again"), tr("Goes to the first step"));
    m_more = addButton(QStringLiteral("tourMore"), tr("Read more"), tr("Opens the manual where it says more about this step"));
    m_back = addButton(QStringLiteral("tourBack"), tr("Back"), tr("Goes to the step before (Shift+F8)"));
    m_showMe = addButton(QStringLiteral("tourShowMe"), tr("Show me"), tr("Does what the step asks for (F9)"));
    m_next = addButton(QStringLiteral("tourNext"), tr("Next"), tr("Goes to the next step; shows this one first if it is not done (F8)"));
    keepWidthOf(m_next, {tr("Finish"), tr("Next")});
    m_leave = addButton(QStringLiteral("tourLeave"), tr("Leave"), tr("Goes back to your own work. The tour goes on here next time"));

    fitLetters();
    layOut();
    connectButtons();
    connect(runner, &TourRunner::changed, this, &TourCard::refresh);
    refresh();
}

// Buttons above the texts, whose heights differ; and room for the longest of these, so that no view below becomes smaller.
void TourCard::layOut()
{
    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_title);
    head->addSpacing(4);
    head->addWidget(m_place);
    head->addStretch(1);
    for (QPushButton* button : {m_restart, m_more, m_back, m_showMe, m_next, m_leave}) {
        head->addWidget(button);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(3);
    layout->addLayout(head);
    layout->addWidget(m_text);
    layout->addWidget(m_state);
    keepTabOrder(this);
    QStringList texts;
    QStringList answers;
    for (const TourStep& step : m_runner->tour().steps) {
        texts << textOf(step.text);
        answers << doneText(step);
    }
    m_text->expect(texts);
    m_state->expect(answers);
}

void TourCard::connectButtons()
{
    connect(m_restart, &QPushButton::clicked, m_runner, [this] { m_runner->begin(); });
    connect(m_more, &QPushButton::clicked, this, [this] { m_stage->showManual(QString::fromStdString(m_runner->step().manual)); });
    connect(m_back, &QPushButton::clicked, m_runner, &TourRunner::back);
    connect(m_showMe, &QPushButton::clicked, m_runner, &TourRunner::showMe);
    connect(m_next, &QPushButton::clicked, m_runner, &TourRunner::next);
    connect(m_leave, &QPushButton::clicked, this, &TourCard::leaveRequested);
    for (const auto& [keys, button] : {std::pair(QKeySequence(Qt::Key_F8), m_next), std::pair(QKeySequence(Qt::SHIFT | Qt::Key_F8), m_back),
             std::pair(QKeySequence(Qt::Key_F9), m_showMe)}) {
        connect(new QShortcut(keys, this), &QShortcut::activated, button, &QPushButton::click);
    }
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
    m_state->setText(stateText());
    m_restart->setVisible(!runner.isFirst());
    m_restart->setEnabled(!runner.isShowing());
    m_more->setVisible(!runner.step().manual.empty());
    m_back->setEnabled(!runner.isFirst() && !runner.isShowing());
    m_showMe->setEnabled((!runner.step().show.empty() || !runner.step().answer.isEmpty()) && !runner.isShowing());
    m_next->setText(runner.isLast() ? tr("Finish") : tr("Next"));
    tell();
    fitHeight();
    update();
}

bool TourCard::saysAnswer() const
{
    return m_runner->isRevealed() && !m_runner->isShowing() && !m_runner->step().answer.isEmpty();
}

void TourCard::fitLetters()
{
    constexpr int largeWindow = 1600; // logical pixels: it is read from afar
    constexpr double larger = 1.25;
    constexpr double titleScale = 1.15;
    const bool isLarge = width() >= largeWindow;
    if (isLarge == m_isLarge && m_title->font().bold()) {
        return;
    }
    m_isLarge = isLarge;
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * (isLarge ? larger : 1.0));
    for (QLabel* label : std::initializer_list<QLabel*>{m_place, m_text, m_state}) {
        label->setFont(font);
    }
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * titleScale);
    m_title->setFont(font);
}

// A tool bar asks for a height, but not for that of a width.
void TourCard::fitHeight()
{
    if (const int height = layout()->totalHeightForWidth(width()); height != minimumHeight()) {
        setFixedHeight(height);
    }
}

void TourCard::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitLetters();
    fitHeight();
}

QString TourCard::doneText(const TourStep& step)
{
    return step.answer.isEmpty() ? tr("✓ Done") : tr("✓ %1").arg(textOf(step.answer));
}

QString TourCard::stateText() const
{
    const TourRunner& runner = *m_runner;
    const TourStep& step = runner.step();
    if (runner.isShowing()) {
        return tr("One moment …");
    }
    if (!runner.obstacle().isEmpty()) {
        return tr("This step was not reached. %1").arg(runner.obstacle());
    }
    if (runner.isRevealed()) {
        return doneText(step);
    }
    if (!step.answer.isEmpty()) {
        return tr("Guess first. Then try it yourself, or press Show me.");
    }
    return step.expect.isEmpty() && step.show.empty() ? QString() : tr("Try it yourself, or press Show me.");
}

// Screen readers say each step once, at once, and its answer when it is there.
void TourCard::tell()
{
    const QString told = tr("%1. %2. %3").arg(m_place->text(), m_title->text(), m_text->text());
    if (std::exchange(m_told, told) != told) {
        setAccessibleName(told);
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    const QString answer = saysAnswer() ? m_state->text() : QString();
    if (std::exchange(m_toldAnswer, answer) != answer && !answer.isEmpty()) {
        m_state->setAccessibleName(answer);
        QAccessibleEvent alert(m_state, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void TourCard::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const bool dark = isDark(palette());
    painter.fillRect(rect(), dark ? QColor(0x1f, 0x33, 0x4a) : QColor(0xe6, 0xf0, 0xfb));
    painter.setPen(dark ? QColor(0x4a, 0x7a, 0xb5) : QColor(0x8d, 0xb4, 0xe2));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    if (saysAnswer()) {
        constexpr int border = 6; // of the answer, beside it
        painter.fillRect(m_state->geometry().adjusted(-border, 0, border, 0), palette().base());
    }
}

} // namespace rotascope
