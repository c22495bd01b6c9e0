// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QRect>
#include <QString>

class QWidget;

namespace rotascope {

/// A widget that is painted by hand, as those know it who are read to: screen readers get a role, the text of all that it shows, what its
/// cursor is at as its description, and its entries as children.
class Readable {
public:
    virtual ~Readable() = default;

    [[nodiscard]] virtual QAccessible::Role role() const { return QAccessible::Chart; }
    /// All that it shows now, in lines.
    [[nodiscard]] virtual QString reading() const = 0;
    /// What the cursor is at; empty: there is none, and the widget's accessible description says what its keys do.
    [[nodiscard]] virtual QString readingAtCursor() const { return {}; }

    // Its entries, if it is a list of such.
    [[nodiscard]] virtual int entries() const { return 0; }
    [[nodiscard]] virtual QString entryText(int /*entry*/) const { return {}; }
    [[nodiscard]] virtual QRect entryRect(int /*entry*/) const { return {}; } ///< in the widget
    [[nodiscard]] virtual int currentEntry() const { return -1; } ///< the one that keys act on; -1: none
    virtual void pressEntry(int /*entry*/) { } ///< what a click does

protected:
    Readable();
    Readable(const Readable&) = default;
    Readable& operator=(const Readable&) = default;
};

/// Tells screen readers that the cursor of such a widget has moved, or its current entry has changed.
void tellCursorMoved(QWidget* widget);

} // namespace rotascope
