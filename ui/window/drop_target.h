// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>

class QDropEvent;
class QWidget;

namespace rotascope {

/// Takes files that are dropped anywhere in a window, also on a chart, or on a field that would take the file's name for text. Files are
/// opened, so they are always copied, never moved.
class DropTarget : public QObject {
    Q_OBJECT

public:
    /// `open` is called with the file that was dropped and the widget below it, `refuse` with a message if it cannot be one that is
    /// opened.
    DropTarget(QWidget* window, std::function<void(const QString& file, const QWidget& place)> open,
        std::function<void(const QString& message)> refuse);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool isOurs(QObject* watched) const;
    void drop(const QDropEvent& event, const QWidget& place);

    QWidget* m_window;
    std::function<void(const QString&, const QWidget&)> m_open;
    std::function<void(const QString&)> m_refuse;
};

} // namespace rotascope
