// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace rotascope {

/// Frames what the keyboard has taken the focus to, in every window of the program: styles show it by a shade of an edge at most. Not what
/// is clicked, nor what is painted by hand, which has a frame of its
/// own. Scrolls to it.
class FocusRing : public QObject {
    Q_OBJECT

public:
    explicit FocusRing(QObject* parent);
    FocusRing(const FocusRing&) = delete;
    FocusRing& operator=(const FocusRing&) = delete;
    ~FocusRing() override;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void frame(QWidget* widget);

    QPointer<QFocusFrame> m_frame; ///< dies with the window that it is in, if it is in one
    bool m_isByKeys = false; ///< whether the focus went by keys last
    bool m_wasHidden = false; ///< whether the focus left what was just hidden
};

} // namespace rotascope
