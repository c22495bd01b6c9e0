// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/status_note.h"

#include <QMainWindow>
#include <QStatusBar>
#include <QString>

namespace rotascope {

// A dialog and a floating panel belong to the window, too.
void noteInStatusBar(QWidget* from, const QString& text)
{
    constexpr int milliseconds = 5000;
    while (from != nullptr && qobject_cast<QMainWindow*>(from) == nullptr) {
        from = from->parentWidget();
    }
    if (auto* window = qobject_cast<QMainWindow*>(from); window != nullptr && !text.isEmpty()) {
        window->statusBar()->showMessage(text, milliseconds);
    }
}

} // namespace rotascope
