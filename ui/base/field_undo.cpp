// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/field_undo.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>

namespace rotascope {
namespace {

// The line in which a widget edits its text; null: none. A box's line hands its focus to the box.
QLineEdit* lineOf(QObject* watched)
{
    if (auto* box = qobject_cast<QComboBox*>(watched)) {
        return box->lineEdit();
    }
    if (auto* box = qobject_cast<QAbstractSpinBox*>(watched)) {
        return box->findChild<QLineEdit*>();
    }
    return qobject_cast<QLineEdit*>(watched);
}

bool isUndoOrRedo(const QKeyEvent& key)
{
    return key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo) || key.keyCombination() == (Qt::CTRL | Qt::Key_Y)
        || key.keyCombination() == (Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
}

} // namespace

FieldUndo::FieldUndo(QObject* parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool FieldUndo::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Polish) {
        // A line counts as modified until its text is set again. A spin box does not set it if the text would stay the same.
        if (auto* box = qobject_cast<QAbstractSpinBox*>(watched)) {
            connect(box, &QAbstractSpinBox::editingFinished, box, [box] { lineOf(box)->setModified(false); });
        }
    }
    if (event->type() == QEvent::ShortcutOverride && isUndoOrRedo(*static_cast<QKeyEvent*>(event))) {
        if (const QLineEdit* line = lineOf(watched); line != nullptr && !line->isModified()) {
            event->ignore(); // the window's command gets it
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace rotascope
