// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace rotascope {

/// In all fields of the program, lets Undo and Redo take back what is being typed there. Once the typed value is in the settings, they take
/// back changes of the settings. Without this a line edit would keep both keys to itself as long as it has the focus.
class FieldUndo : public QObject {
    Q_OBJECT

public:
    explicit FieldUndo(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace rotascope
