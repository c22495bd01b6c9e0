// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QTimer>
#include <QWidget>
#include <functional>

namespace rotascope {

/// A frame around what a step of a tour points to. It follows it, takes no clicks and covers only its own line.
class TourFrame : public QWidget {
    Q_OBJECT

public:
    /// `place`: where that is in the window; empty: it cannot be seen.
    TourFrame(QWidget* window, std::function<QRect()> place);

    void follow();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::function<QRect()> m_place;
    QTimer m_following;
};

} // namespace rotascope
