// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tours/tour_frame.h"

#include "ui/base/colours.h"

#include <QPainter>
#include <QRegion>
#include <utility>

namespace rotascope {
namespace {

constexpr int thickness = 3;
constexpr int betweenPlaces = 100; // ms; what it points to moves when the layout does

} // namespace

TourFrame::TourFrame(QWidget* window, std::function<QRect()> place) : QWidget(window), m_place(std::move(place))
{
    setObjectName(QStringLiteral("tourFrame"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    m_following.setInterval(betweenPlaces);
    connect(&m_following, &QTimer::timeout, this, &TourFrame::follow);
    m_following.start();
    hide();
}

void TourFrame::follow()
{
    const QRect place = m_place();
    const QRect wanted
        = place.isEmpty() ? QRect() : place.adjusted(-thickness, -thickness, thickness, thickness).intersected(parentWidget()->rect());
    if (wanted.isEmpty()) {
        hide();
        return;
    }
    if (wanted != geometry() || !isVisible()) {
        setGeometry(wanted);
        setMask(QRegion(rect()) - QRegion(rect().adjusted(thickness, thickness, -thickness, -thickness)));
        show();
    }
    raise();
}

void TourFrame::paintEvent(QPaintEvent* /*event*/)
{
    QPainter(this).fillRect(rect(), isDark(palette()) ? QColor(0xff, 0xb0, 0x4d) : QColor(0xc2, 0x55, 0x00));
}

} // namespace rotascope
