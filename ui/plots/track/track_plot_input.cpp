// SPDX-License-Identifier: GPL-3.0-or-later
// What the mouse and the keys do in a track plot.
#include "ui/plots/track/track_plot.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

namespace rotascope {
namespace {

constexpr double zoomStep = 1.25; // a notch of the wheel
constexpr double moveStep = 0.1; // of what is visible

} // namespace

void TrackPlot::changePart(const std::function<void(VisiblePart&)>& change)
{
    if (lanes() > 0) {
        change(m_part);
        invalidate();
        emit visibleChanged();
    }
}

void TrackPlot::show(const PlaceSpan& places)
{
    changePart([&](VisiblePart& part) { part.show(static_cast<double>(places.first), static_cast<double>(places.places())); });
}

void TrackPlot::showAll()
{
    show({0, m_content.places});
}

void TrackPlot::select(const PlaceSpan& places)
{
    const std::int64_t first = std::clamp<std::int64_t>(places.first, 0, m_content.places);
    const PlaceSpan selected{first, std::clamp<std::int64_t>(places.end, first, m_content.places)};
    const PlaceSpan chosen = selected.places() > 0 ? selected : PlaceSpan();
    if (chosen != m_selection) {
        m_selection = chosen;
        update();
        emit selectionChanged();
    }
}

void TrackPlot::setSelecting(bool on)
{
    m_isSelecting = on;
    setCursor(on ? Qt::CrossCursor : Qt::ArrowCursor);
}

void TrackPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && lanes() > 0 && plot().contains(event->position())) {
        m_drag = Drag{.from = event->position(),
            .begin = m_part.begin(),
            .place = placeUnder(event->position().x()),
            .selects = m_isSelecting || event->modifiers().testFlag(Qt::ShiftModifier)};
    } else {
        QWidget::mousePressEvent(event);
    }
}

void TrackPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag) {
        dragTo(event->position());
    }
    setCursorAt(event->position());
}

void TrackPlot::dragTo(const QPointF& point)
{
    m_drag->moved = m_drag->moved || std::abs(point.x() - m_drag->from.x()) >= QApplication::startDragDistance();
    if (!m_drag->moved) {
        return;
    }
    if (m_drag->selects) {
        const std::int64_t place = placeUnder(std::clamp(point.x(), plot().left(), plot().right()));
        select({std::min(place, m_drag->place), std::max(place, m_drag->place) + 1});
    } else if (isZoomed()) {
        setCursor(Qt::ClosedHandCursor);
        const double begin = m_drag->begin + (m_drag->from.x() - point.x()) * m_part.span() / plot().width();
        changePart([&](VisiblePart& part) { part.show(begin, part.span()); });
    }
}

void TrackPlot::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_drag) {
        QWidget::mouseReleaseEvent(event);
        return;
    }
    const Drag drag = *std::exchange(m_drag, std::nullopt);
    setSelecting(m_isSelecting); // the cursor
    if (!drag.moved && drag.selects) {
        select({});
    } else if (!drag.moved) {
        emit laneClicked(laneAt(event->position().y()));
    }
    update();
}

void TrackPlot::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && plot().contains(event->position())) {
        m_drag.reset();
        showAll();
    }
}

void TrackPlot::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setCursorAt(std::nullopt);
}

void TrackPlot::setCursorAt(std::optional<QPointF> cursor)
{
    if (cursor && (lanes() == 0 || !plot().contains(*cursor))) {
        cursor.reset();
    }
    if (cursor || m_cursor) {
        update();
    }
    m_cursor = cursor;
}

void TrackPlot::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    if (lanes() == 0 || !plot().contains(event->position()) || turned.isNull()) {
        event->ignore();
        return;
    }
    if (std::abs(turned.x()) > std::abs(turned.y())) {
        changePart([&](VisiblePart& part) { part.show(part.begin() - part.span() * turned.x() / 1200.0, part.span()); });
    } else {
        const double around = placeAt(event->position().x());
        changePart([&](VisiblePart& part) { part.zoom(std::pow(zoomStep, -turned.y() / 120.0), around); });
    }
    setCursorAt(event->position());
    event->accept();
}

// By a twentieth of what is visible; the first time, what is selected begins in the middle of it.
void TrackPlot::extendSelection(int steps)
{
    const auto step = std::max<std::int64_t>(1, std::llround(m_part.span() / 20.0));
    if (m_selection.places() == 0) {
        const auto middle = static_cast<std::int64_t>(m_part.begin() + m_part.span() / 2.0);
        select(steps > 0 ? PlaceSpan{middle, middle + step} : PlaceSpan{std::max<std::int64_t>(0, middle - step), middle});
    } else {
        select({m_selection.first, std::max(m_selection.first + 1, m_selection.end + steps * step)});
    }
}

void TrackPlot::keyPressEvent(QKeyEvent* event)
{
    if (lanes() == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto move
        = [this](double share) { changePart([share](VisiblePart& part) { part.show(part.begin() + share * part.span(), part.span()); }); };
    const auto zoom = [this](double factor) {
        const double around = m_cursor ? placeAt(m_cursor->x()) : m_part.begin() + m_part.span() / 2.0;
        changePart([factor, around](VisiblePart& part) { part.zoom(factor, around); });
    };
    const bool selects = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        return selects ? extendSelection(-1) : move(-moveStep);
    case Qt::Key_Right:
        return selects ? extendSelection(1) : move(moveStep);
    case Qt::Key_PageUp:
        return move(-1.0);
    case Qt::Key_PageDown:
        return move(1.0);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(1.0 / zoomStep);
    case Qt::Key_Minus:
        return zoom(zoomStep);
    case Qt::Key_0:
    case Qt::Key_Home:
        return showAll();
    case Qt::Key_Up:
    case Qt::Key_Down:
        emit laneClicked(std::clamp(m_marked + (event->key() == Qt::Key_Up ? -1 : 1), 0, lanes() - 1));
        return;
    case Qt::Key_Escape:
        if (m_selection.places() > 0) {
            select({});
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

// Escape is a shortcut elsewhere in the window.
bool TrackPlot::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && m_selection.places() > 0) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void TrackPlot::resizeEvent(QResizeEvent* event)
{
    StillPlot::resizeEvent(event);
    emit visibleChanged(); // another number of columns
}

} // namespace rotascope
