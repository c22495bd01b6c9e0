// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QKeyEvent;
class QLineEdit;

namespace rotascope {

/// The line in which a widget edits its text: itself, or that of a box; null: none. A box's line hands its focus to the box.
QLineEdit* lineOfField(QObject* field);

/// Says that a line takes numbers, or a list of them, and no words.
void setTakesNumbers(QLineEdit* line);

/// Takes over what is being typed in the number field that has the focus, as Return does. Else a command would act on what was there
/// before.
void takeTypedNumber();

/// Shares the keys between the fields of the program and the commands of its window. Without this a field that has the focus would keep
/// those that its desktop also edits texts with (on X11 Ctrl+E, Ctrl+D, Ctrl+K): nothing would happen, or a digit would be gone.
///
/// A number field, a spin box or the line of a combo box keeps the keys that change its text or move in it: characters that it takes,
/// arrows, Home, End, Backspace, Delete, select all, cut, copy, paste. All others are the window's. Free text (notes, search) keeps the
/// keys of its desktop. A box of numbers takes letters, too, once something is typed in it: what is no number is refused when it is whole,
/// and no letter is dropped in silence.
///
/// In every line, Undo and Redo take back what is being typed there. Once the typed value is in the settings, they take back changes of
/// the settings. So does Escape, which is the window's where nothing is being typed.
class FieldKeys : public QObject {
    Q_OBJECT

public:
    explicit FieldKeys(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace rotascope
