// SPDX-License-Identifier: GPL-3.0-or-later
// What the mouse and the keys do in a heatmap.
#include "ui/plots/heatmap/heatmap.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <utility>

namespace rotascope {
namespace {

constexpr int page = 8; // rows that Page Up and Page Down move by

// The row that a key moves to, which may lie outside; none if it is not a key that chooses a row.
std::optional<int> rowAfter(int key, int row, int rows)
{
    switch (key) {
    case Qt::Key_Up:
        return row - 1;
    case Qt::Key_Down:
        return row + 1;
    case Qt::Key_PageUp:
        return row - page;
    case Qt::Key_PageDown:
        return row + page;
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return rows - 1;
    default:
        return std::nullopt;
    }
}

} // namespace

void Heatmap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || rows() == 0) {
        return;
    }
    const QPointF at = event->position();
    const HeatmapPlan plan = this->plan();
    if (const int row = movablePointAt(at, plan); row >= 0) {
        m_drag.emplace(row, pointColumn(*movableCurve(), row, columns()), at, plan);
        emit rowClicked(row);
        emit pointGrabbed(row);
    } else if (plan.plot.contains(at.toPoint())) {
        emit rowClicked(plan.rowAt(at.y()));
    }
}

void Heatmap::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag && m_drag->moveTo(event->position(), plan(), m_snaps)) {
        emit pointMoved(m_drag->row(), m_drag->column());
    }
    setCursorAt(event->position());
}

void Heatmap::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_drag) {
        release();
        setCursorAt(event->position());
    }
}

void Heatmap::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setCursorAt(std::nullopt);
}

// The button will come up elsewhere, unseen.
void Heatmap::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_drag) {
        release();
    }
}

void Heatmap::release()
{
    emit pointReleased(std::exchange(m_drag, std::nullopt)->row());
}

void Heatmap::releaseUnlessMovable()
{
    if (m_drag && movableCurve() == nullptr) {
        release();
    }
}

int Heatmap::movablePointAt(const QPointF& position, const HeatmapPlan& plan) const
{
    const HeatmapCurve* movable = movableCurve();
    return movable != nullptr && rows() > 0 ? pointNear(position, *movable, plan) : -1;
}

void Heatmap::setCursorAt(std::optional<QPointF> cursor)
{
    const HeatmapPlan plan = this->plan();
    const bool isInside = cursor && rows() > 0 && (m_drag || plan.plot.contains(cursor->toPoint()));
    if (!isInside) {
        cursor.reset();
    }
    const bool holds = m_drag || (cursor && movablePointAt(*cursor, plan) >= 0);
    setCursor(holds ? Qt::SizeHorCursor : Qt::ArrowCursor);
    if (m_readout && m_readoutStyle == ReadoutStyle::Box && (cursor || m_cursor)) {
        update();
    }
    m_cursor = cursor;
}

void Heatmap::keyPressEvent(QKeyEvent* event)
{
    const bool isStep = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (isStep && movableCurve() != nullptr && m_currentRow >= 0 && m_currentRow < rows()) {
        emit pointStepped(m_currentRow, event->key() == Qt::Key_Left ? -1 : 1);
        return;
    }
    const std::optional<int> row = rowAfter(event->key(), m_currentRow, rows());
    if (!row) {
        QWidget::keyPressEvent(event);
    } else if (rows() > 0) {
        emit rowClicked(std::clamp(*row, 0, rows() - 1));
    }
}

} // namespace rotascope
