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
constexpr int badgePadding = 7;

class StaleTexts {
    Q_DECLARE_TR_FUNCTIONS(StaleMark)
};

} // namespace

QString computingText()
{
    return StaleTexts::tr("computing…");
}

StaleMark::StaleMark(QWidget* plot) : m_plot(plot)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(moment);
    QObject::connect(&m_delay, &QTimer::timeout, plot, [this] {
        m_isShown = true;
        m_plot->update();
    });
}

void StaleMark::set(Freshness freshness)
{
    if (freshness == m_freshness) {
        return;
    }
    m_freshness = freshness;
    if (freshness == Freshness::Updating && !m_isShown) {
        m_delay.start();
        return;
    }
    m_delay.stop();
    m_isShown = freshness != Freshness::Current;
    m_plot->update();
}

QString StaleMark::text() const
{
    return m_freshness == Freshness::Current ? QString()
        : m_freshness == Freshness::Updating ? computingText()
                                             : StaleTexts::tr("not current: no result for these settings");
}

void StaleMark::paint(QPainter& painter, const QRectF& area, const QWidget& widget) const
{
    if (!m_isShown) {
        return;
    }
    const QPalette& palette = widget.palette();
    const bool isUpdating = m_freshness == Freshness::Updating;
    painter.fillRect(area, withAlpha(palette.color(QPalette::Window), isUpdating ? 0.35 : 0.65));
    const QString whole = this->text();
    const QFontMetrics metrics(tickFont(widget));
    const bool hasRoom = isUpdating || metrics.horizontalAdvance(whole) + 4 * badgePadding < area.width();
    const QString text = hasRoom ? whole : StaleTexts::tr("not current");
    QRectF badge(0, 0, metrics.horizontalAdvance(text) + 2 * badgePadding, metrics.height() + badgePadding);
    badge.moveTopRight(area.topRight() + QPointF(-badgePadding, badgePadding));
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
