// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/paint/still_plot.h"

#include <QEvent>
#include <QPainter>

namespace rotascope {

void StillPlot::invalidate()
{
    m_still = QPixmap();
    update();
}

void StillPlot::drawStill(QPainter& painter)
{
    const double ratio = devicePixelRatioF();
    if (m_still.isNull() || m_still.devicePixelRatio() != ratio) {
        m_still = QPixmap((QSizeF(size()) * ratio).toSize());
        m_still.setDevicePixelRatio(ratio);
        m_still.fill(palette().color(QPalette::Window));
        QPainter still(&m_still);
        paintStill(still);
    }
    painter.drawPixmap(0, 0, m_still);
}

void StillPlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    invalidate();
}

void StillPlot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        invalidate();
    }
}

void StillPlot::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void StillPlot::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace rotascope
