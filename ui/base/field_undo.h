// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace rotascope {

/// Lets Undo and Redo in a field take back what is being typed there, and once that is taken over, what was changed: a line edit would keep
/// both keys to itself as long as it has the focus. Of all fields of the program.
class FieldUndo : public QObject {
    Q_OBJECT

public:
    explicit FieldUndo(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace rotascope
