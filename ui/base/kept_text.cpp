// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/kept_text.h"

#include "ui/base/colours.h"
#include "ui/base/field_keys.h"
#include "ui/base/text.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStyle>
#include <utility>

namespace rotascope {

KeptText::KeptText(QWidget* field) : QObject(field), m_field(field), m_line(lineOfField(field))
{
    field->installEventFilter(this); // a box hands on its keys past the filters of its line
    connect(m_line, &QLineEdit::textChanged, this, &KeptText::forgetUnlessTyped);
}

// The text is put in as if it were typed: so Undo and Escape lead back to what is in force.
void KeptText::keep(const QString& typed, const QString& message)
{
    if (!m_field->hasFocus()) {
        return;
    }
    forget();
    m_line->selectAll();
    m_line->insert(typed);
    m_refused = typed;
    m_isKept = true;
    mark(message);
}

// By a sign and the message as well, where there is room: no meaning is in the colour alone.
void KeptText::mark(const QString& message)
{
    QPalette marked; // its other colours are those of the window
    marked.setColor(QPalette::Text, errorColor(m_line->palette()));
    m_line->setPalette(marked);
    constexpr int letters = 12;
    if (m_line->width() >= letters * m_line->fontMetrics().averageCharWidth()) { // else the sign would hide the text
        m_mark = m_line->addAction(m_line->style()->standardIcon(QStyle::SP_MessageBoxWarning), QLineEdit::TrailingPosition);
        m_mark->setText(message);
        m_mark->setToolTip(asToolTip(message));
    }
    m_description = m_field->accessibleDescription();
    m_field->setAccessibleDescription(message);
}

void KeptText::forget()
{
    if (!std::exchange(m_isKept, false)) {
        return;
    }
    delete m_mark;
    m_line->setPalette({});
    m_field->setAccessibleDescription(m_description);
}

bool KeptText::isUnchanged() const
{
    return m_isKept && m_line->text() == m_refused;
}

void KeptText::takeBack()
{
    while (m_line->isUndoAvailable()) {
        m_line->undo();
    }
    m_line->setModified(false);
    forget();
}

void KeptText::forgetUnlessTyped()
{
    if (!m_line->isModified()) {
        forget();
    }
}

bool KeptText::eventFilter(QObject* watched, QEvent* event)
{
    const bool isEscape = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (isEscape && m_line->isModified()) {
        takeBack();
        m_line->selectAll();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace rotascope
