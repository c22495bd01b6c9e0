// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/presentation_layer.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPen>

namespace rotascope {
namespace {

constexpr QColor inkColor(0xe0, 0x20, 0x40); // seen on white and on black
constexpr double inkWidth = 4.0;
constexpr double pointerRadius = 11.0;
constexpr int hintMargin = 12;
constexpr int hintFlags = Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap;

} // namespace

PresentationLayer::PresentationLayer(QWidget* window) : QWidget(window)
{
    setObjectName(QStringLiteral("presentationLayer"));
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_NoSystemBackground);
    window->installEventFilter(this);
    setGeometry(window->rect());
    refresh();
    show();
    raise();
}

void PresentationLayer::setPointing(bool on)
{
    m_isPointing = on;
    if (on && !m_pointer) {
        m_pointer = mapFromGlobal(QCursor::pos());
    }
    refresh();
}

void PresentationLayer::setDrawing(bool on)
{
    m_isDrawing = on;
    refresh();
}

void PresentationLayer::setBlack(bool on)
{
    m_isBlack = on;
    refresh();
}

void PresentationLayer::clear()
{
    m_lines.clear();
    update();
}

void PresentationLayer::setHint(const QString& hint)
{
    m_hint = hint;
    keepRoomForHint();
    update();
}

QRect PresentationLayer::hintPlace() const
{
    const QRect room = rect().adjusted(3 * hintMargin, 0, -3 * hintMargin, -hintMargin);
    return m_hint.isEmpty()
        ? QRect()
        : fontMetrics().boundingRect(room, hintFlags, m_hint).adjusted(-hintMargin, -hintMargin / 2, hintMargin, hintMargin / 2);
}

void PresentationLayer::keepRoomForHint()
{
    parentWidget()->setContentsMargins(0, 0, 0, m_hint.isEmpty() ? 0 : height() - hintPlace().top() + hintMargin / 2);
}

void PresentationLayer::pointAt(const QPointF& place)
{
    m_pointer = place;
    if (m_isPointing) {
        update();
    }
}

// What lies below is used as ever, but while one draws.
void PresentationLayer::refresh()
{
    setAttribute(Qt::WA_TransparentForMouseEvents, !m_isDrawing);
    if (m_isDrawing) {
        setCursor(Qt::CrossCursor);
    } else {
        unsetCursor();
    }
    update();
}

bool PresentationLayer::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize) {
            setGeometry(parentWidget()->rect());
            keepRoomForHint();
        }
        if (event->type() == QEvent::ChildAdded) {
            raise();
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PresentationLayer::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        keepRoomForHint();
    }
}

void PresentationLayer::mousePressEvent(QMouseEvent* event)
{
    m_lines.emplace_back();
    m_lines.back() << event->position();
    update();
}

void PresentationLayer::mouseMoveEvent(QMouseEvent* event)
{
    pointAt(event->position());
    if (!m_lines.empty() && event->buttons() != Qt::NoButton) {
        m_lines.back() << event->position();
        update();
    }
}

void PresentationLayer::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_isBlack) {
        painter.fillRect(rect(), Qt::black);
        return;
    }
    painter.setPen(QPen(inkColor, inkWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF& line : m_lines) {
        line.size() == 1 ? painter.drawPoint(line.front()) : painter.drawPolyline(line);
    }
    if (m_isPointing && m_pointer) {
        painter.setPen(QPen(Qt::white, 2.0));
        painter.setBrush(inkColor);
        painter.drawEllipse(*m_pointer, pointerRadius, pointerRadius);
    }
    paintHint(painter);
}

void PresentationLayer::paintHint(QPainter& painter) const
{
    if (m_hint.isEmpty()) {
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x20, 0x20, 0x20));
    painter.drawRoundedRect(hintPlace(), 6, 6);
    painter.setPen(Qt::white);
    painter.drawText(hintPlace(), Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextWordWrap, m_hint);
}

} // namespace rotascope
