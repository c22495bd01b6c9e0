// SPDX-License-Identifier: GPL-3.0-or-later
// What the mouse and the keys do in a step chart.
#include "ui/plots/charts/step_chart.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace rotascope {
namespace {

constexpr double zoomStep = 1.25; // a notch of the wheel
constexpr double reach = 6.0; // how near the mouse must be to a line to take it, logical pixels

} // namespace

void StepChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    m_grabbed = cursorUnder(event->position());
    if (!m_grabbed && intervalUnder(event->position()) >= 0) {
        m_drag = Drag{event->position(), m_part.begin(), false};
    }
}

void StepChart::mouseMoveEvent(QMouseEvent* event)
{
    if (m_grabbed && intervals() > 0) {
        putCursor(*m_grabbed, std::clamp(static_cast<int>(std::floor(intervalAt(event->position().x()))), 0, intervals() - 1));
        setHovered(-1, std::nullopt); // one read-out is enough
        return;
    }
    if (!m_drag) {
        cursorUnder(event->position()) ? viewport()->setCursor(Qt::SplitHCursor) : viewport()->unsetCursor();
    }
    if (m_drag) {
        const double distance = m_drag->from.x() - event->position().x();
        m_drag->moved = m_drag->moved || std::abs(distance) >= QApplication::startDragDistance();
        if (m_drag->moved && isZoomed()) {
            viewport()->setCursor(Qt::ClosedHandCursor);
            m_part.show(m_drag->begin + distance * m_part.span() / plot().width(), m_part.span());
            invalidate();
        }
    }
    setHovered(intervalUnder(event->position()), event->position());
}

void StepChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_grabbed.reset();
    }
    if (event->button() != Qt::LeftButton || !m_drag) {
        return;
    }
    const bool isClick = !m_drag->moved;
    m_drag.reset();
    viewport()->unsetCursor();
    if (const int interval = intervalUnder(event->position()); isClick && interval >= 0) {
        emit clicked(interval);
    }
}

void StepChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_drag.reset();
        resetZoom();
    }
}

void StepChart::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    if (intervalUnder(event->position()) < 0 || turned.isNull()) {
        event->ignore();
        return;
    }
    if (std::abs(turned.x()) > std::abs(turned.y())) {
        m_part.show(m_part.begin() - m_part.span() * turned.x() / 1200.0, m_part.span());
        invalidate();
    } else {
        zoom(std::pow(zoomStep, -turned.y() / 120.0), intervalAt(event->position().x()));
    }
    setHovered(intervalUnder(event->position()), event->position());
    event->accept();
}

void StepChart::keyPressEvent(QKeyEvent* event)
{
    if (intervals() == 0) {
        QChartView::keyPressEvent(event);
        return;
    }
    const int at = hoveredIndex() >= 0 ? hoveredIndex() : static_cast<int>(m_part.begin() + m_part.span() / 2.0);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursor(at - 1);
    case Qt::Key_Right:
        return moveCursor(at + 1);
    case Qt::Key_PageUp:
        return moveCursor(at - static_cast<int>(m_part.span()) / 10);
    case Qt::Key_PageDown:
        return moveCursor(at + static_cast<int>(m_part.span()) / 10);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(1.0 / zoomStep, at + 0.5);
    case Qt::Key_Minus:
        return zoom(zoomStep, at + 0.5);
    case Qt::Key_0:
    case Qt::Key_Home:
        return resetZoom();
    case Qt::Key_A:
        return putCursor(0, at);
    case Qt::Key_B:
        return putCursor(1, at);
    case Qt::Key_Escape:
        return showCursors(false);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (hoveredIndex() >= 0) {
            emit clicked(hoveredIndex());
        }
        return;
    default:
        QChartView::keyPressEvent(event);
    }
}

void StepChart::zoom(double factor, double around)
{
    m_part.zoom(factor, around);
    invalidate();
}

// Shows both if they are hidden.
void StepChart::putCursor(std::size_t which, int interval)
{
    showCursors(true);
    m_cursors->at(which) = interval;
    viewport()->update();
    emit cursorsChanged();
}

std::optional<std::size_t> StepChart::cursorUnder(const QPointF& point) const
{
    std::optional<std::size_t> nearest;
    double least = reach;
    for (std::size_t i = 0; m_cursors && i < m_cursors->size(); ++i) {
        const double distance = std::abs(point.x() - xOf((*m_cursors)[i] + 0.5));
        if (plot().contains(point) && distance <= least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

// Scrolls if it must.
void StepChart::moveCursor(int interval)
{
    const int target = std::clamp(interval, 0, intervals() - 1);
    m_part.reveal(target);
    invalidate();
    setHovered(target, std::nullopt);
}

} // namespace rotascope
