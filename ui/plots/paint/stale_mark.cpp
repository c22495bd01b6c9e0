// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/paint/stale_mark.h"

#include "ui/base/colours.h"

#include <QCoreApplication>
#include <QPainter>
#include <QWidget>
#include <chrono>

namespace rotascope {
namespace {

constexpr std::chrono::milliseconds moment{120};
constexpr int padding = 7;

} // namespace

StaleMark::StaleMark(QWidget* plot) : m_plot(plot)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(moment);
    QObject::connect(&m_delay, &QTimer::timeout, plot, [this] {
        m_isShown = true;
        m_plot->update();
    });
}

void StaleMark::set(bool stale)
{
    if (stale == m_isStale) {
        return;
    }
    m_isStale = stale;
    if (stale) {
        m_delay.start();
        return;
    }
    m_delay.stop();
    if (m_isShown) {
        m_isShown = false;
        m_plot->update();
    }
}

void StaleMark::paint(QPainter& painter, const QRectF& area, const QWidget& widget) const
{
    if (!m_isShown) {
        return;
    }
    const QPalette& palette = widget.palette();
    painter.fillRect(area, withAlpha(palette.color(QPalette::Window), 0.35));
    const QString text = QCoreApplication::translate("StaleMark", "updating…");
    const QFontMetrics metrics(tickFont(widget));
    QRectF badge(0, 0, metrics.horizontalAdvance(text) + 2 * padding, metrics.height() + padding);
    badge.moveTopRight(area.topRight() + QPointF(-padding, padding));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(tickFont(widget));
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.color(QPalette::ToolTipBase));
    painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2);
    painter.setPen(palette.color(QPalette::ToolTipText));
    painter.drawText(badge, Qt::AlignCenter, text);
    painter.restore();
}

} // namespace rotascope
