// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/field_keys.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QValidator>
#include <algorithm>
#include <array>

namespace rotascope {
namespace {

bool takesNumbers(const QObject* field)
{
    const auto* line = qobject_cast<const QLineEdit*>(field);
    return qobject_cast<const QAbstractSpinBox*>(field) != nullptr
        || (line != nullptr && line->inputMethodHints().testFlag(Qt::ImhPreferNumbers));
}

bool isUndoOrRedo(const QKeyEvent& key)
{
    return key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo) || key.keyCombination() == (Qt::CTRL | Qt::Key_Y)
        || key.keyCombination() == (Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
}

// By their keys, not by what they mean to the desktop: to X11 Ctrl+D means "delete" as well.
bool isEditingKey(const QKeyEvent& key)
{
    constexpr std::array anyModifiers = {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End,
        Qt::Key_Backspace, Qt::Key_Delete, Qt::Key_Insert};
    constexpr std::array withCtrl = {Qt::Key_A, Qt::Key_C, Qt::Key_V, Qt::Key_X};
    return std::ranges::find(anyModifiers, key.key()) != anyModifiers.end()
        || (key.modifiers() == Qt::ControlModifier && std::ranges::find(withCtrl, key.key()) != withCtrl.end());
}

// Ctrl and Alt together are AltGr on some keyboards.
bool typesCharacter(const QKeyEvent& key)
{
    const Qt::KeyboardModifiers held = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !key.text().isEmpty() && key.text().front().isPrint() && (!held || held == (Qt::ControlModifier | Qt::AltModifier));
}

// Whether a character can be a part of a number, in the user's own notation or in that of programs.
bool isOfNumbers(const QString& character)
{
    const QLocale locale;
    const QString others = locale.groupSeparator() + locale.decimalPoint() + locale.negativeSign() + QStringLiteral(".,-+ ");
    return character.front().isDigit() || others.contains(character);
}

// Whether a field takes a character where the cursor of its line is, instead of what is selected: an "N" is no part of a whole number, and
// steps through the dimensions unless something is being typed.
bool takesCharacter(const QObject* field, const QLineEdit& line, const QString& character)
{
    if (qobject_cast<const QAbstractSpinBox*>(field) != nullptr && !line.isModified() && !isOfNumbers(character)) {
        return false;
    }
    if (line.validator() == nullptr) {
        return true;
    }
    QString text = line.text();
    int cursor = line.hasSelectedText() ? line.selectionStart() : line.cursorPosition();
    text.replace(cursor, line.selectedText().size(), character);
    cursor += static_cast<int>(character.size());
    return line.validator()->validate(text, cursor) != QValidator::Invalid;
}

// Whether the key is the window's while this field has the focus.
bool isOfWindow(QObject* field, const QLineEdit& line, const QKeyEvent& key)
{
    if (isUndoOrRedo(key)) {
        return !line.isModified();
    }
    if (!takesNumbers(field) && qobject_cast<QComboBox*>(field) == nullptr) {
        return false;
    }
    if (key.key() == Qt::Key_Escape) {
        return !line.isModified();
    }
    return typesCharacter(key) ? !takesCharacter(field, line, key.text()) : !isEditingKey(key);
}

} // namespace

QLineEdit* lineOfField(QObject* field)
{
    if (auto* box = qobject_cast<QComboBox*>(field)) {
        return box->lineEdit();
    }
    if (auto* box = qobject_cast<QAbstractSpinBox*>(field)) {
        return box->findChild<QLineEdit*>();
    }
    return qobject_cast<QLineEdit*>(field);
}

void setTakesNumbers(QLineEdit* line)
{
    line->setInputMethodHints(line->inputMethodHints() | Qt::ImhPreferNumbers); // keyboards on a screen begin with digits, too
}

// It is taken over because the focus leaves, and the focus comes back unless the field was there for this number alone.
void takeTypedNumber()
{
    const QPointer<QWidget> field = QApplication::focusWidget();
    const QLineEdit* line = lineOfField(field);
    if (line == nullptr || !takesNumbers(field) || !line->isModified()) {
        return;
    }
    field->clearFocus();
    if (field != nullptr && field->isVisible() && QApplication::focusWidget() == nullptr) {
        field->setFocus();
    }
}

FieldKeys::FieldKeys(QObject* parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool FieldKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Polish) {
        // A line counts as modified until its text is set again. A spin box does not set it if the text would stay the same.
        if (auto* box = qobject_cast<QAbstractSpinBox*>(watched)) {
            connect(box, &QAbstractSpinBox::editingFinished, box, [box] { lineOfField(box)->setModified(false); });
        }
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const QLineEdit* line = lineOfField(watched);
        if (line != nullptr && isOfWindow(watched, *line, *static_cast<QKeyEvent*>(event))) {
            event->ignore(); // the window's command gets it
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace rotascope
