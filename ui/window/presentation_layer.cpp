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
    update();
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
        }
        if (event->type() == QEvent::ChildAdded) {
            raise();
        }
    }
    return QWidget::eventFilter(watched, event);
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
    constexpr int margin = 12;
    const QRect room = rect().adjusted(3 * margin, 0, -3 * margin, -2 * margin);
    QRect text = painter.boundingRect(room, Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap, m_hint);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x20, 0x20, 0x20, 0xe0));
    painter.drawRoundedRect(text.adjusted(-margin, -margin / 2, margin, margin / 2), 6, 6);
    painter.setPen(Qt::white);
    painter.drawText(text, Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextWordWrap, m_hint);
}

} // namespace rotascope
