// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <functional>

class QWidget;

namespace rotascope {

class MessageBar;
class SessionKeeper;

/// What the window does when another program writes to the session's file, which may be a second window: it says so, and asks before it
/// replaces what was written there.
class SessionConflict : public QObject {
    Q_OBJECT

public:
    /// What can be done about it.
    struct Ways {
        std::function<void()> saveAs; ///< asks for another file and saves there
        std::function<void()> reload; ///< opens the file again
        std::function<void()> stay; ///< the user has saved nothing
    };
    SessionConflict(SessionKeeper* sessions, MessageBar* messages, QWidget* window, Ways ways);

    /// Whether the message that stands is that the file was changed.
    [[nodiscard]] bool isTelling() const;

private:
    void tell();
    void ask(const QString& file, qint64 written);
    void saveAs();

    SessionKeeper* m_sessions;
    MessageBar* m_messages;
    QWidget* m_window;
    Ways m_ways;
    QString m_said; ///< empty: nothing yet
};

} // namespace rotascope
